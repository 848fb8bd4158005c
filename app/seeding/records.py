"""Facts as rows: what a form states, under the id that follows from it.

The id is a hash of the type, the entities and the fields: the same fact read twice is one fact with two citations, and
an id survives any reload.
"""

import json
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from functools import cache
from hashlib import sha256
from typing import Any

import sqlalchemy as sa

from app.models import FACT_TABLES
from app.seeding.forms import CitationForm, FactForm, FigureForm
from app.vocabulary import Attribution, FactType, Qualifier

HEX_DIGITS = 16
COMPUTED = {"id", "usd_value", "usd_rate", "usd_on", "usd_source"}
"""Columns that state nothing of their own."""

CANONICAL = json.JSONEncoder(sort_keys=True, ensure_ascii=False, separators=(",", ":"))
PLAIN = {str, int, bool, type(None)}


@dataclass(frozen=True)
class Statement:
    """What one fact states: its row, and whom it is about by role."""

    id: str
    type: FactType
    row: dict[str, Any]
    participants: tuple[tuple[str, str], ...]
    note: str | None = None


@cache
def _columns(fact_type: FactType) -> tuple[tuple[str, str], ...]:
    """The columns of a type's table that state something, each with the field of its form."""
    names = (column.name for column in sa.inspect(FACT_TABLES[fact_type]).columns)
    return tuple((name, name.removesuffix("_id")) for name in names if name not in COMPUTED)


def state(
    fact_type: FactType, row: dict[str, Any], parties: list[str] | None = None, note: str | None = None
) -> Statement:
    """The fact that a row of its type's table states.

    >>> state(FactType.MAKER, {"product_id": "talkie", "organization_id": "minimax"}).id
    'f_e56fbf6185191227'
    """
    whole = {name: row.get(name) for name, _ in _columns(fact_type)}
    content: dict[str, Any] = {
        name: value if type(value) in PLAIN else plain(value) for name, value in whole.items() if value is not None
    }
    participants: list[tuple[str, str]] = [
        (role, item) for name, role in _columns(fact_type) if name != role and (item := whole[name])
    ]
    content["type"] = fact_type.value
    if parties:
        content["parties"] = sorted(parties)
        participants += (("party", party) for party in content["parties"])
    fact_id = f"f_{sha256(CANONICAL.encode(content).encode()).hexdigest()[:HEX_DIGITS]}"
    whole["id"] = fact_id
    return Statement(fact_id, fact_type, whole, tuple(participants), note)


def state_form(fact_type: FactType, form: FactForm) -> Statement:
    """The fact that a table of a records file states."""
    values = dict(vars(form))
    if period := values.pop("period", None):
        values |= {"period_from": period.first, "period_to": period.last}
    if isinstance(form, FigureForm):
        values |= {f"of_{name}": value for name, value in vars(form.of).items()}
    row = {name: values.get(field) for name, field in _columns(fact_type)}
    return state(fact_type, row, values.get("parties"))


def cite(form: CitationForm, fact: FactForm) -> dict[str, Any]:
    """The columns of a citation, but for the keys that tie it to its fact and article."""
    conversion = form.conversion
    return {
        "passage": form.passage,
        "original": form.original,
        "as_written": form.as_written,
        "attributed_to_id": form.attributed_to,
        "attribution": form.attribution or Attribution.NONE,
        "qualifier": getattr(fact, "qualifier", Qualifier.EXACT),
        "words": dict(sorted(form.words.items())),
        "remark": form.remark,
        "conversion_value": conversion and conversion.value,
        "conversion_unit": conversion and conversion.unit,
        "conversion_qualifier": conversion and conversion.qualifier,
        "conversion_as_written": conversion and conversion.as_written,
    }


def plain(value: object) -> object:
    """A value as JSON has it; equal decimals are equal text (`70000000`, never `7E+7`)."""
    if type(value) in PLAIN:
        return value
    if isinstance(value, Decimal):
        whole = value.normalize()
        return f"{whole:f}"
    if isinstance(value, StrEnum):
        return value.value
    if isinstance(value, date):
        return value.isoformat()
    return value
