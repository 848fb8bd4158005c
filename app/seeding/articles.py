"""Loading one article: its record, its passages, what it states and in which words."""

from collections import defaultdict
from hashlib import sha256
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection
from sqlmodel import col

from app.models import Article, Citation, Passage
from app.seeding.files import ArticleFolder
from app.seeding.graph import Change, Loaded, add_facts, fact_changes, fact_records, finish, settle
from app.seeding.identity import SPEAKER, ends_of, follow, in_order, read_merges
from app.seeding.records import Statement, cite, plain
from app.seeding.rows import column_names, insert, table_of
from app.seeding.sketches import write_sketch


def load_article(connection: Connection, folder: ArticleFolder) -> Loaded:
    """Bring the article's record, passages, facts and citations to what its folder says."""
    return finish(connection, folder.article.id, write_article(connection, folder))


def write_article(connection: Connection, folder: ArticleFolder) -> list[Change]:
    """The same without the revision: it may be a part of a larger one. Tells what changed."""
    article_id = folder.article.id
    leads = ends_of(read_merges(connection))
    facts: dict[str, Statement] = {}
    cited_for: dict[str, list[tuple[str, dict[str, Any]]]] = defaultdict(list)
    for recorded, _, form in folder.statements:
        fact, merged = follow(recorded, leads)
        facts[fact.id] = fact
        for at, citation in enumerate(form.citations, 1):
            row = {"fact_id": fact.id, "article_id": article_id, "position": at, **cite(citation, form)}
            speaker = row["attributed_to_id"]
            if speaker in leads:
                row["attributed_to_id"] = leads[speaker]
            row["merged"] = merged | {SPEAKER: speaker} if speaker in leads else merged
            cited_for[fact.id].append((recorded.id, row))
    citations = {item: in_order(rows) for item, rows in cited_for.items()}
    cited = sa.select(col(Citation.fact_id)).where(col(Citation.article_id) == article_id).distinct()
    before = fact_records(connection, {*facts, *connection.scalars(cited)})
    connection.execute(sa.delete(table_of(Citation)).where(col(Citation.article_id) == article_id))
    changes = _store_text(connection, folder)
    write_sketch(connection, article_id, folder.text)
    new = [fact for item, fact in facts.items() if item not in before]
    added = add_facts(connection, new, citations, folder.article.published_on)
    insert(connection, Citation, [row for item in sorted(citations) for row in citations[item]])
    settle(connection, before)
    changes += fact_changes(before, fact_records(connection, before))
    return [*changes, *added]


def _store_text(connection: Connection, folder: ArticleFolder) -> list[Change]:
    """Insert or update the bibliographic record and the passages; say what changed. No citation may be left."""
    form = folder.article
    row = {name: getattr(form, name) for name in column_names(Article) if name != "sha256"}
    row["sha256"] = folder.sha256
    record = {name: plain(value) for name, value in row.items()}
    stored = connection.execute(sa.select(table_of(Article)).where(col(Article.id) == form.id)).first()
    here = col(Passage.article_id) == form.id
    there = [
        row._asdict()
        for row in connection.execute(sa.select(table_of(Passage)).where(here).order_by(col(Passage.position)))
    ]
    passages = _passages(folder)
    if stored is None:
        insert(connection, Article, [row])
    elif {name: plain(value) for name, value in stored._asdict().items()} == record and there == passages:
        return []
    else:
        connection.execute(sa.update(table_of(Article)).where(col(Article.id) == form.id).values(row))
    connection.execute(sa.delete(table_of(Passage)).where(here))
    insert(connection, Passage, passages)
    # The log is for ever, the right to a sentence may end: it keeps the hash, never the text.
    shown = [{name: passage[name] for name in ("id", "paragraph", "sentence", "sha256")} for passage in passages]
    return [("changed" if stored else "added", "article", form.id, record | {"passages": shown})]


def _passages(folder: ArticleFolder) -> list[dict[str, Any]]:
    """The rows of the passages; their text only where the rights allow it."""
    return [
        {
            "article_id": folder.article.id,
            "id": passage.id,
            "position": position,
            "paragraph": passage.paragraph,
            "sentence": passage.sentence,
            "sha256": sha256(passage.text.encode()).hexdigest(),
            "text": passage.text if folder.article.text_kept else None,
        }
        for position, passage in enumerate(folder.passages, 1)
    ]
