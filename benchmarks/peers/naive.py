"""The service that most would write over our tables: relations, `selectinload`, `response_model`, `def` endpoints.

    python -m benchmarks.peers.naive PORT DATABASE

Its classes are its own, mapped on the tables that are there. No cache, nothing written in advance.
"""

import sys
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Annotated, Any

from fastapi import Depends, FastAPI, HTTPException
from sqlalchemy.engine import Engine
from sqlalchemy.orm import selectinload
from sqlalchemy.sql.base import ExecutableOption
from sqlmodel import JSON, Field, Relationship, Session, SQLModel, col, create_engine, func, select
from sqlmodel.sql.expression import SelectOfScalar

from benchmarks.peers.serving import serve


class EntityRead(SQLModel):
    """Names of anything."""

    name: str
    name_ko: str | None
    name_zh: str | None


class Entity(EntityRead, table=True):
    """Anything with names."""

    id: str = Field(primary_key=True)


class Beginning(SQLModel, table=True):
    """Where in a name, folded, a search may begin: the rest of the name from there on."""

    type: str = Field(primary_key=True)
    folded: str = Field(primary_key=True)
    entity_id: str = Field(primary_key=True, foreign_key="entity.id")


def to_one(**options: Any) -> Any:  # noqa: ANN401 - a field's default, typed by its annotation
    """A relation to one row, fetched together with its owner."""
    return Relationship(sa_relationship_kwargs={"lazy": "joined", **options})


class Article(SQLModel, table=True):
    """An article that was read."""

    id: str = Field(primary_key=True)
    title: str
    publisher: str
    published_on: date
    url: str | None


class Citation(SQLModel, table=True):
    """Where an article states a fact."""

    fact_id: str = Field(primary_key=True)
    article_id: str = Field(primary_key=True, foreign_key="article.id")
    position: int = Field(primary_key=True)
    passage: str
    original: str | None
    as_written: str
    attributed_to_id: str | None = Field(foreign_key="entity.id")
    attribution: str
    qualifier: str
    words: dict[str, str] = Field(sa_type=JSON)
    remark: str | None
    article: Article = to_one()
    attributed_to: Entity | None = to_one()


def cited(table: str) -> Any:  # noqa: ANN401 - a field's default, typed by its annotation
    """The relation of a fact to its citations."""
    join = f"foreign(Citation.fact_id) == {table}.id"
    options = {"primaryjoin": join, "viewonly": True, "order_by": "Citation.article_id, Citation.position"}
    return Relationship(sa_relationship_kwargs=options)


class Lineage(SQLModel, table=True):
    """Each organization under itself and under all that it belongs to."""

    ancestor_id: str = Field(primary_key=True)
    organization_id: str = Field(primary_key=True)


class Organization(SQLModel, table=True):
    """A company, laboratory, fund, …."""

    id: str = Field(primary_key=True, foreign_key="entity.id")
    kind: str
    country_id: str | None
    entity: Entity = to_one()
    foundings: list["Founding"] = Relationship(
        back_populates="startup", sa_relationship_kwargs={"order_by": "Founding.person_id"}
    )
    investments: list["Investment"] = Relationship(
        sa_relationship_kwargs={"foreign_keys": "Investment.startup_id", "order_by": "Investment.investor_id"}
    )


class Person(SQLModel, table=True):
    """A person."""

    id: str = Field(primary_key=True, foreign_key="entity.id")
    entity: Entity = to_one()
    foundings: list["Founding"] = Relationship(
        back_populates="person", sa_relationship_kwargs={"order_by": "Founding.startup_id"}
    )
    employments: list["Employment"] = Relationship(
        sa_relationship_kwargs={"order_by": "Employment.organization_id, Employment.id"}
    )


class Founding(SQLModel, table=True):
    """A person founded an organization."""

    id: str = Field(primary_key=True)
    person_id: str = Field(foreign_key="person.id")
    startup_id: str = Field(foreign_key="organization.id")
    person: Person = Relationship(back_populates="foundings")
    title: str | None
    period_from: date | None
    period_to: date | None
    startup: Organization = Relationship(back_populates="foundings")
    citations: list[Citation] = cited("Founding")


class Employment(SQLModel, table=True):
    """A person works or worked for an organization."""

    id: str = Field(primary_key=True)
    person_id: str = Field(foreign_key="person.id")
    organization_id: str = Field(foreign_key="organization.id")
    status: str
    title: str | None
    unit: str | None
    period_from: date | None
    period_to: date | None
    organization: Organization = to_one()
    citations: list[Citation] = cited("Employment")


class Investment(SQLModel, table=True):
    """An investor put money into an organization."""

    id: str = Field(primary_key=True)
    investor_id: str = Field(foreign_key="organization.id")
    startup_id: str = Field(foreign_key="organization.id")
    round: str | None
    value: Decimal | None
    unit: str | None
    qualifier: str
    period_from: date | None
    period_to: date | None
    citations: list[Citation] = cited("Investment")
    investor: Organization = to_one(foreign_keys="Investment.investor_id")


class OrganizationRead(SQLModel):
    """An organization inside another answer."""

    id: str
    kind: str
    entity: EntityRead


class PersonRead(SQLModel):
    """A person inside another answer."""

    id: str
    entity: EntityRead


