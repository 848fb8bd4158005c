"""Texts for the tests of reading: the original article if it is here, and generated ones made of telling fragments."""

from pathlib import Path

import pytest
from hypothesis import strategies as st

ARTICLES = Path(__file__).parents[3] / "shared" / "article"

_FRAGMENTS = [
    "11억 4000만", "143억", "3천", "1.4억", "2조 7600억", "7,000만", "1400",
    "5", "01", "2022", "28", "열두", "세", "수백",
    " ", "  ", " 여 ", "여", "명", "곳", "개", "개월", "번째",
    "위", "위안", "달러", "홍콩달러", " 원", "원", "%", "배", "년간", "년",
    "월", "일", "일간", "약 ", "최소 ", " 이상", " 미만", "을 넘는",
    "가량", "(", ")", "(약 ", "~", "-", ",", ".", "에 달할 것으로 예상",
    "다. ", "“", "”", "‘", "’", '"', "'", "했다", "\n",
    "\r\n", "- ", "■ ", "기자 a@b.kr", "ⓒ ", "01.AI ", "GPT-4 ", "Co., Ltd. ",
    "US$", "$", "RMB ", "1.2 billion", "70 million dollars", "about ",
    "ten ", "올 ", "지난해", "지난 ", "오는 ", "부터 ", "까지",
    "상반기", "3분기", "올해 들어", "May ", "2024", "Q3 ",
    "last year", "since ", "by ", "in ", " to ", "first half of ",
    "\ufeff", "\u1112\u1161\u11ab", "１４３", "…", "!", "?", "\u3000",
]  # fmt: skip

telling = st.lists(st.sampled_from(_FRAGMENTS), max_size=25).map("".join)
texts = st.one_of(telling, st.text(max_size=200))

ADVERSARIAL = [
    "1명 ", "약 3조 원(", "1", "1,", "1,111", "1.", "1~",
    "1억 ", "9조 8억 7만 6", "일이삼", "수백", "“", "'", '"a', "(", ".", "a.",
    "A. ", "가. ", "\r\n", "- 가\n", "다.\n", "1234-",
    "$", "between 1 and ", "expected to be ", "할 것으로 ", "5명이 넘", "U.S. ",
    "사진=", "관련기사\n", "ⓒ\n", "2024년 ", "1월~", "January ",
    "올 ", "(약 ", "1원(2위안", "23일부터 ", "May 1-", " ", "\u1112",
    "\u1112\u1161", "가\u11a8", "지난 31일 ", "2월 30일 ", "▲", "=",
]  # fmt: skip


def original() -> str:
    """The article this project began with; it is somebody else's and not part of the repository."""
    if not ARTICLES.is_dir():
        pytest.skip(f"the original article is not at {ARTICLES}")
    return next(iter(sorted(ARTICLES.glob("*.txt")))).read_bytes().decode()
