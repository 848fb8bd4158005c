"""The tree of errors.

HaiguiError
├── Problem              an answer of RFC 9457, `application/problem+json`
│   ├── InvalidInput     422: parameters that mean nothing here, each named
│   ├── NotFound         404: no such id
│   ├── Moved            308: the id was merged into another
│   ├── NoKey            401: writing needs a key, and none or another was sent
│   ├── WritingOff       403: nobody may write here, since no key is configured
│   ├── Duplicate        409: the text is known already
│   ├── Closed           409: the draft is published or withdrawn
│   ├── Unpublishable    409: the draft has mistakes, each with its place
│   ├── Stale            412: somebody has changed it since
│   ├── Unconditional    428: a change must say of which state it is
│   ├── Busy             503: a load holds the database; again in a moment
│   ├── Gone             410: a fact that was retracted
│   ├── WrongMethod      405: the path is read only
│   ├── TooMuch          413: more in one request than is answered at once
│   ├── AddressTooLong   414: more than anybody means
│   ├── Unreadable       400: no HTTP
│   ├── NotReady         503: the database does not answer or has no tables
│   └── Fault            500: our mistake; the answer tells nothing of the inside
└── InvalidRecords       records, gazetteer or article that cannot be loaded, each mistake with its place
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from http import HTTPStatus
from typing import Any, ClassVar


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
    headers: ClassVar[Mapping[str, str]] = {}

    def __init__(self, detail: str, errors: Sequence[InvalidParameter] = (), see: str | None = None) -> None:
        super().__init__(detail)
        self.detail = detail
        self.errors = errors
        self.see = see
        """Address of what it is about."""


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


class NoKey(Problem):
    """Writing and drafts need a key: `Authorization: Bearer …`."""

    slug = "no-key"
    status = HTTPStatus.UNAUTHORIZED
    title = "A key is needed"
    headers: ClassVar = {"WWW-Authenticate": 'Bearer realm="haigui"'}


class WritingOff(Problem):
    """Nobody may write here: no key is configured. `HAIGUI_API_KEYS` sets some."""

    slug = "writing-off"
    status = HTTPStatus.FORBIDDEN
    title = "Writing is off"


class Duplicate(Problem):
    """The very same text is known as an article or a draft, which `see` leads to."""

    slug = "duplicate"
    status = HTTPStatus.CONFLICT
    title = "Known already"


class Closed(Problem):
    """The draft is published or withdrawn and cannot be changed; `see` leads to the article."""

    slug = "draft-closed"
    status = HTTPStatus.CONFLICT
    title = "The draft is closed"


class Unpublishable(Problem):
    """What was accepted cannot be loaded: `errors` says why and where. Nothing was changed, the draft is still open."""

    slug = "cannot-be-published"
    status = HTTPStatus.CONFLICT
    title = "The draft cannot be published"


class Stale(Problem):
    """Somebody has changed it since: get it again, look at what is new, and send the change with the new `ETag`."""

    slug = "stale"
    status = HTTPStatus.PRECONDITION_FAILED
    title = "Changed since"


class Unconditional(Problem):
    """A change must say of which state it is: `If-Match` with the `ETag` of the draft."""

    slug = "if-match-needed"
    status = HTTPStatus.PRECONDITION_REQUIRED
    title = "If-Match is needed"


class Busy(Problem):
    """A load holds the database. Nothing was changed; the same request will do in a moment."""

    slug = "busy"
    status = HTTPStatus.SERVICE_UNAVAILABLE
    title = "A load is running"
    headers: ClassVar = {"Retry-After": "5"}


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
    NoKey,
    WritingOff,
    Duplicate,
    Closed,
    Unpublishable,
    Stale,
    Unconditional,
    Busy,
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


def said_by_pydantic(error: Any) -> str:  # noqa: ANN401 - one of `ValidationError.errors()`
    """A finding of pydantic's as the end of a sentence that names the place: `is missing`, `… (found 'x')`."""
    if error["type"] == "missing":
        return "is missing"
    message = str(error["msg"]).removeprefix("Value error, ")
    message = message[:1].lower() + message[1:]
    value = str(error["input"])[:80]
    says_it = value in message or (error["type"] == "value_error" and isinstance(error["input"], Mapping))
    return message if says_it else f"{message} (found {value!r})"


def invalid_values(errors: Sequence[Any], where: str, within: str = "") -> list[InvalidParameter]:
    """Findings of pydantic's about a shape that was sent, or about a part of it, each with its place."""
    places = (".".join([*([within] if within else []), *map(str, error["loc"])]) for error in errors)
    return [
        InvalidParameter(where, place or where, said_by_pydantic(error))
        for place, error in zip(places, errors, strict=True)
    ]


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
