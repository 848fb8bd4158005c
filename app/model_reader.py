"""A reader that asks a model: any endpoint that speaks OpenAI's chat completions. Off unless the settings name one.

The model only points at words; what does not stand in the text is dropped (`reading/replies.py`).
"""

import json
import logging
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime
from http import HTTPStatus
from typing import TYPE_CHECKING, Any, Final

from app.errors import HaiguiError
from app.progress import Follow, unseen
from app.reading.candidates import Candidate, Draft, KnownEntity
from app.reading.draft import read_draft
from app.reading.passages import read_passages
from app.reading.questions import portions, question, reply_schema, system_prompt
from app.reading.replies import NoCandidates, ReplyReader
from app.settings import Settings

if TYPE_CHECKING:
    import httpx

log = logging.getLogger("haigui")

RETRIES: Final = 2
BACKOFF: Final = 1.0  # seconds before the first retry, twice as long before the second
LONGEST_WAIT: Final = 30.0  # seconds that an endpoint may ask to wait
_TOLD: Final = 200
_WHAT_TO_DO: Final[Mapping[int, str]] = {
    HTTPStatus.UNAUTHORIZED: "check HAIGUI_MODEL_KEY",
    HTTPStatus.FORBIDDEN: "check HAIGUI_MODEL_KEY and what it may use",
    HTTPStatus.NOT_FOUND: "check HAIGUI_MODEL_URL (the part before /chat/completions) and HAIGUI_MODEL_NAME",
    HTTPStatus.TOO_MANY_REQUESTS: "wait, or raise the limit of the account",
}
_FORMATS: Final[tuple[dict[str, Any] | None, ...]] = (
    {"type": "json_schema", "json_schema": {"name": "candidates", "schema": reply_schema(), "strict": False}},
    {"type": "json_object"},
    None,
)
"""How the form of a reply is asked for: not every server knows every way."""


class ModelFailed(HaiguiError):
    """No model is chosen or reached, it refuses, or its answer makes no sense. The message says what to do."""


class _Again(ModelFailed):
    """A failure that may be gone the next time; `after` is in how many seconds, if the endpoint said so."""

    def __init__(self, message: str, after: float | None = None) -> None:
        super().__init__(message)
        self.after = after


