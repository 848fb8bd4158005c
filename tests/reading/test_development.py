"""The development set of the reader: its records stand in its texts, and each article is on one side of the split."""

import tomllib
from pathlib import Path

from app.seeding.files import read_seeds
from app.seeding.verify import verify

DEVELOPMENT = Path(__file__).parent / "development"


def test_every_record_stands_in_its_text() -> None:
    verified = verify(read_seeds(DEVELOPMENT))
    assert len(verified) == 38
    assert min(one.facts for one in verified) >= 9


def test_every_article_is_either_tuned_on_or_only_measured() -> None:
    split = tomllib.loads((DEVELOPMENT / "split.toml").read_text("utf-8"))
    articles = sorted(path.name for path in (DEVELOPMENT / "articles").iterdir())
    assert sorted(split["tune"] + split["report"]) == articles
    assert len(split["report"]) == 9


def test_every_text_says_that_it_is_our_own() -> None:
    for form in (folder.article for folder in read_seeds(DEVELOPMENT).articles):
        assert form.text_kept
        assert (form.rights or "").startswith("Written for this project")
