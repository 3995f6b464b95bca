"""How each row of an event table is to be drawn: which shape, where it stands, in which colour."""

from dataclasses import dataclass
from enum import IntEnum

import numpy as np
from numpy.typing import NDArray

from timeline_app.dates.day import OPEN_FUTURE, OPEN_PAST
from timeline_app.model.columns import VECTORS
from timeline_app.model.event_table import APPROXIMATE, UNCERTAIN, Days, EventTable, Mask

NO_VECTOR = -1
_DAY_MARGIN = 7


class Shape(IntEnum):
    """DAY a glyph, ABOUT a glyph with feathers, WITHIN a pale bar, SPAN a bar with a solid part."""

    DAY = 0
    ABOUT = 1
    WITHIN = 2
    SPAN = 3


@dataclass(frozen=True, eq=False, slots=True)
class Shapes:
    """One entry a row of the table.

    `anchor` is the day a cell or glyph stands on: the day itself, the start of a span, the middle
    of what is known no closer (cells only; a mark never stands there). `unsure` rows are drawn
    broken; `machine` rows (coded by a program) hollow. `solid` spans are one colour from end to
    end. On `disputed` rows the sources disagree. `vector` is the row's first vector, or -1.
    """

    table: EventTable
    shape: NDArray[np.uint8]
    anchor: Days
    unsure: Mask
    solid: Mask
    hollow: Mask
    machine: Mask
    disputed: Mask
    open_start: Mask
    open_end: Mask
    vector: NDArray[np.int8]


def anchors(table: EventTable) -> Days:
    """The anchor of every row; see `Shapes`."""
    return shapes_of(table).anchor


def shapes_of(table: EventTable, machine_layers: frozenset[str] = frozenset()) -> Shapes:
    """The shapes of every row; rows of `machine_layers` are hollow."""
    open_start, open_end = table.first <= OPEN_PAST, table.last >= OPEN_FUTURE
    throughout = table.inner_first <= table.inner_last
    one_day = table.first == table.last
    about = (table.doubt & APPROXIMATE).astype(np.bool_)
    near = about & (table.last - table.first <= 2 * _DAY_MARGIN)
    shape = np.full(len(table), Shape.WITHIN, np.uint8)
    shape[throughout] = Shape.SPAN
    shape[near] = Shape.ABOUT
    shape[one_day] = Shape.DAY
    exact = (table.inner_first == table.first) & (table.inner_last == table.last)
    return Shapes(
        table=table,
        shape=shape,
        anchor=_anchor(table, shape, open_start, open_end),
        unsure=(table.doubt != 0) | ~(one_day | exact),
        solid=(shape == Shape.SPAN) & exact & (table.doubt == 0),
        hollow=(table.doubt & UNCERTAIN).astype(np.bool_),
        machine=_in_layers(table, machine_layers),
        disputed=table.disputed,
        open_start=open_start,
        open_end=open_end,
        vector=_first_vector(table),
    )


def _anchor(table: EventTable, shape: NDArray[np.uint8], opens: Mask, ends_open: Mask) -> Days:
    start = np.where(opens, table.last, table.first)
    start = np.where(opens & ends_open, 0, start)
    middle = (table.first + table.last) // 2
    at_middle = np.isin(shape, (Shape.ABOUT, Shape.WITHIN)) & ~opens & ~ends_open
    anchor: Days = np.where(at_middle, middle, start).astype(np.int64)
    return anchor


def _first_vector(table: EventTable) -> NDArray[np.int8]:
    column = table.terms.get("vector")
    vector = np.full(len(table), NO_VECTOR, np.int8)
    if column is None or not len(column.codes):
        return vector
    places = {name: i for i, name in enumerate(VECTORS)}
    of_code = np.array([places.get(term.id, NO_VECTOR) for term in column.terms], np.int8)
    first = column.first_code()
    return np.where(first < 0, vector, of_code[first])


def _in_layers(table: EventTable, layers: frozenset[str]) -> Mask:
    column = table.terms.get("layer")
    if column is None or not layers:
        return np.zeros(len(table), np.bool_)
    return column.holding(layers)
