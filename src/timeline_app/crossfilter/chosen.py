"""The rows that pass some clauses, as a mask and as numbers, in one order of all rows."""

from collections.abc import Iterable, Iterator
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from timeline_app.dataclass import dataclass
from timeline_app.model.codes import AT_ONCE, Codes, Ints, Mask, Whole

Entries = Iterable[tuple[Whole | slice, Whole]]
"""See `Codes.each_of`."""
_AT_ONCE = 2**20
"""So much of a mask is gone through in one call, which holds no other thread up."""


@dataclass(frozen=True, slots=True)
class Brush:
    """A brush from `day` on: so many rows have `begun` before it ends, and `ended` before it."""

    day: int
    begun: int
    ended: int


class Chosen:
    """Rows by a mask; `rows` are their numbers, ascending, found when first asked for."""

    def __init__(self, mask: Mask) -> None:
        self.mask = mask
        self._cut: tuple[Ints, Ints] | None = None
        self._held: dict[Codes, Entries] = {}
        self._apart: tuple[Brush | None, NDArray[np.uint8]] | None = None

    @cached_property
    def rows(self) -> Whole:
        """The rows. Found in parts, so that little more than they is needed at a time."""
        kind = np.int32 if len(self.mask) < 2**31 else np.int64
        parts = [np.zeros(0, kind)]
        for low in range(0, len(self.mask), _AT_ONCE):
            parts.append((np.flatnonzero(self.mask[low : low + _AT_ONCE]) + low).astype(kind))
        return np.concatenate(parts)

    def find(self) -> None:
        """Find the rows, if nobody has asked for them yet; a worker's work."""
        _ = self.rows

    def before(self, places: Ints) -> Ints:
        """How many of them stand before each of these places; of the same places again they are
        known, since many columns are cut there."""
        known = self._cut
        if known is None or known[0] is not places:
            self._cut = known = places, self.rows.searchsorted(places.astype(self.rows.dtype))
        return known[1]

    def apart(self, last: NDArray[np.integer], brush: Brush | None) -> NDArray[np.uint8]:
        """Of each row, one by first day, whether it ends before the brush (1), begins after it (2),
        or, where a brush ends before it begins, both (3). `last` are the last days of all rows."""
        known = self._apart  # many columns are counted by them
        if known is None or known[0] != brush:
            apart = np.zeros(len(self.rows), np.uint8)
            if brush is not None:
                apart += last.take(self.rows) < brush.day
                apart += np.uint8(2) * (self.rows >= brush.begun)
            self._apart = known = brush, apart
        return known[1]

    def parts(self) -> Iterator[tuple[slice, Ints]]:
        """The rows by parts, and which of them each part is."""
        for low in range(0, len(self.rows), AT_ONCE):
            here = slice(low, low + AT_ONCE)
            yield here, self.rows[here].astype(np.int64)

    def entries(self, codes: Codes, rows: Ints) -> Entries:
        """What a part holds of a column, as `Codes.each_of` tells it. Where the rows are but one
        part that is known from now on: for one answer they are gone through more than once."""
        if len(rows) < len(self.rows):
            return codes.each_of(rows)
        known = self._held.get(codes)
        if known is None:
            known = self._held[codes] = tuple(codes.each_of(rows))
        return known
