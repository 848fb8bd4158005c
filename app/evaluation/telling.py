"""An evaluation as a table to read or as JSON, and the list of what was wrong."""

import json
from collections.abc import Iterator
from dataclasses import asdict
from decimal import Decimal
from typing import Any

from app.evaluation.expected import Expected
from app.evaluation.measure import Evaluation
from app.evaluation.scoring import Tally, rows
from app.reading.candidates import Candidate

HEAD = ("P", "R", "F1", "right", "wrong", "missed", "again")
WIDTH = 37


def as_table(evaluation: Evaluation) -> Iterator[str]:
    """Lines to read: precision, recall and F1 of each type of fact, strict and lenient."""
    cells = "".join(f"{word:>7}" for word in HEAD)
    yield f"{'':<{WIDTH}}{'strict':<{len(cells)}}   lenient".rstrip()
    yield f"{'':<{WIDTH}}{cells}   {cells}"
    for name, counts in rows().items():
        tallies = [evaluation.tally(counts, strict=strict) for strict in (True, False)]
        if any(one != Tally() for one in tallies):
            yield f"{name:<{WIDTH}}" + "   ".join(map(_cells, tallies))
    candidates = sum(len(one.scored.candidates) for one in evaluation.articles)
    wrong = sum(len(one.ungrounded) for one in evaluation.articles)
    yield f"articles: {len(evaluation.articles)}; candidates: {candidates}, not grounded in their text: {wrong}"


def as_list(evaluation: Evaluation) -> Iterator[str]:
    """A line for each candidate that is wrong or not quite right, and each fact that was missed."""
    for mistake in mistakes(evaluation):
        words = f"{mistake['article']} {mistake['passage']}: {mistake['wrong']} {mistake['type']}: {mistake['fact']}"
        further = f" [{'; '.join(mistake['differences'])}]" if mistake.get("differences") else ""
        rule = f" by {mistake['rule']}" if mistake.get("rule") else ""
        yield f"{words} “{mistake['as_written']}”{further}{rule}"


def as_json(evaluation: Evaluation, *, with_mistakes: bool) -> str:
    """One document: the rows of the table and, if asked for, what was wrong."""
    content: dict[str, Any] = {
        "part": evaluation.part.value,
        "articles": [one.article for one in evaluation.articles],
        "candidates": sum(len(one.scored.candidates) for one in evaluation.articles),
        "grounding_errors": sum(len(one.ungrounded) for one in evaluation.articles),
        "rows": {
            name: {
                word: _numbers(evaluation.tally(counts, strict=strict))
                for word, strict in (("strict", True), ("lenient", False))
            }
            for name, counts in rows().items()
        },
    }
    if with_mistakes:
        content["mistakes"] = list(mistakes(evaluation))
    return json.dumps(content, ensure_ascii=False, indent=2)


def mistakes(evaluation: Evaluation) -> Iterator[dict[str, Any]]:
    """What was wrong, article by article: spurious, missed, inexact (lenient only), ungrounded."""
    for one in evaluation.articles:
        for candidate in one.scored.spurious:
            yield _of_candidate(one.article, "spurious", candidate)
        for record in one.scored.missed:
            yield {
                "article": one.article,
                "wrong": "missed",
                "type": record.type.value,
                "passage": record.passage,
                "as_written": record.as_written,
                "fact": _stated(record),
            }
        for pair in one.scored.pairs:
            if pair.differences:
                inexact = _of_candidate(one.article, "inexact", pair.candidate)
                yield inexact | {"differences": [str(difference) for difference in pair.differences]}
        for candidate in one.ungrounded:
            yield _of_candidate(one.article, "ungrounded", candidate)


def _of_candidate(article: str, wrong: str, candidate: Candidate) -> dict[str, Any]:
    return {
        "article": article,
        "wrong": wrong,
        "type": candidate.type.value,
        "passage": candidate.passage,
        "as_written": candidate.as_written,
        "fact": _proposed(candidate),
        "rule": candidate.rule,
    }


def _proposed(candidate: Candidate) -> str:
    names = [f"{role} {name}" + (f" ({item})" if item else "") for role, name, item in candidate.names()]
    return ", ".join([*names, *_values({name: getattr(candidate, name) for name in TOLD})])


def _stated(record: Expected) -> str:
    names = [f"{role} {item}" for role, item in record.roles.items()]
    parties = [f"party {item}" for item in sorted(record.parties)]
    return ", ".join([*names, *parties, *_values({name: record.says.get(name) for name in TOLD})])


TOLD = (
    "metric", "kind", "relation", "value", "value_min", "value_max", "unit", "qualifier", "status",
    "period_from", "period_to",
)  # fmt: skip


def _values(fields: dict[str, Any]) -> list[str]:
    return [
        f"{name} {value:f}" if isinstance(value, Decimal) else f"{name} {value}"
        for name, value in fields.items()
        if value is not None
    ]


def _numbers(tally: Tally) -> dict[str, float | int | None]:
    rates = {"precision": tally.precision, "recall": tally.recall, "f1": tally.f1}
    return {name: None if rate is None else round(rate, 4) for name, rate in rates.items()} | asdict(tally)


def _cells(tally: Tally) -> str:
    rates = ["–" if rate is None else f"{rate:.3f}" for rate in (tally.precision, tally.recall, tally.f1)]
    counts = (tally.right, tally.spurious, tally.missed, tally.repeated)
    return "".join(f"{cell:>7}" for cell in (*rates, *counts))
