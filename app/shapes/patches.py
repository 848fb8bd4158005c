"""What a reviewer may send: decisions and corrections, each field on its own; what is not named stays as it is."""

from typing import Any

from pydantic import BaseModel, ConfigDict, Field

from app.shapes.drafts import EXAMPLE, DraftArticle, DraftEntity
from app.vocabulary import Decision

MOST = 1000
"""Candidates or entities in one patch."""


class CandidateChange(BaseModel):
    """What is said of one candidate."""

    model_config = ConfigDict(extra="forbid")

    id: str | None = Field(None, description="The candidate's id within the draft.", examples=["c1"])
    index: int | None = Field(
        None, ge=0, description="Its place in `candidates`, from 0, instead of the id.", examples=[0]
    )
    decision: Decision | None = Field(None, description="What is decided of it.", examples=["accept"])
    corrected: dict[str, Any] = Field(
        {},
        description="Fields of the candidate with their right values, null for none. Where `as_written`, `passage` or "
        "`start` is among them, the others of these are found in the text.",
        examples=[{"startup": "딥시크", "passage": "p3.s1"}],
    )


class DraftPatch(BaseModel):
    """A change to a draft. Nothing else of the draft is touched."""

    model_config = ConfigDict(extra="forbid")

    candidates: list[CandidateChange] = Field(
        [],
        max_length=MOST,
        description="Candidates to accept, reject, open again or correct.",
        examples=[[{"id": "c1", "decision": "accept"}, {"id": "c2", "corrected": {"status": "former"}}]],
    )
    entities: list[dict[str, Any]] = Field(
        [],
        max_length=MOST,
        description="Entities by `name`, with what is to change of them: "
        f"{', '.join(f'`{name}`' for name in DraftEntity.model_fields if name not in {'name', 'is_new'})}. An `id` "
        "that exists makes the name mean that entity.",
        examples=[[{"name": "딥시크", "decision": "accept", "kind": "startup"}]],
    )
    article: dict[str, Any] = Field(
        {},
        description="Fields of the bibliographic record: "
        f"{', '.join(f'`{name}`' for name in DraftArticle.model_fields)}.",
        examples=[{"publisher": "서울경제", "text_kept": False}],
    )
    add: list[dict[str, Any]] = Field(
        [],
        max_length=MOST,
        description="Further candidates, accepted unless a `decision` says otherwise; of `start`, `end` and `passage` "
        "what is left out is found in the text.",
        examples=[[EXAMPLE]],
    )
