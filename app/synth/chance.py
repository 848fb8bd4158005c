"""Chance that is the same on every machine: each thing draws from numbers of its own."""

from random import Random


class Chance(Random):
    """Random numbers that follow from a seed and the name of what they are for."""

    def happens(self, probability: float) -> bool:
        """Whether something of this probability happens."""
        return self.random() < probability

    def ranked(self, size: int, exponent: float = 1.2) -> int:
        """A place below `size` by popularity: the first is drawn most often, the tail is long (bounded Pareto).

        With the exponent 1.2 the first of a hundred thousand gets about an eighth of all draws.
        """
        power = 1 - exponent
        whole = 1 - float(size + 1) ** power
        return min(size - 1, int((1 - self.random() * whole) ** (1 / power)) - 1)


def chance(seed: int, what: str, number: int) -> Chance:
    """The numbers of one thing, whatever else there is."""
    return Chance(f"{seed}/{what}/{number}")
