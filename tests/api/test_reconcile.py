"""The W3C Reconciliation Service API 0.2, as OpenRefine speaks it: from the manifest to columns of values."""

import json
import re
from html.parser import HTMLParser
from typing import Any
from urllib.parse import quote, urlencode, urlsplit

import httpx
import pytest

from tests.conftest import SHIPPED, Client, Databases

FORM = {"Content-Type": "application/x-www-form-urlencoded"}
ENDPOINT = "/v1/reconcile"
TYPE_KEYS = {"id", "name"}


def post(client: Client, **fields: Any) -> httpx.Response:
    body = urlencode({name: value if isinstance(value, str) else json.dumps(value) for name, value in fields.items()})
    return client.request("POST", ENDPOINT, content=body, headers=FORM)


def reconcile(client: Client, **queries: Any) -> dict[str, list[Any]]:
    answer = post(client, queries=queries)
    assert answer.status_code == 200, answer.text
    check_results(answer.json())
    return {key: value["result"] for key, value in answer.json().items()}


def check_results(answer: Any) -> None:
    """What the published schema of a result batch asks for."""
    assert isinstance(answer, dict)
    for result in answer.values():
        for candidate in result["result"]:
            assert isinstance(candidate["id"], str)
            assert isinstance(candidate["name"], str)
            assert candidate["name"]
            assert isinstance(candidate["description"], str)
            assert isinstance(candidate["score"], int | float)
            assert isinstance(candidate["match"], bool)
            assert all(each.keys() >= TYPE_KEYS for each in candidate["type"])
            assert all(isinstance(each["value"], bool | int | float) for each in candidate["features"])
            names = [each["id"] for each in candidate["features"]]
            assert len(set(names)) == len(names)
        scores = [candidate["score"] for candidate in result["result"]]
        assert scores == sorted(scores, reverse=True)
        assert all(0 <= score <= 100 for score in scores)


def check_words(answer: Any, *further: str) -> None:
    """What the published schemas of suggestions ask for."""
    for each in answer["result"]:
        assert {"id", "name", *further} <= each.keys()
        assert all(isinstance(each[key], str) and each[key] for key in ("id", "name"))


def check_extension(answer: Any, ids: list[str], properties: list[str]) -> None:
    """What the published schema of a data extension asks for."""
    assert [each["id"] for each in answer["meta"]] == properties
    assert all(each["name"] for each in answer["meta"])
    assert set(answer["rows"]) == set(ids)
    for row in answer["rows"].values():
        assert set(row) == set(properties)
        for cells in row.values():
            for cell in cells:
                assert cell.keys() in ({"id", "name"}, {"str"})
                assert all(isinstance(value, str) for value in cell.values())


