"""What an installation can choose, read once from the environment (`HAIGUI_…`) or a `.env` file."""

import re
from functools import cache
from pathlib import Path

from pydantic import Field, SecretStr, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

PROJECT = Path(__file__).resolve().parent.parent
"""The folder that holds `app/`, `migrations/` and `seeds/`."""

HASHED = "sha256:"
SHORTEST_KEY = 16


class Settings(BaseSettings):
    """One frozen set of choices; each has its reason."""

    model_config = SettingsConfigDict(env_prefix="HAIGUI_", env_file=".env", frozen=True, extra="ignore")

    database_url: str = Field(
        default=f"sqlite:///{PROJECT / 'var' / 'haigui.db'}",
        description="Where the data is: an SQLAlchemy URL of SQLite or PostgreSQL (`postgresql+psycopg://…`).",
    )
    api_keys: str = Field(
        default="",
        description="Keys that may post articles and review drafts, separated by commas: each a key of 16 characters "
        "or more, or `sha256:` and the hexadecimal SHA-256 of one, so that the key itself stands nowhere. Without any, "
        "nobody may write over HTTP.",
    )
    cursor_key: str = Field(
        default="haigui",
        description="Signs page cursors. A cursor opens nothing that a filter could not, so the default guards "
        "against mistakes only; set it, alike in all processes, to make cursors unforgeable as well.",
    )
    answer_cache_bytes: int = Field(
        default=24_000_000,
        ge=0,
        description="How many bytes of finished answers each process keeps; 0 computes every answer anew.",
    )
    revision_board: Path | None = Field(
        default=None,
        description="File of eight zero bytes through which the processes of one service tell each other of a new "
        "revision of the data; `haigui serve` makes one for its workers.",
    )
    model_url: str | None = Field(
        default=None,
        description="Where a model is asked to read articles: the address of an endpoint that speaks OpenAI's chat "
        "completions, such as `http://127.0.0.1:11434/v1`. Nobody is asked without it: articles go to whoever runs it.",
    )
    model_name: str | None = Field(default=None, description="Which model is asked, by the name the endpoint gives it.")
    model_key: SecretStr | None = Field(default=None, description="The key that the endpoint wants, if it wants one.")
    model_timeout: float = Field(
        default=60.0,
        gt=0,
        description="Seconds that an endpoint may stay silent; a model on a machine without a GPU needs minutes.",
    )

    @field_validator("api_keys")
    @classmethod
    def _long_enough(cls, keys: str) -> str:
        """Refuse what could be guessed."""
        for key in filter(None, map(str.strip, keys.split(","))):
            digest = key.removeprefix(HASHED) if key.startswith(HASHED) else None
            if digest is None and len(key) < SHORTEST_KEY:
                raise ValueError(f"a key of {len(key)} characters can be guessed; give {SHORTEST_KEY} or more")
            if digest is not None and not re.fullmatch("[0-9a-f]{64}", digest):
                raise ValueError("after `sha256:` come 64 hexadecimal digits in lower case")
        return keys


@cache
def settings() -> Settings:
    """The settings of this process."""
    return Settings()
