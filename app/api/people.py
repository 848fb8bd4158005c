"""`/v1/people` and `/v1/founders`: careers. A founder is a person with a founding."""

from collections.abc import Sequence
from typing import Annotated, ClassVar

import sqlalchemy as sa
from fastapi import Path, Query
from pydantic import Field
from sqlmodel import col

from app.api import filters, groups
from app.api.asking import MISSING, Question, make_router, one
from app.api.documents import Drive, ShortList, short
from app.listing import Group, ListQuery, Source, Where, Written, list_query
from app.models import Alumnus, Employment, Entity, Organization, Person
from app.pages import Groups, Page, joined
from app.shapes.cards import fetch_cards
from app.shapes.documents import DocumentKind
from app.shapes.moves import with_role
from app.shapes.people import PersonDetail, PersonRow, fetch_people, fetch_person_details
from app.vocabulary import EmploymentStatus, EntityType, Role

router = make_router("people")
KEY = col(Person.id)
EMPLOYED = sa.select(col(Employment.person_id))
HAS_ROLE = filters.any_in(KEY, [with_role(role) for role in Role])


@list_query
class PersonQuery(ListQuery):
    """Filters of the list of people."""

    source: ClassVar = Source(sa.join(Person, Entity, col(Entity.id) == KEY), KEY)
    parts: ClassVar = PersonRow.parts
    sorts: ClassVar = {"id": KEY, "name": col(Entity.name)}
    groups: ClassVar = {
        "prior_employer": Group(
            sa.select(col(Employment.person_id), col(Employment.organization_id)).where(
                col(Employment.status) == EmploymentStatus.FORMER
            ),
            fetch_cards,
            overlapping=True,
        ),
        "startup": groups.CAREERS,
        "employer": Group(
            sa.select(col(Employment.person_id), col(Employment.organization_id)), fetch_cards, overlapping=True
        ),
        "role": groups.ROLES,
        "cohort": groups.COHORTS,
        "article": groups.ENTITY_ARTICLES,
        "attributed_to": groups.ENTITY_SPEAKERS,
    }

    q: Annotated[str | None, filters.named(KEY, EntityType.PERSON)] = Field(
        None, max_length=200, description=filters.TEXT, examples=["양즈린"]
    )
    startup: Annotated[
        list[str],
        Where(
            lambda values, query: filters.any_in(KEY, filters.people_of(values, query.came_as)),
            ids_of=col(Organization.id),
            known=HAS_ROLE,
        ),
    ] = Field(
        [],
        description="Founded the startup with this id or was hired by it; `role` says which.",
        examples=[["moonshot-ai"]],
    )
    prior_employer: Annotated[list[str], filters.person_left(KEY)] = Field(
        [], description=filters.PRIOR_EMPLOYER, examples=[["microsoft"]]
    )
    employer: Annotated[
        list[str],
        Where(
            lambda values, query: KEY.in_(
                EMPLOYED.where(col(Employment.organization_id).in_(filters.family(values, query)))
            ),
            ids_of=col(Organization.id),
            known=KEY.in_(EMPLOYED),
            members=filters.rolled_up,
        ),
    ] = Field([], description="Works or worked for this organization; its children count.", examples=[["microsoft"]])
    rollup: bool = Field(True, description=filters.ROLLUP, examples=[True])
    role: Annotated[
        list[Role],
        Where(
            lambda values, _: filters.any_in(KEY, [with_role(role) for role in values]),
            known=HAS_ROLE,
        ),
    ] = Field([], description="How the person came to a startup; with `startup`, to that one.", examples=[["hire"]])
    cohort: Annotated[list[str], filters.in_cohort(KEY)] = Field(
        [], description="Named member of the cohort with this id.", examples=[["it-juzi-ai-founders"]]
    )
    article: Annotated[list[str], filters.entity_in_article(KEY)] = Field(
        [], description=filters.ARTICLE, examples=[["2024-11-24-sedaily-china-ai-talent"]]
    )
    attributed_to: Annotated[list[str], filters.entity_attributed_to(KEY)] = Field(
        [], description=filters.ATTRIBUTED_TO, examples=[["it-juzi"]]
    )

    @property
    def came_as(self) -> Sequence[Role]:
        """In which roles people are looked for at a startup; none in particular, if there are none."""
        return self.role


class FounderQuery(PersonQuery):
    """Filters of the list of founders: people with a founding."""

    source: ClassVar = Source(sa.join(Person, Entity, col(Entity.id) == KEY), KEY, KEY.in_(with_role(Role.FOUNDER)))

    @property
    def came_as(self) -> Sequence[Role]:
        """At a startup founders are looked for among those who founded it."""
        return self.role or [Role.FOUNDER]


@router.get("/people", summary="List people")
@short(
    ShortList(
        PersonQuery,
        DocumentKind.PERSON_ROW,
        key=KEY,
        drives={
            "prior_employer": Drive(
                col(Alumnus.person_id), lambda employer: [col(Alumnus.employer_id) == employer], rolled_up=True
            )
        },
        search={"q": EntityType.PERSON},
    )
)
def list_people(query: Annotated[PersonQuery, Query()], ask: Question) -> Page[PersonRow] | Groups:
    """People by startup, role and prior employer."""
    return ask.page_or_groups(query, joined(fetch_people, fetch_person_details, query.included))


@router.get("/people/{id}", summary="Get one person", responses=MISSING)
def get_person(
    person: Annotated[str, Path(alias="id", description="Id of the person.", examples=["yang-zhilin"])],
    _: Annotated[Written, Query()],
    ask: Question,
) -> PersonDetail:
    """A person's whole career, as far as articles state it."""
    return one(ask.connection, KEY, person, fetch_person_details)


@router.get("/founders", summary="List founders")
def list_founders(query: Annotated[FounderQuery, Query()], ask: Question) -> Page[PersonRow] | Groups:
    """People who founded an organization, by the same filters as people."""
    return ask.page_or_groups(query, joined(fetch_people, fetch_person_details, query.included))