def test_openrefines_way_through_the_service(shipped: Client) -> None:
    # 1. The manifest, at first as JSON.
    manifest = shipped.json(ENDPOINT)
    assert manifest["versions"] == ["0.2"]
    assert re.match(r"[a-z]+:", manifest["identifierSpace"])
    assert all(each.keys() >= TYPE_KEYS for each in manifest["defaultTypes"])
    for place in (manifest["view"], manifest["preview"]):
        assert "{{id}}" in place["url"]
    assert all(isinstance(manifest["preview"][side], int) for side in ("width", "height"))

    # 2. Guessing the type: a sample of the column's cells, without a type.
    cells = ["양쯔린", "리카이푸", "탄쉬"]
    guessed = reconcile(shipped, **{f"q{at}": {"query": cell, "limit": 3} for at, cell in enumerate(cells)})
    assert {candidates[0]["type"][0]["id"] for candidates in guessed.values()} == {"person"}

    # 3. The whole column.
    queries = {
        f"q{at}": {"query": cell, "type": "person", "type_strict": "should", "limit": 5}
        for at, cell in enumerate(cells)
    }
    found = reconcile(shipped, **queries)
    assert [found[f"q{at}"][0]["id"] for at in range(3)] == ["yang-zhilin", "kai-fu-lee", "tan-xu"]
    assert all(found[key][0]["match"] for key in found)

    # 4. Looking for another one by hand, and looking at it.
    places = manifest["suggest"]
    path = urlsplit(places["entity"]["service_url"] + places["entity"]["service_path"]).path
    suggested = shipped.json(f"{path}?prefix={quote('문샷')}&type=organization&type_strict=any&_=1732400000")
    check_words(suggested, "description", "notable")
    assert suggested["result"][0]["id"] == "moonshot-ai"
    page = shipped.get(urlsplit(manifest["preview"]["url"].replace("{{id}}", "moonshot-ai")).path + "?id=moonshot-ai")
    assert page.headers["content-type"].startswith("text/html")
    assert "Moonshot AI" in page.text

    # 5. Columns from the reconciled values.
    proposals = manifest["extend"]["propose_properties"]
    path = urlsplit(proposals["service_url"] + proposals["service_path"]).path
    proposed = shipped.json(f"{path}?type=person&limit=20")
    assert {"prior_employer", "founded", "name_ko"} <= {each["id"] for each in proposed["properties"]}
    assert proposed["type"] == "person"
    check_words({"result": proposed["properties"]}, "description")
    ids = ["yang-zhilin", "kai-fu-lee"]
    asked = {"ids": ids, "properties": [{"id": "prior_employer"}, {"id": "name_ko"}, {"id": "founded"}]}
    extended = post(shipped, extend=asked).json()
    check_extension(extended, ids, ["prior_employer", "name_ko", "founded"])
    rows = extended["rows"]
    assert [each["id"] for each in rows["yang-zhilin"]["prior_employer"]] == ["facebook-ai-research", "google-brain"]
    assert rows["kai-fu-lee"] == {
        "prior_employer": [{"id": "google-china", "name": "Google China"}],
        "name_ko": [{"str": "리카이푸"}],
        "founded": [{"id": "01-ai", "name": "01.AI"}],
    }
    assert extended["meta"][0]["type"] == {"id": "organization", "name": "organization"}


def test_the_manifest_names_the_address_that_was_asked_and_is_not_kept_for_another(databases: Databases) -> None:
    client = Client(databases.loaded(SHIPPED), cache_bytes=1_000_000)
    for host in ("one.example", "two.example:8000"):
        manifest = client.get(ENDPOINT, headers={"Host": host}).json()
        assert manifest["suggest"]["entity"]["service_url"] == f"http://{host}/v1/reconcile"
        assert manifest["preview"]["url"].startswith(f"http://{host}/v1/reconcile/preview")
    client.close()


def test_get_answers_as_post_does(shipped: Client) -> None:
    queries = json.dumps({"q0": {"query": "月之暗面"}, "q1": {"query": "杨植麟", "limit": 1}})
    extension = json.dumps({"ids": ["minimax"], "properties": [{"id": "investor"}]})

    assert shipped.get(ENDPOINT, params={"queries": queries}).json() == post(shipped, queries=queries).json()
    assert shipped.get(ENDPOINT, params={"extend": extension}).json() == post(shipped, extend=extension).json()
    assert post(shipped, queries="{}").json() == {}


@pytest.mark.parametrize(
    "address",
    [
        ENDPOINT,
        f"{ENDPOINT}?queries=%7B%22q0%22%3A%7B%22query%22%3A%22Moonshot%22%7D%7D",
        f"{ENDPOINT}/suggest/entity?prefix=moon",
        f"{ENDPOINT}/suggest/type?prefix=",
        f"{ENDPOINT}/suggest/property?prefix=name",
        f"{ENDPOINT}/properties?type=startup",
    ],
)
def test_old_clients_get_a_script(shipped: Client, address: str) -> None:
    more = "&" if "?" in address else "?"
    script = shipped.get(f"{address}{more}callback=jQuery112_17.load$&_=1732400000")
    plain = shipped.json(address)

    assert script.headers["content-type"].startswith("application/javascript")
    assert script.headers["x-content-type-options"] == "nosniff"
    start, end = "/**/jQuery112_17.load$(", ");"
    assert script.text.startswith(start)
    assert script.text.endswith(end)
    assert json.loads(script.text[len(start) : -len(end)]) == plain
    for wrong in ("alert(1)//", "a b", "a-b", "<script>", "1a", "a..b", "a" * 101):
        assert shipped.problem(f"{address}{more}callback={quote(wrong)}", 422)["errors"][0]["name"] == "callback"


