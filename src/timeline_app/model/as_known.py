"""Treaties, memberships and series as they could be known on a day, and how many nothing dates."""

from collections.abc import Sequence
from dataclasses import fields, replace

import numpy as np
from numpy.typing import NDArray

from timeline_app.dataclass import dataclass
from timeline_app.model.distinct import distinct
from timeline_app.model.event_table import UNDATED, Days, Mask
from timeline_app.model.instrument_table import InstrumentTable, life_of
from timeline_app.model.membership_table import MembershipTable
from timeline_app.model.series import Series


@dataclass(frozen=True, slots=True)
class Undated:
    """How many are hidden while a day is chosen since nothing dates their sources: memberships and
    steps of treaties of what passes all else, and series; events, claims and whole treaties are
    counted where they are filtered."""

    memberships: int = 0
    steps: int = 0
    series: int = 0


def known_by(known_from: Days, day: int) -> Mask:
    """What was known at the end of this day; what is undated never was."""
    mask: Mask = (known_from <= day) & (known_from < UNDATED)
    return mask


def known_instruments(table: InstrumentTable, day: int) -> InstrumentTable:
    """With only the steps that were known; one of which no step was keeps all, and does not pass.

    The same object where nothing is taken away.
    """
    known = known_by(table.step_known_from, day)
    of = instrument_of_step(table)
    kept = known | (np.bincount(of[known], minlength=len(table)) == 0)[of]
    if kept.all():
        return table
    rows = np.flatnonzero(kept)
    offsets = np.zeros(len(table) + 1, np.int64)
    np.cumsum(np.bincount(of[rows], minlength=len(table)), out=offsets[1:])
    fewer = replace(
        table,
        offsets=offsets,
        step=table.step[rows],
        step_first=table.step_first[rows],
        step_last=table.step_last[rows],
        step_doubt=table.step_doubt[rows],
        step_by=table.step_by.take(rows),
        step_known_from=table.step_known_from[rows],
    )
    return _living(fewer, distinct(of[~kept]))


def instrument_of_step(table: InstrumentTable) -> NDArray[np.int64]:
    """The row of the instrument of each step."""
    return np.repeat(np.arange(len(table), dtype=np.int64), np.diff(table.offsets))


def _living(table: InstrumentTable, rows: NDArray[np.int64]) -> InstrumentTable:
    """The same with the lives of these rows reckoned from the steps they have."""
    first, last = table.life.first.copy(), table.life.last.copy()
    for row in rows.tolist():
        first[row], last[row] = life_of(table.steps(row), int(table.parties[row]))
    return replace(table, life=replace(table.life, first=first, last=last))


def known_memberships(table: MembershipTable, day: int) -> MembershipTable:
    """Those that were known; organisations and states keep their numbers."""
    return membership_rows_of(table, np.flatnonzero(known_by(table.known_from, day)))


def undated_memberships(table: MembershipTable) -> MembershipTable:
    """Those of which nothing dates the source."""
    return membership_rows_of(table, np.flatnonzero(table.known_from >= UNDATED))


def membership_rows_of(table: MembershipTable, rows: NDArray[np.int64]) -> MembershipTable:
    """These rows alone, in this order; the same object where they are all of them."""
    if len(rows) == len(table):
        return table
    columns = (f.name for f in fields(table) if f.name not in ("organisations", "states", "texts"))
    taken = {name: getattr(table, name)[rows] for name in columns}
    return replace(table, **taken, texts=table.texts.take(rows))


def known_series(every: Sequence[Series], day: int) -> tuple[Series, ...]:
    """Those whose vintage, or edition, was out by the end of this day."""
    return tuple(one for one in every if one.known_from <= day and one.known_from < UNDATED)
