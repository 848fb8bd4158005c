"""`/v1/employers`: organizations seen as prior employers, and their alumni."""

from collections.abc import Sequence
from typing import Annotated, ClassVar

import sqlalchemy as sa
from fastapi import Path, Query
from pydantic import Field
from sqlmodel import col

from app.api import filters, groups
from app.api.asking import MISSING, Question, make_router, require
from app.api.documents import Drive, ShortList, short
from app.listing import Group, ListQuery, Source, Where, Written, list_query, one_of
from app.models import Alumnus, Employment, Entity, Figure, Founding, Lineage, Organization, Person
from app.pages import Groups, Page, joined
from app.shapes.cards import fetch_cards
from app.shapes.documents import DocumentKind
from app.shapes.employers import (
    AlumniRow,
    AlumniSummary,
    EmployerDetail,
    EmployerRow,
    fetch_alumni,
    fetch_alumni_parts,
    fetch_alumni_summary,
    fetch_employer_details,
    fetch_employers,
    reported_founders,
)
from app.shapes.moves import with_role
from app.vocabulary import EmploymentStatus, EntityType, OrganizationKind, Role

router = make_router("employers")
KEY = col(Organization.id)
EMPLOYER_ID = Annotated[str, Path(alias="id", description="Id of the organization.", examples=["microsoft"])]

LEFT = sa.select(col(Lineage.ancestor_id)).where(
    col(Lineage.organization_id).in_(
        sa.select(col(Employment.organization_id)).where(col(Employment.status) == EmploymentStatus.FORMER)
    )
)
REPORTED: sa.Select[str] = sa.select(sa.type_coerce(col(Figure.of_prior_employer_id), sa.String)).where(
    col(Figure.of_prior_employer_id).is_not(None)
)
NAMED_PEOPLE = (
    sa.select(sa.func.count(sa.distinct(col(Employment.person_id))))
    .join(Lineage, col(Lineage.organization_id) == Employment.organization_id)
    .where(col(Lineage.ancestor_id) == KEY, col(Employment.status) == EmploymentStatus.FORMER)
)


@list_query
class EmployerQuery(ListQuery):
    """Filters of the list of prior employers."""

    source: ClassVar = Source(
        sa.join(Organization, Entity, col(Entity.id) == KEY), KEY, filters.any_in(KEY, [LEFT, REPORTED])
    )
    parts: ClassVar = EmployerRow.parts
    sorts: ClassVar = {
        "id": KEY,
        "name": col(Entity.name),
        "reported_founders": reported_founders(KEY, "value").scalar_subquery(),
        "named_people": NAMED_PEOPLE.scalar_subquery(),
        "named_founders": NAMED_PEOPLE.where(
            col(Employment.person_id).in_(sa.select(col(Founding.person_id)))
        ).scalar_subquery(),
    }
    groups: ClassVar = {
        "country": Group(sa.select(KEY, col(Organization.country_id)), fetch_cards),
        "kind": Group(sa.select(KEY, col(Organization.kind))),
        "parent": groups.ANCESTORS,
        "startup": groups.DESTINATIONS,
        "article": groups.ENTITY_ARTICLES,
        "attributed_to": groups.ENTITY_SPEAKERS,
    }

    q: Annotated[str | None, filters.named(KEY, EntityType.ORGANIZATION)] = Field(
        None, max_length=200, description=filters.TEXT, examples=["구글"]
    )
    startup: Annotated[
        list[str],
        Where(
            lambda values, query: KEY.in_(
                sa.select(col(Lineage.ancestor_id)).where(
                    col(Lineage.organization_id).in_(
                        sa.select(col(Employment.organization_id)).where(
                            col(Employment.status) == EmploymentStatus.FORMER,
                            filters.any_in(col(Employment.person_id), filters.people_of(values, query.came_as)),
                        )
                    )
                )
            ),
            ids_of=col(Organization.id),
            known=lambda query: KEY.in_(groups.destinations(query).with_only_columns(col(Lineage.ancestor_id))),
        ),
    ] = Field([], description="Left by somebody who founded or joined this startup.", examples=[["moonshot-ai"]])
    role: Role | None = Field(
        None, description="How the people of `startup` came to it; without it, either way.", examples=["founder"]
    )
    parent: Annotated[
        list[str],
        filters.belongs_to(KEY),
    ] = Field([], description=filters.PARENT, examples=[["google"]])
    kind: Annotated[list[OrganizationKind], one_of(col(Organization.kind))] = Field(
        [], description="Kind of organization.", examples=[["company"]]
    )
    country: Annotated[list[str], one_of(col(Organization.country_id), ids_of=col(Entity.id))] = Field(
        [], description=filters.COUNTRY, examples=[["US"]]
    )
    article: Annotated[list[str], filters.entity_in_article(KEY)] = Field(
        [], description=filters.ARTICLE, examples=[["2024-11-24-sedaily-china-ai-talent"]]
    )
    attributed_to: Annotated[list[str], filters.entity_attributed_to(KEY)] = Field(
        [], description=filters.ATTRIBUTED_TO, examples=[["it-juzi"]]
    )

    @property
    def came_as(self) -> Sequence[Role]:
        """In which roles the people of `startup` came to it; none in particular, if there are none."""
        return [self.role] if self.role else []


