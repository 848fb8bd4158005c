"""`as_of`: the same question about an earlier state has the answer that it had then, byte by byte."""

import json
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
import sqlalchemy as sa
from sqlalchemy.engine import Connection, Engine
from sqlmodel import SQLModel, col

from app.db import reading, writing
from app.errors import InvalidInput
from app.models import Revision
from app.past import show_past
from app.vocabulary import ExportFormat, ExportTable
from tests.api.paths import DETAILS, DOCUMENT, KEYED, LISTS, PATHS, WORLD_IDS, pages, parameters, words
from tests.conftest import WORLD, Client, Databases
from tests.seeding.spelled import MERGE
from tests.seeding.tables import ALPHA, GAMMA, VEGA, append, edit, load_all

PINNED = [path for path in PATHS if "as_of" in parameters(path)]
EXPORTS = {"/v1/export", "/v1/export/{table}.parquet"}
BY_NAME = {"/v1/search", "/v1/suggest"}
RECONCILE = {"/v1/reconcile", "/v1/reconcile/suggest/entity", "/v1/reconcile/preview"}
OTHERS = {"/v1/graph", "/v1/coverage", *EXPORTS, *BY_NAME, *RECONCILE}
EXTENSION = {
    "ids": ["hooli", "vega-ai", "an-ya"],
    "properties": [{"id": "name_en"}, {"id": "founder"}, {"id": "founded"}],
}
SETTLED = {f"/v1/reconcile/{path}" for path in ("suggest/type", "suggest/property", "properties")} | {"/v1/vocabulary"}
LOADED = 4
"""The revision of the world as it is: its gazetteer and three articles."""
TODAY = datetime.now(UTC)
DETAILS_OF_EACH = 2
PLACE = ("x-data-revision", "last-modified")
MERGES = "".join(
    MERGE.format(old=old, into=into)
    for old, into in {"acme": "globex", "wang-bo": "li-lan", "vega-ai": "nebula-ai", "data-bureau": "hooli"}.items()
)
OMEGA = Path("articles/2024-07-01-omega-orion")


def correct_the_gazetteer(seeds: Path) -> None:
    gazetteer = seeds / "gazetteer.toml"
    edit(gazetteer, 'name = "Hooli"\nname_ko = "훌리"', 'name = "Hooli Inc."\nname_ko = "훌리"\naliases = ["Huli"]')
    edit(gazetteer, 'id = "globex"\nkind = "fund"', 'id = "globex"\nkind = "company"')
    edit(gazetteer, 'parent = { id = "acme", note = "Acme Lab is the laboratory of Acme." }\n', "")
    edit(gazetteer, 'name_ko = "애크미"\n', 'name_ko = "애크미"\nparent = { id = "hooli", note = "Bought." }\n')
    edit(gazetteer, "Nebula Chat is the app of Nebula AI.", "It is their app.")
    edit(gazetteer, "Founders whom the Data Bureau asked.", "Founders who answered the Data Bureau.")


def correct_articles(seeds: Path) -> None:
    alpha, vega = seeds / ALPHA / "records.toml", seeds / VEGA / "records.toml"
    edit(alpha, '"리란이 창업"', '"리란이 창업했다"')
    edit(vega, "period = { from = 2024-01-01, to = 2024-12-31 }\n", "")
    edit(vega, 'words = { period = "올해", qualifier = "예상" }', 'words = { qualifier = "예상" }')
    edit(alpha, 'extent = "most"\nparties = ["hooli", "globex"]', 'extent = "most"\nparties = ["globex"]')
    edit(
        vega,
        '[[founding]]\nperson = "zhao-mei"\nstartup = "vega-ai"\n',
        '[[employment]]\nperson = "zhao-mei"\norganization = "vega-ai"\nstatus = "current"\n',
    )
    edit(seeds / GAMMA / "article.toml", 'title = "네뷸라AI 창업 1년"', 'title = "네뷸라AI의 1년"')
    edit(seeds / GAMMA / "article.toml", "published_on = 2024-05-11", "published_on = 2024-05-12")
    append(seeds / VEGA / "original.txt", "훌리는 네뷸라AI의 이웃이다.")


