"""The pieces of which lattices are made."""

from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import NamedTuple


class Arc(NamedTuple):
    """A piece of a name: how many nodes long, what it stands for, what that costs, how much of it it is, and why."""

    length: int
    label: str
    cost: float
    weight: float
    rule: str
    lacking: float = 1.0
    """What it costs, for each unit of weight, when the other name has nothing for it."""
    exact: bool = False
    """Whether it is a guess, which only the very same can confirm."""


class Alone(NamedTuple):
    """A piece for which the other name has nothing: how many nodes long, what that costs, and how much of it it is."""

    length: int
    cost: float
    weight: float


class Branches(tuple[Arc, ...]):  # noqa: SLOT001 - what is sorted out is kept on it
    """The arcs that begin at one node, sorted out once for whoever compares them with those of another name."""

    @cached_property
    def alone(self) -> Sequence[Alone]:
        """Of each length the one that costs least alone."""
        found: dict[int, Alone] = {}
        for arc in self:
            cost = arc.cost + arc.weight * arc.lacking
            if arc.length not in found or cost < found[arc.length].cost:
                found[arc.length] = Alone(arc.length, cost, arc.weight)
        return list(found.values())

    @cached_property
    def alike(self) -> Mapping[str, Sequence[Arc]]:
        """By label, those that only the same label goes with."""
        found: dict[str, list[Arc]] = {}
        for arc in self:
            if only_itself(arc.label):
                found.setdefault(arc.label, []).append(arc)
        return found

    @cached_property
    def near(self) -> Sequence[Arc]:
        """Those that others may be near to."""
        return [arc for arc in self if not only_itself(arc.label)]


NONE = Branches()
Arcs = Mapping[int, Branches]
"""The arcs by the node where they begin."""


def only_itself(label: str) -> bool:
    """Whether nothing is near to a label: a character, a letter, a concept."""
    return label[0] in "=~#"
