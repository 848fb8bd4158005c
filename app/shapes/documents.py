"""Documents: answers and rows of answers that are written down at load, by the very shapes that the API documents."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

import sqlalchemy as sa
from pydantic import BaseModel
from sqlalchemy.engine import Connection
from sqlmodel import col

from app.models import Alumnus, Organization, Person
from app.shapes.employers import fetch_alumni, fetch_alumni_heads
from app.shapes.people import fetch_people
from app.shapes.startups import fetch_startup_details, fetch_startups
from app.vocabulary import EntityType, OrganizationKind


class DocumentKind(StrEnum):
    """What a document is."""

    STARTUP = "startup"
    STARTUP_ROW = "startup_row"
    PERSON_ROW = "person_row"
    ALUMNI_ROW = "alumni_row"
    ALUMNI_HEAD = "alumni_head"


@dataclass(frozen=True)
class Document:
    """Of what type of entity there are documents of a kind, of which ids, and what fetches their content."""

    of: EntityType
    key: Any
    ids: sa.Select[str]
    fetch: Callable[[Connection, Sequence[str]], Sequence[BaseModel]]


STARTUPS = sa.select(col(Organization.id)).where(col(Organization.kind) == OrganizationKind.STARTUP)
PEOPLE = sa.select(col(Person.id))
LEAVERS = sa.select(col(Alumnus.person_id)).distinct()
LEFT = sa.select(col(Alumnus.employer_id)).distinct()

DOCUMENTS: dict[DocumentKind, Document] = {
    DocumentKind.STARTUP: Document(EntityType.ORGANIZATION, col(Organization.id), STARTUPS, fetch_startup_details),
    DocumentKind.STARTUP_ROW: Document(EntityType.ORGANIZATION, col(Organization.id), STARTUPS, fetch_startups),
    DocumentKind.PERSON_ROW: Document(EntityType.PERSON, col(Person.id), PEOPLE, fetch_people),
    DocumentKind.ALUMNI_ROW: Document(EntityType.PERSON, col(Alumnus.person_id), LEAVERS, fetch_alumni),
    DocumentKind.ALUMNI_HEAD: Document(EntityType.ORGANIZATION, col(Alumnus.employer_id), LEFT, fetch_alumni_heads),
}
"""What is written down: the answers that are asked for most, and the rows of the lists that are."""


def write(connection: Connection, kind: DocumentKind, ids: Sequence[str]) -> Iterator[tuple[str, bytes]]:
    """Ids with their documents."""
    for item, content in zip(ids, DOCUMENTS[kind].fetch(connection, ids), strict=True):
        yield item, content.model_dump_json(by_alias=True).encode()
