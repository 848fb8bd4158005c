"""What tests share that load while they ask, or post articles."""

from collections.abc import Iterator

import pytest
from sqlalchemy.engine import Engine

from app.db import make_engine
from tests.api.drafting import Reviewer
from tests.conftest import WORLD, Client, Databases


@pytest.fixture
def reviewer(databases: Databases) -> Iterator[Reviewer]:
    """Somebody with a key to the small world, for one test alone; answers are kept as a server keeps them."""
    client = Client(databases.loaded(WORLD), cache_bytes=10_000_000)
    yield Reviewer(client)
    client.close()


@pytest.fixture
def client(reviewer: Reviewer) -> Client:
    """What the reviewer asks; modules that load have one of their own."""
    return reviewer.client


@pytest.fixture
def loader(client: Client) -> Iterator[Engine]:
    """What loads into the database of the module's own `client`."""
    made = make_engine(client.engine.url.render_as_string(hide_password=False))
    yield made
    made.dispose()
