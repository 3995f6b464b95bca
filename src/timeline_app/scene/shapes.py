"""How each row of an event table is to be drawn: which shape, where it stands, in which colour.

Nothing is kept a row: a frame asks for the rows it draws, so what this costs follows what is seen.
"""

from collections.abc import Callable
from enum import IntEnum

import numpy as np
from numpy.typing import NDArray

from timeline_app.dates.day import OPEN_FUTURE, OPEN_PAST
from timeline_app.model.columns import VECTORS
from timeline_app.model.event_table import APPROXIMATE, UNCERTAIN, Days, EventTable, Mask
from timeline_app.scene.per_row import ByRows, Rows

NO_VECTOR = -1
_DAY_MARGIN = 7


class Shape(IntEnum):
    """DAY a glyph, ABOUT a glyph with feathers, WITHIN a pale bar, SPAN a bar with a solid part."""

    DAY = 0
    ABOUT = 1
    WITHIN = 2
    SPAN = 3


class Shapes:
    """The looks of the rows of `table`, as columns to be asked by rows.

    `anchor` is the day a cell or glyph stands on: the day itself, the start of a span, the middle
    of what is known no closer (cells only; a mark never stands there). `unsure` rows are drawn
    broken; `machine` rows (coded by a program) hollow. `solid` spans are one colour from end to
    end. On `disputed` rows the sources disagree. `vector` is the row's first vector, or -1.
    """

    def __init__(
        self, table: EventTable, machine_layers: frozenset[str] = frozenset(), coloured: bool = True
    ) -> None:
        self.table = table
        vectors = {name: i for i, name in enumerate(VECTORS)} if coloured else {}
        self._vector_of = _by_code(table, "vector", lambda id: vectors.get(id, NO_VECTOR))
        self._machine_of = _by_code(table, "layer", lambda id: int(id in machine_layers))

    @property
    def colouring(self) -> NDArray[np.int8]:
        """The vector of each code of the table's column, which every row's follows from."""
        return self._vector_of

    @ByRows
    def shape(self, rows: Rows) -> NDArray[np.uint8]:
        table = self.table
        first, last = table.first[rows], table.last[rows]
        near = ((table.doubt[rows] & APPROXIMATE) != 0) & (last - first <= 2 * _DAY_MARGIN)
        shape = np.full(len(rows), Shape.WITHIN, np.uint8)
        shape[table.inner_first[rows] <= table.inner_last[rows]] = Shape.SPAN
        shape[near] = Shape.ABOUT
        shape[first == last] = Shape.DAY
        return shape

    @ByRows
    def anchor(self, rows: Rows) -> Days:
        """Most rows are of one day; only the others have to be looked at closely."""
        table = self.table
        anchor = table.first[rows].astype(np.int64)
        lasting = np.flatnonzero(anchor != table.last[rows])
        if len(lasting):
            anchor[lasting] = self._anchor_of_lasting(rows[lasting])
        return anchor

    def _anchor_of_lasting(self, rows: Rows) -> Days:
        first, last = self.table.first[rows], self.table.last[rows]
        opens, ends_open = first <= OPEN_PAST, last >= OPEN_FUTURE
        start = np.where(opens, np.where(ends_open, 0, last), first)
        at_middle = np.isin(self.shape[rows], (Shape.ABOUT, Shape.WITHIN)) & ~opens & ~ends_open
        anchor: Days = np.where(at_middle, (first + last) // 2, start).astype(np.int64)
        return anchor

    def _exact(self, rows: Rows) -> Mask:
        table = self.table
        exact: Mask = (table.inner_first[rows] == table.first[rows]) & (
            table.inner_last[rows] == table.last[rows]
        )
        return exact

    @ByRows
    def unsure(self, rows: Rows) -> Mask:
        one_day = self.table.first[rows] == self.table.last[rows]
        unsure: Mask = (self.table.doubt[rows] != 0) | ~(one_day | self._exact(rows))
        return unsure

    @ByRows
    def solid(self, rows: Rows) -> Mask:
        sure = self.table.doubt[rows] == 0
        solid: Mask = (self.shape[rows] == Shape.SPAN) & self._exact(rows) & sure
        return solid

    @ByRows
    def machine(self, rows: Rows) -> Mask:
        machine: Mask = _looked_up(self.table, "layer", self._machine_of, rows) > 0
        return machine

    @ByRows
    def vector(self, rows: Rows) -> NDArray[np.int8]:
        return _looked_up(self.table, "vector", self._vector_of, rows)

    @ByRows
    def hollow(self, rows: Rows) -> Mask:
        hollow: Mask = (self.table.doubt[rows] & UNCERTAIN) != 0
        return hollow

    @ByRows
    def open_start(self, rows: Rows) -> Mask:
        opens: Mask = self.table.first[rows] <= OPEN_PAST
        return opens

    @ByRows
    def open_end(self, rows: Rows) -> Mask:
        opens: Mask = self.table.last[rows] >= OPEN_FUTURE
        return opens

    @ByRows
    def disputed(self, rows: Rows) -> Mask:
        return self.table.disputed(rows)


def shapes_of(
    table: EventTable, machine_layers: frozenset[str] = frozenset(), coloured: bool = True
) -> Shapes:
    """The shapes of every row; rows of `machine_layers` are hollow. Where they are not `coloured`
    no row is of a vector."""
    return Shapes(table, machine_layers, coloured)


def _by_code(table: EventTable, column: str, value: Callable[[str], int]) -> NDArray[np.int8]:
    """A value for each code of a column; after them -1, for the code of a row that has none."""
    codes = table.terms.get(column)
    ids = [term.id for term in codes.terms] if codes is not None else []
    return np.array([*map(value, ids), -1], np.int8)


def _looked_up(
    table: EventTable, column: str, of_code: NDArray[np.int8], rows: Rows
) -> NDArray[np.int8]:
    codes = table.terms.get(column)
    if codes is None:
        return np.full(len(rows), -1, np.int8)
    return of_code[codes.first_code(rows)]
