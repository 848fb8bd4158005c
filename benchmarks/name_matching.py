"""`make bench-names`: how well and how fast names are matched from Korean into Chinese and Latin, as one table.

On `names.tsv`, our matcher against what a user would pick instead: rapidfuzz, nomenklatura and PostgreSQL's pg_trgm,
each over the names as they are and transcribed into ASCII by unidecode and by anyascii. Where a package has several
methods, the one that does best on the part `tune` is shown; nothing is chosen by the part `report`.
"""

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Annotated

import typer

from benchmarks.name_contenders import PLAIN, Answered, has_postgres, ours, package, transcribed, trigrams
from benchmarks.name_list import NameEntry, read_names
from benchmarks.name_questions import FOLLOWED, FORMS, Questions, Result, judge, questions
from benchmarks.servers import PEER_PYTHON
from benchmarks.tables import markdown

ASCII = ("unidecode", "anyascii")
PG_TRGM = "pg_trgm"
PACKAGES = ("rapidfuzz", "nomenklatura")
PEERS = (*PACKAGES, PG_TRGM)
GROUPS = [("Hanzi", form) for form in FORMS] + [("Latin", form) for form in (FOLLOWED, *FORMS)]
QUICK = 12  # entries of each part
NOTE = (
    "Recall@1 on the part that is only reported, then on the part that was tuned on; a tie is no find. *Wrong*: "
    "questions of the reported part that gave a wrong name more than 0.9, in brackets where it is read otherwise. "
    "*µs*: CPU time of a comparison."
)


def sets_of(entries: Sequence[NameEntry]) -> list[Questions]:
    """All that is asked: the reported part into Hanzi and into Latin, then the tuned part."""
    return [*questions(entries, "report"), *questions(entries, "tune")]


def results(sets: Sequence[Questions], answered: Answered) -> dict[tuple[str, str], Result]:
    """By part and script, how well was answered."""
    return {(some.part, some.into): judge(some, scores) for some, scores in zip(sets, answered.scores, strict=True)}


def tuned(sets: Sequence[Questions], answered: Answered) -> int:
    """How many forms that follow the reading were found in the part to tune on."""
    found = results(sets, answered)
    return sum(found["tune", into].right.get("reading", 0) for into in ("Hanzi", "Latin"))


def contenders(
    sets: Sequence[Questions], peers: Sequence[str], texts: Sequence[str], python: Path
) -> Iterator[Answered]:
    """Everybody's answers, ours first."""
    yield from ours(sets)
    written = {how: transcribed(python, how, sets) for how in texts}
    for peer in peers:
        for how, some in written.items():
            typer.echo(f"{peer}, {how}", err=True)
            said = trigrams(some) if peer == PG_TRGM else package(python, peer, some)
            best = max(said, key=lambda one: tuned(sets, one))
            yield Answered(f"{best.who}, {how}", best.scores, best.seconds)


def cells(sets: Sequence[Questions], answered: Answered) -> list[str]:
    """The row of the table."""
    found = results(sets, answered)

    def both(into: str, form: str) -> str:
        shares = [found[part, into].recall(form) for part in ("report", "tune")]
        return " / ".join("–" if share is None else f"{share:.3f}" for share in shares)

    recalls = [both(into, form) for into, form in GROUPS]
    wrong = [f"{one.misled} ({one.misheard})" for one in (found["report", "Hanzi"], found["report", "Latin"])]
    pairs = sum(some.pairs for some in sets)
    return [answered.who, *recalls, *wrong, f"{answered.seconds / pairs * 1e6:.1f}"]


def asked(sets: Sequence[Questions], answered: Answered) -> list[str]:
    """The first row of the table: how many questions there are."""
    found = results(sets, answered)
    counts = [
        " / ".join(str(found[part, into].asked.get(form, 0)) for part in ("report", "tune")) for into, form in GROUPS
    ]
    totals = [str(len(some.asked)) for some in sets if some.part == "report"]
    return ["questions", *counts, *totals, f"{sum(some.pairs for some in sets):,} pairs"]


HEAD = [
    "",
    *(f"→ {into}: {form}" for into, form in GROUPS),
    *(f"→ {into}: wrong" for into in ("Hanzi", "Latin")),
    "µs",
]


def compare(
    *,
    peers: Annotated[str, typer.Option(help="Whom to compare with, comma separated.")] = ",".join(PEERS),
    texts: Annotated[str, typer.Option(help="What peers get, comma separated.")] = ",".join((*ASCII, PLAIN)),
    python: Annotated[Path, typer.Option(help="The interpreter that has the peers.")] = PEER_PYTHON,
    quick: Annotated[bool, typer.Option("--quick", help="A few names only, for development.")] = False,
) -> None:
    """Compare how names are matched."""
    chosen = [name for name in peers.split(",") if name]
    if unknown := set(chosen) - set(PEERS):
        raise typer.BadParameter(f"{', '.join(sorted(unknown))}; there are {', '.join(PEERS)}", param_hint="--peers")
    if (set(chosen) & set(PACKAGES) or set(texts.split(",")) & set(ASCII)) and not python.exists():
        raise typer.BadParameter("the peers are not installed; `make bench-names` installs them", param_hint="--python")
    if PG_TRGM in chosen and not has_postgres():
        typer.secho("NO POSTGRESQL: pg_trgm is left out (Debian: apt install postgresql)", err=True, bold=True)
        chosen.remove(PG_TRGM)
    entries = read_names()
    if quick:
        entries = [one for part in ("report", "tune") for one in [one for one in entries if one.part == part][:QUICK]]
    sets = sets_of(entries)
    rows: list[list[str]] = []
    for answered in contenders(sets, chosen, texts.split(","), python):
        rows = rows or [asked(sets, answered)]
        rows.append(cells(sets, answered))
    sys.stdout.write(f"{markdown(HEAD, rows)}\n\n{NOTE}\n")


if __name__ == "__main__":
    command = typer.Typer(add_completion=False, pretty_exceptions_enable=False)
    command.command()(compare)
    command()
