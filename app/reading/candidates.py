"""What reading a text proposes, before anyone has agreed: candidate facts, and the things they speak of.

A candidate is flat, and names things as the text does, with the gazetteer's id beside each name that it knows. One
form serves `haigui draft --format ndjson`, drafts over HTTP, evaluation and readers that ask a model.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Annotated, Final, Literal

from pydantic import BaseModel, ConfigDict, Field, PlainSerializer

from app.vocabulary import (
    ActivityKind,
    ActivityStatus,
    Attribution,
    EmploymentStatus,
    EntityType,
    Extent,
    FactType,
    Metric,
    Qualifier,
    Relation,
    Unit,
)

ROLES: Final = (
    "person", "startup", "organization", "investor", "member", "cohort", "subject", "product", "parent",
    "counterpart", "country", "attributed_to",
)  # fmt: skip
"""The fields that name one thing; each has the id, where the gazetteer has one, in `<role>_id`."""

ROLES_OF: Final = {
    FactType.FOUNDING: ("person", "startup"),
    FactType.EMPLOYMENT: ("person", "organization"),
    FactType.INVESTMENT: ("investor", "startup"),
    FactType.MEMBERSHIP: ("member", "cohort"),
    FactType.CLAIM: ("cohort",),
    FactType.FIGURE: ("subject",),
    FactType.ACTIVITY: (),
    FactType.PARENT: ("organization", "parent"),
    FactType.MAKER: ("product", "organization"),
}
"""The roles without which a candidate of a type says nothing."""


def _as_number(value: Decimal) -> int | float | str:
    """A number that JSON keeps exactly, else its digits."""
    if value == value.to_integral_value():
        return int(value)
    near = float(value)
    return near if Decimal(repr(near)) == value else str(value)


Exact = Annotated[Decimal, PlainSerializer(_as_number, when_used="json")]
Name = Annotated[str, Field(min_length=1, max_length=200)]
Words = Annotated[str, Field(min_length=1, max_length=60)]


class Conversion(BaseModel):
    """The article's own conversion of a sum: no second figure."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    value: Exact
    unit: Unit
    qualifier: Qualifier
    as_written: Words


class Base(BaseModel):
    """What a figure is a part of, or compared with, in the words of the text."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    prior_employer: Name | None = None
    prior_employer_id: str | None = None
    versus: Name | None = None
    versus_id: str | None = None
    population: Name | None = None
    by: Name | None = None


class Candidate(BaseModel):
    """A proposed fact: `text[start:end] == as_written`, offsets in code points of the text as given."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    type: FactType
    person: Name | None = None
    person_id: str | None = None
    startup: Name | None = None
    startup_id: str | None = None
    organization: Name | None = None
    organization_id: str | None = None
    investor: Name | None = None
    investor_id: str | None = None
    member: Name | None = None
    member_id: str | None = None
    cohort: Name | None = None
    cohort_id: str | None = None
    subject: Name | None = None
    subject_id: str | None = None
    product: Name | None = None
    product_id: str | None = None
    parent: Name | None = None
    parent_id: str | None = None
    counterpart: Name | None = None
    counterpart_id: str | None = None
    country: Name | None = None
    country_id: str | None = None
    parties: tuple[Name, ...] = ()
    party_ids: tuple[str | None, ...] = ()
    relation: Relation | None = None
    extent: Extent | None = None
    open_ended: bool | None = None
    kind: ActivityKind | None = None
    description: str | None = None
    place: str | None = None
    metric: Metric | None = None
    value: Exact | None = None
    value_min: Exact | None = None
    value_max: Exact | None = None
    unit: str | None = None
    """A `Unit` for a figure or the amount of an investment; for an employment the part of the employer."""
    qualifier: Qualifier | None = None
    stated_conversion: Conversion | None = None
    of: Base | None = None
    round: str | None = None
    period_from: date | None = None
    period_to: date | None = None
    status: EmploymentStatus | ActivityStatus | None = None
    title: str | None = None
    attributed_to: Name | None = None
    attributed_to_id: str | None = None
    attribution: Attribution = Attribution.NONE
    as_written: Words
    start: Annotated[int, Field(ge=0)]
    end: Annotated[int, Field(ge=0)]
    passage: str
    """Sentence of the text as given, such as `p3.s1`."""
    words: dict[str, Words] = {}
    """Words of the same passage that state single fields: `person`, `status`, `period`, `speaker`, ….
    A carried speaker's words stand in an earlier passage of the paragraph."""
    doubts: tuple[str, ...] = ()
    """What is uncertain or could not be resolved, each in a sentence of English."""
    rule: str | None = None
    """Which rule proposes it."""
    confidence: Annotated[float, Field(ge=0, le=1)]

    def names(self) -> Iterator[tuple[str, str, str | None]]:
        """Every name of a thing: its role, the name as the text has it, the id if it is known."""
        for role in ROLES:
            if (name := getattr(self, role)) is not None:
                yield role, name, getattr(self, f"{role}_id")
        for name, item in zip(self.parties, self.party_ids, strict=True):
            yield "party", name, item
        if self.of is not None:
            for role in ("prior_employer", "versus"):
                if (name := getattr(self.of, role)) is not None:
                    yield role, name, getattr(self.of, f"{role}_id")

    def as_json(self) -> str:
        """One line of NDJSON, fields that say nothing left out."""
        return self.model_dump_json(exclude_defaults=True)


class Proposal(BaseModel):
    """Something the text names that is not in the gazetteer, or that may be another name of what is."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    name: Name
    """As candidates name it."""
    type: Literal[EntityType.ORGANIZATION, EntityType.PERSON, EntityType.PRODUCT, EntityType.COHORT]
    kind: str | None = None
    """An `OrganizationKind` or a `ProductKind`."""
    aliases: tuple[Name, ...] = ()
    """Other names that the text gives it, as in brackets: `月之暗面`, `Moonshot AI`."""
    start: int
    end: int
    near: tuple[str, ...] = ()
    """Ids of the gazetteer whose names are alike: proposed, never taken."""


class Draft(BaseModel):
    """All that reading one text proposes."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    title: str
    language: str
    published_on: date
    """The day from which relative dates were counted: as given, else from the text's date line."""
    candidates: tuple[Candidate, ...]
    proposals: tuple[Proposal, ...]


@dataclass(frozen=True, slots=True)
class KnownEntity:
    """An entity of the gazetteer, as far as reading needs it."""

    id: str
    type: EntityType
    kind: str | None
    names: Sequence[str]
    """The display name first."""
