"""The files as they may be written: gazetteer, article and records. Anything else in them is a mistake.

Ids are slugs in Latin letters; dates are TOML dates; a citation is a table of its own or an inline one.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import Annotated

from pydantic import BeforeValidator, Field, Strict, StringConstraints, model_validator
from sqlmodel import SQLModel

from app.models import (
    ActivityFacts,
    ArticleFacts,
    ClaimFacts,
    EmploymentFacts,
    EntityFacts,
    FigureFacts,
    FoundingFacts,
    InvestmentFacts,
    MakerFacts,
    MembershipFacts,
    ParentFacts,
)
from app.vocabulary import Attribution, FactType, OrganizationKind, ProductKind, Qualifier, Unit

SLUG = r"^[a-z0-9]+(-[a-z0-9]+)*$"
FEW = 60
"""Characters that the words of a citation may have: a fragment states a fact, a sentence is the article's."""

Slug = Annotated[str, StringConstraints(pattern=SLUG, max_length=80)]
CountryCode = Annotated[str, StringConstraints(pattern=r"^[A-Z]{2}$")]
ENTITY_ID = SLUG + r"|^[A-Z]{2}$"
EntityId = Annotated[str, StringConstraints(pattern=ENTITY_ID, max_length=80)]
PassageId = Annotated[str, StringConstraints(pattern=r"^p[1-9]\d*\.s[1-9]\d*$")]
Reference = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=1, max_length=200, pattern=r"^[^\r\n]*$")
]
"""An id or, in any script, a name that only one entity surely has."""
Words = Annotated[str, StringConstraints(min_length=1, max_length=FEW)]
Line = Annotated[str, StringConstraints(min_length=1, max_length=1000, pattern=r"^[^\r\n]*$")]
Day = Annotated[date, Strict()]  # a TOML date; quoted, it would be text
Exact = Annotated[Decimal, BeforeValidator(lambda value: Decimal(str(value)) if isinstance(value, float) else value)]


class Form(SQLModel):
    """A table of a file."""

    model_config = {"extra": "forbid", "frozen": True}


class PeriodForm(Form):
    """Days between which something holds."""

    first: Day | None = Field(None, alias="from")
    last: Day | None = Field(None, alias="to")

    @model_validator(mode="after")
    def _in_order(self) -> "PeriodForm":
        if self.first is None and self.last is None:
            raise ValueError("give `from`, `to` or both")
        if self.first and self.last and self.first > self.last:
            raise ValueError(f"it ends ({self.last}) before it begins ({self.first})")
        return self


class ConversionForm(Form):
    """The article's own conversion of a figure."""

    value: Exact
    unit: Unit
    qualifier: Qualifier = Qualifier.EXACT
    as_written: Words


class CitationForm(Form):
    """Where and in which words the article states a fact."""

    passage: PassageId
    original: PassageId | None = None
    as_written: Words
    attributed_to: Reference | None = None
    attribution: Attribution | None = None
    words: dict[str, Words] = {}
    conversion: ConversionForm | None = None
    remark: Line | None = None

    @model_validator(mode="after")
    def _speaker(self) -> "CitationForm":
        spoken = self.attribution in {Attribution.STATED, Attribution.CARRIED}
        if spoken != (self.attributed_to is not None):
            raise ValueError("`attributed_to` and `attribution` (stated or carried) go together")
        return self


class FactForm(Form):
    """A fact and its citations."""

    citations: list[CitationForm] = Field(min_length=1)


class DatedForm(FactForm):
    """A fact that can have a time."""

    period: PeriodForm | None = None


class FoundingForm(FoundingFacts, DatedForm):
    """`[[founding]]`."""

    person: Reference
    startup: Reference


class EmploymentForm(EmploymentFacts, DatedForm):
    """`[[employment]]`."""

    person: Reference
    organization: Reference


class InvestmentForm(InvestmentFacts, DatedForm):
    """`[[investment]]`."""

    investor: Reference
    startup: Reference
    value: Exact | None = None

    @model_validator(mode="after")
    def _money(self) -> "InvestmentForm":
        if (self.value is None) != (self.unit is None) or (self.unit and not self.unit.is_currency):
            raise ValueError("an amount is `value` and `unit`, a currency")
        return self


class MembershipForm(MembershipFacts, DatedForm):
    """`[[membership]]`."""

    member: Reference
    cohort: Reference


class ClaimForm(ClaimFacts, FactForm):
    """`[[claim]]`."""

    cohort: Reference
    parties: list[Reference] = Field(min_length=1)


class BaseForm(Form):
    """What a figure is a part of, or compared with."""

    prior_employer: Reference | None = None
    versus: Reference | None = None
    population: Line | None = None
    by: Line | None = None


class FigureForm(FigureFacts, DatedForm):
    """`[[figure]]`."""

    subject: Reference
    value: Exact | None = None
    value_min: Exact | None = None
    value_max: Exact | None = None
    of: BaseForm = BaseForm()

    @model_validator(mode="after")
    def _number(self) -> "FigureForm":
        ends = (self.value_min, self.value_max)
        if self.value is not None and ends != (None, None):
            raise ValueError("`value` and `value_min`/`value_max` exclude each other")
        return self


