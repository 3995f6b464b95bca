"""What happened, as read-only columns.

A row is an occurrence, shown by its preferred record among the layers that are on. Rows are ordered
by outer first day (then outer last day, then key), so what a window shows is found by bisection.
Texts are not here: titles are read from the archive for the rows that are seen.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from timeline_app.dates.day import OPEN_FUTURE
from timeline_app.model.columns import DISPUTED as DISPUTED

APPROXIMATE = 1
UNCERTAIN = 2

UNDATED = OPEN_FUTURE
"""The `known_from` of what cannot be dated: it is not known on any day."""

Days = NDArray[np.int64]
Mask = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Term:
    """A value a column can hold: its stable id ("RUS", "state-visit") and its words."""

    id: str
    label: str


@dataclass(frozen=True, eq=False, slots=True)
class Codes:
    """A column of several terms a row: row i holds `codes[offsets[i]:offsets[i + 1]]`.

    `offsets` has n + 1 entries; a code is an index into `terms`. A row may hold none.
    """

    offsets: NDArray[np.int64]
    codes: NDArray[np.int32]
    terms: tuple[Term, ...]

    def holding(self, term: str) -> Mask:
        """The rows that hold the term of this id."""
        wanted = np.array([one.id == term for one in self.terms], np.bool_)
        held: Mask = np.zeros(len(self.offsets) - 1, np.bool_)
        if wanted.any():
            held[self.rows[wanted[self.codes]]] = True
        return held

    def of(self, row: int) -> tuple[str, ...]:
        """The term ids of one row."""
        span = self.codes[self.offsets[row] : self.offsets[row + 1]]
        return tuple(self.terms[c].id for c in span)

    @property
    def rows(self) -> NDArray[np.int64]:
        """For each entry of `codes` the row that holds it."""
        return np.repeat(np.arange(len(self.offsets) - 1), np.diff(self.offsets))


def empty_table() -> "EventTable":
    """What is shown where nothing is."""
    no_days = np.zeros(0, np.int64)
    return EventTable(
        key=no_days,
        occurrence=no_days,
        first=no_days,
        last=no_days,
        inner_first=no_days,
        inner_last=no_days,
        doubt=np.zeros(0, np.uint8),
        importance=np.zeros(0, np.int32),
        known_from=no_days,
        terms={},
    )


@dataclass(frozen=True, eq=False, slots=True)
class EventTable:
    """n occurrences as columns. Days are Julian Day Numbers (see `dates`).

    `first`, `last` bound the outer span (at some time within); `inner_first`, `inner_last` the
    inner one (throughout), which is absent where `inner_first > inner_last`. `doubt` holds the
    flags APPROXIMATE and UNCERTAIN. `key` is the archive's row number of the shown record.
    `occurrence` numbers what happened, the same in every table made from one archive. `known_from`
    is the first day on which a source of it had surely been published (see `docs/data.md`), or
    UNDATED.
    """

    key: NDArray[np.int64]
    occurrence: NDArray[np.int64]
    first: Days
    last: Days
    inner_first: Days
    inner_last: Days
    doubt: NDArray[np.uint8]
    importance: NDArray[np.int32]
    known_from: Days
    terms: Mapping[str, Codes]

    def __len__(self) -> int:
        return len(self.key)

    @property
    def day_sure(self) -> Mask:
        """Which rows are dated to one day without a doubt."""
        sure: Mask = (self.first == self.last) & (self.doubt == 0)
        return sure

    @property
    def disputed(self) -> Mask:
        """Which rows are told in more than one way."""
        evidence = self.terms.get("evidence")
        return np.zeros(len(self), np.bool_) if evidence is None else evidence.holding(DISPUTED)