PERSON = col(Person.id)
HAS_ROLE = filters.any_in(PERSON, [with_role(role) for role in Role])


@list_query
class AlumniQuery(ListQuery):
    """Filters of an employer's alumni."""

    source: ClassVar = Source(sa.join(Person, Entity, col(Entity.id) == PERSON), PERSON)
    parts: ClassVar = AlumniRow.parts
    sorts: ClassVar = {"id": PERSON, "name": col(Entity.name)}
    groups: ClassVar = {"role": groups.ROLES, "startup": groups.CAREERS}

    rollup: bool = Field(True, description=filters.ROLLUP, examples=[True])
    role: Annotated[
        list[Role],
        Where(lambda values, _: filters.any_in(PERSON, [with_role(role) for role in values]), known=HAS_ROLE),
    ] = Field([], description="How the person came to a startup; with `startup`, to that one.", examples=[["hire"]])
    startup: Annotated[
        list[str],
        Where(
            lambda values, query: filters.any_in(PERSON, filters.people_of(values, query.came_as)),
            ids_of=col(Organization.id),
            known=HAS_ROLE,
        ),
    ] = Field([], description="Founded this startup, or was hired by it.", examples=[["moonshot-ai"]])

    @property
    def came_as(self) -> Sequence[Role]:
        """In which roles people are looked for at a startup; none in particular, if there are none."""
        return self.role


class Alumni(AlumniSummary, Page[AlumniRow]):
    """The people who left an employer, and the number that somebody reports; never added up."""


@router.get("/employers", summary="List prior employers")
def list_employers(query: Annotated[EmployerQuery, Query()], ask: Question) -> Page[EmployerRow] | Groups:
    """Organizations that people left, with the people named and the head counts reported."""
    return ask.page_or_groups(query, joined(fetch_employers, fetch_employer_details, query.included))


@router.get("/employers/{id}", summary="Get one employer", responses=MISSING)
def get_employer(employer: EMPLOYER_ID, _: Annotated[Written, Query()], ask: Question) -> EmployerDetail:
    """An employer, its children, and the numbers reported of those who left. Any organization may be asked for."""
    require(ask.connection, KEY, employer)
    return fetch_employer_details(ask.connection, [employer])[0]


@router.get("/employers/{id}/alumni", summary="List an employer's alumni", responses=MISSING)
@short(
    ShortList(
        AlumniQuery,
        DocumentKind.ALUMNI_ROW,
        key=PERSON,
        path=Drive(col(Alumnus.person_id), lambda employer: [col(Alumnus.employer_id) == employer]),
        head=DocumentKind.ALUMNI_HEAD,
    )
)
def list_alumni(employer: EMPLOYER_ID, query: Annotated[AlumniQuery, Query()], ask: Question) -> Alumni | Groups:
    """The people who left an employer or one of its children, and for which startup."""
    require(ask.connection, KEY, employer)
    alumni = filters.left(filters.family([employer], query))
    if query.grouped_by:
        return ask.groups(query, PERSON.in_(alumni))
    rows = joined(fetch_alumni, lambda connection, ids: fetch_alumni_parts(connection, employer, ids), query.included)
    page = ask.page(query, rows, PERSON.in_(alumni))
    return Alumni(**dict(page), **dict(fetch_alumni_summary(ask.connection, employer, alumni)))
