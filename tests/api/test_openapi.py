"""The OpenAPI document: nothing in it is without a sentence and an example."""

from typing import Any

import pytest

from app import vocabulary
from app.problems import MEDIA_TYPE
from app.vocabulary import Word
from tests.api.paths import DOCUMENT, KEYED, LISTS, PATHS, WRITING, everything
from tests.conftest import Client

SCHEMAS: dict[str, dict[str, Any]] = DOCUMENT["components"]["schemas"]


def refers(schema: dict[str, Any]) -> bool:
    """Whether a property is another shape, or a list or choice of such: the examples stand there."""
    inner = [*schema.get("anyOf", []), *schema.get("oneOf", []), schema.get("items", {})]
    return "$ref" in schema or any(refers(each) for each in inner if each)


@pytest.mark.parametrize("path", DOCUMENT["paths"])
def test_every_operation_and_parameter_has_a_sentence_and_an_example(path: str) -> None:
    assert set(DOCUMENT["paths"][path]) == WRITING.get(path, {"get"})
    for operation in DOCUMENT["paths"][path].values():
        assert all(operation[name] for name in ("summary", "description", "tags", "operationId"))
        for parameter in operation.get("parameters", []):
            assert parameter["description"].endswith("."), parameter
            assert parameter["schema"]["examples"], parameter
            assert None not in parameter["schema"]["examples"], parameter


@pytest.mark.parametrize("name", SCHEMAS)
def test_every_property_has_a_sentence_and_an_example(name: str) -> None:
    for key, schema in SCHEMAS[name].get("properties", {}).items():
        assert schema["description"].endswith("."), key
        assert "examples" in schema or refers(schema), key


@pytest.mark.parametrize("path", sorted(PATHS.keys() - {"/metrics"}))  # the metrics page is Prometheus' own
def test_every_answer_is_documented(path: str) -> None:
    answers = PATHS[path]["responses"]

    assert {"200", "422"} | ({"404"} if "{id}" in path else set()) <= answers.keys()
    assert all(answer["description"] for answer in answers.values())
    assert all(MEDIA_TYPE in answer["content"] for status, answer in answers.items() if status != "200")
    if path in LISTS:
        assert {"application/json", "application/x-ndjson", "text/csv"} == answers["200"]["content"].keys()


def test_what_else_can_happen_is_documented() -> None:
    assert "410" in PATHS["/v1/facts/{id}"]["responses"]
    assert "503" in PATHS["/readyz"]["responses"]
    for path in (*KEYED, "/v1/articles"):
        for method, operation in DOCUMENT["paths"][path].items():
            if (path, method) == ("/v1/articles", "get"):
                continue
            answers = operation["responses"]
            assert operation["security"] == [{"key": []}]
            assert {"401", "403", "422"} <= answers.keys()
            assert ({"412", "428"} <= answers.keys()) == ("{id}" in path and method != "get")
            assert all(answer["description"] for answer in answers.values())
            assert all(MEDIA_TYPE in answer["content"] for status, answer in answers.items() if int(status) >= 400)


@pytest.mark.parametrize(("path", "method"), [("/v1/articles", "post"), ("/v1/drafts/{id}", "patch")])
def test_every_field_of_a_body_has_a_sentence_and_an_example(path: str, method: str) -> None:
    schema = DOCUMENT["paths"][path][method]["requestBody"]["content"]["application/json"]["schema"]
    shown = [
        schema,
        *(each["items"] for each in schema["properties"].values() if "properties" in each.get("items", {})),
    ]

    fields = {name: field for each in shown for name, field in each["properties"].items()}
    assert len(fields) > 4
    assert [name for name, field in fields.items() if not field["description"].endswith(".")] == []
    assert [name for name, field in fields.items() if not field["examples"]] == []


def test_every_closed_word_is_in_the_document() -> None:
    shown = {word for key, value in everything(DOCUMENT) if key == "enum" for word in value}
    shown |= {value for key, value in everything(DOCUMENT) if key == "const"}
    lists = [each for each in vars(vocabulary).values() if isinstance(each, type) and issubclass(each, Word)]

    assert len(lists) > 15
    assert [word.value for words in lists if words is not Word for word in words if word.value not in shown] == []


def test_every_reference_has_a_target() -> None:
    targets = {value for key, value in everything(DOCUMENT) if key == "$ref"}

    assert {target.rsplit("/", 1)[-1] for target in targets} <= SCHEMAS.keys()


def test_the_vocabulary_explains_every_filter_and_every_word(world: Client) -> None:
    answer = world.json("/v1/vocabulary")

    assert answer["words"]["metrics"]["revenue"] == "money earned from sales within the period"
    assert answer["words"]["coverage"].keys() == {"stated", "not_stated", "open_ended"}
    asked = {path for path in (*PATHS, *KEYED) if "get" in DOCUMENT["paths"][path]}
    assert set(answer["filters"]) == {path for path in asked if path.startswith("/v1/")}
    assert "sort" in answer["filters"]["/v1/startups"]
    assert answer["problems"]["invalid-input"]["status"] == 422
    assert "not_" in answer["operators"]


def test_the_document_is_served_as_it_is(world: Client) -> None:
    assert world.json("/openapi.json") == DOCUMENT
