"""Reading English articles: the names that they introduce, and what they never state."""

from datetime import date

import pytest

from app.reading.candidates import Candidate
from app.reading.draft import read_draft
from app.reading.introductions_english import english_introductions, is_english
from app.vocabulary import EntityType, FactType

PUBLISHED = date(2025, 3, 1)
HEADLINE = "A new robot maker in the south of China is growing\n"
BEFORE = "The robot maker Qingliu Robotics was founded by He Miao. "


def read(text: str) -> list[Candidate]:
    return list(read_draft(HEADLINE + text, PUBLISHED, []).candidates)


def introduced(text: str) -> dict[str, EntityType]:
    return {one.name: one.type for one in english_introductions(text, {})}


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("The robot maker Qingliu Robotics said so.", "Qingliu Robotics", EntityType.ORGANIZATION),
        ("It was led by Nanling Capital.", "Nanling Capital", EntityType.ORGANIZATION),
        ("Frontis, a Beijing-based AI startup, grew.", "Frontis", EntityType.ORGANIZATION),
        ("It invested in another Beijing startup, Frontis, which grew.", "Frontis", EntityType.ORGANIZATION),
        ("It was founded by Liang Wenfeng in 2023.", "Liang Wenfeng", EntityType.PERSON),
        ("It was founded by Kai-Fu Lee in 2023.", "Kai-Fu Lee", EntityType.PERSON),
        ("Its chief executive, Mary Smith, spoke.", "Mary Smith", EntityType.PERSON),
        ("The company launched its Vidu model.", "Vidu", EntityType.PRODUCT),
        ("An ex-Qingliu Robotics engineer spoke.", "Qingliu Robotics", EntityType.ORGANIZATION),
    ],
)
def test_a_name_is_what_the_text_says_that_it_is(text: str, name: str, kind: EntityType) -> None:
    assert introduced(text).get(name) is kind


@pytest.mark.parametrize(
    "text",
    [
        "Big Tech and Artificial Intelligence are words.",
        "In Hong Kong and Silicon Valley many people work.",
        "Monday was cold. However, Chinese workers came.",
        "Machine Learning is hard in New York.",
    ],
)
def test_capitalised_words_are_no_names(text: str) -> None:
    assert introduced(text) == {}


def test_a_firm_and_a_person_are_meant_by_their_short_names() -> None:
    found = read(f"{BEFORE}Qingliu raised $30 million. Deng Yao spoke. Deng, who worked at Huawei, joined it.")
    figures = [f"{one.subject} {one.value}" for one in found if one.type is FactType.FIGURE]
    assert figures == ["Qingliu Robotics 30000000"]
    assert ("Deng Yao", "Huawei") in [(one.person, one.organization) for one in found]


def test_a_text_is_english_by_its_letters_and_words() -> None:
    assert is_english("The company said so.")
    assert not is_english("딥시크(DeepSeek)는 항저우의 스타트업이다.")


@pytest.mark.parametrize(
    "text",
    [
        "Qingliu Robotics is in talks to raise $50 million led by Alibaba.",
        "Qingliu Robotics plans to raise $50 million at a valuation of $1 billion.",
        "Qingliu Robotics is considering a round that would value it at $1 billion.",
        "Alibaba could invest $50 million in Qingliu Robotics.",
        "Alibaba denied that it had invested in Qingliu Robotics.",
        "Alibaba has not invested in Qingliu Robotics.",
        "Reports that Alibaba has invested in Qingliu Robotics are untrue.",
        "Tencent declined to say whether it had invested in Qingliu Robotics.",
        "Qingliu Robotics is seeking up to $50 million from investors such as Tencent.",
        "Qingliu Robotics is often called China's answer to OpenAI.",
        "Shares of Alibaba fell 3%, wiping $600 billion off its market value.",
        "Qingliu Robotics spent $5 million on a training run and bought chips for $20 million.",
        "Alibaba acquired Qingliu Robotics for $4 billion.",
        "Tencent sold its stake in Qingliu Robotics for $40 million.",
        "Qingliu Robotics hopes to have raised $50 million in its initial public offering in Hong Kong.",
        "Most of these startups are backed by Alibaba and Tencent.",
        "Qingliu Robotics wants to hire Sun Lei from Nvidia.",
        "Sun Lei studied at Stanford University.",
        "Sun Lei might join Qingliu Robotics.",
        "Is Qingliu Robotics backed by Tencent?",
        "If Qingliu Robotics were valued at $1 billion, investors would be glad.",
    ],
)
def test_what_is_planned_denied_supposed_or_something_else_is_not_stated(text: str) -> None:
    assert [(one.type, one.as_written, one.rule) for one in read(text)] == []


def test_what_is_foreseen_of_sums_says_so_in_its_own_words() -> None:
    (found,) = read("Qingliu Robotics expects revenue of 300 million yuan this year.")
    assert (found.qualifier, found.words["qualifier"]) == ("expected", "expects revenue of")


def test_founders_beside_whom_a_school_stands_are_all_people() -> None:
    found = read("Qingliu Robotics was co-founded by Tang Xiao'ou, a professor at the University of Macau, and Xu Li.")
    assert {one.person for one in found if one.type is FactType.FOUNDING} == {"Tang Xiao'ou", "Xu Li"}