def test_any_page_may_ask(shipped: Client) -> None:
    elsewhere = {"Origin": "https://refine.example"}
    for address in (ENDPOINT, f"{ENDPOINT}/suggest/type", f"{ENDPOINT}/preview?id=minimax"):
        assert shipped.get(address, headers=elsewhere).headers["access-control-allow-origin"] == "*"
    asked = shipped.request("POST", ENDPOINT, content="queries=%7B%7D", headers=FORM | elsewhere)
    assert asked.headers["access-control-allow-origin"] == "*"


def test_types_narrow_or_only_lower(shipped: Client) -> None:
    def first(query: dict[str, Any]) -> list[tuple[str, float]]:
        return [(row["id"], row["score"]) for row in reconcile(shipped, q0=query)["q0"]]

    assert first({"query": "문샷", "type": "startup"})[0][0] == "moonshot-ai"
    assert first({"query": "문샷", "type": ["startup", "organization"], "type_strict": "all"})[0][0] == "moonshot-ai"
    assert "moonshot-ai" not in dict(first({"query": "문샷", "type": ["fund", "person"]}))
    assert "moonshot-ai" not in dict(first({"query": "문샷", "type": ["fund", "organization"], "type_strict": "all"}))
    lowered = first({"query": "문샷", "type": "person", "type_strict": "should"})
    assert lowered[0] == ("moonshot-ai", first({"query": "문샷"})[0][1] * 0.9)
    assert first({"query": "문샷", "type": "", "limit": 1}) == first({"query": "문샷", "type": []})[:1]


def test_properties_that_disagree_lower_and_those_not_stated_do_not(shipped: Client) -> None:
    def first(*properties: dict[str, Any]) -> Any:
        return reconcile(shipped, q0={"query": "양쯔린", "properties": list(properties)})["q0"][0]

    plain = first()
    agrees = first({"pid": "prior_employer", "v": [{"id": "google-brain", "name": "Google Brain"}, "nobody"]})
    other = first({"pid": "prior_employer", "v": "ByteDance"})
    silent = first({"pid": "country", "v": "US"})
    assert agrees["score"] == plain["score"] == silent["score"]
    assert agrees["match"] is True
    assert other["score"] == round(plain["score"] * 0.8, 1)
    assert other["match"] is False
    assert {"id": "prior_employer", "name": "Prior employers", "value": False} in other["features"]
    assert first({"pid": "prior_employer", "v": "구글브레인"})["score"] == plain["score"]


def test_a_query_without_a_name_goes_by_the_names_among_its_properties(shipped: Client) -> None:
    by_name = reconcile(shipped, q0={"properties": [{"pid": "name_zh", "v": "杨植麟"}]})["q0"]
    assert by_name[0]["id"] == "yang-zhilin"
    assert reconcile(shipped, q0={"properties": [{"pid": "country", "v": "CN"}]}) == {"q0": []}


def test_what_is_not_unique_is_no_match(world: Client) -> None:
    exact = reconcile(world, q0={"query": "Li Lan"})["q0"]
    assert (exact[0]["id"], exact[0]["match"]) == ("li-lan", True)
    vague = reconcile(world, q0={"query": "Neb"}, q1={"query": "네"}, q2={"query": "Lan"})
    assert not any(row["match"] for rows in vague.values() for row in rows)
    assert reconcile(world, q0={"query": "li-lan"})["q0"][0] | {"type": []} == {
        "id": "li-lan", "name": "Li Lan", "description": "person, 리란, 李岚", "type": [], "score": 100.0,
        "features": [{"id": "name", "name": "Name", "value": 100.0}], "match": True,
    }  # fmt: skip


