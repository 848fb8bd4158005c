"""From a text to a draft."""

from collections.abc import Sequence
from datetime import date

from app.reading.candidates import Draft, KnownEntity


def read_draft(text: str, published_on: date, known: Sequence[KnownEntity]) -> Draft:
    """All that the text states, as candidates."""
    return Draft(title=text[:10], language="ko", published_on=published_on, candidates=(), proposals=())
