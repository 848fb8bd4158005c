import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given

from app.reading.article import LineRole, read_lines
from app.reading.passages import read_passages
from app.reading.quotations import quotations
from app.reading.sentences import split_sentences
from tests.reading.samples import original, texts


@pytest.mark.parametrize(
    "sentences",
    [
        ["성장은 3.5배다.", "01.AI도 있다.", "정말?", "그렇다!", "글쎄…", "끝."],
        ["Moonshot Co., Ltd. said so.", "Mr. Kim of the U.S. office agreed.", "J. Kim left."],
        ["It is based in the U.S.", "The rest is not."],
        ["He joined Apple Inc.", "He left in Nov. 2024 for No. 3."],
        ["그는 “왔다. 봤다. 이겼다”고 전했다.", "다음 문장이다."],
        ["그는 ‘왔다. “봤다. 이겼다”고 한다’라고 전했다.", "다음이다."],
        ["“왔다. 봤다.”", "그는 웃었다."],
        ['그는 "왔다. 봤다"고 했다.', '이어 "갔다. 왔다"고 했다.'],
        ["“What now?” he asked.", "Nobody knew."],
        ["유니콘(기업가치가 크다. 아주 크다)이 늘었다.", "끝이다."],
        ["그는 “닫지 않은 인용이다.", "다음 문장이다.", "또 다음이다."],
        ['그는 "닫지 않은 인용이다.', '다음은 "닫은 인용. 둘"이다.', "끝이다."],
        ["don't stop.", "It's the investors' money.", "Back in '24 it was."],
        ["2024. 11. 24. 발표했다.", "끝이다."],
        ["1. 첫째 항목이다.", "2. 둘째 항목이다."],
        ["모델을 냈다.", "o1은 다르다."],
        ["매출은 70.", "다음이다."],
        ["정말?!”", "끝."],
        ["문장부호 없는 끝"],
        ["(모두 괄호다.)", "다음이다."],
    ],
)  # fmt: skip
def test_sentences(sentences: list[str]) -> None:
    text = " ".join(sentences)
    assert [text[start:end] for start, end in split_sentences(text)] == sentences


def test_marks_of_chinese_end_a_sentence_without_white_space() -> None:
    text = "成立了。获得投资！"
    assert [text[start:end] for start, end in split_sentences(text)] == ["成立了。", "获得投资！"]


def test_two_marks_too_far_apart_are_no_quotation() -> None:
    text = "“시작이다. " + "문장이다. " * 200 + "끝”이다."
    assert len(split_sentences(text)) == 202


@pytest.mark.parametrize(
    ("line", "pairs"),
    [
        ("a “b ‘c’ d” e", [(2, 10)]),
        ("(a) “b", [(0, 2)]),
        ("don't “x”", [(6, 8)]),
        ("”a“", []),
        ("((a)", [(1, 3)]),
        ("'토키'로", [(0, 3)]),
        ("China’s ‘plan’", [(8, 13)]),
        ("", []),
    ],
)
def test_quotations(line: str, pairs: list[tuple[int, int]]) -> None:
    assert quotations(line)[::-1] == pairs


def test_furniture_keeps_its_number_and_is_left_out() -> None:
    text = "제목. 부호가 있다\n부제\n본문이다. 둘째다.\n사진=AFP\n마지막이다.\nⓒ 신문\n- 다른 기사"
    assert [(passage.id, passage.text) for passage in read_passages(text)] == [
        ("p1.s1", "제목. 부호가 있다"),
        ("p2.s1", "부제"),
        ("p3.s1", "본문이다."),
        ("p3.s2", "둘째다."),
        ("p5.s1", "마지막이다."),
    ]


def test_line_ends_and_byte_order_marks_change_nothing_but_offsets() -> None:
    text = "제목\n본문이다. 둘째다.\n셋째다."
    said = [(passage.id, passage.text) for passage in read_passages(text)]
    for other in (text.replace("\n", "\r\n"), "\ufeff" + text, text.replace("\n", "\n\n \n"), text + "\n"):
        assert [(passage.id, passage.text) for passage in read_passages(other)] == said
    assert read_passages("") == []


def test_the_original_article() -> None:
    passages = {passage.id: passage for passage in read_passages(original())}
    counts = [sum(passage.paragraph == n for passage in passages.values()) for n in range(1, 25)]
    assert counts == [1, 1, 1, 1, 1, 3, 4, 5, 2, 4, 4, 4, 3] + [0] * 11
    for name, words in {
        "p7.s3": "전했다.", "p8.s4": "28%, 중국 26%", "p8.s5": "3위, 6위", "p9.s2": "1400여 명",
        "p10.s1": "양즈린이 창업", "p10.s2": "탄 쉬를 영입", "p10.s4": "6개월", "p11.s4": "7000만 달러",
        "p12.s4": "143억 위안", "p13.s2": "11억 4000만 달러", "p13.s3": "2030년까지",
    }.items():  # fmt: skip
        assert words in passages[name].text


def test_the_original_in_conjoining_letters_has_the_same_passages() -> None:
    text = original()
    apart = unicodedata.normalize("NFD", text)
    assert [passage.id for passage in read_passages(apart)] == [passage.id for passage in read_passages(text)]


@given(texts)
def test_passages_are_exact_slices_and_cover_every_line_that_is_article(text: str) -> None:
    passages = read_passages(text)
    assert all(text[passage.start : passage.end] == passage.text for passage in passages)
    assert all(passage.text == passage.text.strip() != "" for passage in passages)
    assert all(first.end <= second.start for first, second in pairwise(passages))
    covered = {at for passage in passages for at in range(passage.start, passage.end)}
    for line in read_lines(text):
        if line.role is not LineRole.FURNITURE:
            assert all(at in covered or text[at].isspace() for at in range(line.start, line.end))
