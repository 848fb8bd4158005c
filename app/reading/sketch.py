"""A small sample of a text by which another that is nearly the same is known, however its lines are broken.

The text is cut into all its pieces of eight letters, and the 64 whose hashes are lowest are kept: of two texts that
share most of their pieces, most of these are the same (bottom-k sampling, Broder 1997). No sentence can be told from
them.
"""

from zlib import crc32

LETTER = 4  # bytes in UTF-32
PIECE = 8
MOST = 64


def sketch(text: str) -> list[int]:
    r"""The lowest hashes of the text's pieces, in order; none of a text of less than one piece.

    >>> one, other = sketch("네뷸라AI는 리란이 창업했다."), sketch("네뷸라AI는 리란이\n창업했다")
    >>> one == other, len(one)
    (True, 6)
    """
    letters = "".join(filter(str.isalnum, text.casefold())).encode("utf-32-le", errors="replace")
    last = len(letters) - PIECE * LETTER
    pieces = {crc32(letters[at : at + PIECE * LETTER]) for at in range(0, last + 1, LETTER)}
    return sorted(pieces)[:MOST]


def shared(one: list[int], other: list[int]) -> float:
    """The share of two samples that is the same, of the range that both cover. **Shape**: 0 to 1, symmetric."""
    if not one or not other:
        return 0.0
    covered = min(one[-1] if len(one) == MOST else other[-1], other[-1] if len(other) == MOST else one[-1])
    first, second = ({each for each in some if each <= covered} for some in (one, other))
    return len(first & second) / max(1, min(len(first), len(second)))
