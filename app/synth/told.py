"""A fact as an article tells it."""

from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from typing import Any

from app.seeding.forms import EntityForm, PeriodForm
from app.vocabulary import FactType


@dataclass(frozen=True)
class Told:
    """A fact, the sentence that tells it, and whom it is about."""

    type: FactType
    fields: dict[str, Any]
    sentence: str
    as_written: str
    about: tuple[EntityForm, ...]
    words: dict[str, str] = field(default_factory=dict)


def korean(form: EntityForm) -> str:
    """The name that articles use."""
    return form.name_ko or form.name


@lru_cache(maxsize=1000)
def period(first: int, last: int) -> PeriodForm:
    """Whole years."""
    return PeriodForm.model_validate({"from": date(first, 1, 1), "to": date(last, 12, 31)})
