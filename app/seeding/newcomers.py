"""What a text names and nobody knew by that name: the entity that a proposal suggests, and its gazetteer entry."""

import re
from collections.abc import Collection, Container, Sequence
from typing import Any

from app.reading.candidates import Proposal
from app.seeding.forms import ENTITY_FORMS, EntityForm
from app.seeding.slugs import IS_HANZI, IS_LATIN, suggest
from app.shapes.drafts import DraftEntity
from app.vocabulary import EntityType

HANGUL = ("가", "힣")


def newcomers(proposals: Sequence[Proposal], taken: Collection[str]) -> list[DraftEntity]:
    """The entities that proposals suggest, each with an id of its own that nobody has."""
    found: list[DraftEntity] = []
    used = set(taken)
    for proposal in proposals:
        if proposal.name not in {entity.name for entity in found}:
            found.append(newcomer(proposal, used))
            used.add(found[-1].id)
    return found


def newcomer(proposal: Proposal, taken: Container[str]) -> DraftEntity:
    """The entity that a proposal suggests: its names by script, and an id that nobody has."""
    names = list(dict.fromkeys((proposal.name, *proposal.aliases)))
    korean = next((name for name in names if any(HANGUL[0] <= each <= HANGUL[1] for each in name)), None)
    chinese = next((name for name in names if IS_HANZI.fullmatch(name)), None)
    latin = next((name for name in names if IS_LATIN.fullmatch(name)), None)
    return DraftEntity(
        name=proposal.name,
        id=suggest(names, taken, is_person=proposal.type == EntityType.PERSON, otherwise=proposal.type.value),
        type=proposal.type,
        kind=proposal.kind,
        display_name=latin or proposal.name,
        name_ko=korean,
        name_zh=chinese,
        name_en=latin,
        aliases=[name for name in names if name not in {korean, chinese, latin}],
        definition=f"What the article calls “{proposal.name}”." if proposal.type == EntityType.COHORT else None,
        near=list(proposal.near),
    )


def in_brackets(name: str, text: str) -> list[str]:
    """The names in Latin letters or Chinese characters that a text has in brackets after a name.

    >>> in_brackets("문샷", "지난해 문샷(Moonshot AI·月之暗面, 대표 양즈린)은"), in_brackets("바이두", "문샷(Moonshot)")
    (['Moonshot AI', '月之暗面'], [])
    """
    found = re.search(rf"{re.escape(name)} ?[(（]([^()（）\n]{{1,60}})[)）]", text)
    parts = [part.strip() for part in re.split("[,·;/、]", found[1])] if found else []
    return [part for part in parts if IS_LATIN.fullmatch(part) or IS_HANZI.fullmatch(part)]


def entry(entity: DraftEntity) -> EntityForm:
    """Its entry in the gazetteer. **Raises** pydantic's `ValidationError`."""
    return ENTITY_FORMS[entity.type.value].model_validate(entry_values(entity))


def entry_values(entity: DraftEntity) -> dict[str, Any]:
    """What stands in its entry; the name of the text is always among the names."""
    own = [entity.display_name, entity.name_ko, entity.name_zh, entity.name_en]
    shown = entity.display_name or entity.name_en or entity.name
    aliases = [name for name in dict.fromkeys((entity.name, *entity.aliases)) if name not in own and name != shown]
    values = {
        "id": entity.id,
        "kind": entity.kind if entity.type in {EntityType.ORGANIZATION, EntityType.PRODUCT} else None,
        "name": shown,
        "name_ko": entity.name_ko,
        "name_zh": entity.name_zh,
        "name_en": entity.name_en,
        "aliases": aliases,
        "country": entity.country if entity.type in {EntityType.ORGANIZATION, EntityType.COHORT} else None,
        "definition": entity.definition if entity.type == EntityType.COHORT else None,
        "note": entity.note,
    }
    return {key: value for key, value in values.items() if value not in (None, [])}
