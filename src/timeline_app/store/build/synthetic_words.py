"""Words and names of no language, for archives that are made to measure with."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

LATIN, CYRILLIC = 40_000, 20_000
"""How many words there are in each script."""

_LATIN_PARTS = ("ba", "dor", "em", "fi", "gul", "ha", "jer", "ko", "lin", "mo", "nar", "pe", "ro")
_LATIN_ENDS = ("tash", "ven", "sil", "ram", "yuk", "zet", "dan", "gor", "mek", "lus", "bir", "tan")
_CYRILLIC_PARTS = ("ба", "дор", "ем", "жи", "гул", "ха", "шер", "ко", "лин", "мё", "нар", "пе")
_CYRILLIC_ENDS = ("таш", "вен", "сил", "рам", "юк", "зет", "дан", "гор", "мек", "лус", "бир")


def vocabulary() -> list[str]:
    """All words, those in Latin letters first; the same in every run, and each once."""
    latin = _made(LATIN, _LATIN_PARTS, _LATIN_ENDS)
    return latin + _made(CYRILLIC, _CYRILLIC_PARTS, _CYRILLIC_ENDS)


def _made(n: int, parts: Sequence[str], ends: Sequence[str]) -> list[str]:
    """Words that count as numbers do, with syllables for digits: common ones are short."""
    found = []
    for number in range(n):
        rest, word = divmod(number, len(ends))
        syllables = [ends[word]]
        while rest:
            rest, syllable = divmod(rest - 1, len(parts))
            syllables.append(parts[syllable])
        found.append("".join(reversed(syllables)))
    return found


def drawn(random: np.random.Generator, of: int, shape: tuple[int, ...]) -> NDArray[np.int64]:
    """Numbers below `of`, each as common as its place in the order makes it (Zipf's law)."""
    shares = np.cumsum(1 / np.arange(1, of + 1))
    found = np.searchsorted(shares, random.random(shape) * shares[-1])
    numbers: NDArray[np.int64] = np.minimum(found, of - 1)
    return numbers
