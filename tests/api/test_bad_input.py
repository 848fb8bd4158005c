"""Bad input: each mistake is named, with what is allowed; nothing is guessed, nothing is told of the inside."""

from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from tests.api.paths import LISTS, PATHS, parameters, shipped_path
from tests.conftest import Client

TOLERANT = {path for path in PATHS if path.startswith("/v1/reconcile")}
"""Where clients of a protocol of others add parameters of their own."""


def only_error(problem: Any) -> Any:
    """The one parameter at fault."""
    assert (problem["type"], problem["status"]) == ("/v1/vocabulary#/problems/invalid-input", 422)
    [error] = problem["errors"]
    assert error["message"] in problem["detail"]
    return error


@pytest.mark.parametrize("path", sorted(PATHS.keys() - {"/metrics"} - TOLERANT))  # the metrics page is Prometheus' own
def test_an_unknown_parameter_is_named_on_every_path(shipped: Client, path: str) -> None:
    address = shipped_path(path)
    error = only_error(shipped.problem(f"{address}{'&' if '?' in address else '?'}prior_employr=google", 422))

    assert (error["in"], error["name"]) == ("query", "prior_employr")
    allowed = sorted(parameters(path))
    assert f"allowed: {', '.join(allowed[:40])}" in error["message"] if allowed else "no parameters" in error["message"]
    assert ("did you mean “prior_employer”?" in error["message"]) == ("prior_employer" in allowed)


@pytest.mark.parametrize("path", sorted(TOLERANT))
def test_a_parameter_that_a_protocol_does_not_have_is_left_aside(shipped: Client, path: str) -> None:
    address = shipped_path(path)
    more = f"{address}{'&' if '?' in address else '?'}_=1732400000&lang=en&lang=fr&key=x"

    assert shipped.get(more).content == shipped.get(address).content
    assert shipped.problem(f"{more}&key=%00", 422)["errors"][0]["name"] == "key"


@pytest.mark.parametrize(
    ("question", "name", "sentence"),
    [
        ("figures?metric=revenues", "metric", "“revenues” is not a word of this list; did you mean “revenue”?"),
        ("organizations?kind=zebra", "kind", "allowed: startup, company, laboratory"),
        ("organizations?not_kind=startups", "not_kind", "did you mean “startup”?"),
        ("startups?sort=nmae", "sort", "did you mean “name”?"),
        ("startups?sort=id,-nmae", "sort", "allowed: id, -id, name, -name"),
        ("startups?group_by=sector", "group_by", "allowed: country, founder"),
        ("startups?claims=maybe", "claims", "allowed: exclude, include, only"),
        ("startups?role=boss", "role", "allowed: founder, hire, any"),
        ("people?role=boss", "role", "allowed: founder, hire"),
        ("startups?rollup=perhaps", "rollup", "valid boolean"),
        ("startups?cohort=star-startup", "cohort", "no cohort “star-startup”; did you mean “star-startups”?"),
        ("startups?cohort=nebula-ai", "cohort", "there is no cohort “nebula-ai”"),
        ("startups?not_founder=li-la", "not_founder", "did you mean “li-lan”?"),
        ("startups?founder=li-lan&founder=nobody", "founder", "there is no person “nobody”"),
        ("startups?cohort=", "cohort", "there is no cohort “”"),
        ("startups?country=XX", "country", "“XX”"),
        ("articles?story=other", "story", "“other”"),
        ("figures?group_by=metric&subject=nobody", "subject", "there is no entity “nobody”"),
        ("people?article=2024-05-10-alpha", "article", "did you mean “2024-05-10-alpha-nebula”?"),
        ("startups?limit=0", "limit", "greater than or equal to 1"),
        ("startups?limit=-1", "limit", "greater than or equal to 1"),
        ("startups?limit=201", "limit", "less than or equal to 200"),
        ("startups?limit=x", "limit", "“x”: input should be a valid integer"),
        ("startups?limit=1.5", "limit", "“1.5”"),
        ("startups?limit=", "limit", "valid integer"),
        ("startups?limit=99999999999999999999999", "limit", "less than or equal to 200"),
        ("startups?limit=1&limit=2", "limit", "given 2 times; it takes one value"),
        ("startups?q=a&q=b", "q", "given 2 times"),
        ("figures?period_from=tomorrow", "period_from", "“tomorrow”"),
        ("figures?period_from=2024-02-30", "period_from", "“2024-02-30”"),
        ("figures?period_from=0", "period_from", "allowed is a day, such as 2024-11-24"),
        ("articles?published_to=2024-05-11T00:00:00", "published_to", "allowed is a day"),
        ("startups?fields=" + ",".join(["id"] * 201), "fields", "201 values in one request"),
        ("startups?format=csv&fields=" + ",".join(["id"] * 201), "fields", "at most 200"),
        ("startups?include=" + ",".join(["hires"] * 201), "include", "at most 200"),
        ("people?group_by=role&cursor=abc", "cursor", "is not a cursor of this list"),
        ("figures?usd_min=much", "usd_min", "“much”"),
        ("figures?usd_min=NaN", "usd_min", "finite"),
        ("figures?value_max=-Infinity", "value_max", "finite"),
        ("figures?value_min=1e400", "value_min", "15 digits"),
        ("figures?value_min=1e-400", "value_min", "15 digits"),
        ("figures?value_min=1234567890123456", "value_min", "15 digits"),
        ("articles/2024-05-10-alpha-nebula/passages?paragraph=99999999999999999999", "paragraph", "1000000"),
        ("startups?q=" + "a" * 201, "q", "at most 200 characters"),
        ("startups?cursor=" + "a" * 2001, "cursor", "at most 2000 characters"),
        ("startups?cohort=" + "a" * 20_000, "cohort", "there is no cohort “" + "a" * 80 + "”"),
        ("startups?q=a%00b", "q", "contains a NUL character"),
        ("startups?cohort=%00", "cohort", "contains a NUL character"),
        ("organizations/acme%00", "id", "contains a NUL character"),
        ("startups?cursor=", "cursor", "is not a cursor of this list"),
        ("startups?cursor=abc", "cursor", "is not a cursor of this list"),
        ("startups?cursor=%E7%95%8C", "cursor", "is not a cursor of this list"),
        ("startups?cursor=%20%21%3D%3D", "cursor", "is not a cursor of this list"),
    ],
)
def test_a_bad_value_is_named_with_what_is_allowed(world: Client, question: str, name: str, sentence: str) -> None:
    error = only_error(world.problem(f"/v1/{question}", 422))

    assert error["name"] == name
    assert sentence in error["message"]


