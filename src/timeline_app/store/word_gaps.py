"""Where words stand, packed: ascending numbers as the steps between them.

Numbers are cut into blocks of `BLOCK`. Within a block a list begins at its first number and goes on
by steps of one or two bytes, whichever makes it shorter; the largest step that fits stands for no
number: it only leads on to the next one. A list of very many is a bit for each number instead. Any
bytes unpack to numbers within their block.
"""

from collections.abc import Iterable, Iterator, Sequence

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

BITS = 0
"""Stands for the width of steps where there are none, but bits."""

Numbers = NDArray[np.int32]
Mask = NDArray[np.bool_]
Packed = tuple[int, bytes]
_MANY = BLOCK // 8
_PORTION = 1 << 15
_KINDS: dict[int, np.dtype[np.unsignedinteger]] = {1: np.dtype("u1"), 2: np.dtype("<u2")}
_FURTHEST = {1: (1 << 8) - 1, 2: (1 << 16) - 1}
"""The largest step of each width, which stands for no number."""


def pack(lists: Sequence[Numbers]) -> list[Packed]:
    """Each of these ascending lists of numbers below `BLOCK`: how wide its steps are, its bytes."""
    few = iter(_packed_steps([one for one in lists if len(one) <= _MANY]))
    return [(BITS, _bits(one)) if len(one) > _MANY else next(few) for one in lists]


def _bits(numbers: Numbers) -> bytes:
    mask = np.zeros(BLOCK, np.bool_)
    mask[numbers] = True
    return np.packbits(mask).tobytes()


def _packed_steps(lists: Sequence[Numbers]) -> list[Packed]:
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


def mark(mask: Mask, packed: Sequence[Packed]) -> None:
    """Marks the numbers of these packed lists in the mask of their block."""
    for wide in _KINDS:
        for lists in _portions(gaps for w, gaps in packed if w == wide <= len(gaps)):
            mask[_unpack(wide, lists)] = True
    bits = [held[: BLOCK // 8] for wide, held in packed if wide == BITS]
    if bits:
        every = np.zeros(max(map(len, bits)), np.uint8)
        for held in bits:
            every[: len(held)] |= np.frombuffer(held, np.uint8)
        mask[: 8 * len(every)] |= np.unpackbits(every).view(np.bool_)


def _portions(lists: Iterable[bytes]) -> Iterator[list[bytes]]:
    """The lists by so many bytes at a time: what is made of them stays in the quick memory."""
    portion, size = list[bytes](), 0
    for one in lists:
        portion.append(one)
        size += len(one)
        if size >= _PORTION:
            yield portion
            portion, size = [], 0
    if size:
        yield portion


def _unpack(wide: int, lists: Sequence[bytes]) -> NDArray[np.int64]:
    """The numbers of these packed lists, none of them empty; in the place of a step that stands
    for none, another one of them. By numbers as wide NumPy marks twice as fast as by narrow ones.
    """
    lengths = np.array([len(one) // wide for one in lists], np.int64)
    steps = np.frombuffer(b"".join(one[: len(one) // wide * wide] for one in lists), _KINDS[wide])
    leaps = steps == _FURTHEST[wide]
    if leaps.all():
        return np.zeros(0, np.int64)
    numbers = np.cumsum(steps.astype(np.int64))
    if len(lengths) > 1:
        before = numbers[np.cumsum(lengths)[:-1] - 1]
        numbers[lengths[0] :] -= np.repeat(before, lengths[1:])
    np.putmask(numbers, leaps, numbers[leaps.argmin()])
    return numbers if numbers.max() < BLOCK else numbers[numbers < BLOCK]
