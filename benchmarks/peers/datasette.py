"""Datasette over our tables: one canned query in SQL for each question, its joined parts written as JSON by SQLite.

    python -m benchmarks.peers.datasette PORT DATABASE      answers /world/startup.json?id=…&_shape=array&_json=founders

It is given what makes it faster: the file is opened as immutable, one thread runs SQL (on one core the fastest of
none, one and the usual three), facets and suggestions are off, and its allowances are raised so that nothing is refused
or cut off.
"""

import sys
from pathlib import Path

from datasette.app import Datasette

from benchmarks.peers.serving import serve

CARD = "e.id AS id, e.name AS name, e.name_ko AS name_ko, e.name_zh AS name_zh, o.kind AS kind"
NAME_PAIRS = "'id', id, 'name', name, 'name_ko', name_ko, 'name_zh', name_zh"
CARD_PAIRS = f"{NAME_PAIRS}, 'kind', kind"
ORGANIZATIONS = "JOIN entity e ON e.id = o.id"


def citations(fact: str) -> str:
    """SQL of the citations of a fact, the oldest article first."""
    return f"""
    (SELECT json_group_array(json_object(
        'article', json_object('id', article, 'title', title, 'publisher', publisher, 'published_on', published_on,
            'url', url),
        'passage', passage, 'original', original, 'as_written', as_written, 'attributed_to', json(speaker),
        'attribution', attribution, 'qualifier', qualifier, 'words', json(words), 'remark', remark))
     FROM (SELECT a.id AS article, a.title, a.publisher, a.published_on, a.url, c.passage, c.original, c.as_written,
            c.attribution, c.qualifier, c.words, c.remark,
            (SELECT json_object('id', e.id, 'name', e.name, 'name_ko', e.name_ko, 'name_zh', e.name_zh, 'kind',
                coalesce(o.kind, e.type))
             FROM entity e LEFT JOIN organization o ON o.id = e.id WHERE e.id = c.attributed_to_id) AS speaker
        FROM citation c JOIN article a ON a.id = c.article_id
        WHERE c.fact_id = {fact} ORDER BY a.published_on, a.id, c.position))"""


JOBS = f"""
    (SELECT json_group_array(json_object('fact', fact, 'title', title, 'unit', unit, 'status', status,
        'period_from', period_from, 'period_to', period_to, {CARD_PAIRS}, 'rolls_up_to', json(top),
        'citations', json(citations)))
     FROM (SELECT w.id AS fact, w.title, w.unit, w.status, w.period_from, w.period_to, {CARD},
            (SELECT json_object('id', e.id, 'name', e.name, 'name_ko', e.name_ko, 'name_zh', e.name_zh, 'kind', o.kind)
             FROM lineage l JOIN organization o ON o.id = l.ancestor_id {ORGANIZATIONS}
             WHERE l.organization_id = w.organization_id AND l.is_top AND l.depth > 0) AS top,
            {citations("w.id")} AS citations
        FROM employment w JOIN organization o ON o.id = w.organization_id {ORGANIZATIONS}
        WHERE w.person_id = p.id AND w.status = 'former' ORDER BY w.organization_id, w.id))"""
"""The employments that a person `p` left, each with its evidence."""

LEFT = f"""
    (SELECT json_group_array(json_object('fact', fact, {CARD_PAIRS})) FROM (
        SELECT w.id AS fact, {CARD} FROM employment w JOIN organization o ON o.id = w.organization_id {ORGANIZATIONS}
        WHERE w.person_id = p.id AND w.status = 'former' ORDER BY w.organization_id, w.id))"""
"""The organizations that a person `p` left."""

STARTUPS = f"""
    (SELECT json_group_array(json_object('fact', fact, 'role', role, {CARD_PAIRS})) FROM (
        SELECT 'founder' AS role, f.id AS fact, {CARD}
        FROM founding f JOIN organization o ON o.id = f.startup_id {ORGANIZATIONS} WHERE f.person_id = p.id
        UNION ALL
        SELECT 'hire', w.id, {CARD} FROM employment w JOIN organization o ON o.id = w.organization_id {ORGANIZATIONS}
        WHERE w.person_id = p.id AND w.status = 'current' AND o.kind = 'startup' AND NOT EXISTS (
            SELECT 1 FROM founding f WHERE f.person_id = w.person_id AND f.startup_id = w.organization_id)
        ORDER BY role, id))"""
