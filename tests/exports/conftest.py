import pytest

from tests.conftest import Client


@pytest.fixture(params=["shipped", "world", "crowd"])
def client(request: pytest.FixtureRequest, shipped: Client, world: Client, crowd: Client) -> Client:
    """Each of the worlds in turn."""
    return {"shipped": shipped, "world": world, "crowd": crowd}[request.param]
