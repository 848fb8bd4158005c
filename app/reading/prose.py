"""What of a text is read: its sentences, without by-lines, lists, what is no prose and what it says again and again."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from app.reading.legible import Legible
from app.reading.passages import Passage, read_passages
from app.reading.sentences import split_sentences

_OFTEN: Final = 10
"""How often a sentence is read that a text repeats: a refrain, or the same article many times."""
_LONGEST: Final = 6000
"""Characters without an end of a sentence above which they are none, even if most of them are names."""


@dataclass(frozen=True, slots=True)
class Prose:
    """The passages that are read, a line each; `origin[i]` is where the i-th code point begins in the text as given."""

    text: str
    origin: Sequence[int]
    passages: Sequence[Passage]
    """Numbered as in the whole text; their places are those in `text` here."""
    title: tuple[int, int]
    """Where the first line stands in the text as given."""


def prose_of(spelled: Legible) -> Prose:
    r"""The prose of a text.

    '제목\n\n첫 문장이다. 둘째다.\nⓒ 신문' → p1.s1 '제목', p2.s1 '첫 문장이다.', p2.s2 '둘째다.'
    """
    passages = read_passages(spelled.text)
    pieces: list[str] = []
    origin: list[int] = []
    kept: list[Passage] = []
    for passage in _said_anew(passages):
        spans = list(_sentences_of(passage, is_title=passage is passages[0]))
        first = len(origin)
        for start, end in spans:
            pieces.append(spelled.text[start:end])
            origin += spelled.origin[start : end + 1]
        if spans or passage is passages[0]:
            words = "\n".join(pieces[len(pieces) - len(spans) :])
            kept.append(replace(passage, start=first, end=first + len(words), text=words))
    last = [] if origin else [len(spelled.text)]
    title = (spelled.origin[passages[0].start], spelled.origin[passages[0].end]) if passages else (0, 0)
    return Prose("\n".join(pieces), [*origin, *last], kept, title)


def _said_anew(passages: Sequence[Passage]) -> Iterator[Passage]:
    """The passages without those that repeat, word for word, what has been said often: they state nothing more."""
    said: Counter[str] = Counter()
    for passage in passages:
        said[passage.text] += 1
        if said[passage.text] <= _OFTEN:
            yield passage


def _sentences_of(passage: Passage, *, is_title: bool) -> Iterator[tuple[int, int]]:
    """What of a passage may be read: all of it, or the sentences of a title, which is a line that has not been cut."""
    if len(passage.text) <= _LONGEST:
        yield passage.start, passage.end
    elif is_title:
        for start, end in split_sentences(passage.text):
            if end - start <= _LONGEST:
                yield passage.start + start, passage.start + end
