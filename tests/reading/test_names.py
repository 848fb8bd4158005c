"""Names that a text prints in another spelling than the gazetteer, and people of whom it says little."""

from datetime import date

import pytest

from app.reading.candidates import KnownEntity
from app.reading.draft import read_draft
from app.vocabulary import EntityType

KNOWN = [
    KnownEntity("yang-zhilin", EntityType.PERSON, None, ["양즈린", "杨植麟", "Yang Zhilin"]),
    KnownEntity("moonshot-ai", EntityType.ORGANIZATION, "startup", ["문샷AI", "月之暗面"]),
]


def employments(text: str) -> set[tuple[str | None, str | None]]:
    """Who works or worked where, by id where the gazetteer has one."""
    draft = read_draft(f"제목\n\n{text}", date(2025, 1, 10), KNOWN)
    return {
        (one.person_id or one.person, one.organization_id or one.organization)
        for one in draft.candidates
        if one.type == "employment"
    }


@pytest.mark.parametrize("name", ["양즈린", "양쯔린", "양지린"])
def test_a_known_person_is_known_in_each_usual_spelling(name: str) -> None:
    assert employments(f"{name}은 구글을 떠나 귀국했다.") == {("yang-zhilin", "구글")}


def test_a_known_firm_is_known_by_the_reading_of_its_characters() -> None:
    assert employments("왕싱싱은 웨즈안멘을 떠나 귀국했다.") == {("왕싱싱", "moonshot-ai")}


def test_who_is_of_the_field_needs_no_introduction() -> None:
    assert employments("뤄푸리는 알리바바를 떠나 쉬고 있다.") == {("뤄푸리", "알리바바")}


def test_an_age_beside_a_chinese_name_makes_a_person_and_a_word_with_a_number_none() -> None:
    assert employments("구글 출신인 딩룽웨이(33)가 말했다.") == {("딩룽웨이", "구글")}
    assert employments("구글 출신인 바이오(33)가 말했다.") == set()


def test_a_single_letter_before_a_gloss_names_nothing() -> None:
    assert employments("봇(银河通用·Galbot)은 자금을 유치했다. 왕싱싱은 구글을 떠나 귀국했다.") == {("왕싱싱", "구글")}


def test_mister_is_no_part_of_a_name() -> None:
    assert employments("리둥웨이씨는 구글을 떠나 창업했다.") == {("리둥웨이", "구글")}
