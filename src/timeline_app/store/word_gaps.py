"""Where words stand, packed: ascending numbers as the steps between them.

Numbers are cut into blocks of `BLOCK`; within a block a list begins at its first number and goes on
by steps of one or two bytes, whichever makes it shorter. The largest step that fits stands for no
number: it only leads on to the next one. Any bytes unpack to numbers within their block.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

BLOCK = 1 << 19
"""So many numbers a block: no packed list is longer than the longest value that is read."""

PARTS = ("title", "said", "actors", "places", "sources")
"""What a word can stand in: the index's columns, summary and outcome together."""

OF_CLAIM = 8
"""Added to the number of a part where it is a claim's."""

BEGINNING = 16
"""Added to the number of a part where not the word is meant, but all words that begin so."""

MOST_WORDS = 64
"""The beginning of more words than these has a row of its own, so that no key reads more rows."""

Numbers = NDArray[np.int32]
Packed = tuple[int, bytes]
_KINDS: dict[int, np.dtype[np.unsignedinteger]] = {1: np.dtype("u1"), 2: np.dtype("<u2")}
_FURTHEST = {1: (1 << 8) - 1, 2: (1 << 16) - 1}
"""The largest step of each width, which stands for no number."""


def pack(lists: Sequence[Numbers]) -> list[Packed]:
    """Each of these ascending lists of numbers below `BLOCK`: how wide its steps are, its bytes."""
    if not lists:
        return []
    starts = np.cumsum([0, *map(len, lists)])
    numbers = np.concatenate(lists)
    gaps = np.diff(numbers, prepend=np.int32(0))
    gaps[starts[:-1]] = numbers[starts[:-1]]
    ways = [_steps(gaps, starts, wide) for wide in _KINDS]
    sizes = [np.diff(ends) * wide for (_, ends), wide in zip(ways, _KINDS, strict=True)]
    narrow = (sizes[0] <= sizes[1]).tolist()
    return [
        (1, ways[0][0][a:b].tobytes()) if is_narrow else (2, ways[1][0][c:d].tobytes())
        for is_narrow, a, b, c, d in zip(
            narrow, *(cut for _, ends in ways for cut in (ends[:-1], ends[1:])), strict=True
        )
    ]


def _steps(
    gaps: Numbers, starts: NDArray[np.int64], wide: int
) -> tuple[NDArray[np.unsignedinteger], list[int]]:
    """The steps that make up the gaps, and where those of each list begin, and the last end."""
    leaps, rest = np.divmod(gaps, np.int32(_FURTHEST[wide]))
    ends = np.cumsum(leaps + 1)
    steps = np.full(int(ends[-1]), _FURTHEST[wide], _KINDS[wide])
    steps[ends - 1] = rest
    return steps, np.r_[0, ends][starts].tolist()


def unpack(wide: int, lists: Sequence[bytes]) -> Numbers:
    """The numbers of these packed lists, one list after the other."""
    kind = _KINDS[wide]
    lengths = np.array([len(one) // wide for one in lists], np.int64)
    steps = np.frombuffer(b"".join(one[: len(one) // wide * wide] for one in lists), kind)
    if not len(steps):
        return np.zeros(0, np.int32)
    numbers = np.cumsum(steps, dtype=np.int32)
    if len(lengths) > 1:
        before = np.r_[np.int32(0), numbers][np.cumsum(lengths)[:-1]]
        numbers -= np.repeat(np.r_[np.int32(0), before], lengths)
    found = numbers[steps != _FURTHEST[wide]]
    within: Numbers = found[(found >= 0) & (found < BLOCK)]
    return within
