"""What articles state: one table per type of fact, what they share in `fact`, and the citations that carry them.

A fact is content: its id is a hash of what it states, so a row is never changed, only added or retracted. What can
differ between two articles that state the same (words, speaker, conversion) stands in the citation.
"""

from datetime import date
from decimal import Decimal
from typing import Any

import sqlalchemy as sa
from sqlmodel import Field, SQLModel

from app.models.columns import CLUSTERED, TEXT, number, reference, text, word
from app.vocabulary import (
    ActivityKind,
    ActivityStatus,
    Attribution,
    Basis,
    EmploymentStatus,
    Extent,
    FactType,
    Metric,
    Qualifier,
    Relation,
    Unit,
)


class Fact(SQLModel, table=True):
    """What every fact has, whatever it states."""

    id: str = Field(primary_key=True, sa_type=TEXT, description="`f_` and a hash of what the fact states.")
    type: FactType = word(FactType, "What it states.", index=True)
    basis: Basis = word(Basis, "On whose word it stands.", index=True)
    note: str | None = text("Why we say so, if the basis is editorial.", default=None)


class Participant(SQLModel, table=True):
    """Whom or what a fact is about, under the name of its role: every reference of every fact, in one place.

    The parties of a claim have no other home; the others repeat the columns of their fact, written from them.
    """

    __table_args__ = (sa.Index(None, "entity_id", "fact_id"), CLUSTERED)

    fact_id: str = Field(sa_type=TEXT, primary_key=True, foreign_key="fact.id")
    role: str = Field(sa_type=TEXT, primary_key=True, description="`person`, `startup`, `investor`, `party`, …")
    entity_id: str = Field(sa_type=TEXT, primary_key=True, foreign_key="entity.id")


class DatedFacts(SQLModel):
    """When a fact holds: for an event the days it lies between, for a state its beginning and end."""

    period_from: date | None = Field(default=None, index=True, description="First day; null when not stated.")
    period_to: date | None = Field(default=None, description="Last day; null when not stated.")


class FoundingFacts(SQLModel):
    """A person founded an organization."""

    title: str | None = text("Role among the founders, in English.", default=None, example="chief executive")


class EmploymentFacts(SQLModel):
    """A person works or worked for an organization."""

    status: EmploymentStatus = word(EmploymentStatus, "Whether the employment lasts.")
    title: str | None = text("Position, in English.", default=None, example="principal research manager")
    unit: str | None = text("Part of the organization, in English.", default=None, example="machine learning group")


class InvestmentFacts(SQLModel):
    """An investor put money into an organization: said of this very pair."""

    round: str | None = text("Funding round.", default=None, example="Series B")
    value: Decimal | None = number("Amount of this investor, in `unit`.", default=None)
    unit: Unit | None = word(Unit, "Currency of the amount.", default=None)
    qualifier: Qualifier = word(Qualifier, "How surely.", default=Qualifier.EXACT)


class MembershipFacts(SQLModel):
    """An organization or a person belongs to a cohort."""


class ClaimFacts(SQLModel):
    """A statement about a whole cohort, which names parties but pairs nobody with anybody."""

    relation: Relation = word(Relation, "What the parties are to the cohort's members.")
    extent: Extent = word(Extent, "How much of the cohort it covers.")
    open_ended: bool = Field(
        description="Whether the parties are said to be some among others (“등”).", schema_extra={"examples": [True]}
    )


class FigureFacts(SQLModel):
    """A number about a subject."""

    metric: Metric = word(Metric, "What is measured.", index=True)
    value: Decimal | None = number("The number, in `unit`; null when only a range or words are stated.", default=None)
    value_min: Decimal | None = number("Lower end of a stated range.", default=None)
    value_max: Decimal | None = number("Upper end of a stated range.", default=None)
    unit: Unit = word(Unit, "What the value counts.")
    qualifier: Qualifier = word(Qualifier, "How surely, and on which side of the number.")


class ActivityFacts(SQLModel):
    """Something an organization or a group did, does or plans."""

    kind: ActivityKind = word(ActivityKind, "What kind of thing.", index=True)
    status: ActivityStatus = word(ActivityStatus, "How far it has come.")
    description: str = text("One clause in English.", example="recruits AI staff at its Silicon Valley office")
    place: str | None = text("Where, in English.", default=None, example="Silicon Valley")


class ParentFacts(SQLModel):
    """An organization belongs to another."""


class MakerFacts(SQLModel):
    """An organization makes a product."""


def _fact_id() -> str:
    """Declare the key of a type's table: the fact's own id."""
    key: str = Field(primary_key=True, sa_type=TEXT, foreign_key="fact.id")
    return key


class Founding(FoundingFacts, DatedFacts, table=True):
    """The founders of organizations."""

    id: str = _fact_id()
    person_id: str = reference("person.id", "Who founded.")
    startup_id: str = reference("organization.id", "What was founded.")


class Employment(EmploymentFacts, DatedFacts, table=True):
    """The careers of people."""

    id: str = _fact_id()
    person_id: str = reference("person.id", "Who was employed.")
    organization_id: str = reference("organization.id", "The employer.")


