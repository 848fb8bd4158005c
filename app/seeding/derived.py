"""What follows from the facts, kept in step with them: where searches begin, who left whom, which documents still hold.

In the transaction of a load, rows of `beginning`, `name_key`, `alumnus` and `origin` are written anew for all that its
changes touch, and documents that show any of it are dropped. `write_documents` makes those that are missing later on.

Row by row, that is dear while a large database is filled for the first time: each row lands somewhere else in a tree.
Whoever fills one says `leave_for_later`; then loads derive nothing, and `write_documents` makes all at once, in order.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection, Engine
from sqlmodel import col

from app.db import reading, writing
from app.models import (
    FACT_TABLES,
    Alumnus,
    Beginning,
    Citation,
    Cohort,
    Document,
    Employment,
    Entity,
    Fact,
    Figure,
    Founding,
    Lineage,
    Membership,
    NameKey,
    Organization,
    Origin,
    Participant,
)
from app.models import Change as ChangeLog
from app.seeding.called import fill_names, write_names
from app.seeding.rows import batches, column_names, insert, one_of, table_of
from app.shapes.documents import DOCUMENTS, STARTUPS, DocumentKind, write
from app.shapes.moves import IS_HIRE
from app.vocabulary import EmploymentStatus, EntityType, FactType, OrganizationKind, Role

Change = tuple[str, str, str, dict[str, Any]]
FEWEST_DOCUMENTS, MOST_DOCUMENTS = 10, 200
"""In a transaction: fewer while they are large, as those of startups of which much is stated, which come together."""
LARGE = 2_000_000
"""Bytes of the documents of a transaction from which on there are fewer in the next."""
PEOPLE = ("person_id", "member_id")
ORGANIZATIONS = ("startup_id", "organization_id", "investor_id", "member_id", "subject_id", "parent_id")
"""The columns of facts whose organizations show them."""
DERIVED = (Beginning, NameKey, Alumnus, Origin, Document)
FORMER = col(Employment.status) == EmploymentStatus.FORMER


@dataclass
class Touched:
    """Ids of what a load's changes reach."""

    people: set[str] = field(default_factory=set)
    organizations: set[str] = field(default_factory=set)
    employers: set[str] = field(default_factory=set)


def derive(connection: Connection, changes: Sequence[Change]) -> None:
    """Bring everything derived to what the changes of a transaction left, unless it is left for later as a whole."""
    if _is_left(connection):
        return
    write_names(connection, [change for change in changes if change[1] == "entity"])
    touched = _reach(connection, changes)
    _write_origins(connection, touched)
    _drop_documents(connection, touched)


def leave_for_later(engine: Engine) -> None:
    """Forget what was derived from the loads so far: until `write_documents` makes it all, no load derives anything."""
    with writing(engine) as connection:
        for model in DERIVED:
            connection.execute(sa.delete(table_of(model)))


def _is_left(connection: Connection) -> bool:
    """Whether nothing is derived, although there was a load before this one, which is not in the log yet."""
    nothing, logged = (connection.scalar(sa.select(1).select_from(model).limit(1)) for model in (Beginning, ChangeLog))
    return nothing is None and logged is not None


def derive_anew(connection: Connection) -> None:
    """Make what is derived, all at once, where it was left for later or there was no such thing when it was loaded."""
    lacking = [model for model in (Beginning, NameKey) if connection.scalar(sa.select(model).limit(1)) is None]
    if not lacking or connection.scalar(sa.select(col(Entity.id)).limit(1)) is None:
        return
    fill_names(connection, lacking)
    if Beginning in lacking:
        for model in (Alumnus, Origin, Document):
            connection.execute(sa.delete(table_of(model)))
        _add_alumni(connection, ALUMNI.order_by(col(Lineage.ancestor_id), col(Employment.person_id)))
        for came in CAME.values():
            _add_origins(connection, came.where(col(STARTED.kind) == OrganizationKind.STARTUP))


