"""The paths of the API as its OpenAPI document lists them, and how to walk them."""

from collections.abc import Iterator
from typing import Any

from app.main import create_app
from tests.conftest import Client

DOCUMENT: dict[str, Any] = create_app("sqlite://").openapi()
KEYED = [path for path in DOCUMENT["paths"] if path.startswith("/v1/drafts")]
"""The paths that nobody sees without a key: what they show is not in the data, so no revision holds it."""
PATHS: dict[str, dict[str, Any]] = {
    path: methods["get"] for path, methods in DOCUMENT["paths"].items() if path not in KEYED and "get" in methods
}
"""What anybody may read."""
WRITING = {
    "/v1/reconcile": {"get", "post"},
    "/v1/reconcile/match": {"post"},
    "/v1/articles": {"get", "post"},
    "/v1/drafts": {"get"},
    "/v1/drafts/{id}": {"get", "patch", "delete"},
    "/v1/drafts/{id}/publish": {"post"},
}
"""The methods of the paths that take more than GET, or a key."""


def parameters(path: str) -> dict[str, dict[str, Any]]:
    """The query parameters of a path with their schemas."""
    return {each["name"]: each["schema"] for each in PATHS[path].get("parameters", []) if each["in"] == "query"}


LISTS = [path for path in PATHS if "sort" in parameters(path)]
DETAILS = [path for path in PATHS if path.endswith("{id}")]
ARTICLE = "2024-11-24-sedaily-china-ai-talent"
UNICORNS = ["01-ai", "baichuan", "minimax", "moonshot-ai", "zhipu-ai"]
WORLD_IDS = {
    "/v1/articles/{id}/passages": "2024-05-10-alpha-nebula",
    "/v1/employers/{id}/alumni": "acme",
    "/v1/investors/{id}/portfolio": "globex",
}
CROWD_IDS = {
    "/v1/articles/{id}/passages": "crowd",
    "/v1/employers/{id}/alumni": "employer-0",
    "/v1/investors/{id}/portfolio": "investor-000",
}


def shipped_path(path: str) -> str:
    """A path with the examples of all that it cannot do without; they are of the shipped seeds."""
    needed = {
        each["name"]: (each["in"], str(each["schema"]["examples"][0]))
        for each in PATHS[path].get("parameters", [])
        if each.get("required")
    }
    query = "&".join(f"{name}={value}" for name, (place, value) in needed.items() if place == "query")
    for name, (_, value) in needed.items():
        path = path.replace(f"{{{name}}}", value)
    return f"{path}?{query}" if query else path


def words(path: str, parameter: str) -> list[str]:
    """The closed words of a parameter."""
    return list(_words(parameters(path).get(parameter, {})))


def _words(schema: Any) -> Iterator[str]:
    if isinstance(schema, list):
        for each in schema:
            yield from _words(each)
        return
    if "$ref" in schema:
        schema = DOCUMENT["components"]["schemas"][schema["$ref"].rsplit("/", 1)[-1]]
    yield from schema.get("enum", [])
    if "const" in schema:
        yield schema["const"]
    yield from _words(schema.get("anyOf", []))
    if "items" in schema:
        yield from _words(schema["items"])


def pages(client: Client, path: str) -> Iterator[Any]:
    """All pages from an address on."""
    following: str | None = path
    while following:
        page = client.json(following)
        yield page
        following = page["next"]


def rows(client: Client, path: str) -> list[Any]:
    """The rows of all pages."""
    return [row for page in pages(client, path) for row in page["items"]]


def everything(value: Any) -> Iterator[tuple[str, Any]]:
    """Every value with its key, however deep; what stands in a list has no key."""
    inner = value.items() if isinstance(value, dict) else [("", each) for each in value]
    for key, each in inner:
        yield key, each
        if isinstance(each, dict | list):
            yield from everything(each)
