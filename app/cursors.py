"""Pages by key: order, the place where a page ends, and the cursor that carries it to the client.

A page begins after the last row of the page before, by the values that row is sorted by. Rows that come or go in
between move nothing, and the page at depth 500,000 costs what the first one costs.
"""

import base64
import binascii
import hmac
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import InstrumentedAttribute
from sqlalchemy.sql.elements import ColumnElement

SIGNATURE_BYTES = 12


class BrokenCursor(ValueError):
    """Not a cursor of this list, these filters and this order."""


@dataclass(frozen=True)
class Key:
    """One column that rows are sorted by."""

    column: ColumnElement[Any]
    descending: bool = False

    @property
    def always_there(self) -> bool:
        """Whether every row has a value, as far as a table promises it; then an index can be entered at any place."""
        return isinstance(self.column, InstrumentedAttribute) and not self.column.expression.nullable


def keys(sort: Sequence[str], columns: Mapping[str, Any]) -> list[Key]:
    """The columns behind words such as `name` and `-usd`, with `id` at the end so that no two rows tie."""
    chosen = [Key(columns[word.removeprefix("-")], word.startswith("-")) for word in dict.fromkeys(sort)]
    by_id = any(word.removeprefix("-") == "id" for word in sort)
    return chosen if by_id else [*chosen, Key(columns["id"])]


def order(sorted_by: Sequence[Key]) -> list[ColumnElement[Any]]:
    """`ORDER BY` with rows that have no value last: the engines' own defaults differ."""
    turned = [(key, key.column.desc() if key.descending else key.column.asc()) for key in sorted_by]
    return [way if key.always_there else way.nulls_last() for key, way in turned]


def after(sorted_by: Sequence[Key], values: Sequence[Any]) -> ColumnElement[bool]:
    """True of the rows that come behind the row with these values."""
    later: list[ColumnElement[bool]] = []
    tied: list[ColumnElement[bool]] = []
    for key, value in zip(sorted_by, values, strict=True):
        if value is None:  # such rows are last: only a further key can tell which of them come behind
            tied.append(key.column.is_(None))
            continue
        beyond = key.column < value if key.descending else key.column > value
        later.append(sa.and_(*tied, beyond if key.always_there else sa.or_(beyond, key.column.is_(None))))
        tied.append(key.column == value)
    first, value = sorted_by[0], values[0]
    if len(later) == 1 or not first.always_there:
        return sa.or_(*later)
    # Said once more for all alternatives: where an index of the first column is to be entered.
    return sa.and_(first.column <= value if first.descending else first.column >= value, sa.or_(*later))


def encode(values: Sequence[Any], bound_to: str, secret: str) -> str:
    """Cursor for the row with these values; it holds for one list, filter and order (`bound_to`) only."""
    content = json.dumps([_pack(value) for value in values], ensure_ascii=False, separators=(",", ":")).encode()
    return base64.urlsafe_b64encode(_sign(content, bound_to, secret) + content).decode().rstrip("=")


def decode(cursor: str, bound_to: str, secret: str) -> list[Any]:
    """The values in a cursor. **Raises** `BrokenCursor`."""
    try:
        raw = base64.b64decode(cursor + "=" * (-len(cursor) % 4), altchars=b"-_", validate=True)
    except (binascii.Error, ValueError) as error:
        raise BrokenCursor from error
    signature, content = raw[:SIGNATURE_BYTES], raw[SIGNATURE_BYTES:]
    if not hmac.compare_digest(signature, _sign(content, bound_to, secret)):
        raise BrokenCursor
    return [_unpack(value) for value in json.loads(content)]


def _sign(content: bytes, bound_to: str, secret: str) -> bytes:
    return hmac.digest(secret.encode(), bound_to.encode() + b"\0" + content, "sha256")[:SIGNATURE_BYTES]


def _pack(value: object) -> object:
    """Tag what JSON has no form for."""
    if isinstance(value, Decimal):
        return {"decimal": str(value)}
    if isinstance(value, date):
        return {"date": value.isoformat()}
    return value


def _unpack(value: Any) -> Any:  # noqa: ANN401 - whatever a column holds
    if not isinstance(value, dict):
        return value
    return Decimal(value["decimal"]) if "decimal" in value else date.fromisoformat(value["date"])
