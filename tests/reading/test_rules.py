import pytest

from app.reading import spoken, unsaid
from app.reading.draft import statements_of
from app.reading.patterns.needs import needs
from app.reading.patterns.rules import RULES
from tests.reading.examples import read_example, sentences_of

EXAMPLES = [
    pytest.param(example, id=f"{rule.name}-{number}") for rule in RULES for number, example in enumerate(rule.examples)
]


@pytest.mark.parametrize("example", EXAMPLES)
def test_every_example_of_a_rule_states_what_it_says(example: str) -> None:
    found, wanted = read_example(example)
    assert found == wanted


def test_every_rule_has_two_examples_and_a_name_of_its_own() -> None:
    assert [rule.name for rule in RULES if len(rule.examples) < 2] == []
    assert len({rule.name for rule in RULES}) == len(RULES)


@pytest.mark.parametrize("names", [unsaid.OF_SOMEBODY, unsaid.OF_HIM, spoken.OF_A_ROUND, spoken.JUST_TOLD])
def test_what_is_said_of_rules_by_name_is_said_of_rules_that_exist(names: frozenset[str]) -> None:
    assert names <= {rule.name for rule in RULES}


@pytest.mark.parametrize("example", EXAMPLES)
def test_among_many_sentences_the_same_is_found(example: str) -> None:
    for sentence in sentences_of(example):
        assert statements_of(sentence, many=True) == statements_of(sentence)


def test_most_rules_need_something_that_few_sentences_have() -> None:
    assert sum(bool(needs(rule.pattern)) for rule in RULES) > len(RULES) / 2
