"""What a text names that the gazetteer does not have: proposed once, with its other names and with whom it may be."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from app.names.late import match
from app.reading.candidates import Candidate, KnownEntity, Proposal
from app.reading.mentions import Mention
from app.reading.writing import Writer
from app.vocabulary import EntityType, FactType, OrganizationKind

_MOST_KNOWN: Final = 2000
"""With more known entities than these, whom a new name may be is a matter for a search, not for comparing all."""
_ALIKE: Final = 0.8
"""From this score on `haigui load` proposes a likeness too."""
_MOST_NEAR: Final = 3
_OF_GROUPS: Final = frozenset({FactType.CLAIM, FactType.MEMBERSHIP, FactType.FIGURE})


def proposals(text: str, writer: Writer, candidates: Sequence[Candidate]) -> Iterator[Proposal]:
    """Every name that candidates use and the gazetteer lacks, where it stands first."""
    needed = {name for one in candidates for role, name, item in one.names() if item is None and role != "country"}
    seen: set[str] = set()
    for mention in writer.story.mentions:
        name = writer.name(mention)
        if name in needed and name not in seen and (proposal := _proposal(writer, mention, name)) is not None:
            seen.add(name)
            yield proposal
    groups = {one.cohort or one.subject for one in candidates if one.type in _OF_GROUPS}
    for name in sorted(needed & groups - seen):
        if (at := text.find(name)) >= 0:
            yield Proposal(name=name, type=EntityType.COHORT, start=at, end=at + len(name))


def _proposal(writer: Writer, mention: Mention, name: str) -> Proposal | None:
    """What a name names; none for countries and groups."""
    of, kind = mention.type, mention.kind
    if of is not EntityType.PERSON and of is not EntityType.ORGANIZATION and of is not EntityType.PRODUCT:
        return None
    if kind is None and of is EntityType.ORGANIZATION:
        kind = OrganizationKind.COMPANY
    _, start, end = writer.given(mention.name_start, mention.name_end)
    introduction = writer.story.introduced.get(mention.name)
    return Proposal(
        name=name,
        type=of,
        kind=str(kind) if kind else None,
        aliases=introduction.aliases if introduction else (),
        start=start,
        end=end,
        near=tuple(_near(name, of, writer.known)) if len(writer.known) <= _MOST_KNOWN else (),
    )


def _near(name: str, entity_type: EntityType, known: Iterable[KnownEntity]) -> list[str]:
    """Ids of the gazetteer whose names are alike, the likeliest first: proposed, never taken."""
    scores = {
        entity.id: max((match(name, other).score for other in entity.names), default=0.0)
        for entity in known
        if entity.type is entity_type
    }
    alike = sorted((item for item, score in scores.items() if score >= _ALIKE), key=lambda item: (-scores[item], item))
    return alike[:_MOST_NEAR]
