"""The tree of errors.

HaiguiError
├── Problem              an answer of RFC 9457, `application/problem+json`
│   ├── InvalidInput     422: parameters that mean nothing here, each named
│   ├── NotFound         404: no such id
│   ├── Moved            308: the id was merged into another
│   ├── Gone             410: a fact that was retracted
│   ├── WrongMethod      405: the path is read only
│   ├── TooMuch          413: more in one request than is answered at once
│   ├── AddressTooLong   414: more than anybody means
│   ├── Unreadable       400: no HTTP
│   ├── NotReady         503: the database does not answer or has no tables
│   └── Fault            500: our mistake; the answer tells nothing of the inside
└── InvalidRecords       records, gazetteer or article that cannot be loaded, each mistake with its place
"""

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from http import HTTPStatus
from typing import ClassVar


class HaiguiError(Exception):
    """Anything that we raise ourselves."""


@dataclass(frozen=True)
class InvalidParameter:
    """One parameter that could not be taken, and what would have been."""

    location: str
    name: str
    message: str


class Problem(HaiguiError):
    """An answer that says what went wrong."""

    slug: ClassVar[str]
    status: ClassVar[HTTPStatus]
    title: ClassVar[str]

    def __init__(self, detail: str, errors: Sequence[InvalidParameter] = ()) -> None:
        super().__init__(detail)
        self.detail = detail
        self.errors = errors


class InvalidInput(Problem):
    """Parameters that mean nothing here. Nothing was looked up."""

    slug = "invalid-input"
    status = HTTPStatus.UNPROCESSABLE_ENTITY
    title = "Invalid input"

    def __init__(self, errors: Sequence[InvalidParameter]) -> None:
        super().__init__("; ".join(f"{error.name}: {error.message}" for error in errors), errors)


class NotFound(Problem):
    """There is nothing under this id."""

    slug = "not-found"
    status = HTTPStatus.NOT_FOUND
    title = "Not found"


class Moved(Problem):
    """The id was merged into another, which answers for it; `Location` is the same question about that one."""

    slug = "merged"
    status = HTTPStatus.PERMANENT_REDIRECT
    title = "Merged into another"

    def __init__(self, old: str, entity: str) -> None:
        super().__init__(f"“{old}” was merged into “{entity}”")
        self.old = old
        self.entity = entity


class Gone(Problem):
    """There was a fact under this id, and it was retracted."""

    slug = "retracted"
    status = HTTPStatus.GONE
    title = "Retracted"


class WrongMethod(Problem):
    """The path exists, but not for this method."""

    slug = "wrong-method"
    status = HTTPStatus.METHOD_NOT_ALLOWED
    title = "Method not allowed"


class TooMuch(Problem):
    """More in one request than is answered at once. Ask for it in several."""

    slug = "too-much"
    status = HTTPStatus.REQUEST_ENTITY_TOO_LARGE
    title = "Too much at once"


class AddressTooLong(Problem):
    """An address with more parameters or longer ones than anybody means."""

    slug = "address-too-long"
    status = HTTPStatus.REQUEST_URI_TOO_LONG
    title = "Address too long"


class Unreadable(Problem):
    """Bytes that are no HTTP request."""

    slug = "unreadable"
    status = HTTPStatus.BAD_REQUEST
    title = "Unreadable request"


class NotReady(Problem):
    """The database does not answer or has no tables yet."""

    slug = "not-ready"
    status = HTTPStatus.SERVICE_UNAVAILABLE
    title = "Not ready"


class Fault(Problem):
    """Our mistake. What happened stands in the log, not in the answer."""

    slug = "fault"
    status = HTTPStatus.INTERNAL_SERVER_ERROR
    title = "Internal error"


PROBLEMS: tuple[type[Problem], ...] = (
    InvalidInput,
    NotFound,
    Moved,
    Gone,
    WrongMethod,
    TooMuch,
    AddressTooLong,
    Unreadable,
    NotReady,
    Fault,
)
"""Every kind of problem that an answer can have."""


@dataclass(frozen=True, order=True)
class Mistake:
    """One mistake in a file that was to be loaded."""

    file: str
    line: int
    place: str
    message: str

    def __str__(self) -> str:
        """One line, in the form that editors jump to: `file:line: place: message`."""
        at = f"{self.file}:{self.line}" if self.line else self.file
        return f"{at}: {self.place}: {self.message}" if self.place else f"{at}: {self.message}"


class InvalidRecords(HaiguiError):
    """Files that cannot be loaded. Nothing was changed."""

    def __init__(self, mistakes: Sequence[Mistake]) -> None:
        super().__init__("\n".join(map(str, sorted(mistakes))))
        self.mistakes = sorted(mistakes)


def nearest(word: str, allowed: Sequence[str]) -> str | None:
    """The allowed word that a mistyped one most likely meant, or None.

    >>> nearest("fouders", ["founders", "funding"])
    'founders'
    """
    close = get_close_matches(word[:80].lower(), allowed, n=1, cutoff=0.6)
    return close[0] if close else None


def allowed_words(word: str, allowed: Sequence[str], most: int = 40) -> str:
    """Sentence that says what is allowed and, if something comes near, what was probably meant."""
    close = nearest(word, allowed)
    listed = ", ".join(allowed[:most]) + (", …" if len(allowed) > most else "")
    return (f"did you mean “{close}”? " if close else "") + f"allowed: {listed}"