class ActivityForm(ActivityFacts, DatedForm):
    """`[[activity]]`."""

    organization: Reference | None = None
    cohort: Reference | None = None
    product: Reference | None = None
    counterpart: Reference | None = None
    country: CountryCode | None = None

    @model_validator(mode="after")
    def _one_actor(self) -> "ActivityForm":
        if (self.organization is None) == (self.cohort is None):
            raise ValueError("exactly one of `organization` and `cohort` acts")
        return self


class ParentForm(ParentFacts, DatedForm):
    """`[[parent]]`."""

    organization: Reference
    parent: Reference


class MakerForm(MakerFacts, DatedForm):
    """`[[maker]]`."""

    product: Reference
    organization: Reference


class RecordsForm(Form):
    """`records.toml`: the reviewed facts of one article."""

    founding: list[FoundingForm] = []
    employment: list[EmploymentForm] = []
    investment: list[InvestmentForm] = []
    membership: list[MembershipForm] = []
    claim: list[ClaimForm] = []
    figure: list[FigureForm] = []
    activity: list[ActivityForm] = []
    parent: list[ParentForm] = []
    maker: list[MakerForm] = []

    def facts(self) -> Iterator[tuple[FactType, int, FactForm]]:
        """Every fact with its type and its place among those of its type, from 0."""
        for fact_type in FactType:
            for index, form in enumerate(getattr(self, fact_type.value)):
                yield fact_type, index, form


class ArticleForm(ArticleFacts, Form):
    """`article.toml`: the bibliographic record."""

    id: Slug
    title: Line
    published_on: Day
    language: Annotated[str, StringConstraints(pattern=r"^[a-z]{2}$")]
    story: Slug
    original_sha256: Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")] | None = None


class LinkForm(Form):
    """An editorial link to another entity, and the reason for it."""

    id: Slug
    note: Line


class EntityForm(EntityFacts, Form):
    """What every table of the gazetteer can hold."""

    id: Slug
    name: Line
    aliases: list[Line] = []


def ends(merges: Mapping[str, str]) -> dict[str, str]:
    """What each id leads to in the end; those in or before a circle lead nowhere and are left out.

    >>> ends({"a": "b", "b": "c", "x": "y", "y": "x"})
    {'a': 'c', 'b': 'c'}
    """
    found: dict[str, str] = {}
    for start in merges:
        way = {start: None}
        at = start
        while (at := merges.get(at, "")) and at not in way:
            way[at] = None
        if not at:
            found[start] = list(way)[-1]
    return found


class CountryForm(EntityForm):
    """`[[country]]`."""

    id: CountryCode


class OrganizationForm(EntityForm):
    """`[[organization]]`."""

    kind: OrganizationKind
    country: CountryCode | None = None
    parent: LinkForm | None = None


class PersonForm(EntityForm):
    """`[[person]]`."""


class ProductForm(EntityForm):
    """`[[product]]`."""

    kind: ProductKind
    maker: LinkForm | None = None


class CohortForm(EntityForm):
    """`[[cohort]]`."""

    definition: Line
    country: CountryCode | None = None


ENTITY_FORMS: Mapping[str, type[EntityForm]] = {
    "country": CountryForm,
    "organization": OrganizationForm,
    "person": PersonForm,
    "product": ProductForm,
    "cohort": CohortForm,
}
"""The form of each type of entity."""


class MergeForm(Form):
    """`[[merge]]`: two entries of the gazetteer are one; the id of the one keeps working and leads to the other."""

    old: Slug = Field(alias="from")
    into: Slug
    note: Line


class DistinctionForm(Form):
    """`[[distinct]]`: two entries with names that are alike are two; it is asked no more."""

    a: Slug
    b: Slug
    note: Line


class GazetteerForm(Form):
    """`gazetteer.toml`: who and what there is, under which names."""

    country: list[CountryForm] = []
    organization: list[OrganizationForm] = []
    person: list[PersonForm] = []
    product: list[ProductForm] = []
    cohort: list[CohortForm] = []
    merge: list[MergeForm] = []
    distinct: list[DistinctionForm] = []

    def ends(self) -> dict[str, str]:
        """What each merged id leads to in the end; of those in a circle nothing."""
        return ends({form.old: form.into for form in self.merge})

    def entities(self) -> Iterator[tuple[str, int, EntityForm]]:
        """Every entity with its type and its place among those of its type, from 0."""
        for entity_type in ENTITY_FORMS:
            for index, form in enumerate(getattr(self, entity_type)):
                yield entity_type, index, form


def gazetteer_of(forms: Iterable[EntityForm]) -> GazetteerForm:
    """A gazetteer of these entries."""
    by_form: dict[type[EntityForm], list[EntityForm]] = {form: [] for form in ENTITY_FORMS.values()}
    for form in forms:
        by_form[type(form)].append(form)
    return GazetteerForm().model_copy(update={of: by_form[form] for of, form in ENTITY_FORMS.items()})
