"""`/v1/vocabulary`: every closed word, filter and operator with its meaning."""

from typing import Annotated, Any

from fastapi import Query, Request
from pydantic import BaseModel, Field

from app import vocabulary
from app.api.asking import NoParameters, make_router
from app.errors import PROBLEMS
from app.vocabulary import Word

router = make_router("vocabulary", tables=False)

LISTS: dict[str, type[Word]] = {
    "entity_types": vocabulary.EntityType,
    "organization_kinds": vocabulary.OrganizationKind,
    "product_kinds": vocabulary.ProductKind,
    "fact_types": vocabulary.FactType,
    "bases": vocabulary.Basis,
    "attributions": vocabulary.Attribution,
    "employment_statuses": vocabulary.EmploymentStatus,
    "roles": vocabulary.Role,
    "relations": vocabulary.Relation,
    "extents": vocabulary.Extent,
    "metrics": vocabulary.Metric,
    "units": vocabulary.Unit,
    "qualifiers": vocabulary.Qualifier,
    "activity_kinds": vocabulary.ActivityKind,
    "activity_statuses": vocabulary.ActivityStatus,
    "texts_read": vocabulary.TextRead,
    "draft_statuses": vocabulary.DraftStatus,
    "decisions": vocabulary.Decision,
    "coverage": vocabulary.Coverage,
    "claims": vocabulary.ClaimsUse,
    "formats": vocabulary.Format,
    "export_formats": vocabulary.ExportFormat,
    "export_tables": vocabulary.ExportTable,
    "languages": vocabulary.Language,
}

OPERATORS = {
    "(repeated)": "A repeated parameter means any of: `kind=startup&kind=fund`.",
    "not_": "This prefix excludes: `not_kind=fund`. Rows of which nothing is stated stay and say so in `unknown`.",
    "_min, _max": "Ends of a range of numbers, both included.",
    "_from, _to": "Ends of a range of days, both included.",
    "sort": "Words of the list, `-` before a word turns it round, commas or repetition for several.",
    "include": "Further parts of each row, as the detail view shows them.",
    "group_by": "Counts the rows by a word instead of listing them.",
    "limit, cursor": "Size and beginning of a page; follow `next`.",
    "as_of": "The data as they were after a revision (`as_of=12`) or at the end of a day (`as_of=2026-11-24`).",
    "fields": "Only these properties of a row.",
    "lang": "In which script `name` is, where an entity has such a name.",
    "format": "`ndjson` and `csv` give all rows, or `limit` of them; `Accept` asks for them as well.",
}


class ProblemKind(BaseModel):
    """A kind of problem."""

    title: str = Field(description="The kind in words.", examples=["Invalid input"])
    status: int = Field(description="HTTP status code.", examples=[422])
    meaning: str = Field(description="What it means.", examples=["Parameters that mean nothing here."])


class Vocabulary(BaseModel):
    """Every closed word."""

    words: dict[str, dict[str, str]] = Field(
        description="The closed lists: each word with its meaning.", examples=[{"extents": {"most": "more than half"}}]
    )
    filters: dict[str, dict[str, str]] = Field(
        description="The parameters of each path, with their meaning.",
        examples=[{"/v1/startups": {"founder": "Founded by the person with this id."}}],
    )
    operators: dict[str, str] = Field(
        description="How parameters combine; the same on every path.", examples=[{"not_": "This prefix excludes."}]
    )
    problems: dict[str, ProblemKind] = Field(
        description="What the `type` of an error can be.",
        examples=[{"not-found": {"title": "Not found", "status": 404, "meaning": "There is nothing under this id."}}],
    )


@router.get("/vocabulary", summary="Get every closed word")
def get_vocabulary(_: Annotated[NoParameters, Query()], request: Request) -> Vocabulary:
    """Closed words, filters, operators and kinds of problems, each with its meaning."""
    return Vocabulary(
        words={name: {word.value: word.meaning for word in words} for name, words in LISTS.items()},
        filters=_filters(request.app.openapi()),
        operators=OPERATORS,
        problems={
            problem.slug: ProblemKind(
                title=problem.title, status=problem.status, meaning=(problem.__doc__ or "").strip().split("\n")[0]
            )
            for problem in PROBLEMS
        },
    )


def _filters(openapi: dict[str, Any]) -> dict[str, dict[str, str]]:
    """The parameters as the OpenAPI document describes them: there is one description of each."""
    return {
        path: {
            parameter["name"]: parameter["description"]
            for parameter in methods["get"].get("parameters", [])
            if parameter["in"] == "query"
        }
        for path, methods in openapi["paths"].items()
        if "get" in methods and path.startswith("/v1/")
    }
