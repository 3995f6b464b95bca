"""Every record of every layer, as read-only columns; what is shown is folded from it.

Several records may tell of one occurrence. This table holds them all, so that a layer switched on
or off needs no new reading: `fold` makes the `EventTable` of the layers that are on.
"""

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from timeline_app.dataclass import dataclass
from timeline_app.model.event_table import Codes, Days, EventTable

HAND_CURATED = 0
SEED = 1
MACHINE_CODED = 2


@dataclass(frozen=True, eq=False, slots=True)
class RecordTable:
    """n records as columns, in the archive's order; the columns are those of `EventTable`.

    `layer` is an index into `layers` (ids); `standing[layer]` ranks the layers when one record
    of an occurrence must be chosen: HAND_CURATED before SEED before MACHINE_CODED.
    """

    key: NDArray[np.int64]
    occurrence: NDArray[np.int64]
    layer: NDArray[np.int32]
    first: Days
    last: Days
    inner_first: Days
    inner_last: Days
    doubt: NDArray[np.uint8]
    importance: NDArray[np.int32]
    known_from: Days
    terms: Mapping[str, Codes]
    layers: tuple[str, ...]
    standing: tuple[int, ...]

    def __len__(self) -> int:
        return len(self.key)

    def take(self, rows: NDArray[np.int64]) -> EventTable:
        """These records, in this order, as what is shown."""
        return EventTable(
            key=self.key[rows],
            occurrence=self.occurrence[rows],
            first=self.first[rows],
            last=self.last[rows],
            inner_first=self.inner_first[rows],
            inner_last=self.inner_last[rows],
            doubt=self.doubt[rows],
            importance=self.importance[rows],
            known_from=self.known_from[rows],
            terms={column: codes.take(rows) for column, codes in self.terms.items()},
        )