def test_several_mistakes_are_all_named(world: Client) -> None:
    assert [each["name"] for each in world.problem("/v1/startups?cohrt=x&limit=1&limit=2", 422)["errors"]] == [
        "cohrt",
        "limit",
    ]
    assert [each["name"] for each in world.problem("/v1/figures?limit=0&metric=x&unit=y", 422)["errors"]] == [
        "limit",
        "metric",
        "unit",
    ]
    unknown = world.problem("/v1/startups?founder=nobody&not_cohort=none", 422)["errors"]
    assert [each["name"] for each in unknown] == ["founder", "not_cohort"]


@pytest.mark.parametrize(
    "value", ["%01%02%7F", "%ED%A0%80", "%FF%FE", "%F0%9F%90%A2", "%E2%80%AE", "%0A%0D", "%25%5F%5C"]
)
def test_odd_characters_find_nothing_and_break_nothing(world: Client, value: str) -> None:
    for path in LISTS:
        if "q" in parameters(path):
            assert world.json(f"{path}?q={value}")["total"] == 0
    assert world.problem(f"/v1/people/{value}", 404)["status"] == 404
    assert world.problem(f"/v1/startups?cohort={value}", 422)["errors"][0]["name"] == "cohort"


def next_cursor(client: Client, address: str) -> str:
    following: str = client.json(address)["next"]
    return parse_qs(urlsplit(following).query)["cursor"][0]


@pytest.mark.parametrize(
    "question",
    [
        "organizations?limit=1",  # another list
        "startups?limit=1&sort=-id",  # another order
        "startups?limit=1&q=ai",  # other filters
        "startups?limit=1&rollup=false",
        "startups?limit=1&not_cohort=star-startups",
        "investors/globex/portfolio?limit=1",
    ],
)
def test_a_cursor_holds_for_its_own_list_filters_and_order_only(world: Client, question: str) -> None:
    cursor = next_cursor(world, "/v1/startups?limit=1")
    assert world.ids(f"/v1/startups?limit=1&cursor={cursor}") == ["orion-ai"]

    error = only_error(world.problem(f"/v1/{question}&cursor={cursor}", 422))

    assert error["name"] == "cursor"
    assert "take it unchanged from `next`" in error["message"]


def test_a_cursor_of_one_persons_list_does_not_open_anothers(world: Client) -> None:
    cursor = next_cursor(world, "/v1/employers/acme/alumni?limit=1")

    assert only_error(world.problem(f"/v1/employers/hooli/alumni?limit=1&cursor={cursor}", 422))["name"] == "cursor"


def test_a_cursor_with_one_character_changed_is_refused(world: Client) -> None:
    address = "/v1/figures?limit=2&sort=-usd"
    cursor = next_cursor(world, address)
    page = world.get(f"{address}&cursor={cursor}").content

    for at, character in enumerate(cursor):
        changed = cursor[:at] + ("A" if character != "A" else "B") + cursor[at + 1 :]
        answer = world.get(f"{address}&cursor={changed}")
        same_bytes = at == len(cursor) - 1 and answer.content == page  # base64's last character may hold idle bits
        assert answer.status_code == 422 or same_bytes, changed
    for shortened in (cursor[:-1], cursor[:-4], cursor[4:], cursor[:12]):
        assert world.problem(f"{address}&cursor={shortened}", 422)["errors"][0]["name"] == "cursor"


def test_of_many_unknown_ids_the_first_few_are_searched_for(world: Client) -> None:
    asked = "&".join(f"entity=li-la{at}" for at in range(199))

    with world.counting_statements() as statements:
        errors = world.problem(f"/v1/facts?{asked}", 422)["errors"]

    assert len(errors) == 199
    assert ["did you mean" in error["message"] for error in errors] == [True] * 3 + [False] * 196
    assert len(statements) < 10