class Investment(InvestmentFacts, DatedFacts, table=True):
    """Investments stated pairwise."""

    id: str = _fact_id()
    investor_id: str = reference("organization.id", "Who invested.")
    startup_id: str = reference("organization.id", "Who received the money.")


class Membership(MembershipFacts, DatedFacts, table=True):
    """The named members of cohorts."""

    id: str = _fact_id()
    member_id: str = reference("entity.id", "Who belongs to it.")
    cohort_id: str = reference("cohort.id", "The cohort.")


class Claim(ClaimFacts, table=True):
    """Statements about whole cohorts; their parties are participants."""

    id: str = _fact_id()
    cohort_id: str = reference("cohort.id", "The cohort spoken of.")


class Figure(FigureFacts, DatedFacts, table=True):
    """Numbers, each with its base and, for money, its value in US dollars at a named day's reference rate."""

    id: str = _fact_id()
    subject_id: str = reference("entity.id", "What the number is about.")
    of_population: str | None = text("Whom the number speaks of, in English.", default=None)
    of_by: str | None = text("What the population is divided by, in English.", default=None)
    of_prior_employer_id: str | None = reference("organization.id", "Only those who worked there before.", default=None)
    of_versus_id: str | None = reference("entity.id", "What the subject is compared with.", default=None)
    usd_value: Decimal | None = number("Value in US dollars.", default=None, index=True)
    usd_rate: Decimal | None = number("US dollars for one unit.", default=None)
    usd_on: date | None = Field(default=None, description="Day of the rate.")
    usd_source: str | None = text("Where the rate is from.", default=None)


class Activity(ActivityFacts, DatedFacts, table=True):
    """What organizations and groups did, do or plan."""

    __table_args__ = (sa.CheckConstraint("(organization_id IS NULL) <> (cohort_id IS NULL)", name="one_actor"),)

    id: str = _fact_id()
    organization_id: str | None = reference("organization.id", "Who acts; null when a cohort does.", default=None)
    cohort_id: str | None = reference("cohort.id", "The group that acts; null when an organization does.", default=None)
    product_id: str | None = reference("product.id", "The actor's own product that it is about.", default=None)
    counterpart_id: str | None = reference("organization.id", "The other organization it touches.", default=None)
    country_id: str | None = reference("entity.id", "Country where it happens.", default=None)


class Parent(ParentFacts, DatedFacts, table=True):
    """Which organization belongs to which."""

    id: str = _fact_id()
    organization_id: str = reference("organization.id", "What belongs.")
    parent_id: str = reference("organization.id", "What it belongs to.")


class Maker(MakerFacts, DatedFacts, table=True):
    """Which organization makes which product."""

    id: str = _fact_id()
    product_id: str = reference("product.id", "What is made.")
    organization_id: str = reference("organization.id", "Who makes it.")


FactTable = type[Founding | Employment | Investment | Membership | Claim | Figure | Activity | Parent | Maker]

FACT_TABLES: dict[FactType, FactTable] = {
    FactType.FOUNDING: Founding,
    FactType.EMPLOYMENT: Employment,
    FactType.INVESTMENT: Investment,
    FactType.MEMBERSHIP: Membership,
    FactType.CLAIM: Claim,
    FactType.FIGURE: Figure,
    FactType.ACTIVITY: Activity,
    FactType.PARENT: Parent,
    FactType.MAKER: Maker,
}
"""Where each type of fact is kept."""


class CitationFacts(SQLModel):
    """Where and in which words an article states a fact."""

    as_written: str = text("The few words that state it, exactly as they stand in the passage.")
    original: str | None = text("The same place in the original, when a digest was read.", default=None)
    attribution: Attribution = word(Attribution, "How the passage is tied to the speaker.")
    qualifier: Qualifier = word(Qualifier, "How surely the passage states it.")
    words: dict[str, str] = Field(
        sa_type=sa.JSON,
        description="Words that stand in the passage for single fields: `period`, `qualifier`, `speaker`, ….",
    )
    remark: str | None = text("What the passage adds that no field holds, in English.", default=None)


class Citation(CitationFacts, table=True):
    """The tie between a fact and a passage."""

    __table_args__ = (sa.ForeignKeyConstraint(["article_id", "passage"], ["passage.article_id", "passage.id"]),)

    fact_id: str = Field(sa_type=TEXT, primary_key=True, foreign_key="fact.id")
    article_id: str = Field(sa_type=TEXT, primary_key=True, foreign_key="article.id", index=True)
    position: int = Field(primary_key=True, description="Order among the fact's citations in the article, from 1.")
    passage: str = text("Passage of the article that was read.")
    attributed_to_id: str | None = reference("entity.id", "Who says it; null is the reporter.", default=None)
    merged: dict[str, Any] = Field(
        sa_type=sa.JSON,
        sa_column_kwargs={"server_default": "{}"},
        description="By role, the ids under which the article's records name what was merged since.",
    )
    conversion_value: Decimal | None = number("The article's own conversion of the figure.", default=None)
    conversion_unit: Unit | None = word(Unit, "Currency of the conversion.", default=None)
    conversion_qualifier: Qualifier | None = word(Qualifier, "Qualifier of the conversion.", default=None)
    conversion_as_written: str | None = text("Words of the conversion.", default=None)
