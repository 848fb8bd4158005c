"""`/v1/reconcile`: matching the names of somebody else's table, by the W3C Reconciliation Service API 0.2.

The manifest says where all of it is. Parameters that the protocol does not have are left aside here, since its clients
add their own; what it has is checked as everywhere.
"""

from collections.abc import Mapping
from typing import Annotated, Any

from fastapi import Query, Request, Response
from pydantic import BaseModel, Field, RootModel, TypeAdapter

from app.api.asking import Question, refusal
from app.api.manifest import Manifest, manifest_at
from app.api.protocol import FORM, Form, TolerantPinned, make_tolerant_router, padded, read_json
from app.errors import InvalidInput, InvalidParameter, TooMuch, allowed_words
from app.pages import Ask
from app.shapes.extending import Extended, PropertyWord, extend
from app.shapes.properties import PROPERTIES, SPELLINGS
from app.shapes.reconciling import COMPARED, TYPES, Candidate, Condition, Strictness, Wanted, candidates

router = make_tolerant_router("reconcile")
MOST_QUERIES, MOST_IDS = 50, 500
MOST_PROPERTIES, MOST_VALUES = 10, 20
LONGEST = 200
TOO_MUCH: dict[int | str, dict[str, Any]] = {413: refusal("More queries, ids or bytes than are answered at once.")}


class Given(BaseModel):
    """A value that is an entity."""

    id: str
    name: str | None = None


Values = str | float | bool | Given


def texts_of(given: Values | list[Values]) -> tuple[str, ...]:
    """Values as texts: of an entity its id."""
    every = given if isinstance(given, list) else [given]
    return tuple(one.id if isinstance(one, Given) else str(one) for one in every)


class GivenProperty(BaseModel):
    """A property that the wanted entity should have."""

    pid: str
    v: Values | list[Values]


class GivenQuery(BaseModel):
    """One query of a batch."""

    query: str | None = None
    type: str | list[str] | None = None
    limit: int | None = Field(None, ge=1)
    properties: list[GivenProperty] = Field([], max_length=MOST_PROPERTIES)
    type_strict: Strictness = Strictness.ANY


class GivenColumn(BaseModel):
    """A property that is asked for."""

    id: str
    settings: dict[str, Any] = {}


class GivenExtension(BaseModel):
    """What is asked for, and of which entities."""

    ids: list[str]
    properties: list[GivenColumn] = Field(max_length=len(PROPERTIES))


QUERIES: TypeAdapter[Mapping[str, GivenQuery]] = TypeAdapter(dict[str, GivenQuery])
EXTENSION = TypeAdapter(GivenExtension)


class Result(BaseModel):
    """The candidates for one query."""

    result: list[Candidate] = Field(description="Entities that may be meant, the most likely first.")


class Results(RootModel[dict[str, Result]]):
    """The results of a batch, each under the key of its query."""


class ReconcileQuery(TolerantPinned):
    """A batch of queries, or a question for properties; without either, the manifest is meant."""

    queries: str | None = Field(
        None,
        description="Queries in JSON, each under a key of its own: `query`, and perhaps `type`, `limit`, `properties` "
        "(`pid` and `v`) and `type_strict` (`any`: one of the types, `all`: all of them, `should`: others score less).",
        examples=['{"q0": {"query": "양쯔린", "type": "person"}}'],
    )
    extend: str | None = Field(
        None,
        description="What to tell of which entities, in JSON: `ids`, and `properties` with an `id` each and perhaps "
        "`settings` (`limit`: how many values at most).",
        examples=['{"ids": ["yang-zhilin"], "properties": [{"id": "prior_employer"}]}'],
    )


FIELDS = {
    "type": "object",
    "properties": {
        name: {"type": "string", "description": field.description, "examples": field.examples}
        for name, field in ReconcileQuery.model_fields.items()
        if name in {"queries", "extend"}
    },
}
"""The fields of the form, for the OpenAPI document."""


@router.get("/reconcile", summary="Reconcile, or get the manifest", responses=TOO_MUCH)
def get_reconciliation(
    query: Annotated[ReconcileQuery, Query()], ask: Question, request: Request, response: Response
) -> Manifest | Results | Extended:
    """Without parameters the manifest; with `queries` or `extend` what the same form gives by POST."""
    answer: Manifest | Results | Extended | None = _answer(ask, query.queries, query.extend)
    if answer is None:
        # It names the address that was asked, so it must not be kept for whoever asks by another.
        del response.headers["X-Data-Revision"]
        answer = manifest_at(f"{request.base_url}v1/reconcile", MOST_QUERIES)
    return padded(answer, query.callback, response)  # type: ignore[no-any-return] # FastAPI writes either


