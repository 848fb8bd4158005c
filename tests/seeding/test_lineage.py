"""The roll-up after any edits is what the `parent` facts give from scratch."""

from collections.abc import Iterable
from datetime import date
from hashlib import sha256
from pathlib import Path

import pytest
import sqlalchemy as sa
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from sqlalchemy.engine import Engine
from sqlmodel import col

from app.db import writing
from app.errors import InvalidRecords
from app.models import Lineage, Parent
from app.seeding.articles import load_article
from app.seeding.files import ArticleFolder
from app.seeding.forms import ArticleForm, CitationForm, GazetteerForm, LinkForm, OrganizationForm, RecordsForm
from app.seeding.gazetteer import load_gazetteer
from app.seeding.source import Source
from app.vocabulary import OrganizationKind, TextRead
from tests.seeding.tables import rows

NAMES = ("a", "b", "c", "d", "e", "f", "g")
Link = tuple[str, str]
Edit = dict[str, str | None] | frozenset[Link]
"""A gazetteer that names some organizations, each with its parent; or an article with the parents it states."""

names = st.sampled_from(NAMES)
gazetteers = st.dictionaries(names, st.none() | names, max_size=4)
articles = st.frozensets(st.tuples(names, names), max_size=3)


def load(engine: Engine, edit: Edit) -> None:
    with writing(engine) as connection:
        if isinstance(edit, frozenset):
            load_article(connection, article(edit))
        else:
            load_gazetteer(connection, gazetteer(edit))


def gazetteer(parents: dict[str, str | None]) -> GazetteerForm:
    return GazetteerForm(
        organization=[
            OrganizationForm(
                id=item,
                name=item,
                kind=OrganizationKind.COMPANY,
                parent=LinkForm(id=parent, note="made up") if parent else None,
            )
            for item, parent in parents.items()
        ]
    )


def article(links: Iterable[Link]) -> ArticleFolder:
    text = "가"
    form = ArticleForm(
        id="family",
        title="가",
        publisher="알파신문",
        published_on=date(2024, 5, 10),
        language="ko",
        story="family",
        text_read=TextRead.ORIGINAL,
        text_kept=True,
    )
    cited = [CitationForm(passage="p1.s1", as_written="가")]
    stated = [{"organization": item, "parent": parent, "citations": cited} for item, parent in sorted(links)]
    source = Source(Path("family"), "")
    digest = sha256(text.encode()).hexdigest()
    return ArticleFolder(
        form, RecordsForm.model_validate({"parent": stated}), text, digest, source, source, Path("family")
    )


def from_scratch(links: set[Link]) -> set[tuple[str, str, int, bool]]:
    """The whole roll-up: level by level from each organization up."""
    above = {item: {parent for child, parent in links if child == item} for item in NAMES}
    found = set()
    for item in NAMES:
        depths, level, depth = {item: 0}, {item}, 0
        while level := {up for one in level for up in above[one]} - set(depths):
            depth += 1
            depths |= dict.fromkeys(level, depth)
        found |= {(up, item, depth, not above[up]) for up, depth in depths.items()}
    return found


def circular(links: set[Link]) -> bool:
    """Whether taking away whoever belongs to nothing, again and again, leaves somebody."""
    left = set(links)
    while kept := {(child, parent) for child, parent in left if any(parent == other for other, _ in left)}:
        if kept == left:
            return True
        left = kept
    return False


def stored(engine: Engine) -> tuple[set[Link], set[tuple[str, str, int, bool]]]:
    links = rows(engine, sa.select(col(Parent.organization_id), col(Parent.parent_id)))
    columns = (col(Lineage.ancestor_id), col(Lineage.organization_id), col(Lineage.depth), col(Lineage.is_top))
    return {(child, parent) for child, parent in links}, {
        (a, b, c, d) for a, b, c, d in rows(engine, sa.select(*columns))
    }


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(edits=st.lists(gazetteers | articles, min_size=1, max_size=6))
@example(edits=[{"a": "b", "b": "c"}, {"c": "d"}, frozenset({("b", "e")}), {"b": None}, frozenset()])
@example(edits=[{"a": "b"}, frozenset({("b", "a")}), {"a": "a"}, frozenset({("a", "c"), ("c", "d"), ("a", "d")})])
def test_the_roll_up_after_any_edits_is_what_the_parents_give_from_scratch(engine: Engine, edits: list[Edit]) -> None:
    load(engine, frozenset())
    load(engine, dict.fromkeys(NAMES))
    for edit in edits:
        before = stored(engine)
        try:
            load(engine, edit)
        except InvalidRecords:
            assert stored(engine) == before
            with pytest.raises(InvalidRecords):
                load(engine, edit)
        links, lineage = stored(engine)
        assert not circular(links)
        assert lineage == from_scratch(links)


@pytest.mark.parametrize(
    ("edits", "refused"),
    [
        ([{"a": "b"}, {"b": "a"}], True),
        ([{"a": "b", "b": "c"}, frozenset({("c", "a")})], True),
        ([{"a": "a"}], True),
        ([{"a": "b"}, {"a": None, "b": "a"}], False),
    ],
)
def test_only_a_circle_is_refused(engine: Engine, edits: list[Edit], *, refused: bool) -> None:
    load(engine, dict.fromkeys(NAMES))
    *first, last = edits
    for edit in first:
        load(engine, edit)
    if refused:
        with pytest.raises(InvalidRecords, match="would belong to itself"):
            load(engine, last)
    else:
        load(engine, last)
