"""What tests share that load while they ask."""

from collections.abc import Iterator

import pytest
from sqlalchemy.engine import Engine

from app.db import make_engine
from tests.conftest import Client


@pytest.fixture
def loader(client: Client) -> Iterator[Engine]:
    """What loads into the database of the module's own `client`."""
    made = make_engine(client.engine.url.render_as_string(hide_password=False))
    yield made
    made.dispose()
