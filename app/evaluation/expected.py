"""What the reviewed records of one article say that its text states."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from app.seeding.files import ArticleFolder
from app.seeding.forms import FactForm
from app.seeding.records import Statement
from app.vocabulary import FactType

OF: Final = "of_"


@dataclass(frozen=True)
class Expected:
    """A fact of the records: whom it is about, what it says of them, and where the text states it."""

    type: FactType
    roles: Mapping[str, str]
    """The id by role, under the names that candidates use: `prior_employer` and `versus` are those of a base."""
    parties: frozenset[str]
    says: Mapping[str, Any]
    """Its other fields by name, such as `value`, `status`, `period_from`."""
    described: Mapping[str, frozenset[str]]
    """By role, the words of the text for it: what tells a cohort, which has no name in most texts."""
    passage: str
    as_written: str
    spans: tuple[tuple[int, int], ...]
    """The sentences that state it, as places in the text."""


def expected_of(folder: ArticleFolder) -> list[Expected]:
    """Every fact of the records, in their order. Their passages must exist: they were verified."""
    places = {passage.id: (passage.start, passage.end) for passage in folder.passages}
    return [_expected(statement, form, places) for statement, _, form in folder.statements]


def _expected(statement: Statement, form: FactForm, places: Mapping[str, tuple[int, int]]) -> Expected:
    first = form.citations[0]
    participants = [(role.removeprefix(OF), item) for role, item in statement.participants]
    return Expected(
        type=statement.type,
        roles={role: item for role, item in participants if role != "party"},
        parties=frozenset(item for role, item in participants if role == "party"),
        says=statement.row,
        described={role: frozenset(_words(form, role)) for role, _ in participants},
        passage=first.passage,
        as_written=first.as_written,
        spans=tuple(dict.fromkeys(places[citation.passage] for citation in form.citations)),
    )


def _words(form: FactForm, role: str) -> Iterator[str]:
    """The words that the citations quote for a role."""
    yield from (citation.words[role] for citation in form.citations if role in citation.words)
