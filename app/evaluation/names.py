"""Whether a candidate's name and a record's id mean the same thing."""

import unicodedata
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from app.names.late import match
from app.reading.candidates import KnownEntity, Proposal
from app.vocabulary import EntityType

ALIKE: Final = 0.9
"""From this score on, two names are taken for names of the same where little is asked."""


@dataclass(frozen=True)
class Said:
    """A thing as a candidate names it, with the other names that the draft proposes for it."""

    name: str
    id: str | None = None
    aliases: tuple[str, ...] = ()


class Names:
    """The names by which the things of a gazetteer are known again."""

    def __init__(self, entities: Sequence[KnownEntity], merged: Mapping[str, str] | None = None) -> None:
        self.spelled = {entity.id: tuple(entity.names) for entity in entities}
        self.all_names = frozenset(folded(name) for spelled in self.spelled.values() for name in spelled)
        self.cohorts = {entity.id for entity in entities if entity.type is EntityType.COHORT}
        self.merged = merged or {}

    def same(self, item: str, said: Said, described: Collection[str] = (), *, alike: bool) -> bool:
        """Whether a candidate's words mean a record's thing; of a cohort, the words that describe it are a name too.

        An id that the gazetteer has decides alone. `alike` names are enough only where they are asked for.
        """
        item = self.merged.get(item, item)
        given = said.id and self.merged.get(said.id, said.id)
        if given == item:
            return True
        if given in self.spelled:
            return False
        spelled = (*self.spelled.get(item, ()), *(described if item in self.cohorts else ()))
        spoken = (said.name, *said.aliases)
        found = frozenset(map(folded, spoken))
        if found & frozenset(map(folded, spelled)):
            return True
        if not alike or found & self.all_names:  # it is the very name of something else
            return False
        return any(match(one, other).score >= ALIKE for one in spoken for other in spelled)


def folded(name: str) -> str:
    """A name without what does not tell names apart here: white space, case, width.

    >>> folded("Moonshot  AI") == folded("moonshotＡＩ")
    True
    """
    return "".join(unicodedata.normalize("NFKC", name).casefold().split())


def aliases_of(proposals: Sequence[Proposal]) -> Mapping[str, tuple[str, ...]]:
    """The other names that a draft proposes, by the name that its candidates use."""
    found: dict[str, tuple[str, ...]] = {}
    for proposal in proposals:
        found[proposal.name] = (*found.get(proposal.name, ()), *proposal.aliases)
    return found