def test_suggestions_go_on_from_a_cursor_and_know_ids(world: Client) -> None:
    def ids(question: str) -> list[str]:
        answer = world.json(f"{ENDPOINT}/suggest/{question}")
        check_words(answer)
        return [each["id"] for each in answer["result"]]

    assert ids("entity?prefix=data-bureau") == ["data-bureau"]
    every = ids("entity?prefix=a")
    assert len(every) > 2
    assert ids("entity?prefix=a&cursor=2") == every[2:]
    assert ids("entity?prefix=%E3%85%87%E3%85%87") == []
    assert ids("entity?prefix=a&type=laboratory") == ["acme-lab"]
    assert ids("entity") == []
    assert ids("type?prefix=st") == ["startup"]
    assert ids("type?prefix=think") == ["think_tank"]
    assert ids("type?prefix=tank") == ["think_tank"]
    assert set(ids("type")) | set(ids("type?cursor=10")) == {
        "organization", "person", "product", "cohort", "country", "startup", "company", "laboratory", "fund",
        "university", "agency", "think_tank", "publisher", "unnamed", "model", "app", "service",
    }  # fmt: skip
    assert ids("property?prefix=prior") == ["prior_employer"]
    assert ids("property?prefix=name") == ["name_en", "name_ko", "name_zh"]


def test_every_property_can_be_asked_of_every_entity(world: Client) -> None:
    words = [each["id"] for each in world.json(f"{ENDPOINT}/properties")["properties"]]
    ids = ["nebula-ai", "li-lan", "nebula-chat", "star-startups", "CN", "nobody", ""]
    answer = post(world, extend={"ids": ids, "properties": [{"id": word} for word in words]}).json()

    check_extension(answer, ids, words)
    rows = answer["rows"]
    assert rows["nobody"] == {word: [] for word in words}
    assert rows["nebula-ai"]["founder"] == [{"id": "li-lan", "name": "Li Lan"}]
    assert rows["nebula-ai"]["prior_employer"] == rows["li-lan"]["prior_employer"] == [
        {"id": "acme-lab", "name": "Acme Lab"}
    ]  # fmt: skip
    assert rows["nebula-ai"]["country"] == [{"id": "CN", "name": "China"}]
    assert rows["nebula-ai"]["kind"] == [{"str": "startup"}]
    assert rows["nebula-ai"]["alias"] == [{"str": "네뷸라"}]
    assert rows["nebula-chat"]["maker"] == [{"id": "nebula-ai", "name": "Nebula AI"}]
    few = post(world, extend={"ids": ids, "properties": [{"id": "cohort", "settings": {"limit": "1"}}]}).json()
    assert all(len(row["cohort"]) <= 1 for row in few["rows"].values())


def test_a_proposal_is_of_a_type(world: Client) -> None:
    def of(question: str) -> set[str]:
        return {each["id"] for each in world.json(f"{ENDPOINT}/properties?{question}")["properties"]}

    assert "founder" in of("type=startup")
    assert "founder" not in of("type=person")
    assert "maker" in of("type=app")
    assert of("type=") == of("") >= of("type=cohort")
    assert len(of("limit=3")) == 3


class Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.seen: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append((tag, dict(attrs)))


