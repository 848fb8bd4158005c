"""Whom a clause means that names nobody."""

import pytest

from tests.reading.examples import found_in, shown


@pytest.mark.parametrize(
    ("sentences", "stated"),
    [
        (
            "<류청>은 젊다. [네뷸라]에 입사했고, 이후 [오리온]에 합류했다.",
            {"employment 류청 네뷸라 former", "employment 류청 오리온 current"},
        ),
        ("<류청>은 젊다. 2020년 그는 [네뷸라]를 떠났다.", {"employment 류청 네뷸라 former"}),
        ("<류청>은 젊다. [네뷸라]에서 일한 그는 말이 없다.", {"employment 류청 네뷸라 former"}),
        (
            "<류청>과 <팡위>가 왔다. 두 사람은 [네뷸라] 출신이다.",
            {"employment 류청 네뷸라 former", "employment 팡위 네뷸라 former"},
        ),
        ("<류청>은 [오리온]을 떠올렸고, 나중에 [네뷸라]를 거쳐 돌아왔다.", {"employment 류청 네뷸라 former"}),
    ],
)
def test_a_clause_without_a_name_means_whom_the_text_speaks_of(sentences: str, stated: set[str]) -> None:
    assert {shown(one) for one in found_in(sentences)} == stated


@pytest.mark.parametrize(
    "sentences",
    [
        "<류청>은 젊다. [오리온]은 크다. [네뷸라]에 입사했다.",
        "<류청>은 젊다. 직원은 많다. 지난해 [네뷸라]를 떠났다.",
        "<류청>은 젊다. 그의 친구는 [네뷸라]를 떠났다.",
        "2020년 그는 [네뷸라]를 떠났다.",
    ],
)
def test_a_clause_that_may_mean_somebody_else_states_nothing(sentences: str) -> None:
    assert not found_in(sentences)


def test_what_is_quoted_of_such_a_clause_stands_in_the_text() -> None:
    for one in found_in("<류청>은 젊다. 1998년 [네뷸라]를 설립한 그는 조용하다. 뒤에 [오리온]을 거쳐 나왔다."):
        start, end = one.statement.span
        assert 0 <= start < end
        assert all(0 <= first < last for first, last in one.statement.words.values())