@router.post(
    "/reconcile",
    summary="Reconcile, or ask for properties",
    responses=TOO_MUCH,
    openapi_extra={"requestBody": {"required": True, "content": {FORM: {"schema": FIELDS}}}},
)
def post_reconciliation(_: Annotated[TolerantPinned, Query()], form: Form, ask: Question) -> Results | Extended:
    """Candidates for up to 50 `queries`, or (`extend`) properties of up to 500 entities, as fields of a form.

    A score is from 0 to 100. A candidate is a `match` only if it is sure (95 or more) and no other comes near. A
    property with other values than given lowers the score; of one that is not stated nothing follows. A query
    without a name is answered by the names among its properties, or not at all.
    """
    if (answer := _answer(ask, form.get("queries"), form.get("extend"))) is None:
        raise InvalidInput([InvalidParameter("body", "queries", "is missing, and so is `extend`")])
    return answer


def _answer(ask: Ask, queries: str | None, extension: str | None) -> Results | Extended | None:
    """The answer to queries, or else to a question for properties; None if there is neither."""
    if queries is not None:
        return _reconcile(ask, read_json("queries", queries, QUERIES))
    return None if extension is None else _extend(ask, read_json("extend", extension, EXTENSION))


def _reconcile(ask: Ask, queries: Mapping[str, GivenQuery]) -> Results:
    if len(queries) > MOST_QUERIES:
        raise TooMuch(f"{len(queries)} queries at once; at most {MOST_QUERIES}, as `batchSize` of the manifest says")
    errors: list[InvalidParameter] = []
    wanted = {key: _wanted(key, query, errors) for key, query in queries.items()}
    if errors:
        raise InvalidInput(errors[:10])
    return Results({key: Result(result=candidates(ask.connection, one)) for key, one in wanted.items()})


def _wanted(key: str, query: GivenQuery, errors: list[InvalidParameter]) -> Wanted:
    """A query with its words checked; what is wrong with it is added to the errors."""

    def wrong(place: str, message: str) -> None:
        errors.append(InvalidParameter("query", "queries", f"{key[:80]}.{place}: {message}"))

    types = [word for word in ([query.type] if isinstance(query.type, str) else query.type or []) if word]
    for word in types:
        if word not in TYPES:
            wrong("type", f"“{word[:80]}” is no type; {allowed_words(word, list(TYPES))}")
    if query.query is None and not query.properties:
        wrong("query", "is missing, and there are no properties either")
    if len(query.query or "") > LONGEST:
        wrong("query", f"has more than {LONGEST} characters")
    values: dict[str, list[str]] = {}
    for each in query.properties:
        if each.pid not in PROPERTIES:
            wrong("properties", f"“{each.pid[:80]}” is no property; {allowed_words(each.pid, list(PROPERTIES))}")
        values.setdefault(each.pid, []).extend(texts_of(each.v))
    if any(len(given) > MOST_VALUES for given in values.values()):
        wrong("properties", f"more than {MOST_VALUES} values of one property")
    spelled = [text for word in SPELLINGS for text in values.get(word, [])]
    return Wanted(
        texts=[(query.query if query.query is not None else next(iter(spelled), ""))[:LONGEST]],
        types=types,
        strictness=query.type_strict,
        conditions=[Condition(word, tuple(given)) for word, given in values.items()],
        most=min(query.limit or COMPARED, COMPARED),
    )


def _extend(ask: Ask, extension: GivenExtension) -> Extended:
    if len(extension.ids) > MOST_IDS:
        raise TooMuch(f"{len(extension.ids)} ids at once; at most {MOST_IDS}")
    columns: list[PropertyWord] = []
    errors = []
    for each in extension.properties:
        limit = str(each.settings.get("limit", "0"))
        if each.id not in PROPERTIES:
            message = f"“{each.id[:80]}” is no property; {allowed_words(each.id, list(PROPERTIES))}"
            errors.append(InvalidParameter("query", "extend", message))
        elif unknown := each.settings.keys() - {"limit"}:
            errors.append(InvalidParameter("query", "extend", f"“{min(unknown)[:80]}” is no setting; allowed: limit"))
        elif not limit.isdecimal() or len(limit) > 4:  # noqa: PLR2004 - digits
            errors.append(InvalidParameter("query", "extend", f"limit: “{limit[:80]}” is no number from 0 to 9999"))
        else:
            columns.append(PropertyWord(PROPERTIES[each.id], int(limit)))
    if errors:
        raise InvalidInput(errors[:10])
    return extend(ask.connection, extension.ids, columns)
