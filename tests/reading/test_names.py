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


@pytest.mark.parametrize("school", ["화중과학기술대", "시난 교통대학", "중국농업대"])
def test_a_university_is_known_by_how_its_name_ends(school: str) -> None:
    assert employments(f"구글 출신인 왕싱싱은 {school} 교수로 임용됐다.") == {("왕싱싱", "구글"), ("왕싱싱", school)}


def test_what_kind_of_university_it_is_names_none() -> None:
    assert employments("왕싱싱은 명문 교통대 교수로 임용됐다.") == set()


def test_a_firm_between_somebody_known_and_an_office_is_known_by_that() -> None:
    assert employments("왕싱싱 전 웨즈로보 CEO가 말했다.") == {("왕싱싱", "웨즈로보")}
    assert employments("왕싱싱 전 글로벌 CEO가 말했다.") == set()


def test_who_is_told_by_a_place_in_a_picture_is_a_person() -> None:
    assert employments("린지(윗줄 두번째)는 구글을 떠나 귀국했다.") == {("린지", "구글")}


def test_a_given_name_before_the_family_name_is_read_beside_an_employer() -> None:
    assert employments("애플에서 일한 루밍 팡은 메타에 합류했다.") == {("루밍 팡", "애플"), ("루밍 팡", "메타")}


def test_cities_are_nobody() -> None:
    assert employments("메타는 스위스 취리히 오픈AI 연구소 연구원 3명을 영입했다.") == set()


def backers(text: str) -> set[tuple[str | None, str | None]]:
    """Who invested in whom."""
    found = read_draft(f"제목\n{text}\n", date(2025, 1, 10), KNOWN).candidates
    return {(one.investor, one.startup) for one in found if one.investor}


def test_the_investment_that_names_in_whom_stands_alone() -> None:
    text = "샤오미는 크다. 최근에는 바이촨이 3억 달러를 조달했는데, 이 라운드에는 알리바바와 텐센트가 참여했습니다."
    assert backers(text) == {("알리바바", "바이촨"), ("텐센트", "바이촨")}


def test_who_analyses_a_firm_is_not_what_the_text_is_about() -> None:
    said = "국신증권은 “무어스레드가 만든 칩은 성장을 이끌 것”이라며 “확대가 예상된다”고 말했다."
    text = f"무어스레드는 상장했다. {said} 회사는 텐센트로부터 투자를 유치했다."
    assert backers(text) == {("텐센트", "무어스레드")}


def test_an_item_of_a_list_is_about_the_firm_before_its_colon() -> None:
    text = "갤봇은 크다. 다음은 투자 소식이다.\n유니트리: 상장 전 라운드에서 7억 위안을 확보했다.\n"
    found = read_draft(f"제목\n{text}", date(2025, 1, 10), KNOWN).candidates
    assert {one.subject for one in found if one.metric} == {"유니트리"}


@pytest.mark.parametrize("name", ["왕하이란", "저우하오란", "가오양칭"])
def test_four_syllables_that_spell_a_chinese_name_are_one_whatever_the_syllables(name: str) -> None:
    assert employments(f"구글 출신 {name}이 말했다.") == {(name, "구글")}


@pytest.mark.parametrize("word", ["위안이다", "연구원이", "구이저우가", "항저우시가"])
def test_money_offices_and_places_spell_nobody(word: str) -> None:
    assert employments(f"구글 출신 {word} 많았다.") == set()


@pytest.mark.parametrize(
    "text",
    [
        "‘무한광년’의 쑨웨이 대표는 말했다.",
        "쑨웨이 대표는 젊다. ‘무한광년’ 창업자 쑨웨이는 ‘무한광년’의 쑨웨이 대표는 말했다.",
    ],
)
def test_what_stands_in_quotation_marks_where_only_a_firm_can_is_one(text: str) -> None:
    assert employments(text) == {("쑨웨이", "무한광년")}


def test_a_word_in_quotation_marks_is_no_firm_because_of_them() -> None:
    assert employments("‘기술 격차’의 쑨웨이 대표는 말했다.") == set()
    assert employments("쑨웨이는 ‘무한광년’에 대해 말했다. 구글 출신인 왕싱싱이 왔다.") == {("왕싱싱", "구글")}


def test_from_whom_a_firm_has_money_is_an_investor() -> None:
    assert backers("로봇 기업 링추커지는 벤치로크와 중커촹싱으로부터 투자를 유치했다.") == {
        ("벤치로크", "링추커지"),
        ("중커촹싱", "링추커지"),
    }
    assert backers("로봇 기업 링추커지는 지방정부와 엔젤투자자로부터 투자를 유치했다.") == set()


def test_a_foreign_name_before_what_its_firm_makes_is_one() -> None:
    assert employments("칭펑로봇의 쑨웨이 대표는 말했다.") == {("쑨웨이", "칭펑로봇")}
    assert employments("왕싱싱은 구글을 떠나 배송로봇을 만들었다. 배송로봇에서 일했다.") == {("왕싱싱", "구글")}
