"""`/healthz` and `/readyz`: for whoever watches the service."""

from typing import Annotated, Literal

import sqlalchemy as sa
from fastapi import APIRouter, Depends, Query
from fastapi.responses import PlainTextResponse
from prometheus_client import CONTENT_TYPE_LATEST, generate_latest
from pydantic import BaseModel, Field
from sqlmodel import col

from app.api.asking import INVALID, NoParameters, Question, refusal, refuse_unknown_parameters
from app.errors import NotReady
from app.models import Entity

router = APIRouter(tags=["health"], dependencies=[Depends(refuse_unknown_parameters)], responses=INVALID)


class Health(BaseModel):
    """That the service is there."""

    status: Literal["ok"] = Field("ok", description="Always `ok`; anything else is an error.", examples=["ok"])


@router.get("/healthz", summary="Is the process alive?")
def get_health(_: Annotated[NoParameters, Query()]) -> Health:
    """Answers as long as the process can answer at all; asks no database."""
    return Health()


@router.get(
    "/readyz",
    summary="Can it answer questions?",
    responses={503: refusal("The database does not answer, or nothing is loaded yet.")},
)
def get_readiness(_: Annotated[NoParameters, Query()], ask: Question) -> Health:
    """Answers `ok` once the database answers and something is loaded."""
    if ask.connection.scalar(sa.select(sa.exists(sa.select(col(Entity.id))))) is not True:
        raise NotReady("nothing is loaded yet; run `haigui load`")
    return Health()


@router.get("/metrics", summary="Counts and durations of requests", response_class=PlainTextResponse)
def get_metrics(_: Annotated[NoParameters, Query()]) -> PlainTextResponse:
    """What this process has answered since it started, in the text format of Prometheus."""
    return PlainTextResponse(generate_latest(), media_type=CONTENT_TYPE_LATEST)
