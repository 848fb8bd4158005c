"""The reader, imported by the first who asks: its rules take half a second to compile, and a server seldom reads."""

from collections.abc import Sequence
from datetime import date

from app.reading.candidates import Draft, KnownEntity


def read_draft(text: str, published_on: date, known: Sequence[KnownEntity]) -> Draft:
    """All that a text states, as candidates."""
    from app.reading import draft  # noqa: PLC0415 - that is the purpose of this file

    return draft.read_draft(text, published_on, known)
