"""The rows that pass some clauses, as a mask and as numbers, in one order of all rows."""

from functools import cached_property

import numpy as np

from timeline_app.model.codes import AT_ONCE, Mask, Whole


class Chosen:
    """Rows by a mask; `rows` are their numbers, ascending, found when first asked for."""

    def __init__(self, mask: Mask) -> None:
        self.mask = mask

    @cached_property
    def rows(self) -> Whole:
        """The rows. Found in parts, so that other threads are not held up."""
        kind = np.int32 if len(self.mask) < 2**31 else np.int64
        parts = [np.zeros(0, kind)]
        for low in range(0, len(self.mask), AT_ONCE):
            parts.append((np.flatnonzero(self.mask[low : low + AT_ONCE]) + low).astype(kind))
        return np.concatenate(parts)