def test_a_preview_is_escaped_and_loads_nothing(databases: Databases, seeds: Any) -> None:
    gazetteer = seeds / "gazetteer.toml"
    text = gazetteer.read_text("utf-8")
    gazetteer.write_text(text.replace('name_zh = "星云智能"', "name_zh = '<script>alert(\"&\")</script>'"), "utf-8")
    client = Client(databases.loaded(seeds))
    page = client.get(f"{ENDPOINT}/preview?id=nebula-ai")

    assert "&lt;script&gt;alert(&quot;&amp;&quot;)&lt;/script&gt;" in page.text
    assert "default-src 'none'" in page.headers["content-security-policy"]
    tags = Tags()
    tags.feed(page.text)
    assert not {tag for tag, _ in tags.seen} & {"script", "img", "link", "iframe"}
    assert [attrs["href"] for tag, attrs in tags.seen if tag == "a"] == ["/v1/organizations/nebula-ai"]
    assert "Li Lan" in page.text
    assert client.problem(f"{ENDPOINT}/preview?id=nebula-a", 404)["detail"].endswith("did you mean “nebula-ai”?")
    client.close()


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({}, "is missing"),
        ({"queries": ""}, "is no JSON"),
        ({"queries": "{"}, "is no JSON"),
        ({"queries": "[" * 100_000}, "is no JSON"),
        ({"queries": "9" * 5_000}, "is no JSON"),
        ({"queries": '{"q0": {"query": "\\ud800"}}'}, "half of a character"),
        ({"queries": []}, "valid dictionary"),
        ({"queries": {"q0": "양쯔린"}}, "q0"),
        ({"queries": {"q0": {}}}, "q0.query: is missing"),
        ({"queries": {"q0": {"query": 7}}}, "q0.query"),
        ({"queries": {"q0": {"query": "a", "limit": 0}}}, "q0.limit"),
        ({"queries": {"q0": {"query": "a", "type": "startups"}}}, "did you mean “startup”?"),
        ({"queries": {"q0": {"query": "a", "type_strict": "maybe"}}}, "q0.type_strict"),
        ({"queries": {"q0": {"query": "a", "properties": [{"pid": "founders", "v": "a"}]}}}, "did you mean “founder”?"),
        ({"queries": {"q0": {"query": "a", "properties": [{"pid": "founder"}]}}}, "properties.0.v"),
        ({"queries": {"q0": {"query": "a", "properties": [{"pid": "kind", "v": "a"}] * 11}}}, "at most 10 items"),
        ({"queries": {"q0": {"query": "a", "properties": [{"pid": "kind", "v": ["a"] * 21}]}}}, "more than 20 values"),
        ({"queries": {"q0": {"query": "a" * 10_000}}}, "more than 200 characters"),
        ({"extend": "x"}, "is no JSON"),
        ({"extend": {"ids": ["minimax"]}}, "properties"),
        ({"extend": {"ids": "minimax", "properties": []}}, "ids"),
        ({"extend": {"ids": [], "properties": [{"id": "founders"}]}}, "did you mean “founder”?"),
        ({"extend": {"ids": [], "properties": [{"id": "founder", "settings": {"limit": "x"}}]}}, "is no number"),
        ({"extend": {"ids": [], "properties": [{"id": "founder", "settings": {"rank": "x"}}]}}, "is no setting"),
    ],
)
def test_what_cannot_be_reconciled_is_refused_and_named(world: Client, fields: Any, sentence: str) -> None:
    answer = post(world, **fields)

    assert (answer.status_code, answer.headers["content-type"]) == (422, "application/problem+json"), answer.text
    assert sentence in answer.json()["detail"]


def test_too_much_at_once_is_refused(world: Client) -> None:
    for fields in (
        {"queries": {f"q{at}": {"query": "a"} for at in range(51)}},
        {"extend": {"ids": [str(at) for at in range(501)], "properties": []}},
        {"queries": "a" * 1_000_001},
    ):
        answer = post(world, **fields)
        assert (answer.status_code, answer.json()["title"]) == (413, "Too much at once")
    fifty = post(world, queries={f"q{at}": {"query": f"Li {at}"} for at in range(50)})
    assert len(fifty.json()) == 50


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "a",
        "ㅈ",
        "🐢" * 50,
        "\u200f\u202e",
        "\ue000",
        "\0",
        "a\0b",
        "양\u0000즈린",
        "𐀀" * 100,
        "Co., Ltd.",
        "가a杨1" * 40,
    ],
)
def test_whatever_is_to_be_reconciled_has_an_answer(world: Client, text: str) -> None:
    found = reconcile(world, q0={"query": text}, q1={"query": text, "type": "person", "limit": 1})
    assert set(found) == {"q0", "q1"}
    check_extension(
        post(world, extend={"ids": [text], "properties": [{"id": "kind"}]}).json(), [text.replace("\0", "")], ["kind"]
    )


def test_only_forms_are_taken_and_other_methods_refused(world: Client) -> None:
    answer = world.request("POST", ENDPOINT, json={"queries": {}})
    assert (answer.status_code, answer.json()["errors"][0]["name"]) == (422, "Content-Type")
    assert world.problem(ENDPOINT, 405, method="DELETE")["title"] == "Method not allowed"
    assert world.problem(f"{ENDPOINT}/preview", 422)["errors"][0]["name"] == "id"


def test_statements_do_not_depend_on_what_is_found(crowd: Client) -> None:
    def cost(**query: Any) -> int:
        with crowd.counting_statements() as statements:
            reconcile(crowd, q0=query)
        return len(statements)

    reconcile(crowd, q0={"query": "a"})
    agree = [{"pid": "prior_employer", "v": "a"}]
    assert cost(query="창업007호") == cost(query="창업")
    assert cost(query="창업007호", properties=agree) == cost(query="창업", properties=agree)