class CitationRead(SQLModel):
    """A citation with its article and speaker."""

    passage: str
    original: str | None
    as_written: str
    attribution: str
    qualifier: str
    words: dict[str, str]
    remark: str | None
    article: Article
    attributed_to: EntityRead | None


class FactRead(SQLModel):
    """A fact with its evidence."""

    id: str
    period_from: date | None
    period_to: date | None
    citations: list[CitationRead]


class EmploymentItem(SQLModel):
    """An employment in a list."""

    id: str
    status: str
    title: str | None
    organization: OrganizationRead


class EmploymentRead(FactRead):
    """An employment with its evidence."""

    status: str
    title: str | None
    unit: str | None
    organization: OrganizationRead


class InvestmentRead(FactRead):
    """An investment in a startup."""

    round: str | None
    value: float | None
    unit: str | None
    qualifier: str
    investor: OrganizationRead


class FoundingOf(SQLModel):
    """A founding, seen from the startup."""

    id: str
    person: PersonRead


class FoundingBy(SQLModel):
    """A founding, seen from the person."""

    id: str
    startup: OrganizationRead


class FounderRead(PersonRead):
    """A founder with a career."""

    employments: list[EmploymentRead]


class CareerFounding(FactRead):
    """A founding with the founder's career."""

    title: str | None
    person: FounderRead


class StartupItem(OrganizationRead):
    """A startup in a list."""

    country_id: str | None
    foundings: list[FoundingOf]


class StartupRead(OrganizationRead):
    """A startup with all that belongs to it."""

    country_id: str | None
    foundings: list[CareerFounding]
    investments: list[InvestmentRead]


class PersonItem(PersonRead):
    """A person in a list."""

    foundings: list[FoundingBy]
    employments: list[EmploymentItem]


class Startups(SQLModel):
    """A page of startups."""

    items: list[StartupItem]
    total: int


class People(SQLModel):
    """A page of people."""

    items: list[PersonItem]
    total: int


def load(*path: Any) -> ExecutableOption:  # noqa: ANN401 - SQLModel types a relation as what it leads to
    """The option that loads a path of relations, one statement a step."""
    option = selectinload(path[0])
    for step in path[1:]:
        option = option.selectinload(step)
    return option


def former_employees(employer: str) -> Any:  # noqa: ANN401 - a select
    """Ids of the people who left an employer or one of its children."""
    family = select(Lineage.organization_id).where(Lineage.ancestor_id == employer)
    return select(Employment.person_id).where(
        Employment.status == "former", col(Employment.organization_id).in_(family)
    )


app = FastAPI()
engine: Engine = create_engine(f"sqlite:///{sys.argv[2]}", connect_args={"check_same_thread": False})


def get_session() -> Iterator[Session]:
    """Open a session for one request."""
    with Session(engine) as session:
        yield session


Db = Annotated[Session, Depends(get_session)]


@app.get("/startups/{startup}", response_model=StartupRead)
def get_startup(startup: str, session: Db) -> Organization:
    """A startup with its founders, their careers, and its investors."""
    options = (
        load(Organization.foundings, Founding.citations),
        load(Organization.foundings, Founding.person, Person.employments, Employment.citations),
        load(Organization.investments, Investment.citations),
    )
    found = session.exec(select(Organization).where(Organization.id == startup).options(*options)).first()
    if found is None:
        raise HTTPException(404)
    return found


@app.get("/startups", response_model=Startups)
def list_startups(prior_employer: str, country: str, session: Db, limit: int = 50) -> dict[str, object]:
    """Startups of a country by the prior employer of a founder."""
    founded = select(Founding.startup_id).where(col(Founding.person_id).in_(former_employees(prior_employer)))
    conditions = Organization.kind == "startup", Organization.country_id == country, col(Organization.id).in_(founded)
    found = select(Organization).where(*conditions).order_by(Organization.id).limit(limit)
    total = session.exec(select(func.count()).select_from(Organization).where(*conditions)).one()
    return {"items": session.exec(found.options(load(Organization.foundings, Founding.person))).all(), "total": total}


@app.get("/employers/{employer}/alumni", response_model=People)
def list_alumni(employer: str, session: Db, limit: int = 50) -> dict[str, object]:
    """The people who left an employer or one of its children."""
    people = select(Person).where(col(Person.id).in_(former_employees(employer)))
    return page_of_people(session, people.order_by(Person.id), limit)


@app.get("/people", response_model=People)
def list_people(q: str, session: Db, limit: int = 20) -> dict[str, object]:
    """People by the beginning of a word in a name, or by any part of one in Hangul or Chinese characters."""
    matches = Beginning.type == "person", col(Beginning.folded).startswith(q.lower(), autoescape=True)
    place = func.min(Beginning.folded).label("place")
    found = select(Beginning.entity_id, place).where(*matches).group_by(Beginning.entity_id).subquery()
    people = select(Person).join(found, col(Person.id) == found.c.entity_id)
    return page_of_people(session, people.order_by(found.c.place, Person.id), limit)


def page_of_people(session: Session, people: SelectOfScalar[Person], limit: int) -> dict[str, object]:
    """The first of some people, and how many they are."""
    options = load(Person.foundings, Founding.startup), load(Person.employments)
    total = session.exec(select(func.count()).select_from(people.order_by(None).subquery())).one()
    return {"items": session.exec(people.limit(limit).options(*options)).all(), "total": total}


if __name__ == "__main__":
    serve(app, int(sys.argv[1]))
