"""A small sample of a text by which another that is nearly the same is known, however its lines are broken.

The text is cut into all its pieces of eight letters, and the 64 whose hashes are lowest are kept: of two texts that
share most of their pieces, most of these are the same (bottom-k sampling, Broder 1997). Hashes tell nothing of a text
to whoever does not hold it.
"""

from hashlib import blake2b

PIECE = 8
MOST = 64


def sketch(text: str) -> list[int]:
    r"""The lowest hashes of the text's pieces, in order; none of a text of less than one piece.

    >>> one, other = sketch("네뷸라AI는 리란이 창업했다."), sketch("네뷸라AI는 리란이\n창업했다")
    >>> one == other, len(one)
    (True, 6)
    """
    letters = "".join(character for character in text.casefold() if character.isalnum())
    pieces = {letters[at : at + PIECE] for at in range(len(letters) - PIECE + 1)}
    return sorted({_hash(piece) for piece in pieces})[:MOST]


def _hash(piece: str) -> int:
    return int.from_bytes(blake2b(piece.encode(errors="replace"), digest_size=6).digest())


def shared(one: list[int], other: list[int]) -> float:
    """The share of two samples that is the same, of the range that both cover. **Shape**: 0 to 1, symmetric."""
    if not one or not other:
        return 0.0
    covered = min(one[-1] if len(one) == MOST else other[-1], other[-1] if len(other) == MOST else one[-1])
    first, second = ({each for each in some if each <= covered} for some in (one, other))
    return len(first & second) / max(1, min(len(first), len(second)))
