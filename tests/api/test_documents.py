"""The short way: what was written down is answered, byte for byte what the long way answers."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.pages import MOST_MEMBERS
from tests.conftest import Client, Databases
from tests.crowd import table, write_crowd

DETAILS = ["/v1/startups/startup-004", "/v1/startups/startup-117"]
LISTS = [
    "/v1/startups?prior_employer=employer-1",
    "/v1/startups?prior_employer=branch-3&country=CN",
    "/v1/startups?prior_employer=employer-1&country=CN&country=US&limit=3",
    "/v1/startups?country=CN&limit=7",
    "/v1/people?prior_employer=employer-2&limit=4",
    "/v1/people?q=대표00",
    "/v1/people?q=대표&limit=30",
    "/v1/people?q=대표&prior_employer=employer-2",
    "/v1/employers/employer-1/alumni?limit=5",
    "/v1/employers/employer-0/alumni",
]
LONG = [
    "/v1/startups",
    "/v1/startups?not_country=US",
    "/v1/startups?country=CN&sort=-id",
    "/v1/startups?country=CN&lang=ko",
    "/v1/startups?country=CN&group_by=country",
    "/v1/startups?prior_employer=employer-1&prior_employer=employer-2",
    "/v1/startups?prior_employer=employer-1&rollup=false",
    "/v1/startups/startup-004?lang=ko",
    "/v1/employers/employer-1/alumni?role=founder",
]


def short(client: Client, address: str) -> bytes:
    """The answer to a question that takes the short way: SQLAlchemy is asked for nothing but the day of the load."""
    client.get(address)
    with client.counting_statements() as statements:
        answer = client.get(address)
    assert answer.status_code == 200, answer.text
    assert statements == [], f"{address} took the long way"
    return answer.content


@pytest.mark.parametrize("address", DETAILS + LISTS)
def test_both_ways_give_the_same(crowd: Client, address: str) -> None:
    answer = short(crowd, address)
    longer = crowd.get(address + ("&" if "?" in address else "?") + "format=json")
    assert answer.decode() == longer.text.replace("&format=json", "").replace("?format=json", "?")
    near, far = (
        crowd.get(one).headers for one in (address, address + ("&" if "?" in address else "?") + "format=json")
    )
    for name in ("x-data-revision", "last-modified", "content-type", "vary", "cache-control"):
        assert near[name] == far[name]


@pytest.mark.parametrize("address", [address for address in LISTS if "limit=" in address])
def test_pages_of_the_short_way_follow_each_other_and_hold_each_row_once(crowd: Client, address: str) -> None:
    ids: list[str] = []
    following: str | None = address
    while following:
        short(crowd, following)
        page = crowd.json(following)
        ids += [row["id"] for row in page["items"]]
        assert ("link" in crowd.get(following).headers) == (page["next"] is not None)
        following = page["next"]
    assert ids == sorted(set(ids))
    assert len(ids) == page["total"]


@pytest.mark.parametrize("address", LONG)
def test_what_is_not_plain_takes_the_long_way(crowd: Client, address: str) -> None:
    crowd.get(address)
    with crowd.counting_statements() as statements:
        assert crowd.get(address).status_code == 200
    assert statements


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/v1/startups?prior_employer=nobody", 422),
        ("/v1/startups?country=ZZ", 422),
        ("/v1/startups?country=CN&limit=0", 422),
        ("/v1/startups?country=CN&limit=many", 422),
        ("/v1/startups?country=CN&limit=1&limit=2", 422),
        ("/v1/startups?country=CN&cursor=broken", 422),
        ("/v1/startups/nobody", 404),
        ("/v1/startups/employer-1", 404),
        ("/v1/employers/nobody/alumni", 404),
    ],
)
def test_the_long_way_says_what_is_wrong(crowd: Client, address: str, status: int) -> None:
    assert crowd.problem(address, status)["status"] == status


SPRAWL = MOST_MEMBERS + 7


@pytest.fixture
def sprawling(databases: Databases, tmp_path: Path) -> Iterator[Client]:
    """A world one of whose employers has more members than an answer names."""
    gazetteer = write_crowd(tmp_path / "sprawling", 3) / "gazetteer.toml"
    more = [
        table("[[organization]]", id=f"shop-{at:03}", kind="laboratory", name=f"가게{at:03}호")
        + 'parent = { id = "branch-0", note = "made up" }\n'
        for at in range(SPRAWL)
    ]
    gazetteer.write_text("\n".join([gazetteer.read_text("utf-8"), *more]), encoding="utf-8")
    client = Client(databases.loaded(gazetteer.parent))
    yield client
    client.close()


@pytest.mark.parametrize("ending", ["", "&format=json"], ids=["short", "long"])
def test_of_a_roll_up_without_end_so_many_are_named_and_the_rest_is_counted(sprawling: Client, ending: str) -> None:
    query = sprawling.json(f"/v1/startups?prior_employer=employer-0{ending}")["query"]
    members = ["branch-0", "employer-0", *(f"shop-{at:03}" for at in range(SPRAWL))]
    assert query["rolled_up"] == {"prior_employer": members[:MOST_MEMBERS]}
    assert query["rolled_up_cut"] == {"prior_employer": len(members) - MOST_MEMBERS}
    several = sprawling.json("/v1/startups?prior_employer=employer-0&prior_employer=branch-0")["query"]
    assert several["rolled_up_cut"] == query["rolled_up_cut"]


def test_a_name_with_no_beginning_in_it_finds_nobody(crowd: Client) -> None:
    assert crowd.json("/v1/people?q=호999")["total"] == 0
    assert crowd.json("/v1/people?q=%20")["total"] == 0


def walked(client: Client, address: str) -> list[str]:
    """The names on all pages of a list."""
    names: list[str] = []
    following: str | None = address
    while following:
        page = client.json(following)
        assert page["total"] >= len(page["items"])
        names += [row["name"] for row in page["items"]]
        following = page["next"]
    return names


@pytest.mark.parametrize("ending", ["", "&format=json", "&fields=name"], ids=["short", "long", "fields"])
def test_what_a_text_finds_is_in_the_order_of_the_names_it_finds(crowd: Client, ending: str) -> None:
    by_id = walked(crowd, "/v1/people?q=대표&sort=id&limit=200")
    in_order = walked(crowd, f"/v1/people?q=대표&limit=7{ending}")
    assert len(by_id) > 20
    assert sorted(by_id) == in_order  # their names begin with it and are in one script
    assert crowd.json(f"/v1/people?q=대표&limit=7{ending}")["total"] == len(by_id)
    assert "sort" not in crowd.json(f"/v1/people?q=대표{ending}")["query"]


def test_a_cursor_of_one_order_is_none_of_another(crowd: Client) -> None:
    cursor = crowd.json("/v1/people?q=대표&limit=7")["next"].partition("cursor=")[2].partition("&")[0]
    problem = crowd.problem(f"/v1/people?q=대표&limit=7&sort=id&cursor={cursor}", 422)
    assert problem["errors"][0]["name"] == "cursor"
