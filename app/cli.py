"""The `haigui` command: migrate, verify, load, make up, look at what is there, match names, serve."""

import gc
import json
import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Annotated

import sqlalchemy as sa
import typer
import uvicorn
from sqlalchemy.engine import Engine
from sqlalchemy.exc import SQLAlchemyError

from app.db import NoSuchSchema, make_engine, migrate, reading, writing
from app.drafting import draft_article, parse_phrase
from app.errors import InvalidRecords
from app.evaluation import telling
from app.evaluation.measure import Part, evaluate
from app.models import FACT_TABLES, Article, Entity, Fact, Passage, Revision
from app.progress import followed
from app.review_terminal import review_draft
from app.revisions import BYTES
from app.seeding.derived import count_missing, derive_anew, leave_for_later, write_documents
from app.seeding.files import GAZETTEER, Seeds, read_seeds
from app.seeding.graph import Loaded
from app.seeding.known import Entities, known_entities
from app.seeding.load import load
from app.seeding.proposals import MOST_HOLDERS, Proposal, entries_of, propose, search, two_of
from app.seeding.verify import verify
from app.seeding.written import entry_as_toml
from app.serving import Protocol
from app.settings import PROJECT, settings
from app.synth.world import World
from app.vocabulary import EntityType

SEEDS = PROJECT / "seeds"
LOCAL = "127.0.0.1"
MOST_TOLD = 20
"""Pairs that may be one, of which a load tells."""

