"""What a model is asked about a text: the instruction, the schema of its reply, the passages in portions."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any, Final

from app.reading.candidates import ROLES_OF, Candidate
from app.reading.grounded import NEEDED
from app.reading.passages import Passage
from app.reading.replies import COMPUTED, NUMBERS
from app.vocabulary import (
    ActivityKind,
    ActivityStatus,
    EmploymentStatus,
    Extent,
    FactType,
    Metric,
    Relation,
    Word,
)

PORTION: Final = 6_000
"""Characters of passages that one question holds."""
_LISTS: Final[tuple[tuple[str, type[Word]], ...]] = (
    ("relation (claim)", Relation),
    ("extent (claim)", Extent),
    ("metric (figure)", Metric),
    ("kind (activity)", ActivityKind),
    ("status (employment)", EmploymentStatus),
    ("status (activity)", ActivityStatus),
)
_RULES: Final = """\
You read a news article about China's AI startups and list the facts that it states. You know nothing but its words: \
what they do not say is left out, however well known it is.

Each line of the article is a passage with its number, `p3.s1: …`. Reply with one JSON object and nothing else: \
{"candidates": [ … ]}, with an empty list if no fact is stated. Leave out fields that have nothing to say.

Every candidate has:
- "type", see below;
- "passage": the number of the passage that states it, such as "p3.s1";
- "as_written": the few words of that passage that state it, copied letter by letter, at most 60 characters. \
For a figure exactly the number with its unit, such as "143억 위안" or "1400여 명";
- "words": an object of words that state single fields, each copied letter by letter from the same passage: \
"period" for the words that say when ("지난해", "올 1~4월"), "qualifier" for words that make a number uncertain \
("예상된다"), "value" for the sum of an investment, "title" for a title that you give in English;
- "confidence": from 0 to 1.

Names (person, startup, organization, investor, member, cohort, subject, product, parent, counterpart, country, \
parties, attributed_to) are copied letter by letter from the article, without particles, never translated. \
"attributed_to" is whoever the article names as the source; if a sentence before in the paragraph names them, put \
those words in "words": {"speaker": …}. "of" says what a figure is a part of or compared with: \
{"prior_employer": …, "versus": …, "population": …, "by": …}, in words of the article.

Give no numbers, dates or offsets of your own: they are computed from the words you copy. A sum in brackets after \
another is its conversion, not a second figure. A statement about a whole group ("most of the five are backed by …") \
is one claim about the group, never an investment or employment of a member."""


def system_prompt() -> str:
    """The instruction, with every word list spelt out."""
    lines = [_RULES, "", "Types, and the fields without which one says nothing:"]
    for fact_type in FactType:
        # The unit of a figure is computed.
        needed = [field for field in (*ROLES_OF[fact_type], *NEEDED.get(fact_type, ())) if field != "unit"]
        if fact_type is FactType.ACTIVITY:
            needed.append("organization or cohort")
        lines.append(f"- {fact_type}: {fact_type.meaning} ({', '.join(needed)})")
    for field, words in _LISTS:
        lines += ["", f"{field} is one of:", *(f"- {word}: {word.meaning}" for word in words)]
    return "\n".join(lines)


def reply_schema() -> dict[str, Any]:
    """The JSON Schema of a reply: candidates without what is computed from their words."""
    schema = Candidate.model_json_schema()
    left_out = {*COMPUTED, *NUMBERS}
    candidate = {
        "type": "object",
        "additionalProperties": False,
        "properties": {key: value for key, value in schema["properties"].items() if key not in left_out},
        "required": ["type", "passage", "as_written"],
    }
    used = str(candidate)
    return {
        "type": "object",
        "additionalProperties": False,
        "properties": {"candidates": {"type": "array", "items": candidate}},
        "required": ["candidates"],
        "$defs": {key: value for key, value in schema["$defs"].items() if f"'#/$defs/{key}'" in used},
    }


def portions(passages: Sequence[Passage], longest: int = PORTION) -> Iterator[list[Passage]]:
    """The passages in portions of whole paragraphs; only a paragraph that is longer is cut, between sentences."""
    portion: list[Passage] = []
    size = 0
    for _, held in groupby(passages, key=lambda passage: passage.paragraph):
        paragraph = list(held)
        length = sum(len(passage.text) for passage in paragraph)
        pieces = [paragraph] if length <= longest else [[passage] for passage in paragraph]
        for piece in pieces:
            length = sum(len(passage.text) for passage in piece)
            if portion and size + length > longest:
                yield portion
                portion, size = [], 0
            portion += piece
            size += length
    if portion:
        yield portion


def question(portion: Sequence[Passage]) -> str:
    r"""A portion as a model reads it.

    p1.s1 '제목', p2.s1 '본문이다.' → 'p1.s1: 제목\np2.s1: 본문이다.'
    """
    return "\n".join(f"{passage.id}: {passage.text}" for passage in portion)
