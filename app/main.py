"""The application: routers, error handlers, middleware; and the service, which keeps its answers."""

import gc
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from fastapi import FastAPI
from fastapi.middleware.cors import CORSMiddleware
from fastapi_offline import FastAPIOffline

from app import problems
from app.answers import Answers
from app.api import (
    activities,
    articles,
    changes,
    choosing,
    cohorts,
    countries,
    coverage,
    drafts,
    employers,
    export,
    facts,
    figures,
    graph,
    health,
    investors,
    match,
    organizations,
    people,
    products,
    reconcile,
    search,
    startups,
    talent_flows,
    vocabulary,
)
from app.api.documents import ShortWays
from app.api.keys import read_keys
from app.db import make_engine
from app.formats import Formats, read_table
from app.reading.late import read_draft
from app.revisions import Revisions
from app.seeding.known import KnownEntities
from app.settings import settings

PATIENCE = 2.0
"""Seconds that a change to a draft waits for a load."""
DESCRIPTION = """
China's AI startups and the people who build them, read from news articles: who founded what, who worked where before,
who pays, how much, and **who says so**.

Every link and every figure is a *fact* with an id, and every fact carries its *citations*: article, passage, the very
words, the speaker. `/v1/facts/{id}` shows why we say it. What no article says is not in it; `coverage` tells “not
stated” from “nothing”.

Two entries that turn out to be one entity are *merged*: paths with the id that was given up answer 308, parameters
with it mean the other, `/v1/changes?subject=merge` lists them. `as_of` shows both as they were.
"""

ROUTERS = (
    startups, people, investors, employers, talent_flows, figures, activities, cohorts, products, organizations,
    countries, articles, drafts, facts, graph, search, reconcile, match, choosing, changes, export, vocabulary,
    coverage, health,
)  # fmt: skip


def create_app(database_url: str | None = None) -> FastAPI:
    """The service over a database; without an argument, over the configured one."""

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        yield
        app.state.engine.dispose()
        app.state.writer.dispose()

    app: FastAPI = FastAPIOffline(
        title="Haigui",
        version="0.1.0",
        summary="A knowledge base in which no value stands without its evidence.",
        description=DESCRIPTION,
        lifespan=lifespan,
    )
    url = database_url or settings().database_url
    app.state.engine = make_engine(url, read_only=True)
    app.state.writer = make_engine(url, patience=PATIENCE)
    app.state.keys = read_keys(settings().api_keys)
    app.state.reader = read_draft
    app.state.known = KnownEntities()
    problems.install(app)
    for noun in ROUTERS:
        app.include_router(noun.router)
    app.add_middleware(Formats, table=lambda path, grouped: read_table(app.openapi(), path, grouped=grouped))
    app.add_middleware(
        CORSMiddleware,
        allow_origins=["*"],
        allow_methods=["GET", "HEAD"],
        allow_headers=["*"],
    )
    return app


def create_service(
    database_url: str | None = None, *, cache_bytes: int | None = None, revision_seconds: float = 0.05
) -> Answers:
    """The application with finished answers kept in front of it: what a server runs.

    `cache_bytes` is the most that is kept, by default as configured; `revision_seconds` is how long a look at the
    database for a new revision may be put off.
    """
    app = create_app(database_url)
    revisions = Revisions(app.state.engine, settings().revision_board, revision_seconds)
    ways = ShortWays(app, (noun.router for noun in ROUTERS), app.state.engine)
    return Answers(ways, revisions, settings().answer_cache_bytes if cache_bytes is None else cache_bytes)


def create_worker() -> Answers:
    """The service as the only thing that a process is there for.

    What lives as long as the process is never looked through for circles of objects, and what comes later seldom:
    in the middle of an answer a look at everything takes longer than the answer.
    """
    service = create_service()
    gc.collect()
    gc.freeze()
    gc.enable()
    gc.set_threshold(10_000, 50, 100)
    return service
