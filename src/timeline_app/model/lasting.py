"""Which rows last over a day, found without looking at all of them.

Rows of more than one day stand by how long they last, to the power of two, and then by day. So
those of a block begin and end about alike: most blocks are wholly over by a day, or not yet begun.
"""

from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from timeline_app.dataclass import dataclass
from timeline_app.model.codes import Ints, Mask
from timeline_app.model.shelf import Arrays, Shelf

BLOCK = 64
_MOST_KNOWN = 8
_PARTS = ("rows", "first", "last", "begins", "ends")


@dataclass(frozen=True, eq=False)
class Over:
    """What lasts over a day: begins before it and ends on it or later. `rows` are in the order of
    the index, `places` are where they stand in it. Not to be written to."""

    day: int
    places: Ints
    rows: NDArray[np.int32]

    @cached_property
    def ascending(self) -> NDArray[np.int32]:
        """The rows, in the order of the table."""
        return np.sort(self.rows)

    def before(self, upto: int) -> NDArray[np.int32]:
        """Those that stand before the row `upto`, ascending."""
        return self.ascending[: int(self.ascending.searchsorted(upto))]


class Lasting:
    """An index of the rows, by `first` and `last` day, that last longer than a day. Their days
    stand beside them, so that nothing has to be looked for in the table."""

    def __init__(self, first: Ints, last: Ints, shelf: Shelf) -> None:
        self._held = shelf.kept("lasting", f"{BLOCK}", lambda: _made(first, last), _read)
        self._known: tuple[Over, ...] = ()

    @property
    def rows(self) -> NDArray[np.int32]:
        """All of them, in the order of the index."""
        return self._held.rows

    def over(self, day: int) -> Over:
        """What lasts over a day. Those asked for last are known: while a hand moves an edge of a
        brush, much asks for the same, and the other edge stays."""
        known = self._known
        found = next((one for one in known if one.day == day), None)
        if found is None:
            places = self._places(day)
            found = Over(day, places, self._held.rows.take(places))
        if not known or known[0] is not found:
            others = tuple(one for one in known if one is not found)
            self._known = found, *others[: _MOST_KNOWN - 1]
        return found

    def _places(self, day: int) -> Ints:
        held = self._held
        blocks = np.flatnonzero(_over(day, held.begins, held.ends))
        first, last = (
            days.reshape(-1, BLOCK).take(blocks, axis=0) for days in (held.first, held.last)
        )
        within = np.flatnonzero(_over(day, first, last))
        places: Ints = blocks.take(within // BLOCK) * BLOCK
        places += within % BLOCK
        return places


def _over(day: int, first: Ints, last: Ints) -> Mask:
    over: Mask = first < day
    over &= last >= day
    return over


@dataclass(frozen=True, eq=False, slots=True)
class _Held:
    """The rows that last, and by blocks the first and last day of each (the last block ends with
    what lasts over no day) and when each block begins and ends."""

    rows: NDArray[np.int32]
    first: Ints
    last: Ints
    begins: Ints
    ends: Ints


def _made(first: Ints, last: Ints) -> Arrays:
    lasting = np.flatnonzero(first < last)
    kind = np.log2(last[lasting] - first[lasting]).astype(np.uint8)
    rows = lasting[np.argsort(kind, kind="stable")].astype(np.int32)
    blocks = -(-len(rows) // BLOCK)
    never = np.iinfo(np.int64)
    begin, end = np.full((2, blocks * BLOCK), [[never.max], [never.min]], np.int64)
    begin[: len(rows)], end[: len(rows)] = first[rows], last[rows]
    begins, ends = begin.reshape(blocks, BLOCK).min(axis=1), end.reshape(blocks, BLOCK).max(axis=1)
    return dict(zip(_PARTS, (rows, begin, end, begins, ends), strict=True))


def _read(kept: Arrays) -> _Held:
    held = _Held(*(kept[name] for name in _PARTS))
    blocks = -(-len(held.rows) // BLOCK)
    if {len(held.begins), len(held.ends)} != {blocks}:
        raise ValueError(blocks)
    if {len(held.first), len(held.last)} != {blocks * BLOCK}:
        raise ValueError(len(held.first))
    return held
