"""Which rows last over a day, and where each of them stands."""

import numpy as np
from numpy.typing import NDArray

from timeline_app.crossfilter.lasting import Lasting
from timeline_app.model.event_table import Days, EventTable
from timeline_app.model.shelf import Arrays
from timeline_app.scene.shapes import Shapes


class Crossing:
    """The rows of a table that last longer than a day, with the day on which each stands beside
    it."""

    def __init__(self, table: EventTable) -> None:
        self._lasting = Lasting(table)
        self._stands = _stands(table, self._lasting.held)

    def rows(self, *days: int) -> NDArray[np.int64]:
        """The rows that begin before one of these days and end on it or later, ascending."""
        return self._lasting.rows(*days).astype(np.int64)

    def over(self, day: int) -> tuple[NDArray[np.int32], Days]:
        """The rows that last over one day, in no order, and the day on which each stands (see
        `Shapes.anchor`)."""
        at = self._lasting.places(day)
        return self._lasting.held[at], self._stands[at]


def _stands(table: EventTable, rows: NDArray[np.int32]) -> Days:
    """The day of each of these rows, where that was not kept."""

    def make() -> Arrays:
        return {"stands": Shapes(table).anchor[rows]}

    def read(kept: Arrays) -> Days:
        if len(kept["stands"]) != len(rows):
            raise ValueError(len(rows))
        return kept["stands"]

    return table.shelf.kept("standing", "", make, read)
