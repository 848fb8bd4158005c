"""Parquet, as another reader than its writer reads it."""

import io
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import duckdb
import pytest
import sqlalchemy as sa
from sqlmodel import col

from app.db import make_engine, writing
from app.exports.parquet import FACTS_OF
from app.models import Citation, Figure
from app.vocabulary import ExportTable, FactType
from tests.conftest import WORLD, Client, Databases
from tests.exports.contents import articles, entities, facts, read


def test_parquet_has_every_entity_and_every_fact_once(client: Client, tmp_path: Path) -> None:
    assert Counter(row["id"] for row in read(client, "entities", tmp_path)) == Counter(entities(client))
    assert Counter(row["id"] for row in read(client, "articles", tmp_path)) == Counter(articles(client))
    found = [row for table in FACTS_OF for row in read(client, table, tmp_path)]
    assert Counter((row["fact"], row["type"]) for row in found) == Counter(
        (fact["fact"], fact["type"]) for fact in facts(client)
    )
    assert set(FACTS_OF.values()) == set(FactType)


def check(row: dict[str, Any], fact: dict[str, Any]) -> None:
    """A row states what the API's fact states."""
    for key, value in fact.items():
        if isinstance(value, dict) and "kind" in value and key != "attributed_to":
            assert row[key] == value["id"], key
        elif key in {"value", "value_min", "value_max"}:
            assert row[key] == (None if value is None else Decimal(str(value))), key
        elif key in row and not isinstance(value, dict | list):
            assert row[key] == value, key
    if "parties" in fact:
        assert row["parties"] == [card["id"] for card in fact["parties"]]
    if period := fact.get("period"):
        assert [day and day.isoformat() for day in (row["period_from"], row["period_to"])] == [*period.values()]
    if conversion := fact.get("stated_conversion"):
        assert row["citations"][0]["conversion_value"] == Decimal(str(conversion["value"]))
        assert row["citations"][0]["conversion_as_written"] == conversion["as_written"]


def test_a_fact_says_what_the_api_says_with_all_its_evidence(client: Client, tmp_path: Path) -> None:
    exported = {row["fact"]: row for table in FACTS_OF for row in read(client, table, tmp_path)}
    cited = 0

    for fact in facts(client):
        check(exported[fact["fact"]], fact)
        for ours, theirs in zip(exported[fact["fact"]]["citations"], fact["citations"], strict=True):
            for key in ("passage", "original", "as_written", "attribution", "qualifier", "words", "remark"):
                assert ours[key] == theirs[key], key
            assert ours["article"] == theirs["article"]["id"]
            assert ours["attributed_to"] == (theirs["attributed_to"] or {}).get("id")
            cited += 1
    assert cited >= sum(row["basis"] == "stated" for row in exported.values()) > 0


def test_the_columns_of_parquet_have_sensible_types(shipped: Client, tmp_path: Path) -> None:
    file = tmp_path / "figures.parquet"
    file.write_bytes(shipped.get("/v1/export/figures.parquet").content)
    described = duckdb.connect().execute("DESCRIBE SELECT * FROM read_parquet(?)", [str(file)]).fetchall()
    types = {row[0]: row[1] for row in described}
    one = {row["id"]: row for row in read(shipped, "entities", tmp_path)}["moonshot-ai"]

    assert types["value"] == types["usd_rate"] == "DECIMAL(38,12)"
    assert types["period_from"] == types["usd_on"] == "DATE"
    assert types["citations"].startswith("STRUCT(")
    assert types["citations"].endswith(")[]")
    assert "words MAP(VARCHAR, VARCHAR)" in types["citations"]
    assert (one["kind"], one["country"], one["name_zh"]) == ("startup", "CN", "月之暗面")
    assert one["aliases"] == shipped.json("/v1/startups/moonshot-ai")["aliases"]
    assert [row["text_kept"] for row in read(shipped, "articles", tmp_path)] == [True]
    passages = read(shipped, "passages", tmp_path)
    assert len(passages) == shipped.json(f"/v1/articles/{passages[0]['article']}/passages")["total"]


@pytest.fixture
def writable(databases: Databases) -> Iterator[Client]:
    client = Client(databases.loaded(WORLD))
    yield client
    client.close()


@pytest.mark.parametrize(
    ("numbers", "column"),
    [
        (["7.5"], "DECIMAL(38,12)"),
        (["-12345678901234.5", "0.000000000001"], "DECIMAL(38,12)"),
        (["0.000000123456789012345"], "DECIMAL(38,21)"),
        (["123456789012345", "0.00000000000000000000015"], "DECIMAL(38,23)"),
        (["1234567890123450", "0.00000000000000000000015"], "VARCHAR"),
        (["-100000000000000000000000000"], "VARCHAR"),
    ],
)
def test_no_number_is_rounded_however_long(writable: Client, tmp_path: Path, numbers: list[str], column: str) -> None:
    engine = make_engine(writable.engine.url.render_as_string(hide_password=False))
    with writing(engine) as connection:
        ids = connection.scalars(sa.select(col(Figure.id)).order_by(col(Figure.id)).limit(len(numbers))).all()
        for fact, number in zip(ids, numbers, strict=True):
            connection.execute(sa.update(Figure).where(col(Figure.id) == fact).values(value=Decimal(number)))
            words = sa.update(Citation).where(col(Citation.fact_id) == fact)
            connection.execute(words.values(conversion_value=Decimal(number)))
    engine.dispose()

    rows = {row["fact"]: row for row in read(writable, "figures", tmp_path)}
    for fact, number in zip(ids, numbers, strict=True):
        assert Decimal(rows[fact]["value"]) == Decimal(number)
        assert Decimal(rows[fact]["citations"][0]["conversion_value"]) == Decimal(number)
    file = str(tmp_path / "figures.parquet")
    described = duckdb.connect().execute("DESCRIBE SELECT * FROM read_parquet(?)", [file]).fetchall()
    assert {row[0]: row[1] for row in described}["value"] == column


def test_the_archive_holds_every_table_as_it_is_alone(world: Client) -> None:
    with ZipFile(io.BytesIO(world.get("/v1/export").content)) as archive:
        assert archive.namelist() == [f"{table}.parquet" for table in ExportTable]
        for table in ExportTable:
            assert archive.read(f"{table}.parquet") == world.get(f"/v1/export/{table}.parquet").content
