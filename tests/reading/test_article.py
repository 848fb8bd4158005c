import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given

from app.reading.article import LineRole, read_lines
from app.reading.line_forms import is_paragraph
from tests.reading.samples import original, texts

BODY = "중국 정부도 국가 차원의 지원에 나서고 있다. 기업들은 인재를 찾는다. " + "기업은 사람을 모은다. " * 4


def roles(*lines: str) -> str:
    """One letter a line: t(itle), s(ubhead), b(ody), f(urniture)."""
    return "".join(line.role[0] for line in read_lines("\n".join(lines)))


@pytest.mark.parametrize(
    "line",
    [
        "베이징=홍길동 특파원 hong@example.com",
        "홍길동 기자 hong@example.com",
        "홍길동 기자",
        "By Jane Doe",
        "Copyright © 하루신문. 무단전재 및 재배포 금지.",
        "<저작권자 ⓒ 하루신문, 무단 전재-재배포 금지>",
        "무단 전재 및 재배포를 금지합니다.",
        "All rights reserved.",
        "입력 2024.11.24 17:35 수정 2024.11.24 18:02",
        "페이스북 트위터 카카오톡 URL복사",
        "공유하기",
        "▶ 관련 기사: 인공지능 인재 쟁탈전",
        "☞ 이 시각 주요 뉴스",
        "▲ 문샷AI 창업자. 사진=연합뉴스",
        "▲ 베이징의 한 사무실",
        "회의에서 발언하는 창업자. /로이터연합뉴스",
        "사진 제공=문샷AI",
        "[관련기사]",
        "Photo: Reuters",
        "by Marlow Finch | 12 September 2025 | 3 min read",
        "(Reporting by Ann Writer; Editing by Bo Reader)",
        "--With assistance from Ann Writer.",
        "Ann Writer in Beijing and Bo Reader in Shanghai",
        "FILE PHOTO: A robot is seen in Beijing. REUTERS/Ann Lens",
        "Advertisement",
        "Read more: Alibaba leads a round in Moonshot AI",
        "SEE ALSO: This startup raised $1 billion",
        "Sign up for our newsletter",
        "Subscribe to our newsletter to get the latest stories in your inbox.",
        "Updated March 3, 2025",
        "5 min read",
        "Tags: AI, startups",
        "Recommended for you",
    ],
)
def test_a_line_that_is_not_the_article_is_furniture_in_the_middle_and_at_the_end(line: str) -> None:
    assert roles("제목", BODY, line, BODY) == "tbfb"
    assert roles("제목", BODY, line) == "tbf"


@pytest.mark.parametrize(
    "line",
    [
        BODY,
        "오픈소스 모델은 재배포가 자유롭다.",
        "그는 기자에게 메일을 보냈다.",
        "알리바바는 이미지·영상 생성 모델을 내놓았다.",
        "기사를 무단 전재한 혐의로 고소했다.",
        "- 매출은 7000만 달러였다.",
        "The company grew, he said.",
        "By Tuesday the company had raised $1 billion.",
        "Subscribers pay $20 a month for the app, it said.",
        "Watch this space, Liang Wenfeng said.",
        "Editing by hand is slow, the founder of the startup said.",
        "한국어 문장이 끝나지 않은 채로 " * 10,
    ],
)
def test_a_sentence_between_paragraphs_is_body(line: str) -> None:
    assert roles("제목", BODY, line, BODY) == "tbbb"


def test_headlines_of_other_articles_after_the_end_are_furniture() -> None:
    tail = ["- 5만 관중 앞에서 무슨 일?", "· 3억 대출…“안 갚아도 됩니다”", "■ 다음 기사 제목", "- 그는 결국 돌아왔다."]
    assert roles("제목", "부제", BODY, BODY, *tail) == "tsbbffff"
    assert roles("제목", "부제", BODY, "홍길동 기자 a@b.kr", *tail) == "tsbfffff"


def test_a_list_of_sentences_at_the_end_is_body() -> None:
    assert roles("제목", BODY, "- 첫째로 인재가 온다.", "- 둘째로 자금이 온다.") == "tbbb"


def test_a_related_list_in_the_middle_is_furniture_until_the_next_sentence() -> None:
    assert roles("제목", BODY, "관련 기사", "- 다른 기사 하나", "또 다른 기사", BODY) == "tbfffb"


def test_headings_before_and_between_paragraphs_are_subheads() -> None:
    assert roles("제목", "부제 하나", "- 부제 둘", "왜 지금인가?", BODY, "■ 정부의 지원", BODY) == "tsssbsb"


def test_a_by_line_with_address_before_the_body_does_not_close_the_article() -> None:
    assert roles("제목", "홍길동 기자 a@b.kr", BODY, BODY) == "tfbb"
    assert roles("제목", BODY, "사진 ⓒ AFP", BODY, BODY, BODY) == "tbfbbb"


def test_a_last_sentence_without_full_stop_is_body() -> None:
    assert roles("제목", BODY, "올해 매출은 7000만 달러로 예상된다") == "tbb"


def test_numbers_count_every_line_that_is_not_blank() -> None:
    lines = read_lines("\ufeff제목\r\n \u3000\r\n\r\n본문이다.\r\n홍길동 기자 a@b.kr\r\n")
    assert [(line.paragraph, line.text) for line in lines] == [(1, "제목"), (2, "본문이다."), (3, "홍길동 기자 a@b.kr")]
    assert read_lines("") == []
    assert read_lines("\ufeff \n\u200b\n") == []


def test_roles_are_the_same_in_conjoining_letters() -> None:
    text = original()
    given_roles = [line.role for line in read_lines(text)]
    assert [line.role for line in read_lines(unicodedata.normalize("NFD", text))] == given_roles


def test_the_original_article() -> None:
    counts = [line.role for line in read_lines(original())]
    assert counts == [
        LineRole.TITLE, *[LineRole.SUBHEAD] * 4, *[LineRole.BODY] * 8, *[LineRole.FURNITURE] * (len(counts) - 13),
    ]  # fmt: skip
    assert len(counts) == 24


@given(texts)
def test_lines_are_exact_slices_in_order(text: str) -> None:
    lines = read_lines(text)
    assert [line.paragraph for line in lines] == list(range(1, len(lines) + 1))
    assert all(text[line.start : line.end] == line.text for line in lines)
    assert all(line.text == line.text.strip() != "" for line in lines)
    assert all(first.end < second.start for first, second in pairwise(lines))
    assert all(line.paragraph == 1 for line in lines if line.role is LineRole.TITLE)
    assert all(line.role is LineRole.TITLE or is_paragraph(line.text) for line in lines if line.paragraph == 1)
