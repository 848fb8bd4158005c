"""Reference rates: what an amount is worth in US dollars on a named day.

**Source**: the euro foreign exchange reference rates of the European Central Bank, as an installed package carries
them. They are set on working days; another day takes the last one before it.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from functools import cache
from typing import Any

from app.vocabulary import Unit

ECB = "European Central Bank, euro foreign exchange reference rates"
LONGEST_CLOSURE = 7  # days without a rate, over Easter or Christmas; more means that the rates end there
DIGITS = Decimal("1e-9")
CENT, DOLLAR = Decimal("0.01"), Decimal(1)
WITH_CENTS = Decimal(1_000_000)


@dataclass(frozen=True)
class Dollars:
    """An amount in US dollars and how it was reached: `value` is the amount times `rate`, rounded."""

    value: Decimal
    rate: Decimal
    on: date
    source: str


def in_dollars(amount: Decimal, unit: Unit, on: date) -> Dollars | None:
    """The amount in US dollars, or None where no rate is known.

    **Unit**: whole dollars from a million on, else cents.

    >>> in_dollars(Decimal(143), Unit.CNY, date(2024, 4, 30)).on
    datetime.date(2024, 4, 30)
    """
    if unit == Unit.USD:
        return Dollars(amount, Decimal(1), on, "same currency")
    for days in range(LONGEST_CLOSURE + 1):
        day = on - timedelta(days=days)
        rate = _rate(unit, day)
        if rate is not None:
            value = (amount * rate).quantize(DOLLAR if abs(amount * rate) >= WITH_CENTS else CENT)
            return Dollars(value, rate, day, ECB)
    return None


@cache
def _converter() -> Any:  # noqa: ANN401 - the package is not typed
    from currency_converter import CurrencyConverter  # noqa: PLC0415 - half a second that only a load with money pays

    return CurrencyConverter(decimal=True)


@cache
def _rate(unit: Unit, day: date) -> Decimal | None:
    """US dollars for one unit on a day that has a rate, to nine decimals."""
    from currency_converter import RateNotFoundError  # noqa: PLC0415 - as above

    converter = _converter()
    first, last = converter.bounds.get(unit.value, (date.max, date.min))
    if not first <= day <= last:
        return None
    try:
        return Decimal(converter.convert(1, unit.value, "USD", date=day)).quantize(DIGITS)
    except RateNotFoundError:  # no working day
        return None