def _reach(connection: Connection, changes: Sequence[Change]) -> Touched:
    """Follow changes to the people, organizations and employers whose answers they can change."""
    # Nothing refers yet to an entity or an article that is new.
    changed = {
        kind: [item for action, subject, item, _ in changes if (action, subject) == ("changed", kind)]
        for kind in ("entity", "article")
    }
    facts = {item: (subject, record) for _, subject, item, record in changes if subject in FACT_TABLES}
    facts |= _stored(connection, _showing(connection, changed["entity"], changed["article"]))
    cohorts = {record["subject_id"] for subject, record in facts.values() if subject == FactType.FIGURE}
    facts |= _stored(connection, _measured(connection, cohorts))  # each shows how large its cohort is
    touched = Touched()
    families = set(_organizations(connection, changed["entity"]))
    touched.organizations |= families
    touched.people.update(changed["entity"])
    gone = {item for action, subject, item, _ in changes if (action, subject) == ("retracted", "entity")}
    touched = Touched(touched.people | gone, touched.organizations | gone, touched.employers | gone)
    for fact_type, record in facts.values():
        people = (record.get(name) for name in PEOPLE)
        organizations = (record.get(name) for name in ORGANIZATIONS)
        touched.people.update(item for item in people if item)
        touched.organizations.update(item for item in organizations if item)
        if fact_type == FactType.PARENT:
            families.add(record["organization_id"])
        if record.get("of_prior_employer_id"):
            touched.employers.add(record["of_prior_employer_id"])
    claims = {item: record for item, (fact_type, record) in facts.items() if fact_type == FactType.CLAIM}
    for some in batches(claims):
        parties = sa.select(col(Participant.entity_id)).where(one_of(col(Participant.fact_id), some))
        touched.organizations.update(connection.scalars(parties))
    touched.organizations.update(party for record in claims.values() for party in record.get("parties", ()))
    for some in batches(record["cohort_id"] for record in claims.values()):
        members = sa.select(col(Membership.member_id)).where(one_of(col(Membership.cohort_id), some))
        touched.organizations.update(connection.scalars(members))
    for some in batches(families):  # whoever left one of them rolls up to something else now
        below = sa.select(col(Lineage.organization_id)).where(one_of(col(Lineage.ancestor_id), some))
        left = sa.select(col(Employment.person_id)).where(col(Employment.organization_id).in_(below))
        touched.people.update(connection.scalars(left))
    return touched


def _organizations(connection: Connection, entities: Iterable[str]) -> Iterator[str]:
    for some in batches(entities):
        yield from connection.scalars(sa.select(col(Organization.id)).where(one_of(col(Organization.id), some)))


def _showing(connection: Connection, entities: Iterable[str], articles: Iterable[str]) -> Iterator[str]:
    """The facts that show these entities, as what they are about or as who says them, or cite these articles."""
    for article in articles:
        yield from connection.scalars(
            sa.select(col(Citation.fact_id)).where(col(Citation.article_id) == article).distinct()
        )
    for some in batches(entities):
        yield from connection.scalars(
            sa.select(col(Participant.fact_id)).where(one_of(col(Participant.entity_id), some)).distinct()
        )
        yield from connection.scalars(
            sa.select(col(Citation.fact_id)).where(one_of(col(Citation.attributed_to_id), some)).distinct()
        )


def _measured(connection: Connection, subjects: Iterable[str]) -> Iterator[str]:
    """The figures about those subjects that are cohorts."""
    for some in batches(subjects):
        figures = sa.select(col(Figure.id)).join(Cohort, col(Cohort.id) == Figure.subject_id)
        yield from connection.scalars(figures.where(one_of(col(Figure.subject_id), some)))


def _stored(connection: Connection, facts: Iterable[str]) -> dict[str, tuple[str, dict[str, Any]]]:
    """Facts with their types and the columns of their types."""
    found: dict[str, tuple[str, dict[str, Any]]] = {}
    for some in batches(facts):
        types: dict[FactType, list[str]] = {}
        for row in connection.execute(sa.select(col(Fact.id), col(Fact.type)).where(one_of(col(Fact.id), some))):
            types.setdefault(row.type, []).append(row.id)
        for fact_type, ids in types.items():
            table = table_of(FACT_TABLES[fact_type])
            for row in connection.execute(sa.select(table).where(one_of(table.c.id, ids))):
                found[row.id] = fact_type, row._asdict()
    return found


