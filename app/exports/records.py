"""What is written down: everything as plain records, batch by batch, in the order of the ids.

A record has the keys of the API's shapes, but names other things by their ids alone. One batch is in memory at a time,
whatever the size of the database: rows come through a cursor of the server, what belongs to them by their ids.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection
from sqlmodel import SQLModel, col

from app.models import (
    FACT_TABLES,
    Alias,
    Article,
    Citation,
    Cohort,
    Entity,
    Fact,
    Organization,
    Participant,
    Passage,
    Product,
)
from app.vocabulary import FactType

BATCH = 1000
Record = dict[str, Any]
Batches = Iterator[list[Record]]
Statement = sa.Select[*tuple[Any, ...]]

ENTITIES: Statement = (
    sa.select(
        col(Entity.id),
        col(Entity.type),
        sa.func.coalesce(
            *(sa.type_coerce(kind, sa.String) for kind in (col(Organization.kind), col(Product.kind)))
        ).label("kind"),
        col(Entity.name),
        col(Entity.name_ko),
        col(Entity.name_zh),
        col(Entity.name_en),
        sa.func.coalesce(col(Organization.country_id), col(Cohort.country_id)).label("country"),
        col(Cohort.definition),
        col(Entity.note),
    )
    .outerjoin(Organization, col(Organization.id) == Entity.id)
    .outerjoin(Product, col(Product.id) == Entity.id)
    .outerjoin(Cohort, col(Cohort.id) == Entity.id)
    .order_by(col(Entity.id))
)


def columns(table: type[SQLModel], *without: str) -> list[Any]:
    """The columns of a table, keys first; an id of another thing stands under the name of its role."""
    kept = [column for column in sa.inspect(table).columns if column.name not in without]
    kept.sort(key=lambda column: not (column.primary_key or column.foreign_keys))
    return [column.label(column.name.removesuffix("_id")) for column in kept]


ARTICLES: Statement = sa.select(*columns(Article)).order_by(col(Article.id))
PASSAGES: Statement = sa.select(*columns(Passage)).order_by(col(Passage.article_id), col(Passage.position))
CITED = columns(Citation, "fact_id", "merged")
FACTS: dict[FactType, Statement] = {
    fact_type: sa.select(
        col(Fact.id).label("fact"), col(Fact.type), col(Fact.basis), col(Fact.note), *columns(table, "id")
    )
    .join(table, sa.inspect(table).columns["id"] == Fact.id)
    .order_by(col(Fact.id))
    for fact_type, table in FACT_TABLES.items()
}
"""The statement for each type of fact."""


def batches(connection: Connection, statement: Statement) -> Batches:
    """The rows of a statement."""
    rows = connection.execute(statement, execution_options={"yield_per": BATCH})
    for some in rows.mappings().partitions():
        yield [dict(row) for row in some]


def entities(connection: Connection) -> Batches:
    """Every entity, with the other spellings of its name."""
    for records in batches(connection, ENTITIES):
        aliases = _by_id(
            connection,
            sa.select(col(Alias.entity_id), col(Alias.alias))
            .where(col(Alias.entity_id).in_([record["id"] for record in records]))
            .order_by(col(Alias.alias)),
        )
        yield [{**record, "aliases": [row["alias"] for row in aliases[record["id"]]]} for record in records]


def facts(connection: Connection, fact_type: FactType) -> Batches:
    """Every fact of one type, with its citations, the oldest article first; of a claim, the parties as well."""
    for records in batches(connection, FACTS[fact_type]):
        ids = [record["fact"] for record in records]
        citations = _by_id(
            connection,
            sa.select(col(Citation.fact_id), *CITED)
            .join(Article, col(Article.id) == Citation.article_id)
            .where(col(Citation.fact_id).in_(ids))
            .order_by(col(Article.published_on), col(Article.id), col(Citation.position)),
        )
        for record in records:
            record["citations"] = citations[record["fact"]]
        if fact_type == FactType.CLAIM:
            parties = _by_id(
                connection,
                sa.select(col(Participant.fact_id), col(Participant.entity_id))
                .where(col(Participant.fact_id).in_(ids), col(Participant.role) == "party")
                .order_by(col(Participant.entity_id)),
            )
            for record in records:
                record["parties"] = [row["entity_id"] for row in parties[record["fact"]]]
        yield records


def fetch_names(connection: Connection, ids: Iterable[str | None]) -> dict[str, str]:
    """The display names of entities."""
    statement = sa.select(col(Entity.id), col(Entity.name)).where(col(Entity.id).in_({item for item in ids if item}))
    return {row.id: row.name for row in connection.execute(statement)}


def fetch_articles(connection: Connection, records: Sequence[Record]) -> dict[str, Record]:
    """The articles that facts cite."""
    cited = {citation["article"] for record in records for citation in record["citations"]}
    found = connection.execute(ARTICLES.where(col(Article.id).in_(cited)))
    return {row["id"]: dict(row) for row in found.mappings()}


def _by_id(connection: Connection, statement: Statement) -> defaultdict[str, list[Record]]:
    """Rows by the first of their columns, without it."""
    found: defaultdict[str, list[Record]] = defaultdict(list)
    rows = connection.execute(statement)
    names = list(rows.keys())[1:]
    for key, *rest in rows:
        found[key].append(dict(zip(names, rest, strict=True)))
    return found