cli = typer.Typer(
    help="China's AI startups and the people who build them: no value without its evidence.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
SeedsPath = Annotated[Path, typer.Argument(help="A folder of seeds, the folder of one article, or a gazetteer.")]


class Telling(StrEnum):
    """How a measurement is written."""

    TABLE = "table"
    JSON = "json"


class Writing(StrEnum):
    """How a list of findings is written."""

    TABLE = "table"
    NDJSON = "ndjson"


@cli.command("migrate")
def migrate_database(
    revision: Annotated[str, typer.Argument(help="`head`, `base`, or a revision of `migrations/`.")] = "head",
) -> None:
    """Bring the tables of the database to a revision of the schema."""
    with _database("`HAIGUI_DATABASE_URL` names it; revisions are `head`, `base` or one of `migrations/`"):
        migrate(settings().database_url, revision)
    typer.echo(f"the schema is at {revision}")


@cli.command("verify")
def verify_seeds(
    path: SeedsPath = SEEDS,
    article: Annotated[
        Path | None, typer.Option(help="Check against this text, such as the original, at each citation's `original`.")
    ] = None,
) -> None:
    """Check records against the gazetteer and the words of the text. Changes nothing."""
    seeds = _read(path)
    if article is not None and len(seeds.articles) != 1:
        _fail(f"--article is the text of one article, but {path} holds {len(seeds.articles)}")
    try:
        verified = verify(seeds, article, followed)
    except InvalidRecords as error:
        _fail(str(error), _counted(len(error.mistakes), "mistake"))
    for one in verified:
        typer.echo(f"{one.id}: {one.facts} facts with {one.citations} citations stand in {one.text}")
    _tell_proposals(propose(entries_of(seeds.gazetteer), two_of(seeds.gazetteer)))
    typer.echo("verified")


@cli.command("load")
def load_seeds(
    path: SeedsPath = SEEDS,
    *,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Say what would change, and change nothing.")] = False,
) -> None:
    """Verify files and bring the database to what they say; a second time changes nothing."""
    _collect_seldom()
    seeds = _read(path)
    changed, new = False, set[str]()
    with _database("this step was turned back whole; if the tables are missing, run `haigui migrate`") as engine:
        try:
            for loaded in load(engine, seeds, dry_run=dry_run, follow=followed):
                changed = changed or bool(loaded.changes)
                new |= {item for action, subject, item, _ in loaded.changes if (action, subject) == ("added", "entity")}
                _tell(loaded)
        except InvalidRecords as error:
            kept = "what is told above stays" if changed and not dry_run else "nothing was changed"
            _fail(str(error), f"{_counted(len(error.mistakes), 'mistake')}; {kept}")
        if new:
            entries = [entry for entry in entries_of(seeds.gazetteer) if entry.id in new]
            with reading(engine) as connection:
                _tell_proposals(propose(entries, two_of(seeds.gazetteer), connection))
        if not dry_run:
            _write_down(engine)
    typer.echo("nothing changed" if not changed else "would change; nothing was written" if dry_run else "loaded")


@cli.command("synth")
def load_synthetic_world(
    people: Annotated[int, typer.Option(help="How many people; with them half as many organizations.", min=20)],
    seed: Annotated[int, typer.Option(help="Another seed, another world.")] = 0,
) -> None:
    """Fill an empty database with a made-up world, skewed like the real one, through the loader of real files."""
    _collect_seldom()
    world, facts = World(people, seed), 0
    with _database("what is told above stays; if the tables are missing, run `haigui migrate`") as engine:
        with reading(engine) as connection:
            articles = connection.scalar(sa.select(sa.func.count()).select_from(Article))
        if articles:
            _fail(f"the database holds {_counted(articles, 'article')}; a made-up world needs one that holds none")
        for part, seeds in enumerate(followed(world.seeds(), world.parts, "articles loaded")):
            facts += sum(
                change[0] == "added" and change[1] in FACT_TABLES
                for done in load(engine, seeds)
                for change in done.changes
            )
            if not part:
                leave_for_later(engine)
        _write_down(engine)
    typer.echo(f"loaded a world of {people} people: {_counted(world.parts, 'article')}, {_counted(facts, 'fact')}")


@cli.command("stats")
def show_stats() -> None:
    """Count what is in the database."""
    with _database("if the tables are missing, run `haigui migrate`") as engine, reading(engine) as connection:
        typer.echo(f"{'revision':<12}{connection.scalar(sa.select(sa.func.max(Revision.number))) or 0}")
        for model in (Article, Passage, Entity, Fact, *FACT_TABLES.values()):
            count = connection.scalar(sa.select(sa.func.count()).select_from(model))
            typer.echo(f"{model.__name__.lower():<12}{count}")


@cli.command("match")
def match_names(
    queries: Annotated[list[str], typer.Argument(help="Names in any script.", metavar="QUERY…", show_default=False)],
    among: Annotated[
        Path | None,
        typer.Option(
            help="A file in UTF-8 with one name a line, in any script; `-` is standard input. Without it, the names of "
            "the gazetteer that Haigui ships are searched.",
            show_default=False,
        ),
    ] = None,
    limit: Annotated[int, typer.Option(help="The most matches of each query.", min=1)] = 5,
    form: Annotated[
        Writing, typer.Option("--format", help="A table to read, or one JSON object a query, one a line.")
    ] = Writing.TABLE,
) -> None:
    """Find whom or what a name means, in whatever script either is written, with a score from 0 to 1 and why."""
    from app import lookup  # noqa: PLC0415 - what reads names takes a third of a second to import

    seeds = _read(SEEDS / GAZETTEER)
    try:
        names = lookup.gazetteer_names(seeds) if among is None else lookup.read_names(among)
    except lookup.NotReadable as error:
        _fail(str(error))
        raise
    if len(names) > lookup.FEW:
        _collect_seldom()
    known = None if among is None else lookup.known_names(seeds)  # each name of the gazetteer is there to be compared
    shown = lookup.as_json if form == Writing.NDJSON else lookup.as_text
    for query, matches in lookup.look_up(queries, names, limit, known, followed):
        typer.echo(shown(query, matches))


@cli.command("dedupe")
def find_duplicates(
    types: Annotated[
        list[EntityType] | None, typer.Option("--type", help="Only entities of this type; can be repeated.")
    ] = None,
    limit: Annotated[int, typer.Option(help="The most pairs that are shown.", min=1)] = 50,
    form: Annotated[
        Writing, typer.Option("--format", help="Lines to read, or one JSON object a pair, one a line.")
    ] = Writing.TABLE,
) -> None:
    """List pairs in the database that may be one entity, the surest first, with the record that would merge them."""
    with _database("if the tables are missing, run `haigui migrate`") as engine, reading(engine) as connection:
        found = search(connection, types or list(EntityType), followed)
    for proposal in found.proposals[:limit]:
        typer.echo(
            json.dumps(proposal.as_object(), ensure_ascii=False) if form == Writing.NDJSON else proposal.as_line()
        )
    told = [_counted(len(found.proposals), "pair") + (f", {limit} shown" if len(found.proposals) > limit else "")]
    if found.crowded:
        told.append(f"{_counted(found.crowded, 'name')} passed over that more than {MOST_HOLDERS} share")
    if found.left_out:
        told.append(f"{_counted(found.left_out, 'pair')} not compared, which are more than one search compares")
    typer.echo("; ".join(told), err=True)


@cli.command("entry")
def show_entries(
    ids: Annotated[list[str], typer.Argument(help="Ids of entities in the database.", metavar="ID…")],
) -> None:
    """Print the gazetteer entries of entities in the database: of what was published over HTTP no file has one."""
    with _database("if the tables are missing, run `haigui migrate`") as engine, reading(engine) as connection:
        entities = Entities(connection)
        forms = {item: entities.entry(item) for item in dict.fromkeys(ids)}
        for item in (item for item, form in forms.items() if form is None):
            if (end := entities.end(item)) != item:
                _fail(f"“{item}” was merged into “{end}”; nothing was printed")
            near = [found for of in EntityType for found in entities.near(item.replace("-", " "), of)]
            like = f"; near are {', '.join(near)}" if near else "; `haigui match NAME` and `/v1/search?q=NAME` find ids"
            _fail(f"there is no “{item}” in the database{like}; nothing was printed")
    typer.echo("\n".join(entry_as_toml(form) for form in forms.values() if form is not None), nl=False)


cli.command("draft")(draft_article)
cli.command("parse")(parse_phrase)
cli.command("review")(review_draft)


@cli.command("evaluate")
def evaluate_reading(
    path: Annotated[Path, typer.Argument(help="A folder of seeds, or of one article, with reviewed records.")],
    *,
    gazetteer: Annotated[
        Path, typer.Option(help="Whom the reader knows: another gazetteer, or that of the folder itself.")
    ] = SEEDS / GAZETTEER,
    part: Annotated[Part, typer.Option(help="Only the articles that the folder's `split.toml` lists so.")] = Part.ALL,
    with_list: Annotated[bool, typer.Option("--list", help="List what was wrong, with article and words.")] = False,
    form: Annotated[Telling, typer.Option("--format", help="A table to read, or one JSON document.")] = Telling.TABLE,
) -> None:
    """Measure what reading proposes against reviewed records: precision, recall and F1 by type of fact."""
    known = known_entities(_read(gazetteer).gazetteer)
    try:
        evaluation = evaluate(_read(path), known, part, followed)
    except InvalidRecords as error:
        _fail(str(error), f"{_counted(len(error.mistakes), 'mistake')}; nothing was measured")
        raise
    if form == Telling.JSON:
        typer.echo(telling.as_json(evaluation, with_mistakes=with_list))
        return
    for line in (*telling.as_table(evaluation), *(telling.as_list(evaluation) if with_list else ())):
        typer.echo(line)


@cli.command("serve")
def serve(
    host: Annotated[str, typer.Option(help="Address to listen on.")] = LOCAL,
    port: Annotated[int, typer.Option(help="Port to listen on.", min=1, max=65535)] = 8000,
    workers: Annotated[int, typer.Option(help="Number of processes.", min=1)] = 1,
) -> None:
    """Serve the API. The docs page is at `/docs`."""
    shown = f"[{host}]" if ":" in host else host
    typer.echo(f"Haigui answers on http://{shown}:{port}/v1/startups and explains itself on http://{shown}:{port}/docs")
    gc.disable()  # what is imported now stays; a worker turns it on again
    with NamedTemporaryFile(prefix="haigui-revision-") as board:
        board.write(bytes(BYTES))
        board.flush()
        os.environ.setdefault("HAIGUI_REVISION_BOARD", board.name)  # the workers read their settings from it
        uvicorn.run(
            "app.main:create_worker",
            factory=True,
            host=host,
            port=port,
            workers=workers,
            loop="uvloop",
            http=Protocol,
            access_log=False,
            log_level="warning",
            server_header=False,
        )


@contextmanager
def _database(hint: str) -> Iterator[Engine]:
    """Give the configured database; what it refuses is told in a line, and a hint after it."""
    try:
        engine = make_engine(settings().database_url)
        try:
            yield engine
        finally:
            engine.dispose()
    except (SQLAlchemyError, NoSuchSchema, ModuleNotFoundError) as error:  # the last: no driver for such a URL
        refused = str(getattr(error, "orig", None) or error).partition("\n")[0]
        _fail(f"the database refused: {refused}", hint)


def _write_down(engine: Engine) -> None:
    """Make what a load left to be made; whoever asks meanwhile is answered without the documents."""
    with writing(engine) as connection:
        derive_anew(connection)
    for _ in followed(write_documents(engine), count_missing(engine), "documents"):
        pass


def _collect_seldom() -> None:
    """Spend less time on looking for circles of objects: a load makes millions of objects and few circles.

    Each statement is one, with the ids that it asks for. Those that grow old are looked for no more, so while they are
    young they have to be.
    """
    gc.freeze()
    gc.set_threshold(10_000, 10, 100)


def _read(path: Path) -> Seeds:
    try:
        return read_seeds(path)
    except InvalidRecords as error:
        _fail(str(error), f"{_counted(len(error.mistakes), 'mistake')}; nothing was changed")
        raise


def _tell(loaded: Loaded) -> None:
    if not loaded.changes:
        typer.echo(f"{loaded.source}: no change")
        return
    for action, counts in loaded.counts().items():
        typer.echo(f"{loaded.source}: {action} " + ", ".join(_counted(count, what) for what, count in counts.items()))


def _tell_proposals(proposals: Sequence[Proposal]) -> None:
    for proposal in proposals[:MOST_TOLD]:
        typer.echo(proposal.as_line())
    if len(proposals) > MOST_TOLD:
        typer.echo(f"and {_counted(len(proposals) - MOST_TOLD, 'pair')} more; `haigui dedupe` lists them once loaded")


def _counted(count: int, what: str) -> str:
    """A number of things in words: `1 maker`, `38 entities`."""
    many = f"{what[:-1]}ies" if what.endswith("y") else f"{what}s"
    return f"{count} {what if count == 1 else many}"


def _fail(*lines: str) -> None:
    for line in lines:
        typer.echo(line, err=True)
    raise typer.Exit(1)


def main() -> None:
    """Run the command."""
    cli()
