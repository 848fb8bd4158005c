"""The sentences of an article, each with its number and place: what a citation points to."""

from dataclasses import dataclass
from functools import cache

from app.reading.article import LineRole, read_lines
from app.reading.sentences import split_sentences


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence of an article: `text[start:end]` of the text as given, in code points; what its line is to it."""

    paragraph: int
    sentence: int
    start: int
    end: int
    text: str
    role: LineRole

    @property
    def id(self) -> str:
        """The name a citation uses, such as `p10.s1`."""
        return f"p{self.paragraph}.s{self.sentence}"


def read_passages(text: str) -> list[Passage]:
    r"""The sentences of the title, the subheads and the body. Furniture keeps its number and is left out.

    '제목\n첫 문장이다. 둘째다.' → p1.s1 '제목', p2.s1 '첫 문장이다.', p2.s2 '둘째다.'
    '제목\n“갔다. 왔다”고 했다.' → p1.s1 '제목', p2.s1 '“갔다. 왔다”고 했다.'
    '제목\n본문이다.\nⓒ 신문' → p1.s1 '제목', p2.s1 '본문이다.'
    """
    passages: list[Passage] = []
    cut = cache(split_sentences)
    for line in read_lines(text):
        if line.role is LineRole.FURNITURE:
            continue
        # A headline is one passage: it is quoted whole, whatever marks stand in it.
        cuts = cut(line.text) if line.role is LineRole.BODY else [(0, len(line.text))]
        passages += (
            Passage(line.paragraph, number, line.start + start, line.start + end, line.text[start:end], line.role)
            for number, (start, end) in enumerate(cuts, start=1)
        )
    return passages
