"""Parquet, as another reader than its writer reads it."""

import io
from collections import Counter
from decimal import Decimal
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import duckdb

from app.exports.parquet import FACTS_OF
from app.vocabulary import ExportTable, FactType
from tests.conftest import Client
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


def test_the_archive_holds_every_table_as_it_is_alone(world: Client) -> None:
    with ZipFile(io.BytesIO(world.get("/v1/export").content)) as archive:
        assert archive.namelist() == [f"{table}.parquet" for table in ExportTable]
        for table in ExportTable:
            assert archive.read(f"{table}.parquet") == world.get(f"/v1/export/{table}.parquet").content
