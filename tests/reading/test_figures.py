"""How well the reader reads: bars that it has passed on the development set, each a little below what was measured."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from app.cli import cli

DEVELOPMENT = Path(__file__).parent / "development"
RELATIONS = "foundings, employments, investments"
MONEY = "money figures"


# Of each part and row, the least precision and recall.
BARS = {
    "tune": {RELATIONS: (0.95, 0.87), MONEY: (0.97, 0.80)},
    "report": {RELATIONS: (0.92, 0.72), MONEY: (0.90, 0.64)},
}


@pytest.mark.parametrize("part", BARS)
def test_reading_is_as_good_as_it_was(part: str) -> None:
    """What is proposed must be right before it is much: nobody reads a draft that has to be doubted line by line."""
    result = CliRunner().invoke(cli, ["evaluate", str(DEVELOPMENT), "--part", part, "--format", "json"])
    assert result.exit_code == 0, result.output
    measured = json.loads(result.stdout)
    assert measured["grounding_errors"] == 0
    for row, (precision, recall) in BARS[part].items():
        seen = measured["rows"][row]["lenient"]
        assert (seen["precision"] >= precision, seen["recall"] >= recall) == (True, True), (row, seen)
