"""Work that is spread over processes."""

import os
from collections.abc import Iterator

import pytest

from app.seeding.spread import WAITING, spread


def process(_: int) -> int:
    return os.getpid()


def halved(number: int) -> int:
    if number % 2:
        raise ValueError(f"{number} is odd")
    return number // 2


def test_what_is_made_comes_in_the_order_of_the_pieces() -> None:
    assert list(spread(halved, range(0, 60, 2))) == list(range(30))


def test_a_single_piece_needs_no_other_process() -> None:
    assert list(spread(process, [1])) == [os.getpid()]
    assert list(spread(process, [])) == []


@pytest.mark.skipif(os.cpu_count() == 1, reason="one core has nobody to spread to")
def test_several_pieces_are_worked_on_by_other_processes() -> None:
    assert os.getpid() not in set(spread(process, range(4)))


def test_an_error_of_the_work_is_raised() -> None:
    with pytest.raises(ValueError, match="7 is odd"):
        list(spread(halved, [2, 4, 7, 8]))


def test_pieces_are_taken_only_as_they_are_needed() -> None:
    taken = []

    def pieces() -> Iterator[int]:
        for number in range(0, 1000, 2):
            taken.append(number)
            yield number

    made = spread(halved, pieces())
    assert next(made) == 0
    assert len(taken) <= (WAITING + 1) * (os.cpu_count() or 1) + 1
    made.close()  # type: ignore[attr-defined] # a generator
