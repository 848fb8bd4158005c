"""Datasette over our tables: one canned query in SQL for each question, its joined parts written as JSON by SQLite.

    python -m benchmarks.peers.datasette PORT DATABASE      answers /world/startup.json?id=…&_shape=array&_json=founders

It is given what makes it faster: the file is opened as immutable, SQL runs without a hop to a thread, facets and
suggestions are off, and its allowances are raised so that nothing is refused or cut off.
"""

import sys
from pathlib import Path

from benchmarks.peers.serving import serve
from datasette.app import Datasette

CARD = "e.id AS id, e.name AS name, e.name_ko AS name_ko, e.name_zh AS name_zh, o.kind AS kind"
CARD_PAIRS = "'id', id, 'name', name, 'name_ko', name_ko, 'name_zh', name_zh, 'kind', kind"
ORGANIZATIONS = "JOIN entity e ON e.id = o.id"

LEFT = f"""
    (SELECT json_group_array(json_object({CARD_PAIRS}, 'title', title)) FROM (
        SELECT {CARD}, w.title FROM employment w JOIN organization o ON o.id = w.organization_id {ORGANIZATIONS}
        WHERE w.person_id = p.id AND w.status = 'former' ORDER BY w.organization_id, w.id))"""
"""The organizations that a person `p` left."""

STARTUPS = f"""
    (SELECT json_group_array(json_object('role', role, {CARD_PAIRS})) FROM (
        SELECT 'founder' AS role, {CARD} FROM founding f JOIN organization o ON o.id = f.startup_id {ORGANIZATIONS}
        WHERE f.person_id = p.id
        UNION ALL
        SELECT 'hire', {CARD} FROM employment w JOIN organization o ON o.id = w.organization_id {ORGANIZATIONS}
        WHERE w.person_id = p.id AND w.status = 'current' AND o.kind = 'startup' AND NOT EXISTS (
            SELECT 1 FROM founding f WHERE f.person_id = w.person_id AND f.startup_id = w.organization_id)
        ORDER BY role, id))"""
"""What a person `p` founded or was hired by."""

PEOPLE = f"""
    SELECT p.id, p.name, p.name_ko, p.name_zh, {STARTUPS} AS startups, {LEFT} AS prior_employers,
        (SELECT count(*) FROM matching) AS total
    FROM (SELECT id FROM matching ORDER BY id LIMIT :limit) m JOIN entity p ON p.id = m.id
    ORDER BY p.id"""
"""The first of the people in `matching`, and how many they are."""

QUERIES = {
    "startup": f"""
        SELECT {CARD}, o.country_id AS country,
            (SELECT json_group_array(json_object(
                'id', id, 'name', name, 'name_ko', name_ko, 'name_zh', name_zh, 'prior_employers', json(prior_employers)))
             FROM (SELECT p.id, p.name, p.name_ko, p.name_zh, {LEFT} AS prior_employers
                FROM founding f JOIN entity p ON p.id = f.person_id
                WHERE f.startup_id = s.id ORDER BY f.person_id, f.id)) AS founders,
            (SELECT json_group_array(json_object({CARD_PAIRS}, 'round', round, 'value', value, 'unit', unit))
             FROM (SELECT {CARD}, i.round, i.value, i.unit
                FROM investment i JOIN organization o ON o.id = i.investor_id {ORGANIZATIONS}
                WHERE i.startup_id = s.id ORDER BY i.investor_id, i.id)) AS investors
        FROM organization s JOIN organization o ON o.id = s.id {ORGANIZATIONS}
        WHERE s.id = :id AND s.kind = 'startup'""",
    "startups": f"""
        WITH matching AS MATERIALIZED (
            SELECT id FROM organization WHERE kind = 'startup' AND country_id = :country AND id IN (
                SELECT startup_id FROM founding WHERE person_id IN (
                    SELECT person_id FROM employment WHERE status = 'former' AND organization_id IN (
                        SELECT organization_id FROM lineage WHERE ancestor_id = :prior_employer))))
        SELECT {CARD}, o.country_id AS country,
            (SELECT json_group_array(json_object('id', id, 'name', name, 'name_ko', name_ko, 'name_zh', name_zh))
             FROM (SELECT p.id, p.name, p.name_ko, p.name_zh FROM founding f JOIN entity p ON p.id = f.person_id
                WHERE f.startup_id = m.id ORDER BY f.person_id, f.id)) AS founders,
            (SELECT count(*) FROM matching) AS total
        FROM (SELECT id FROM matching ORDER BY id LIMIT :limit) m JOIN organization o ON o.id = m.id {ORGANIZATIONS}
        ORDER BY m.id""",
    "alumni": f"""
        WITH matching AS MATERIALIZED (
            SELECT DISTINCT person_id AS id FROM employment WHERE status = 'former' AND organization_id IN (
                SELECT organization_id FROM lineage WHERE ancestor_id = :id)) {PEOPLE}""",
    "people": f"""
        WITH matching AS MATERIALIZED (
            SELECT DISTINCT person_id AS id FROM peer_name
            WHERE peer_name MATCH '"' || replace(:q, '"', '""') || '"') {PEOPLE}""",
}

SETTINGS = {
    "num_sql_threads": 0,
    "max_returned_rows": 10_000,
    "sql_time_limit_ms": 60_000,
    "allow_facet": False,
    "suggest_facets": False,
    "allow_download": False,
    "cache_size_kb": 64_000,
}


def explorer(database: Path) -> Datasette:
    """Datasette with the canned queries."""
    queries = {name: {"sql": sql} for name, sql in QUERIES.items()}
    return Datasette(
        immutables=[str(database)],
        metadata={"databases": {database.stem: {"queries": queries}}},
        settings=SETTINGS,
    )


if __name__ == "__main__":
    serve(explorer(Path(sys.argv[2])).app(), int(sys.argv[1]))