"""What a person `p` founded or was hired by."""

PEOPLE = f"""
    SELECT p.id, p.name, p.name_ko, p.name_zh, {STARTUPS} AS startups, {LEFT} AS prior_employers,
        (SELECT count(*) FROM matching) AS total
    FROM (SELECT place, id FROM matching ORDER BY place, id LIMIT :limit) m JOIN entity p ON p.id = m.id
    ORDER BY place, p.id"""
"""The first of the people in `matching`, by their `place` there, and how many they are."""

FAMILY = "SELECT organization_id FROM lineage WHERE ancestor_id ="

QUERIES = {
    "startup": f"""
        SELECT {CARD}, o.country_id AS country,
            (SELECT json_group_array(json_object('fact', fact, 'title', title, 'period_from', period_from,
                'period_to', period_to, {NAME_PAIRS}, 'prior_employers', json(prior_employers),
                'citations', json(citations)))
             FROM (SELECT f.id AS fact, f.title, f.period_from, f.period_to, p.id, p.name, p.name_ko, p.name_zh,
                    {JOBS} AS prior_employers, {citations("f.id")} AS citations
                FROM founding f JOIN entity p ON p.id = f.person_id
                WHERE f.startup_id = s.id ORDER BY f.person_id, f.id)) AS founders,
            (SELECT json_group_array(json_object('fact', fact, 'round', round, 'value', value, 'unit', unit,
                'qualifier', qualifier, 'period_from', period_from, 'period_to', period_to, {CARD_PAIRS},
                'citations', json(citations)))
             FROM (SELECT i.id AS fact, i.round, i.value, i.unit, i.qualifier, i.period_from, i.period_to, {CARD},
                    {citations("i.id")} AS citations
                FROM investment i JOIN organization o ON o.id = i.investor_id {ORGANIZATIONS}
                WHERE i.startup_id = s.id ORDER BY i.investor_id, i.id)) AS investors
        FROM organization s JOIN organization o ON o.id = s.id {ORGANIZATIONS}
        WHERE s.id = :id AND s.kind = 'startup'""",
    "startups": f"""
        WITH matching AS MATERIALIZED (
            SELECT id FROM organization WHERE kind = 'startup' AND country_id = :country AND id IN (
                SELECT startup_id FROM founding WHERE person_id IN (
                    SELECT person_id FROM employment WHERE status = 'former' AND organization_id IN (
                        {FAMILY} :prior_employer))))
        SELECT {CARD}, o.country_id AS country,
            (SELECT json_group_array(json_object('fact', fact, {NAME_PAIRS}))
             FROM (SELECT f.id AS fact, p.id, p.name, p.name_ko, p.name_zh
                FROM founding f JOIN entity p ON p.id = f.person_id
                WHERE f.startup_id = m.id ORDER BY f.person_id, f.id)) AS founders,
            (SELECT count(*) FROM matching) AS total
        FROM (SELECT id FROM matching ORDER BY id LIMIT :limit) m JOIN organization o ON o.id = m.id {ORGANIZATIONS}
        ORDER BY m.id""",
    "alumni": f"""
        WITH matching AS MATERIALIZED (
            SELECT DISTINCT person_id AS id, 0 AS place FROM employment
            WHERE status = 'former' AND organization_id IN ({FAMILY} :id))
        {PEOPLE}""",
    "people": f"""
        WITH matching AS MATERIALIZED (
            SELECT entity_id AS id, min(folded) AS place FROM beginning
            WHERE type = 'person' AND folded >= lower(:q) AND folded < lower(:q) || char(1114111)
            GROUP BY entity_id)
        {PEOPLE}""",
}

SETTINGS = {
    "num_sql_threads": 1,
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
