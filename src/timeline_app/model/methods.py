"""What an open archive says of how it was made, as numbers and names: the tables of its methods."""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from timeline_app.dataclass import dataclass
from timeline_app.dates.civil import date_of
from timeline_app.dates.day import OPEN_FUTURE, OPEN_PAST
from timeline_app.model.event_table import EventTable

THIN = 12
"""Under so many events a cell says little."""

MOST_PERIODS = 9
STEPS = (5, 10, 25, 50, 100, 250, 500, 1_000, 5_000, 10_000)

Share = tuple[str, int]
"""Words and a count."""


@dataclass(frozen=True, slots=True)
class Member:
    """An actor that belongs to a vector; `since` and `until` are EDTF or empty."""

    vector: str
    actor: str
    since: str
    until: str


@dataclass(frozen=True, slots=True)
class Told:
    """What the rows of an archive say of its sources, its vectors and its claims.

    Counts of citations are of the layers that are on; `origins` counts vectors by how they were
    given, `bases` sources by what their date is, `read` citations by what was read of the source.
    """

    members: tuple[Member, ...] = ()
    publishers: tuple[Share, ...] = ()
    citations: int = 0
    languages: tuple[Share, ...] = ()
    read: tuple[Share, ...] = ()
    bases: tuple[Share, ...] = ()
    origins: tuple[Share, ...] = ()
    verdicts: tuple[Share, ...] = ()
    outcomes: int = 0
    outcomes_sourced: int = 0


@dataclass(frozen=True, slots=True)
class Coverage:
    """Events by vector (rows) and period: first and last year of each, counts, and totals."""

    periods: tuple[tuple[int, int], ...]
    rows: tuple[tuple[str, tuple[int, ...], int], ...]
    all: tuple[int, ...]


def coverage(table: EventTable) -> Coverage:
    """How many events begin in each period; those of unknown beginning by their end.

    Periods are of five years, or of as many as make few enough periods.
    """
    begins = np.where((table.first > OPEN_PAST), table.first, table.last)
    dated = (begins > OPEN_PAST) & (begins < OPEN_FUTURE)
    if not dated.any():
        return Coverage((), (), ())
    days, of_day = np.unique(begins[dated], return_inverse=True)
    years = np.array([date_of(day)[0] for day in days.tolist()], np.int64)
    first, last = int(years[0]), int(years[-1])
    step = next((s for s in STEPS if (last - first) // s < MOST_PERIODS), STEPS[-1])
    start = first - (first - 1) % step
    slot = np.full(len(table), -1, np.int64)
    slot[dated] = ((years - start) // step)[of_day]
    n = (last - start) // step + 1
    periods = tuple((start + i * step, min(start + (i + 1) * step - 1, last)) for i in range(n))
    return Coverage(periods, tuple(_rows(table, slot, n)), _counts(slot, n))


def _rows(
    table: EventTable, slot: NDArray[np.int64], n: int
) -> Iterator[tuple[str, tuple[int, ...], int]]:
    vectors = table.terms.get("vector")
    if vectors is None:
        return
    rows = vectors.rows
    for code, term in enumerate(vectors.terms):
        held = rows[vectors.codes == code]
        yield term.label, _counts(slot[held], n), len(held)


def _counts(slot: NDArray[np.int64], n: int) -> tuple[int, ...]:
    return tuple(np.bincount(slot[slot >= 0], minlength=n).tolist())
