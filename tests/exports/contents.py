"""What the API lists, for an export to have, and exports as they are read."""

import json
from pathlib import Path
from typing import Any

import duckdb

from tests.api.paths import rows
from tests.conftest import Client

ENTITY_LISTS = ("organizations", "people", "products", "cohorts", "countries")


def facts(client: Client) -> list[Any]:
    return rows(client, "/v1/facts?basis=stated&basis=editorial&limit=200")


def entities(client: Client) -> list[str]:
    return [row["id"] for name in ENTITY_LISTS for row in rows(client, f"/v1/{name}?limit=200")]


def articles(client: Client) -> list[str]:
    return [row["id"] for row in rows(client, "/v1/articles?limit=200")]


def read(client: Client, table: str, folder: Path) -> list[dict[str, Any]]:
    """The rows of a table as DuckDB reads them from the file alone."""
    file = folder / f"{table}.parquet"
    file.write_bytes(client.get(f"/v1/export/{table}.parquet").content)
    found = duckdb.connect().execute("SELECT * FROM read_parquet(?)", [str(file)])
    names = [column[0] for column in found.description]
    return [dict(zip(names, row, strict=True)) for row in found.fetchall()]


def ftm(client: Client) -> list[dict[str, Any]]:
    return [json.loads(line) for line in client.get("/v1/export?format=ftm").content.splitlines()]
