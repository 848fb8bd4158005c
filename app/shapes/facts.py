"""The joined fact: one shape per type of fact, the same wherever the fact appears.

    {"fact": "f_…", "type": …, …its entities as cards, by role…, …its own fields…, "citations": […]}

A shape's fields name the columns they are read from: a card `person` is the column `person_id`.
"""

from datetime import date
from typing import Any, Literal

from pydantic import BaseModel, Field

from app.models import (
    ActivityFacts,
    ClaimFacts,
    EmploymentFacts,
    FigureFacts,
    FoundingFacts,
    InvestmentFacts,
    MakerFacts,
    MembershipFacts,
    ParentFacts,
)
from app.shapes.cards import Card
from app.shapes.evidence import Citation, Conversion, Number
from app.vocabulary import Basis, FactType, Qualifier, Unit

FACT_ID = Field(description="Id of the fact: a hash of what it states.", examples=["f_3f5b46ffbb50a958"])


def _type(word: FactType) -> Any:  # noqa: ANN401 - a field's default, typed by its annotation
    """The field that tells the types of facts apart."""
    return Field(description="What it states.", examples=[word.value])


class Period(BaseModel):
    """The days between which something holds."""

    first: date | None = Field(alias="from", description="First day.", examples=["2024-01-01"])
    last: date | None = Field(alias="to", description="Last day.", examples=["2024-12-31"])


class JoinedFact(BaseModel):
    """What every fact shows."""

    fact: str = FACT_ID
    type: FactType = Field(description="What it states.")
    basis: Basis = Field(description="On whose word it stands.", examples=["stated"])
    note: str | None = Field(description="Why we say so, if the basis is editorial.", examples=[None])
    attributed_to: Card | None = Field(description="Who says it in the oldest article; null is the reporter.")
    citations: list[Citation] = Field(description="Where articles state it; empty only for editorial facts.")


class DatedFact(JoinedFact):
    """A fact that can have a time."""

    period: Period | None = Field(description="When it holds, as far as stated.", examples=[None])


class FoundingFact(FoundingFacts, DatedFact):
    """A person founded an organization."""

    type: Literal[FactType.FOUNDING] = _type(FactType.FOUNDING)
    person: Card = Field(description="Who founded.")
    startup: Card = Field(description="What was founded.")


class EmploymentFact(EmploymentFacts, DatedFact):
    """A person works or worked for an organization."""

    type: Literal[FactType.EMPLOYMENT] = _type(FactType.EMPLOYMENT)
    person: Card = Field(description="Who was employed.")
    organization: Card = Field(description="The employer, exactly the unit that is stated.")


class InvestmentFact(InvestmentFacts, DatedFact):
    """An investor put money into an organization."""

    type: Literal[FactType.INVESTMENT] = _type(FactType.INVESTMENT)
    investor: Card = Field(description="Who invested.")
    startup: Card = Field(description="Who received the money.")
    value: Number | None = Field(description="Amount of this investor, in `unit`.", examples=[None])


class MembershipFact(MembershipFacts, DatedFact):
    """An organization or a person belongs to a cohort."""

    type: Literal[FactType.MEMBERSHIP] = _type(FactType.MEMBERSHIP)
    member: Card = Field(description="Who belongs to it.")
    cohort: Card = Field(description="The cohort.")


class ClaimFact(ClaimFacts, JoinedFact):
    """A statement about a whole cohort. It pairs nobody with anybody."""

    type: Literal[FactType.CLAIM] = _type(FactType.CLAIM)
    cohort: Card = Field(description="The cohort spoken of.")
    parties: list[Card] = Field(description="The parties that are named.")


class Size(BaseModel):
    """How many a cohort counts, as reported."""

    fact: str = FACT_ID
    value: Number | None = Field(description="The number.", examples=[1400])
    unit: Unit = Field(description="What is counted.", examples=["people"])
    qualifier: Qualifier = Field(description="How surely.", examples=["more_than"])


class Base(BaseModel):
    """What a figure is a part of, a place in or compared with: without it the number would be wrong."""

    prior_employer: Card | None = Field(description="Only those who worked there before.")
    versus: Card | None = Field(description="What the subject is compared with.")
    population: str | None = Field(description="Whom the number speaks of.", examples=["AI apps worldwide"])
    by: str | None = Field(description="What the population is divided by.", examples=["country of study"])
    size: Size | None = Field(description="The reported size of the cohort that is the subject.")


class Usd(BaseModel):
    """Value in US dollars at a reference rate, for comparing and sorting only."""

    value: Number = Field(description="US dollars.", examples=[70000000])
    rate: Number = Field(description="US dollars for one unit.", examples=[1])
    on: date = Field(
        description="Day of the rate: the end of the period, or the article's day if that is earlier.",
        examples=["2024-11-24"],
    )
    source: str = Field(description="Where the rate is from.", examples=["same currency"])


class FigureFact(FigureFacts, DatedFact):
    """A number about a subject."""

    type: Literal[FactType.FIGURE] = _type(FactType.FIGURE)
    subject: Card = Field(description="What the number is about.")
    value: Number | None = Field(
        description="The number, in `unit`; null if only a range or words are stated.", examples=[70000000]
    )
    value_min: Number | None = Field(description="Lower end of a stated range.", examples=[None])
    value_max: Number | None = Field(description="Upper end of a stated range.", examples=[None])
    of: Base | None = Field(description="The base of the number, if it has one.")
    as_written: str | None = Field(description="Its words in the oldest article.", examples=["7000만 달러"])
    stated_conversion: Conversion | None = Field(description="The article's own conversion; no second figure.")
    usd: Usd | None = Field(description="Value in US dollars; null for what is no money.")


class ActivityFact(ActivityFacts, DatedFact):
    """Something an organization or a group did, does or plans."""

    type: Literal[FactType.ACTIVITY] = _type(FactType.ACTIVITY)
    organization: Card | None = Field(description="Who acts; null when a group does.")
    cohort: Card | None = Field(description="The group that acts; null when an organization does.")
    product: Card | None = Field(description="The actor's own product that it is about.")
    counterpart: Card | None = Field(description="The other organization it touches.")
    country: Card | None = Field(description="Country where it happens.")


class ParentFact(ParentFacts, DatedFact):
    """An organization belongs to another."""

    type: Literal[FactType.PARENT] = _type(FactType.PARENT)
    organization: Card = Field(description="What belongs.")
    parent: Card = Field(description="What it belongs to.")


class MakerFact(MakerFacts, DatedFact):
    """An organization makes a product."""

    type: Literal[FactType.MAKER] = _type(FactType.MAKER)
    product: Card = Field(description="What is made.")
    organization: Card = Field(description="Who makes it.")


AnyFact = (
    FoundingFact
    | EmploymentFact
    | InvestmentFact
    | MembershipFact
    | ClaimFact
    | FigureFact
    | ActivityFact
    | ParentFact
    | MakerFact
)


SHAPES: dict[FactType, type[JoinedFact]] = {
    FactType.FOUNDING: FoundingFact,
    FactType.EMPLOYMENT: EmploymentFact,
    FactType.INVESTMENT: InvestmentFact,
    FactType.MEMBERSHIP: MembershipFact,
    FactType.CLAIM: ClaimFact,
    FactType.FIGURE: FigureFact,
    FactType.ACTIVITY: ActivityFact,
    FactType.PARENT: ParentFact,
    FactType.MAKER: MakerFact,
}
"""How each type of fact is shown."""
