import json
import re
import shlex

import pytest

from app.settings import PROJECT
from tests.conftest import Client

README = (PROJECT / "README.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"```sh\n(curl [^\n]*)\n```\n```json\n(.*?)```", README, re.DOTALL)
LOCAL = "http://127.0.0.1:8000"


@pytest.mark.parametrize(("command", "output"), EXAMPLES)
def test_every_curl_example_prints_what_the_readme_shows(command: str, output: str, shipped: Client) -> None:
    address = next(word for word in shlex.split(command) if word.startswith(LOCAL))
    assert shipped.json(address.removeprefix(LOCAL)) == json.loads(output)


def test_the_readme_has_three_examples() -> None:
    assert len(EXAMPLES) == 3


MAP = README.split("## The map of the code")[1].split("```")[1]


def test_the_map_names_only_what_is_there() -> None:
    there = {path.name for folder in ("app", "seeds") for path in (PROJECT / folder).rglob("*")}
    assert set(re.findall(r"\w+\.(?:py|toml)", MAP)) - there == set()


def test_everything_at_the_top_of_the_code_is_on_the_map() -> None:
    top = {path.name for path in (PROJECT / "app").iterdir() if not path.name.startswith("__")}
    assert {name for name in top if name not in MAP} == set()
