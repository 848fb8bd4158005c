"""Who may write: whoever sends one of the configured keys. Keys are compared by hash and in constant time."""

from hashlib import sha256
from hmac import compare_digest
from typing import Annotated, Any

from fastapi import Depends, Request
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer

from app.api.asking import refusal
from app.errors import NoKey, WritingOff
from app.settings import HASHED

BEARER = HTTPBearer(
    auto_error=False,
    scheme_name="key",
    description="A key that may write, one of those that `HAIGUI_API_KEYS` of the server names.",
)
KEYED: dict[int | str, dict[str, Any]] = {
    401: refusal("No key, or none that is known: send `Authorization: Bearer …`."),
    403: refusal("Nobody may write here, since the server has no key configured; it says how to set one."),
}
HOW = (
    "set HAIGUI_API_KEYS, in the environment of the server or its .env file, to keys of 16 characters or more, or to "
    "`sha256:` and the SHA-256 of one, separated by commas"
)


def read_keys(keys: str) -> list[bytes]:
    """The digests of the keys that a setting names.

    >>> [digest.hex()[:8] for digest in read_keys("a-key-that-is-long, sha256:00ff")]
    ['af93d637', '00ff']
    """
    given = filter(None, (key.strip() for key in keys.split(",")))
    return [
        bytes.fromhex(key.removeprefix(HASHED)) if key.startswith(HASHED) else sha256(key.encode()).digest()
        for key in given
    ]


def require_key(request: Request, credentials: Annotated[HTTPAuthorizationCredentials | None, Depends(BEARER)]) -> None:
    """Refuse whoever has no key, before anything of the request is read."""
    keys: list[bytes] = request.app.state.keys
    if not keys:
        raise WritingOff(f"no key is configured, so nobody may write; {HOW}")
    if credentials is None:
        raise NoKey("send a key as `Authorization: Bearer …`")
    digest = sha256(credentials.credentials.encode()).digest()
    if not any([compare_digest(digest, key) for key in keys]):  # noqa: C419 - all of them, whichever it is
        raise NoKey("this key is not known here")
