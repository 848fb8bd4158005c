import shutil
from pathlib import Path
from typing import Any

from app.db import make_engine, reading
from app.seeding.files import read_seeds
from app.seeding.graph import fact_records
from app.seeding.load import load
from tests.conftest import WORLD, Client, Databases


def follow(client: Client, path: str) -> list[Any]:
    """Every row of a list, page after page."""
    rows: list[Any] = []
    following: str | None = path
    while following:
        page = client.json(following)
        rows += page["items"]
        following = page["next"]
    return rows


def test_a_client_that_follows_the_changes_rebuilds_the_facts_exactly(databases: Databases, tmp_path: Path) -> None:
    seeds = Path(shutil.copytree(WORLD, tmp_path / "world"))
    url = databases.loaded(WORLD)
    records = seeds / "articles" / "2024-06-20-beta-vega" / "records.toml"
    kept, last = records.read_text("utf-8").rsplit("[[figure]]", 1)
    assert "valuation" in last
    records.write_text(kept.replace('round = "A"', ""), "utf-8")
    gazetteer = seeds / "gazetteer.toml"
    gazetteer.write_text(gazetteer.read_text("utf-8").replace('name = "Hooli"', 'name = "Hooli Inc."'), "utf-8")
    engine = make_engine(url)
    list(load(engine, read_seeds(seeds)))
    client = Client(url)
    held: dict[tuple[str, str], Any] = {}
    for change in follow(client, "/v1/changes?limit=7"):
        key = (change["subject"], change["id"])
        if change["action"] == "retracted":
            assert held.pop(key) == change["record"]
        else:
            assert (change["action"] == "changed") == (key in held)
            held[key] = change["record"]
    facts = {item: record for (subject, item), record in held.items() if subject not in {"entity", "article"}}
    with reading(engine) as connection:
        assert facts == fact_records(connection, facts)
    assert len(facts) == client.json("/v1/facts?basis=stated&basis=editorial")["total"]
    assert held["entity", "hooli"]["name"] == "Hooli Inc."
    client.close()
    engine.dispose()


def test_since_gives_only_what_came_later_and_the_retraction_is_visible(databases: Databases, tmp_path: Path) -> None:
    seeds = Path(shutil.copytree(WORLD, tmp_path / "world"))
    client = Client(databases.loaded(WORLD))
    before = client.get("/v1/facts").headers["X-Data-Revision"]
    assert client.json(f"/v1/changes?since={before}")["items"] == []
    (seeds / "articles" / "2024-05-11-gamma-nebula" / "records.toml").write_text("", "utf-8")
    records = seeds / "articles" / "2024-06-20-beta-vega" / "records.toml"
    records.write_text(records.read_text("utf-8").rsplit("[[figure]]", 1)[0], "utf-8")
    engine = make_engine(str(client.engine.url.render_as_string(hide_password=False)))
    list(load(engine, read_seeds(seeds)))
    changes = client.json(f"/v1/changes?since={before}")["items"]
    assert [(change["action"], change["subject"]) for change in changes] == [
        ("changed", "founding"),
        ("retracted", "figure"),
    ]
    retracted = changes[1]
    assert retracted["record"]["metric"] == "valuation"
    gone = client.problem(f"/v1/facts/{retracted['id']}", 410)
    assert f"retracted in revision {retracted['revision']}" in gone["detail"]
    client.close()
    engine.dispose()


def test_an_article_s_record_holds_its_passages_but_never_their_text(world: Client) -> None:
    for change in world.json("/v1/changes?subject=article")["items"]:
        passages = world.json(f"/v1/articles/{change['id']}/passages")["items"]
        logged = change["record"]["passages"]
        assert [(row["id"], row["sha256"]) for row in logged] == [(row["id"], row["sha256"]) for row in passages]
        assert all(set(row) == {"id", "paragraph", "sentence", "sha256"} for row in logged)
