"""What of a text is read, and that places lead back to the text as given."""

from datetime import date
from unicodedata import normalize

import pytest

from app.reading.draft import read_draft
from app.reading.legible import legible
from app.reading.passages import read_passages
from app.reading.prose import prose_of

PUBLISHED = date(2024, 11, 24)
STATED = "문샷AI는 양즈린이 창업했다."
ARTICLE = f"제목\n\n{STATED} 직원은 많다.\n사진=문샷AI\n\n{STATED}\nⓒ 하루신문"


def test_by_lines_and_captions_are_left_out_and_passages_keep_their_numbers() -> None:
    prose = prose_of(legible(ARTICLE))
    assert prose.text.splitlines() == ["제목", STATED, "직원은 많다.", STATED]
    assert [one.id for one in prose.passages] == ["p1.s1", "p2.s1", "p2.s2", "p4.s1"]


@pytest.mark.parametrize(
    ("text", "title"), [(ARTICLE, "제목"), (normalize("NFD", ARTICLE), "제목"), ("", ""), ("\n", ""), ("제목", "제목")]
)
def test_every_place_leads_back_to_the_text_as_given(text: str, title: str) -> None:
    prose = prose_of(legible(text))
    assert len(prose.origin) == len(prose.text) + 1
    for passage in prose.passages:
        assert prose.text[passage.start : passage.end] == passage.text
        given = text[prose.origin[passage.start] : prose.origin[passage.end]]
        assert normalize("NFC", given) == passage.text
    start, end = prose.title
    assert normalize("NFC", text[start:end]) == title


def test_what_is_said_again_and_again_is_read_a_few_times() -> None:
    text = "제목\n" + f"{STATED}\n" * 500 + "딥시크는 량원펑이 창업했다.\n"
    prose = prose_of(legible(text))
    assert prose.text.count(STATED) < 20
    assert prose.passages[-1].id == read_passages(text)[-1].id
    found = read_draft(text, PUBLISHED, []).candidates
    assert [(one.person, one.startup, one.passage) for one in found] == [
        ("양즈린", "문샷AI", "p2.s1"),
        ("량원펑", "딥시크", "p502.s1"),
    ]


def test_what_has_no_end_of_a_sentence_is_not_read_and_what_stands_beside_it_is() -> None:
    endless = "알리바바와 텐센트, " * 2000
    text = f"제목\n{endless}\n{STATED}\n"
    assert [one.text for one in prose_of(legible(text)).passages] == ["제목", STATED]
    assert [one.person for one in read_draft(text, PUBLISHED, []).candidates] == ["양즈린"]
    whole_on_one_line = f"{STATED} {endless}. {STATED}"
    draft = read_draft(whole_on_one_line, PUBLISHED, [])
    assert [one.person for one in draft.candidates] == ["양즈린"]
    assert draft.title.startswith(STATED)
