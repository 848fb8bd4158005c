"""Tables of words, written as text so that they can be read and mended."""

from collections.abc import Mapping


def read_table(text: str) -> Mapping[str, str]:
    """Entries apart by semicolons, each a word and, after the first space, what it stands for.

    >>> read_table("lee li; wong wang huang")
    {'lee': 'li', 'wong': 'wang huang'}
    """
    entries = (entry.strip().partition(" ") for entry in text.split(";"))
    return {word: meaning for word, _, meaning in entries if word}
