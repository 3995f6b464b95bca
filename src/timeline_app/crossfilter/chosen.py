"""The rows that pass some clauses, as a mask and as numbers, in one order of all rows."""

from functools import cached_property

import numpy as np

from timeline_app.model.codes import AT_ONCE, Ints, Mask, Whole


class Chosen:
    """Rows by a mask; `rows` are their numbers, ascending, found when first asked for."""

    def __init__(self, mask: Mask) -> None:
        self.mask = mask
        self._cut: tuple[Ints, Ints] | None = None

    @cached_property
    def rows(self) -> Whole:
        """The rows. Found in parts, so that other threads are not held up."""
        kind = np.int32 if len(self.mask) < 2**31 else np.int64
        parts = [np.zeros(0, kind)]
        for low in range(0, len(self.mask), AT_ONCE):
            parts.append((np.flatnonzero(self.mask[low : low + AT_ONCE]) + low).astype(kind))
        return np.concatenate(parts)

    def before(self, places: Ints) -> Ints:
        """How many of them stand before each of these places; of the same places again they are
        known, since many columns are cut there."""
        known = self._cut
        if known is None or known[0] is not places:
            self._cut = known = places, self.rows.searchsorted(places.astype(self.rows.dtype))
        return known[1]