def add_an_article(seeds: Path) -> None:
    edit(
        seeds / "gazetteer.toml",
        'id = "wang-bo"',
        'id = "an-ya"\nname = "An Ya"\nname_ko = "안야"\n\n[[person]]\nid = "wang-bo"',
    )
    edit(
        seeds / "gazetteer.toml",
        'id = "acme"\nkind = "company"',
        'id = "omega"\nkind = "startup"\nname = "Omega"\nname_ko = "오메가"\n'
        'parent = { id = "acme-lab", note = "Theirs." }\n\n[[organization]]\nid = "acme"\nkind = "company"',
    )
    (seeds / OMEGA).mkdir()
    about = (seeds / VEGA / "article.toml").read_text("utf-8")
    (seeds / OMEGA / "article.toml").write_text(about.replace(VEGA.name, OMEGA.name), "utf-8")
    (seeds / OMEGA / "original.txt").write_text("오메가\n안야가 오메가를 창업했다. 훌리에 투자한 글로벡스.\n", "utf-8")
    (seeds / OMEGA / "records.toml").write_text(
        '[[founding]]\nperson = "an-ya"\nstartup = "omega"\n'
        'citations = [{ passage = "p2.s1", as_written = "안야가 오메가를 창업" }]\n\n'
        '[[membership]]\nmember = "omega"\ncohort = "star-startups"\n'
        'citations = [{ passage = "p2.s1", as_written = "오메가" }]\n',
        "utf-8",
    )


def take_back(seeds: Path) -> None:
    (seeds / VEGA / "records.toml").write_text("", "utf-8")
    edit(seeds / "gazetteer.toml", "Theirs.", "Sold to them.")
    edit(
        seeds / "gazetteer.toml",
        'name = "Hooli Inc."\nname_ko = "훌리"\naliases = ["Huli"]',
        'name = "Hooli"\nname_ko = "훌리"',
    )


def come_back(seeds: Path) -> None:
    (seeds / VEGA / "records.toml").write_text((WORLD / VEGA / "records.toml").read_text("utf-8"), "utf-8")


def merge_entries(seeds: Path) -> None:
    append(seeds / "gazetteer.toml", MERGES)


def split_them(seeds: Path) -> None:
    edit(seeds / "gazetteer.toml", MERGES, "")


STEPS: tuple[Callable[[Path], None], ...] = (
    correct_the_gazetteer, correct_articles, add_an_article, take_back, come_back, merge_entries, split_them,
)  # fmt: skip


