"""Money in US dollars: at the reference rate of a named day, never from the article's own conversion."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
import sqlalchemy as sa
from currency_converter import CurrencyConverter
from sqlalchemy.engine import Engine
from sqlmodel import col

from app.models import Citation, Figure
from app.seeding.rates import in_dollars
from app.vocabulary import Unit
from tests.seeding.tables import ALPHA, GAMMA, VEGA, append, edit, facts, load_all, rows

SAME, ECB = "same currency", "European Central Bank, euro foreign exchange reference rates"
DOLLARS = sa.select(col(Figure.usd_value), col(Figure.usd_rate), col(Figure.usd_on), col(Figure.usd_source))
VEGA_VALUATION = DOLLARS.where(col(Figure.metric) == "valuation")
GAMMA_SAYS_TOO = """
[[figure]]
subject = "vega-ai"
metric = "valuation"
value = 700000000
unit = "CNY"
qualifier = "exact"
citations = [{ passage = "p3.s1", as_written = "7억 위안" }]
"""


def yuan_in_dollars(day: date) -> Decimal:
    """What a yuan was worth, from the two euro rates of the day."""
    euro = CurrencyConverter(decimal=True)
    dollars, yuan = euro.convert(1, "EUR", "USD", date=day), euro.convert(1, "EUR", "CNY", date=day)
    return Decimal(dollars / yuan)


def test_dollars_are_dollars_on_the_earlier_of_the_periods_end_and_the_articles_day(loaded: Engine) -> None:
    revenue = DOLLARS.where(col(Figure.metric) == "revenue").order_by(col(Figure.value))
    assert rows(loaded, revenue) == [
        (Decimal(25000000), Decimal(1), date(2024, 6, 20), SAME),
        (Decimal(30000000), Decimal(1), date(2024, 5, 10), SAME),
    ]


def test_a_period_that_is_over_gives_the_day(loaded: Engine, seeds: Path) -> None:
    edit(seeds / VEGA / "original.txt", "올해 매출이 2500만 달러로 예상된다", "지난해 매출이 2500만 달러였다")
    edit(
        seeds / VEGA / "records.toml",
        "{ from = 2024-01-01, to = 2024-12-31 }",
        "{ from = 2023-01-01, to = 2023-12-31 }",
    )
    edit(
        seeds / VEGA / "records.toml",
        'words = { period = "올해", qualifier = "예상" }',
        'words = { period = "지난해" }',
    )
    edit(seeds / VEGA / "records.toml", 'qualifier = "expected"', 'qualifier = "exact"')
    load_all(loaded, seeds)
    revenue = DOLLARS.where(col(Figure.value) == Decimal(25000000))
    assert rows(loaded, revenue) == [(Decimal(25000000), Decimal(1), date(2023, 12, 31), SAME)]


def test_yuan_are_valued_at_the_rate_of_the_articles_day(loaded: Engine) -> None:
    ((value, rate, on, source),) = rows(loaded, VEGA_VALUATION)
    expected = yuan_in_dollars(date(2024, 6, 20))
    assert (on, source) == (date(2024, 6, 20), ECB)
    assert rate == expected.quantize(Decimal("1e-9"))
    assert value == (700_000_000 * rate).quantize(Decimal(1))
    assert abs(value - 700_000_000 * expected) < 1
    assert Decimal("0.13") < rate < Decimal("0.15")


def test_the_oldest_article_that_states_it_gives_the_day(loaded: Engine, seeds: Path) -> None:
    """The older article came out on a Saturday, on which there is no rate: Friday's is taken."""
    at_first = rows(loaded, VEGA_VALUATION)
    append(seeds / GAMMA / "original.txt", "베가AI의 기업가치는 7억 위안이다.")
    append(seeds / GAMMA / "records.toml", GAMMA_SAYS_TOO)
    load_all(loaded, seeds)
    ((value, rate, on, _),) = rows(loaded, VEGA_VALUATION)
    assert on == date(2024, 5, 10)
    assert rate == yuan_in_dollars(date(2024, 5, 10)).quantize(Decimal("1e-9"))
    assert value == (700_000_000 * rate).quantize(Decimal(1))
    edit(seeds / GAMMA / "records.toml", GAMMA_SAYS_TOO, "")
    load_all(loaded, seeds)
    assert rows(loaded, VEGA_VALUATION) == at_first


def test_an_article_that_is_dated_anew_values_its_money_anew(loaded: Engine, seeds: Path) -> None:
    edit(seeds / ALPHA / "article.toml", "published_on = 2024-05-10", "published_on = 2024-05-08")
    load_all(loaded, seeds)
    revenue = sa.select(col(Figure.usd_on)).where(col(Figure.value) == Decimal(30000000))
    assert rows(loaded, revenue) == [(date(2024, 5, 8),)]


def test_the_articles_own_conversion_stays_a_part_of_its_citation(loaded: Engine) -> None:
    conversion = sa.select(col(Citation.conversion_value), col(Citation.conversion_unit), col(Citation.as_written))
    conversion = conversion.where(col(Citation.conversion_value).is_not(None))
    assert rows(loaded, conversion) == [(Decimal(40000000000), "KRW", "3000만 달러")]
    assert [fact for fact in facts(loaded).values() if fact.get("unit") == "KRW"] == []


def test_what_is_no_money_has_no_value_in_dollars(loaded: Engine) -> None:
    counted = DOLLARS.where(col(Figure.unit).in_(["people", "companies"]))
    assert set(rows(loaded, counted)) == {(None, None, None, None)}


@pytest.mark.parametrize(
    ("amount", "unit", "on", "expected"),
    [
        ("5.5", Unit.USD, date(1900, 1, 1), ("5.5", date(1900, 1, 1), SAME)),
        ("0.1", Unit.EUR, date(2024, 11, 24), ("0.10", date(2024, 11, 22), ECB)),
        ("1000", Unit.EUR, date(2024, 3, 31), ("1081.10", date(2024, 3, 28), ECB)),
        ("2000000", Unit.EUR, date(2024, 4, 1), ("2162200", date(2024, 3, 28), ECB)),
    ],
)
def test_a_day_without_a_rate_takes_the_last_one_before(
    amount: str, unit: Unit, on: date, expected: tuple[str, date, str]
) -> None:
    """Easter 2024 had no rates from Good Friday, 29 March, to Monday; a euro was 1.0811 dollars on the 28th."""
    worth = in_dollars(Decimal(amount), unit, on)
    assert worth is not None
    assert (str(worth.value), worth.on, worth.source) == expected


@pytest.mark.parametrize(
    ("unit", "on"), [(Unit.CNY, date(1998, 1, 1)), (Unit.TWD, date(2024, 6, 20)), (Unit.KRW, date(2199, 1, 1))]
)
def test_money_without_a_known_rate_has_no_value_in_dollars(unit: Unit, on: date) -> None:
    assert in_dollars(Decimal(1), unit, on) is None