ALUMNI = (
    sa.select(col(Lineage.ancestor_id), col(Employment.person_id))
    .join(Lineage, col(Lineage.organization_id) == Employment.organization_id)
    .where(FORMER)
    .distinct()
)
STARTED = sa.orm.aliased(Organization)
CAME: dict[Role, Any] = {
    Role.FOUNDER: sa.select(
        col(Alumnus.employer_id), sa.literal(Role.FOUNDER.value), col(STARTED.id), col(STARTED.country_id)
    )
    .join_from(Alumnus, Founding, col(Founding.person_id) == Alumnus.person_id)
    .join(STARTED, col(STARTED.id) == Founding.startup_id),
    Role.HIRE: sa.select(
        col(Alumnus.employer_id), sa.literal(Role.HIRE.value), col(STARTED.id), col(STARTED.country_id)
    )
    .join_from(Alumnus, Employment, col(Employment.person_id) == Alumnus.person_id)
    .join(STARTED, col(STARTED.id) == Employment.organization_id)
    .where(IS_HIRE),
}
"""From which employers to which startups people came, by the way they came."""


def _write_origins(connection: Connection, touched: Touched) -> None:
    """Write `alumnus` for the people and `origin` for all organizations that they came to; tell which those are."""
    for some in batches(touched.people):
        mine = one_of(col(Alumnus.person_id), some)
        touched.employers.update(connection.scalars(sa.select(col(Alumnus.employer_id)).where(mine).distinct()))
        connection.execute(sa.delete(table_of(Alumnus)).where(mine))
        new = ALUMNI.where(one_of(col(Employment.person_id), some))
        _add_alumni(connection, new)
        touched.employers.update(connection.scalars(sa.select(col(Alumnus.employer_id)).where(mine).distinct()))
        for came in (
            sa.select(col(Founding.startup_id)).where(one_of(col(Founding.person_id), some)),
            sa.select(col(Employment.organization_id)).where(one_of(col(Employment.person_id), some), ~FORMER),
        ):
            touched.organizations.update(connection.scalars(came))
    for some in batches(touched.organizations):
        connection.execute(sa.delete(table_of(Origin)).where(one_of(col(Origin.startup_id), some)))
        startups = connection.scalars(STARTUPS.where(one_of(col(Organization.id), some))).all()
        for came in CAME.values():
            _add_origins(connection, came.where(one_of(col(STARTED.id), startups)))


def _add_alumni(connection: Connection, rows: sa.Select[*tuple[Any, ...]]) -> None:
    connection.execute(sa.insert(table_of(Alumnus)).from_select(["employer_id", "person_id"], rows))


def _add_origins(connection: Connection, rows: sa.Select[*tuple[Any, ...]]) -> None:
    connection.execute(
        sa.insert(table_of(Origin)).from_select(column_names(Origin), rows.distinct().order_by(*rows.selected_columns))
    )


def _drop_documents(connection: Connection, touched: Touched) -> None:
    ids = {EntityType.PERSON: touched.people, EntityType.ORGANIZATION: touched.organizations | touched.employers}
    for entity_type, touched_ids in ids.items():
        kinds = [kind for kind, document in DOCUMENTS.items() if document.of == entity_type]
        for some in batches(touched_ids):
            connection.execute(
                sa.delete(table_of(Document)).where(col(Document.kind).in_(kinds), one_of(col(Document.id), some))
            )


def missing(kind: DocumentKind) -> sa.Select[str]:
    """The ids of which there is no document of a kind."""
    document = DOCUMENTS[kind]
    there = sa.exists().where(col(Document.kind) == kind.value, col(Document.id) == document.key)
    return document.ids.where(~there)


def count_missing(engine: Engine) -> int:
    """How many documents `write_documents` would make."""
    with reading(engine) as connection:
        counts = (sa.select(sa.func.count()).select_from(missing(kind).subquery()) for kind in DOCUMENTS)
        return sum(connection.scalar(count) or 0 for count in counts)


def write_documents(engine: Engine) -> Iterator[DocumentKind]:
    """Make the documents that are missing, some hundred in a transaction; tell of each."""
    with writing(engine) as connection:
        derive_anew(connection)
    for kind, document in DOCUMENTS.items():
        last, most = "", FEWEST_DOCUMENTS
        while True:
            with writing(engine) as connection:
                some = missing(kind).where(document.key > last).order_by(document.key).limit(most)
                ids = connection.scalars(some).all()
                rows = [{"kind": kind.value, "id": item, "body": body} for item, body in write(connection, kind, ids)]
                insert(connection, Document, rows)
            if not ids:
                break
            last = ids[-1]
            is_large = sum(len(row["body"]) for row in rows) > LARGE
            most = max(1, most // 2) if is_large else min(MOST_DOCUMENTS, 2 * most)
            yield from [kind] * len(ids)