def questions(client: Client) -> Iterator[str]:
    """Every path that takes `as_of` and answers JSON: lists whole, in pages and counted, some details of each kind."""
    yield from (f"/v1/graph?around={middle}&depth=2" for middle in ("hooli", "nebula-ai", "star-startups"))
    yield "/v1/coverage?"
    yield from (f"/v1/reconcile/suggest/entity?prefix={text}" for text in ("훌리", "huli", "애크", "An Ya", "오"))
    yield f"/v1/reconcile?queries={quote(json.dumps({'q0': {'query': 'Hooli'}, 'q1': {'query': '안야'}}))}"
    yield f"/v1/reconcile?extend={quote(json.dumps(EXTENSION))}"
    yield from (f"{path}?q={text}" for path in BY_NAME for text in ("훌리", "huli", "애크", "An Ya", "오"))
    for path in PINNED:
        if path in OTHERS:
            continue
        if path in DETAILS:
            collection = path.removesuffix("/{id}")
            both = "&basis=stated&basis=editorial" * (path == "/v1/facts/{id}")
            rows = client.json(f"{collection}?limit=200{both}")["items"]
            every = max(1, len(rows) // DETAILS_OF_EACH)
            yield from (f"{collection}/{row.get('id') or row['fact']}?" for row in rows[::every])
            continue
        address = path.format(id=WORLD_IDS.get(path)) if "{id}" in path else path
        yield f"{address}?limit=200"
        yield f"{address}?limit=2&lang=ko&sort=-{words(path, 'sort')[0]}"
        for word in words(path, "group_by"):
            yield f"{address}?group_by={word}"


def answered(client: Client, question: str, as_of: object = None) -> tuple[bytes, dict[str, Any], dict[str, str]]:
    """An answer: its bytes; what it says, but for the echo of `as_of` and the cursor bound to it; its headers."""
    answer = client.get(question + (f"&as_of={as_of}" if as_of else ""))
    said = {**answer.json(), "next": None}
    if as_of and "query" in said:
        assert str(said["query"].pop("as_of")) == str(as_of)
    names = ("etag", "last-modified", "x-data-revision", "link")
    return answer.content, {"status": answer.status_code, **said}, {name: answer.headers.get(name) for name in names}


@pytest.fixture
def client(databases: Databases) -> Iterator[Client]:
    """The world, for one test to change and to ask."""
    with closing(Client(databases.loaded(WORLD))) as made:
        yield made


def newest(engine: Engine) -> int:
    with reading(engine) as connection:
        return connection.scalar(sa.select(sa.func.max(col(Revision.number)))) or 0


def tables(engine: Engine, shadow: Callable[[Connection], None] | None = None) -> dict[str, list[str]]:
    """Every row of every table that a pinned question may ask: it never takes the short way, nor asks its tables."""
    with reading(engine, shadow) as connection:
        return {
            table.name: sorted(str(row._asdict()) for row in connection.execute(sa.select(table)))
            for table in SQLModel.metadata.sorted_tables
            if table.name not in {"alumnus", "origin", "document", "name_key", "draft", "shingle"}
        }


def test_every_path_takes_it_whose_answer_depends_on_the_data() -> None:
    details = {path for path in DETAILS if "lang" in parameters(path)}
    assert {*LISTS, *details, *OTHERS} == set(PINNED)
    assert {path for path in PATHS if path.startswith("/v1/")} - set(PINNED) == SETTLED
    assert len(details) > 8
    assert not [path for path in KEYED if "as_of" in str(DOCUMENT["paths"][path])]  # drafts are in no revision


def test_every_table_is_as_it_was(client: Client, loader: Engine, seeds: Path) -> None:
    then = {newest(loader): tables(client.engine)}
    for step in STEPS:
        step(seeds)
        load_all(loader, seeds)
        then[newest(loader)] = tables(client.engine)
    assert len(then) == len(STEPS) + 1

    for revision, held in then.items():
        assert tables(client.engine, partial(show_past, as_of=revision)) == held, revision


def test_a_pinned_answer_stays_as_it_was(client: Client, loader: Engine, seeds: Path) -> None:
    pinned: dict[tuple[int, str], tuple[bytes, dict[str, str]]] = {}
    said_then: list[dict[str, Any]] = []
    for step in (None, *STEPS):
        if step:
            step(seeds)
            load_all(loader, seeds)
        if step not in {None, correct_articles}:  # of the others the test of the tables speaks
            continue
        revision = newest(loader)
        now: dict[str, Any] = {}
        for question in questions(client):
            _, now[question], headers = answered(client, question)
            content, said, same_headers = answered(client, question, revision)
            assert said == now[question], question
            assert [same_headers[name] for name in PLACE] == [headers[name] for name in PLACE]
            assert headers["x-data-revision"] == str(revision)
            pinned[revision, question] = content, same_headers
        said_then.append(now)
    first, second = said_then
    assert sum(second.get(question) != said for question, said in first.items()) > len(first) // 3

    for (revision, question), answer in pinned.items():
        content, _, headers = answered(client, question, revision)
        assert (content, headers) == answer, (revision, question)


def test_a_day_is_the_state_at_its_end(client: Client, loader: Engine, seeds: Path) -> None:
    then = client.json("/v1/organizations?limit=200")["items"]
    correct_the_gazetteer(seeds)
    load_all(loader, seeds)
    at = SQLModel.metadata.tables["revision"]
    with writing(loader) as connection:
        for number, moment in ((LOADED, datetime(2026, 3, 1, 23, 59, 59, tzinfo=UTC)), (LOADED + 1, TODAY)):
            connection.execute(sa.update(at).where(at.c.number >= number).values(at=moment))
        connection.execute(sa.update(at).where(at.c.number < LOADED).values(at=datetime(2026, 2, 1, tzinfo=UTC)))

    for day, revision in (
        ("2026-02-01", LOADED - 1),
        ("2026-02-28", LOADED - 1),
        ("2026-03-01", LOADED),
        ("2026-03-02", LOADED),
        (TODAY.date(), LOADED + 1),
    ):
        answer = client.get(f"/v1/organizations?limit=200&as_of={day}")
        assert answer.headers["x-data-revision"] == str(revision)
        assert (answer.json()["items"] == then) == (revision <= LOADED)
        assert answer.json()["query"]["as_of"] == str(day)
    assert "Sun, 01 Mar 2026" in client.get("/v1/people?as_of=2026-03-01").headers["last-modified"]
    early = client.problem("/v1/people?as_of=2026-01-31", 422)["errors"]
    assert early == [
        {
            "in": "query",
            "name": "as_of",
            "message": "nothing is known of the data as of “2026-01-31”; "
            f"allowed: a revision from 1 to {newest(loader)}, or a day from 2026-02-01 to {TODAY.date()}",
        }
    ]


@pytest.mark.parametrize(
    ("as_of", "sentence"),
    [
        ("5", "as of “5”; allowed: a revision from 1 to 4, or a day from "),
        ("99999999999999999999", "such as 12, or a day, such as 2026-11-24"),
        ("0", "“0”: allowed is the number"),
        ("-1", "“-1”: allowed is the number of a revision, such as 12, or a day, such as 2026-11-24"),
        ("1999-12-31", "as of “1999-12-31”; allowed: a revision from 1 to 4, or a day from "),
        ("9999-12-31", "as of “9999-12-31”; allowed: "),
        ("2026-02-30", "“2026-02-30”: "),
        ("20261301T00", "“20261301T00”: allowed is"),
        ("yesterday", "“yesterday”: allowed is the number"),
        ("", "“”: allowed is the number"),
    ],
)
def test_what_is_no_state_of_the_data_is_refused(world: Client, as_of: str, sentence: str) -> None:
    for path in (
        "startups",
        "startups/nebula-ai",
        "facts?group_by=type",
        "graph?around=acme",
        "coverage",
        "export",
        "export/figures.parquet",
    ):
        [error] = world.problem(f"/v1/{path}{'&' if '?' in path else '?'}as_of={as_of}", 422)["errors"]
        assert error["name"] == "as_of"
        assert sentence in error["message"]


def test_of_nothing_there_is_no_past(nothing: Client) -> None:
    [error] = nothing.problem("/v1/startups?as_of=1", 422)["errors"]
    assert error["message"] == "nothing is known of the data as of “1”; nothing was loaded yet"


def test_a_page_follows_a_page_of_the_same_state_only(client: Client, loader: Engine, seeds: Path) -> None:
    then = [row["fact"] for page in pages(client, "/v1/facts?limit=3") for row in page["items"]]
    first = client.json(f"/v1/facts?limit=3&as_of={LOADED}")
    correct_articles(seeds)
    load_all(loader, seeds)
    assert [row["fact"] for page in pages(client, f"/v1/facts?limit=3&as_of={LOADED}") for row in page["items"]] == then
    table = client.get(f"/v1/facts?fields=fact&format=csv&as_of={LOADED}").text
    assert table.split() == ["fact", *then]
    other = first["next"].replace(f"as_of={LOADED}", f"as_of={LOADED + 1}")
    assert client.problem(other, 422)["errors"][0]["name"] == "cursor"
    assert client.problem(first["next"].replace(f"as_of={LOADED}&", ""), 422)["errors"][0]["name"] == "cursor"


def exports(client: Client, as_of: object = None) -> dict[str, tuple[bytes, list[str | None]]]:
    """Every export: its bytes, its tag and its place in time."""
    found = {}
    addresses = [f"export?format={each}&" for each in ExportFormat] + [
        f"export/{each}.parquet?" for each in ExportTable
    ]
    for address in addresses:
        answer = client.get(f"/v1/{address}" + (f"as_of={as_of}" if as_of else ""))
        assert answer.status_code == 200
        found[address] = answer.content, [answer.headers.get(name) for name in ("etag", *PLACE, "content-disposition")]
    return found


def test_an_export_of_an_earlier_state_is_that_of_then_byte_by_byte(
    client: Client, loader: Engine, seeds: Path
) -> None:
    then = {LOADED: exports(client)}
    assert exports(client, LOADED) == then[LOADED]
    for step in (correct_the_gazetteer, correct_articles, add_an_article, take_back):
        step(seeds)
        load_all(loader, seeds)
        then[newest(loader)] = exports(client)

    with_sentences = {"export?format=parquet&", "export/passages.parquet?"}
    for revision, was in then.items():
        found = exports(client, revision)
        assert {address: content for address, (content, _) in found.items()} == {
            address: content for address, (content, _) in was.items()
        }
        differ = {address for address, (_, headers) in found.items() if headers != was[address][1]}
        assert differ == (with_sentences if revision < newest(loader) else set()), revision


def test_an_export_says_by_its_tag_that_a_sentence_is_no_longer_shown(
    client: Client, loader: Engine, seeds: Path
) -> None:
    address = f"/v1/export/passages.parquet?as_of={LOADED}"
    then = client.get(address)
    edit(seeds / VEGA / "article.toml", "text_kept = true", "text_kept = false")
    load_all(loader, seeds)
    now = client.get(address, headers={"If-None-Match": then.headers["etag"]})
    assert now.status_code == 200
    assert now.content != then.content
    assert now.headers["x-data-revision"] == then.headers["x-data-revision"] == str(LOADED)
    again = client.get(address, headers={"If-None-Match": now.headers["etag"]})
    assert (again.status_code, again.headers["x-data-revision"]) == (304, str(LOADED))


def test_a_sentence_is_shown_only_where_it_still_stands(client: Client, loader: Engine, seeds: Path) -> None:
    passages = f"/v1/articles/{VEGA.name}/passages?as_of={LOADED}"
    then = client.json(passages)["items"]
    assert all(row["text"] for row in then)
    edit(seeds / VEGA / "original.txt", "베가AI의 기업가치는 7억 위안이다.", "베가AI의 가치는 7억 위안이다.")
    load_all(loader, seeds)
    now = client.json(passages)["items"]
    assert [row["text"] for row in now] == [None if "기업가치" in row["text"] else row["text"] for row in then]
    assert [row["sha256"] for row in now] == [row["sha256"] for row in then]
    edit(seeds / VEGA / "article.toml", "text_kept = true", "text_kept = false")
    load_all(loader, seeds)
    assert {row["text"] for row in client.json(passages)["items"]} == {None}


def test_the_past_leaves_nothing_behind(client: Client, loader: Engine, seeds: Path) -> None:
    correct_the_gazetteer(seeds)
    load_all(loader, seeds)
    question = "/v1/organizations?limit=200"
    now = client.get(question).content
    for as_of in (LOADED, 1, 99, LOADED):
        client.get(f"{question}&as_of={as_of}")
        assert client.get(question).content == now
    with pytest.raises(InvalidInput), reading(client.engine, partial(show_past, as_of=99)):
        pass
    catalogue = {
        "sqlite": "SELECT count(*) FROM sqlite_temp_master",
        "postgresql": "SELECT count(*) FROM pg_class WHERE relpersistence = 't'",
    }
    with reading(client.engine) as connection:
        assert connection.exec_driver_sql(catalogue[client.engine.dialect.name]).scalar() == 0
    for shadow in (None, partial(show_past, as_of=LOADED)):
        with reading(client.engine, shadow) as connection, pytest.raises(sa.exc.DBAPIError, match=r"read-?only"):
            connection.exec_driver_sql("CREATE TABLE left_behind (id INTEGER)")
