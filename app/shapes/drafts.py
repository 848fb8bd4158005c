"""Drafts: what reading proposes of an article and what reviewers have said of it so far. No facts."""

from datetime import date, datetime
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from app.reading.candidates import Candidate
from app.vocabulary import Decision, DraftStatus, EntityType

OF_A_CANDIDATE = ", ".join(f"`{name}`" for name in Candidate.model_fields)
EXAMPLE: dict[str, Any] = {
    "type": "founding",
    "person": "량원펑",
    "startup": "딥시크",
    "as_written": "량원펑이 창업",
    "start": 120,
    "end": 127,
    "passage": "p3.s1",
    "confidence": 0.9,
}

NewType = Literal[EntityType.ORGANIZATION, EntityType.PERSON, EntityType.PRODUCT, EntityType.COHORT]


class Similar(BaseModel):
    """An article or draft with much of the same text."""

    article: str | None = Field(description="Id of the article; null if it is a draft.", examples=["2024-11-24-a-b"])
    draft: str | None = Field(description="Id of the draft; null if it is an article.", examples=[None])
    story: str | None = Field(description="The report that it carries.", examples=["2024-11-24-china-ai-talent"])
    similarity: float = Field(description="Estimated share of the shorter text, from 0 to 1.", examples=[0.86])


class DraftArticle(BaseModel):
    """The bibliographic record that publication will make."""

    model_config = ConfigDict(extra="forbid")

    id: str = Field(description="Id that the article will have.", examples=["2025-01-27-sedaily-deepseek"])
    title: str = Field(description="Title as published.", examples=["딥시크, 새 모델 공개"])
    publisher: str | None = Field(None, description="Outlet, as it calls itself.", examples=["서울경제"])
    publisher_en: str | None = Field(
        None, description="Outlet's name in Latin letters.", examples=["Seoul Economic Daily"]
    )
    author: str | None = Field(None, description="By-line.", examples=["홍길동"])
    published_on: date = Field(
        description="Day of publication; relative dates are counted from it.", examples=["2025-01-27"]
    )
    language: str = Field(description="Language of the text, an ISO 639-1 code.", examples=["ko"])
    url: str | None = Field(None, description="Address of the original.", examples=["https://news.example/1"])
    story: str = Field(
        description="Groups one report in several outlets: they count as one voice.", examples=["2025-01-27-deepseek"]
    )
    text_kept: bool = Field(
        False,
        description="Whether the rights allow the text's sentences to be kept and shown; otherwise the text is dropped "
        "at publication, its fragments and hashes stay.",
        examples=[False],
    )
    rights: str | None = Field(None, description="What the rights are.", examples=["All rights reserved."])


class DraftEntity(BaseModel):
    """Something that the text names and that was not known by that name."""

    model_config = ConfigDict(extra="forbid")

    name: str = Field(description="The name, as candidates have it.", examples=["딥시크"])
    decision: Decision = Field(Decision.OPEN, description="Whether it is what `id` says.", examples=["accept"])
    id: str = Field(
        description="The entity that is meant: an id that exists, or the one that a new entity is to have.",
        examples=["deepseek"],
    )
    is_new: bool = Field(True, description="Whether publication adds it to the entities.", examples=[True])
    type: NewType = Field(description="What it is.", examples=["organization"])
    kind: str | None = Field(
        None, description="Kind of organization or product; needed of a new one.", examples=["startup"]
    )
    display_name: str | None = Field(
        None, description="Name to show; by default that in Latin letters, else `name`.", examples=["DeepSeek"]
    )
    name_ko: str | None = Field(None, description="Name in Hangul.", examples=["딥시크"])
    name_zh: str | None = Field(None, description="Name in Chinese characters.", examples=["深度求索"])
    name_en: str | None = Field(None, description="Name in Latin letters.", examples=["DeepSeek"])
    aliases: list[str] = Field([], description="Other names.", examples=[["Deep Seek"]])
    country: str | None = Field(
        None, description="Country of a new organization or cohort, ISO 3166-1 alpha-2.", examples=["CN"]
    )
    definition: str | None = Field(None, description="Whom a new cohort counts.", examples=["Those on the list."])
    note: str | None = Field(None, description="Why these names are of one thing.", examples=["딥시크 is DeepSeek."])
    near: list[str] = Field(
        [], description="Ids that exist and whose names are alike: one may be meant.", examples=[["moonshot-ai"]]
    )


