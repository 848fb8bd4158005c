"""Loading: bring the database to what the files say, one transaction for the gazetteer and one for each article.

A load compares what the files state with what is there and writes the difference, so that loading twice changes
nothing. Each transaction that changes something is a revision; its log tells what was added, changed and retracted.
"""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext

from sqlalchemy.engine import Connection, Engine

from app.db import writing
from app.errors import InvalidRecords, Mistake
from app.progress import Follow, unseen
from app.seeding.articles import load_article
from app.seeding.files import Seeds
from app.seeding.gazetteer import load_gazetteer
from app.seeding.graph import Loaded
from app.seeding.verify import verify


def load(engine: Engine, seeds: Seeds, *, dry_run: bool = False, follow: Follow = unseen) -> Iterator[Loaded]:
    """Verify everything, then load it, and tell of each transaction as it ends.

    An article is read again when its turn has come, so that one at a time is held. **Raises** `InvalidRecords` before
    anything is written, or when an article is no longer what was verified.
    """
    verified = verify(seeds, follow=follow)
    with _transactions(engine, dry_run=dry_run) as transaction:
        with transaction() as connection:
            loaded = load_gazetteer(connection, seeds.gazetteer)
        yield loaded
        for folder, checked in zip(seeds.articles, verified, strict=True):
            if folder.fingerprint != checked.fingerprint:
                message = "was changed after it had been verified; load it again"
                raise InvalidRecords([Mistake(str(folder.article_source.path.parent), 0, "", message)])
            with transaction() as connection:
                loaded = load_article(connection, folder)
            yield loaded


@contextmanager
def _transactions(engine: Engine, *, dry_run: bool) -> Iterator[Callable[[], AbstractContextManager[Connection]]]:
    """One transaction a step or, for a dry run, one for all that is turned back at the end."""
    if dry_run:
        with writing(engine, keep=False) as connection:
            yield lambda: nullcontext(connection)
    else:
        yield lambda: writing(engine)
