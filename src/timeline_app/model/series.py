"""Series of figures: what was measured, of whom and with whom, by which source; and the figures."""

import numpy as np
from numpy.typing import NDArray

from timeline_app.dataclass import dataclass
from timeline_app.model.event_table import Days


@dataclass(frozen=True, slots=True)
class Series:
    """A measure of one party, or of one with a partner, as one source gives it.

    `entity` and `partner` are codes or names as the data write them, `..._name` what is read;
    `partner` is empty where there is none. `scale` is how many units of `unit` a figure stands for
    (a million, say). `vector` is that of the partner, or of the entity where it has no partner;
    empty where it has none. `known_from` is the day by which its vintage, or the edition of its
    source, was out; UNDATED where nothing says it. `first` and `last` are the outer days of all its
    figures.
    """

    key: int
    id: str
    measure: str
    unit: str
    scale: float
    entity: str
    entity_name: str
    partner: str
    partner_name: str
    vector: str
    source: str
    vintage: str
    known_from: int
    first: int
    last: int
    count: int


@dataclass(frozen=True, eq=False, slots=True)
class Observations:
    """The figures of one series, a row each, in the order of their days.

    A figure is of the days from `first` to `last`, both inclusive. `value` is as the data write
    it, `amount` in the unit itself: value times the series' scale. `n` is of how many cases it was
    computed, -1 where that is not told; `note` is what was said with it.
    """

    edtf: tuple[str, ...]
    first: Days
    last: Days
    value: NDArray[np.float64]
    amount: NDArray[np.float64]
    n: NDArray[np.int64]
    note: tuple[str, ...]

    def __len__(self) -> int:
        return len(self.edtf)

    def at(self, day: int) -> int | None:
        """The figure of this day, the latest to begin where there are several; or None."""
        held = np.flatnonzero((self.first <= day) & (day <= self.last))
        return int(held[-1]) if len(held) else None


@dataclass(frozen=True, slots=True)
class Within:
    """Which figures of a series belong to a period: rows of its observations.

    `first` and `last` lie wholly within it, None where no figure does; `cut` are those that the
    period's ends cut through.
    """

    first: int | None
    last: int | None
    cut: tuple[int, ...]


def within(figures: Observations, first: int, last: int) -> Within:
    """The figures of the period from `first` to `last`, both inclusive."""
    whole = (figures.first >= first) & (figures.last <= last)
    touched = (figures.first <= last) & (figures.last >= first)
    rows = np.flatnonzero(whole)
    cut = tuple(np.flatnonzero(touched & ~whole).tolist())
    if not len(rows):
        return Within(None, None, cut)
    return Within(int(rows[0]), int(rows[-1]), cut)


def no_observations() -> Observations:
    """A series of which nothing can be read."""
    days = np.zeros(0, np.int64)
    none = np.zeros(0, np.float64)
    return Observations((), days, days, none, none, days, ())
