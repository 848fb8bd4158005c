"""Made-up amounts and head counts, and how Korean papers write them."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from app.synth.chance import Chance
from app.vocabulary import Qualifier, Unit

CURRENCIES = ((Unit.CNY, "위안"), (Unit.USD, "달러"), (Unit.KRW, "원"), (Unit.HKD, "홍콩달러"))
TEN_THOUSAND, HUNDRED_MILLION = 10**4, 10**8
LARGE = 50


@dataclass(frozen=True)
class Amount:
    """What a figure says, and its words."""

    fields: dict[str, Any]
    words: str


def money(draw: Chance, least: int, most: int) -> Amount:
    """An amount between so many millions in one of the currencies: `12억 3000만 위안`."""
    ((unit, noun),) = draw.choices(CURRENCIES, (60, 25, 10, 5))
    millions = draw.randint(least, most) * (1000 if unit == Unit.KRW else 1)
    value = millions * 10**6
    high, low = divmod(value, HUNDRED_MILLION)
    parts = [f"{high}억"] * bool(high) + [f"{low // TEN_THOUSAND}만"] * bool(low)
    about = draw.happens(0.15)
    words = f"{'약 ' if about else ''}{' '.join(parts)} {noun}"
    qualifier = Qualifier.ABOUT if about else Qualifier.EXACT
    return Amount({"value": Decimal(value), "unit": unit, "qualifier": qualifier}, words)


def heads(draw: Chance, least: int, most: int, *, companies: bool = False) -> Amount:
    """A number of people or of companies: `1200여 명`, `156곳`."""
    number = draw.randint(least, most)
    more = number > LARGE and draw.happens(0.2)
    if more:
        number -= number % 10
    noun = "곳" if companies else "명"
    words = f"{number}여 {noun}" if more else f"{number}{noun}"
    unit = Unit.COMPANIES if companies else Unit.PEOPLE
    qualifier = Qualifier.MORE_THAN if more else Qualifier.EXACT
    return Amount({"value": Decimal(number), "unit": unit, "qualifier": qualifier}, words)