class DraftCandidate(BaseModel):
    """A proposed fact, and what was decided of it."""

    id: str = Field(description="Its id within the draft.", examples=["c1"])
    decision: Decision = Field(Decision.OPEN, description="What was decided.", examples=["open"])
    by: Literal["reader", "reviewer"] = Field("reader", description="Who proposes it.", examples=["reader"])
    candidate: dict[str, Any] = Field(
        description=f"The fact as it would be loaded; what says nothing is left out. Fields: {OF_A_CANDIDATE}.",
        examples=[EXAMPLE],
    )
    proposed: dict[str, Any] | None = Field(
        None, description="The fact as it was read, if a reviewer has corrected it.", examples=[None]
    )

    @property
    def read(self) -> Candidate:
        """The candidate itself."""
        return Candidate.model_validate(self.candidate)


def shown(candidate: Candidate) -> dict[str, Any]:
    """A candidate without the fields that say nothing."""
    return candidate.model_dump(mode="json", exclude_defaults=True)


class Review(BaseModel):
    """What is proposed and decided: the part of a draft that reviewers change."""

    article: DraftArticle
    entities: list[DraftEntity] = []
    candidates: list[DraftCandidate] = []


class DraftPassage(BaseModel):
    """A sentence of the text."""

    id: str = Field(description="Paragraph and sentence.", examples=["p3.s1"])
    start: int = Field(description="Where it begins in the text, in code points.", examples=[101])
    end: int = Field(description="Where it ends; the character there is not part of it.", examples=[142])
    text: str = Field(description="The sentence.", examples=["딥시크는 량원펑이 창업했다."])


class DraftRow(BaseModel):
    """A draft in a few words."""

    id: str = Field(description="Id of the draft.", examples=["d-0193f2c4a1b7-5e2a"])
    url: str = Field(description="Its address.", examples=["/v1/drafts/d-0193f2c4a1b7-5e2a"])
    status: DraftStatus = Field(description="How far it has come.", examples=["open"])
    version: int = Field(description="Counts its changes; the `ETag` holds it.", examples=[1])
    created_at: datetime = Field(description="When the article was posted (UTC).", examples=["2025-01-27T09:00:00Z"])
    changed_at: datetime = Field(description="When it was changed last (UTC).", examples=["2025-01-27T09:00:00Z"])
    title: str = Field(description="Title of the article.", examples=["딥시크, 새 모델 공개"])
    sha256: str = Field(description="SHA-256 of the text in UTF-8, hexadecimal.", examples=["9f86d081884c7d65…"])
    decisions: dict[Decision, int] = Field(
        description="Number of candidates by what was decided of them.", examples=[{"open": 4, "accept": 2}]
    )
    published_as: str | None = Field(description="Address of the published article.", examples=[None])


class DraftPage(BaseModel):
    """A page of the list of drafts."""

    items: list[DraftRow] = Field(description="The drafts, the newest first.")
    total: int = Field(description="Number of drafts on all pages.", examples=[1])
    next: str | None = Field(description="Address of the next page; null on the last one.", examples=[None])
    query: dict[str, Any] = Field(description="The filters as they were understood.", examples=[{"limit": 50}])


class DraftDetail(DraftRow):
    """A draft with all that is proposed and decided."""

    article: DraftArticle = Field(description="The article's bibliographic record.")
    similar: list[Similar] = Field(description="Articles and drafts with much of the same text, the nearest first.")
    entities: list[DraftEntity] = Field(description="What the text names and nobody knew by that name.")
    candidates: list[DraftCandidate] = Field(description="The proposed facts.")
    text: str | None = Field(description="The text, as long as it may be kept.", examples=["딥시크, 새 모델 공개\n…"])
    passages: list[DraftPassage] = Field(description="The sentences of the text, to point to.")


class Published(BaseModel):
    """What publication did."""

    article: str = Field(description="Id of the article.", examples=["2025-01-27-sedaily-deepseek"])
    url: str = Field(description="Its address.", examples=["/v1/articles/2025-01-27-sedaily-deepseek"])
    draft: str = Field(description="Address of the draft.", examples=["/v1/drafts/d-0193f2c4a1b7-5e2a"])
    revision: int = Field(description="The revision of the data that it made.", examples=[12])
    added: dict[str, int] = Field(
        description="Number of records added: entities, the article, facts by type.",
        examples=[{"entity": 2, "article": 1, "founding": 1}],
    )
    changed: dict[str, int] = Field(
        description="Number of records changed: facts that gained a citation.", examples=[{"founding": 1}]
    )
    facts: list[str] = Field(description="The facts that the article states.", examples=[["f_3f5b46ffbb50a958"]])
    left_open: int = Field(description="Candidates that were not decided, and not published.", examples=[3])
    rejected: int = Field(description="Candidates that were rejected.", examples=[1])
    text_kept: bool = Field(description="Whether the text's sentences are kept.", examples=[False])
