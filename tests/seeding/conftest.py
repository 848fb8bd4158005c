"""The made-up world, loaded for one test to change."""

from collections.abc import Iterator

import pytest
from sqlalchemy.engine import Engine

from app.db import make_engine
from tests.conftest import WORLD, Databases


@pytest.fixture
def loaded(databases: Databases) -> Iterator[Engine]:
    """A database that holds the made-up world, for one test alone."""
    made = make_engine(databases.loaded(WORLD))
    yield made
    made.dispose()