@dataclass(slots=True)
class ModelReader:
    """Reads texts through one endpoint. `wait` sleeps between tries; `follow` may show how many portions are read."""

    url: str
    name: str
    key: str | None = field(default=None, repr=False)
    timeout: float = 60.0
    wait: Callable[[float], None] = time.sleep
    follow: Follow = unseen
    format: int = 0

    @classmethod
    def chosen(cls, settings: Settings, follow: Follow = unseen) -> "ModelReader":
        """The reader that the settings name. **Raises** `ModelFailed` where they name none."""
        if not settings.model_url or not settings.model_name:
            raise ModelFailed(
                "no model is chosen: set HAIGUI_MODEL_URL to an endpoint that speaks OpenAI's chat completions, such "
                "as http://127.0.0.1:11434/v1, and HAIGUI_MODEL_NAME to one of its models"
            )
        key = settings.model_key.get_secret_value().strip() if settings.model_key else None
        if key and not (key.isascii() and key.isprintable()):
            raise ModelFailed("HAIGUI_MODEL_KEY is no key: it holds characters that no header may hold")
        return cls(settings.model_url, settings.model_name, key or None, settings.model_timeout, follow=follow)

    def read_draft(self, text: str, published_on: date, known: Sequence[KnownEntity]) -> Draft:
        """What the rules find about the text as a whole, with the model's candidates. **Raises** `ModelFailed`."""
        draft = read_draft(text, published_on, known)
        candidates = self.candidates(text, draft.published_on, known)
        return draft.model_copy(update={"candidates": tuple(candidates)})

    def candidates(self, text: str, published_on: date, known: Sequence[KnownEntity] = ()) -> list[Candidate]:
        """The model's candidates that hold; of the others the log says why they do not. **Raises** `ModelFailed`."""
        import httpx  # noqa: PLC0415 - other commands shall not wait for it

        passages = read_passages(text)
        reader = ReplyReader(text, passages, published_on, known)
        asked = list(portions(passages))
        found: list[Candidate] = []
        try:
            headers = {"Authorization": f"Bearer {self.key}"} if self.key else {}
            with httpx.Client(headers=headers, timeout=self.timeout) as client:
                for portion in self.follow(asked, len(asked), "portions read"):
                    content = self._ask(client, question(portion))
                    reply = reader.read(content)
                    found += reply.candidates
                    for reason in reply.dropped:
                        log.warning("a candidate of the model was dropped: %s", reason)
        except NoCandidates as error:
            raise ModelFailed(f"the model {self.name} did not reply as asked: {error}; try another model") from error
        except (httpx.InvalidURL, httpx.UnsupportedProtocol) as error:
            raise ModelFailed(f"HAIGUI_MODEL_URL is no address of an endpoint: {error}") from error
        return found

    def _ask(self, client: "httpx.Client", asked: str) -> str:
        """The reply to one question, tried again where that may help. **Raises** `ModelFailed`."""
        for tried in range(RETRIES + 1):
            try:
                return self._content(self._post(client, asked))
            except _Again as failed:
                pause = failed.after if failed.after is not None else BACKOFF * 2**tried
                if tried == RETRIES:
                    raise ModelFailed(f"{failed}; tried {RETRIES + 1} times") from failed
                if pause > LONGEST_WAIT:
                    raise ModelFailed(f"{failed}; it asks to wait {pause:.0f} seconds: try again then") from failed
                self.wait(pause)
        raise AssertionError

    def _post(self, client: "httpx.Client", asked: str) -> "httpx.Response":
        """The answer of the endpoint to one request. **Raises** `ModelFailed`."""
        import httpx  # noqa: PLC0415 - as above

        address = f"{self.url.rstrip('/')}/chat/completions"
        while True:
            body: dict[str, Any] = {
                "model": self.name,
                "temperature": 0,
                "messages": [{"role": "system", "content": system_prompt()}, {"role": "user", "content": asked}],
            }
            if form := _FORMATS[self.format]:
                body["response_format"] = form
            try:
                response = client.post(address, json=body)
            except httpx.ConnectError as error:
                raise ModelFailed(
                    f"nobody answers at {address} ({error}): is it running? check HAIGUI_MODEL_URL"
                ) from error
            except httpx.TimeoutException as error:
                raise ModelFailed(
                    f"{address} did not answer within {self.timeout:g} seconds: set HAIGUI_MODEL_TIMEOUT to more, or "
                    "choose a quicker model"
                ) from error
            except (httpx.NetworkError, httpx.RemoteProtocolError) as error:
                raise _Again(f"{address} broke off ({type(error).__name__})") from error
            if not self._refuses_format(response):
                return response
            self.format += 1

    def _refuses_format(self, response: "httpx.Response") -> bool:
        """Whether the endpoint lacks this way to ask for a form, and there is another."""
        refused = response.status_code in {HTTPStatus.BAD_REQUEST, HTTPStatus.UNPROCESSABLE_ENTITY}
        named = any(word in response.text for word in ("response_format", "json_schema", "json_object"))
        return refused and named and self.format < len(_FORMATS) - 1

    def _content(self, response: "httpx.Response") -> str:
        """The words of the model in an answer. **Raises** `ModelFailed`."""
        status, address = response.status_code, str(response.request.url)
        said = " ".join(response.text[: 2 * _TOLD].split())[:_TOLD]
        told = f"{address} answered {status}: {said}" if said else f"{address} answered {status}"
        if status == HTTPStatus.TOO_MANY_REQUESTS or status >= HTTPStatus.INTERNAL_SERVER_ERROR:
            hint = _WHAT_TO_DO.get(status, "the endpoint has a fault: see its log")
            raise _Again(f"{told}; {hint}", _retry_after(response.headers.get("retry-after")))
        if status != HTTPStatus.OK:
            raise ModelFailed(f"{told}; {_WHAT_TO_DO.get(status, 'check HAIGUI_MODEL_URL and HAIGUI_MODEL_NAME')}")
        try:
            message = json.loads(response.content)["choices"][0]["message"]
            content = message["content"]
        except (ValueError, LookupError, TypeError, RecursionError) as error:
            raise ModelFailed(f"{told}; that is no chat completion: check HAIGUI_MODEL_URL") from error
        if not isinstance(content, str):
            raise ModelFailed(f"the model {self.name} gave no text: {message.get('refusal') or said}")
        return content


def _retry_after(said: str | None) -> float | None:
    """Seconds of a `Retry-After` (RFC 9110, 10.2.3): a number, or a day and time."""
    if said is None:
        return None
    if said.strip().isascii() and said.strip().isdigit():
        return float(said)
    try:
        moment = parsedate_to_datetime(said)
    except ValueError:
        return None
    moment = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return max(0.0, (moment - datetime.now(UTC)).total_seconds())
