"""`/v1/facts`: everything that is stated, and why we say so."""

from typing import Annotated, Any, ClassVar, Union, get_args

import sqlalchemy as sa
from fastapi import Path, Query
from pydantic import BaseModel, Field, create_model, model_validator
from sqlmodel import col

from app.api import filters, groups
from app.api.asking import MISSING, Question, make_router, refusal
from app.errors import Gone, NotFound
from app.listing import Group, ListQuery, Source, Where, Written, list_query, one_of
from app.models import Article, Change, Citation, Entity, Fact, Participant, Revision
from app.pages import Groups, Page
from app.shapes.cards import fetch_cards
from app.shapes.facts import AnyFact
from app.shapes.why import WhyView, fetch_fact, fetch_facts, fetch_why
from app.vocabulary import Basis, FactType

router = make_router("facts")
KEY = col(Fact.id)


@list_query
class FactQuery(ListQuery):
    """Filters of the list of facts."""

    source: ClassVar = Source(Fact, KEY)
    marks_unknown: ClassVar = False
    sorts: ClassVar = {"id": KEY, "type": col(Fact.type)}
    default_sort: ClassVar[str] = "type"
    groups: ClassVar = {
        "type": Group(sa.select(KEY, col(Fact.type))),
        "basis": Group(sa.select(KEY, col(Fact.basis))),
        "attributed_to": groups.FACT_SPEAKERS,
        "article": groups.FACT_ARTICLES,
        "story": Group(
            sa.select(col(Citation.fact_id), col(Article.story))
            .join(Article, col(Article.id) == Citation.article_id)
            .distinct(),
            overlapping=True,
        ),
        "entity": Group(
            sa.select(col(Participant.fact_id), col(Participant.entity_id)).distinct(), fetch_cards, overlapping=True
        ),
    }

    type: Annotated[list[FactType], one_of(col(Fact.type))] = Field(
        [], description="What it states.", examples=[["founding"]]
    )
    basis: Annotated[list[Basis], one_of(col(Fact.basis))] = Field(
        [Basis.STATED],
        description="On whose word it stands. Without it and `not_basis`, what articles state; repeat it to get both.",
        examples=[["stated", "editorial"]],
    )
    entity: Annotated[
        list[str],
        Where(
            lambda values, _: KEY.in_(
                sa.select(col(Participant.fact_id)).where(col(Participant.entity_id).in_(values))
            ),
            ids_of=col(Entity.id),
        ),
    ] = Field([], description="About this entity, in whatever role.", examples=[["moonshot-ai"]])
    conflicting: Annotated[bool | None, filters.in_conflict(KEY)] = Field(
        None, description=filters.CONFLICTING, examples=[True]
    )
    article: Annotated[list[str], filters.fact_in_article(KEY)] = Field(
        [], description=filters.ARTICLE, examples=[["2024-11-24-sedaily-china-ai-talent"]]
    )
    attributed_to: Annotated[list[str], filters.fact_attributed_to(KEY)] = Field(
        [], description=filters.ATTRIBUTED_TO, examples=[["it-juzi"]]
    )

    @model_validator(mode="before")
    @classmethod
    def _look_at_both(cls, given: Any) -> Any:  # noqa: ANN401 - whatever pydantic is given
        """Whoever leaves one basis out looks at both."""
        return {"basis": [], **given} if isinstance(given, dict) and given.get("not_basis") else given


WHY: dict[str, type[BaseModel]] = {
    fact.__name__: create_model(f"Why{fact.__name__}", __base__=(WhyView, fact), __doc__=fact.__doc__)
    for fact in get_args(AnyFact)
}
"""Each type of fact with what stands beside it in its own view."""


@router.get("/facts", summary="List facts")
def list_facts(query: Annotated[FactQuery, Query()], ask: Question) -> Page[AnyFact] | Groups:
    """Every fact with its citations, whatever it states."""
    return ask.page_or_groups(query, fetch_facts)


@router.get(
    "/facts/{id}",
    summary="Get one fact, and why we say so",
    response_model=Union[tuple(WHY.values())],  # noqa: UP007 - made at run time
    responses={**MISSING, 410: refusal("The fact was retracted.")},
)
def get_fact(
    fact: Annotated[str, Path(alias="id", description="Id of the fact.", examples=["f_3f5b46ffbb50a958"])],
    _: Annotated[Written, Query()],
    ask: Question,
) -> BaseModel:
    """A fact with all citations, who says it, what contradicts it, how many stories carry it, and its history."""
    found = fetch_fact(ask.connection, fact)
    if found is None:
        retracted = sa.select(col(Change.revision), col(Revision.at)).join(
            Revision, col(Revision.number) == Change.revision
        )
        last = ask.connection.execute(
            retracted.where(col(Change.id) == fact).order_by(col(Change.revision).desc()).limit(1)
        ).first()
        if last:
            raise Gone(f"fact “{fact}” was retracted in revision {last.revision} on {last.at:%Y-%m-%d}")
        raise NotFound(f"there is no fact “{fact[:80]}”")
    why = WHY[type(found).__name__]
    return why(**dict(found), **dict(fetch_why(ask.connection, found)))
