"""`/v1/reconcile/match`: the same by the draft of the Reconciliation Service API 1.0, with conditions, in JSON."""

from collections.abc import Iterator, Sequence
from enum import StrEnum
from typing import Annotated

from fastapi import Query
from pydantic import BaseModel, ConfigDict, Field

from app.api.asking import Question, make_router
from app.api.bodies import JsonBody, inlined
from app.api.reconcile import LONGEST, MOST_PROPERTIES, MOST_QUERIES, MOST_VALUES, TOO_MUCH, Values, texts_of
from app.errors import InvalidInput, InvalidParameter, TooMuch, allowed_words
from app.listing import Pinned
from app.shapes.properties import PROPERTIES, SPELLINGS
from app.shapes.reconciling import COMPARED, TYPES, Candidate, Condition, Quantifier, Wanted, candidates

router = make_router("reconcile", tables=False)
MOST_NAMES = 5
STRICT = ConfigDict(extra="forbid")


class MatchType(StrEnum):
    """What a condition is about."""

    NAME = "name"
    ID = "id"
    PROPERTY = "property"


class GivenCondition(BaseModel):
    """What the wanted entity should have."""

    model_config = STRICT

    matchType: MatchType = Field(description="What is compared.", examples=["name"])  # noqa: N815 - the protocol's own
    propertyId: str | None = Field(  # noqa: N815 - as above
        None, description="Id of the property, if it is one that is compared.", examples=["prior_employer"]
    )
    propertyValue: Values | list[Values] = Field(  # noqa: N815 - as above
        description="A value, or several: texts, numbers, truth values, or entities as `{id}`.", examples=["양쯔린"]
    )
    required: bool = Field(
        default=False,
        description="Whether who is not stated to have it is left out, not only put lower.",
        examples=[False],
    )
    matchQuantifier: Quantifier = Field(  # noqa: N815 - as above
        Quantifier.ANY, description="Which of several values are to be there.", examples=["any"]
    )
    matchQualifier: str | None = Field(  # noqa: N815 - as above
        None, description="How to compare; none is offered, so it has to be left out.", examples=[None]
    )
    lang: str | None = Field(None, max_length=35, description="Language of the value; all are known.", examples=["ko"])
    dir: str | None = Field(None, max_length=10, description="Direction of the value; left aside.", examples=["ltr"])

    def values(self) -> tuple[str, ...]:
        """The values as texts."""
        return texts_of(self.propertyValue)


class MatchQuery(BaseModel):
    """One query of a batch."""

    model_config = STRICT

    type: str | None = Field(None, description="What it should be, one word of the types.", examples=["person"])
    limit: int | None = Field(None, ge=1, description="Candidates at most.", examples=[3])
    lang: str | None = Field(None, max_length=35, description="Language of the texts; all are known.", examples=["ko"])
    dir: str | None = Field(None, max_length=10, description="Direction of the texts; left aside.", examples=["ltr"])
    conditions: list[GivenCondition] = Field(
        min_length=1, max_length=MOST_PROPERTIES, description="What it should have."
    )


class MatchBatch(BaseModel):
    """Queries to be answered one by one."""

    queries: list[MatchQuery] = Field(description=f"The queries, {MOST_QUERIES} at most.")


class Match(BaseModel):
    """The candidates for one query."""

    candidates: list[Candidate] = Field(description="Entities that may be meant, the most likely first.")


class Matches(BaseModel):
    """The results of a batch."""

    results: list[Match] = Field(description="A result for each query, in their order.")


@router.post(
    "/reconcile/match",
    summary="Reconcile by the draft of 1.0",
    responses=TOO_MUCH,
    openapi_extra={"requestBody": {"required": True, "content": {"application/json": {"schema": inlined(MatchBatch)}}}},
)
def post_match(_: Annotated[Pinned, Query()], body: JsonBody, ask: Question) -> Matches:
    """Candidates for up to 50 queries, by up to 5 names and ids each, and properties; scores are from 0 to 100.

    A condition that does not hold lowers the score of whom something else is stated of; one that is `required` leaves
    out who is not stated to meet it. A query without a name or an id goes by the names among its properties, or finds
    nobody.
    """
    queries = body.json(MatchBatch).queries
    if len(queries) > MOST_QUERIES:
        raise TooMuch(f"{len(queries)} queries at once; at most {MOST_QUERIES}")
    errors: list[InvalidParameter] = []
    wanted = [_wanted(f"queries.{number}", query, errors) for number, query in enumerate(queries)]
    if errors:
        raise InvalidInput(errors[:10])
    return Matches(results=[Match(candidates=candidates(ask.connection, one)) for one in wanted])


def _wanted(place: str, query: MatchQuery, errors: list[InvalidParameter]) -> Wanted:
    """A query with its words checked; what is wrong with it is added to the errors."""

    def wrong(where: str, message: str) -> None:
        errors.append(InvalidParameter("body", f"{place}.{where}", message))

    if query.type is not None and query.type not in TYPES:
        wrong("type", f"“{query.type[:80]}” is no type; {allowed_words(query.type, list(TYPES))}")
    names, ids = (_values_of(kind, query.conditions) for kind in (MatchType.NAME, MatchType.ID))
    if len({*names, *ids}) > MOST_NAMES:
        wrong("conditions", f"name {len({*names, *ids})} names and ids; allowed are at most {MOST_NAMES} in one query")
    required = [one for one in query.conditions if one.required]
    wanted: list[Condition] = []
    for number, one in enumerate(query.conditions):
        for where, message in _mistakes(one):
            wrong(f"conditions.{number}.{where}", message)
        if one.matchType == MatchType.PROPERTY:
            wanted.append(Condition(one.propertyId or "", one.values(), one.matchQuantifier, one.required))
    spelled = [value for one in wanted if one.property in SPELLINGS for value in one.values[:1]]
    return Wanted(
        texts=list(dict.fromkeys([*names, *ids] or spelled[:MOST_NAMES])),
        types=[query.type] if query.type else [],
        conditions=wanted,
        only=_values_of(MatchType.ID, required),
        most=min(query.limit or COMPARED, COMPARED),
    )


def _mistakes(condition: GivenCondition) -> Iterator[tuple[str, str]]:
    """What is wrong with a condition, and where."""
    values, is_property = condition.values(), condition.matchType == MatchType.PROPERTY
    most = MOST_VALUES if is_property else MOST_NAMES
    if not 1 <= len(values) <= most:
        yield "propertyValue", f"has {len(values)} values; allowed are 1 to {most}"
    if any(len(value) > LONGEST for value in values):
        yield "propertyValue", f"has more than {LONGEST} characters"
    if condition.matchQualifier is not None:
        yield "matchQualifier", "no qualifier is offered; leave it out"
    if not is_property and condition.matchQuantifier != Quantifier.ANY:
        yield "matchQuantifier", "allowed for names and ids: any"
    if is_property and condition.propertyId not in PROPERTIES:
        given = condition.propertyId or ""
        yield "propertyId", f"“{given[:80]}” is no property; {allowed_words(given, list(PROPERTIES))}"


def _values_of(kind: MatchType, conditions: Sequence[GivenCondition]) -> list[str]:
    return [value for one in conditions if one.matchType == kind for value in one.values()]
