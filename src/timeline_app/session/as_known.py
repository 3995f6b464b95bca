"""What stands beside the events as it could be known on the day that is chosen."""

from collections.abc import Sequence

import numpy as np

from timeline_app.dates.day import OPEN_FUTURE, OPEN_PAST
from timeline_app.model.as_known import (
    Undated,
    instrument_of_step,
    known_instruments,
    known_memberships,
    known_series,
    undated_memberships,
)
from timeline_app.model.event_table import UNDATED
from timeline_app.model.filter import Filter
from timeline_app.model.instrument_table import InstrumentTable, no_instruments
from timeline_app.model.membership_rows import passing_rows
from timeline_app.model.membership_table import MembershipTable, no_memberships
from timeline_app.model.series import Series
from timeline_app.session.snapshot import Snapshot

NOTHING_HIDDEN = Undated()


class AsKnown:
    """Tables of one archive as they stood; the same objects as long as nothing comes or goes."""

    def __init__(self, instruments: InstrumentTable, memberships: MembershipTable) -> None:
        self._instruments, self._memberships = instruments, memberships
        self._then = instruments, memberships
        self._undated = undated_memberships(memberships)
        self._series: tuple[tuple[Series, ...], int, tuple[Series, ...]] = ((), 0, ())

    def tables(self, asked: Filter) -> tuple[InstrumentTable, MembershipTable]:
        """Treaties with the steps that were known, and the memberships that were."""
        if asked.known is None:
            return self._instruments, self._memberships
        day = asked.known.day
        instruments = known_instruments(self._instruments, day)
        memberships = known_memberships(self._memberships, day)
        if _same_steps(instruments, self._then[0]):
            instruments = self._then[0]
        if np.array_equal(memberships.key, self._then[1].key):
            memberships = self._then[1]
        self._then = instruments, memberships
        return self._then

    def series(self, every: tuple[Series, ...], asked: Filter) -> tuple[Series, ...]:
        """Of all series those that were known."""
        if asked.known is None:
            return every
        of, day, then = self._series
        if of is not every or day != asked.known.day:
            found = known_series(every, asked.known.day)
            then = then if of is every and found == then else found
            self._series = every, asked.known.day, then
        return then

    def undated(self, now: Snapshot, every: Sequence[Series]) -> Undated:
        """What is hidden and would pass if it were dated; nothing while no day is chosen."""
        if now.filter.known is None:
            return NOTHING_HIDDEN
        span = now.filter.span
        days = (span.first, span.last) if span else (OPEN_PAST, OPEN_FUTURE)
        rows = passing_rows(self._undated, now.filter.terms("state"), *days)
        whole = self._instruments
        shown = now.instruments_passing.mask[instrument_of_step(whole)]
        return Undated(
            memberships=len(rows),
            steps=int(np.count_nonzero(shown & (whole.step_known_from >= UNDATED))),
            series=sum(1 for one in every if one.known_from >= UNDATED),
        )


def nothing_known() -> AsKnown:
    """Where no archive is open."""
    return AsKnown(no_instruments(), no_memberships())


def shown_series(now: Snapshot) -> tuple[Series, ...]:
    """Of the chosen series those that were known on the day that is chosen; all without one."""
    known = now.filter.known
    return now.series_chosen if known is None else known_series(now.series_chosen, known.day)


def _same_steps(one: InstrumentTable, other: InstrumentTable) -> bool:
    return (
        one.ids is other.ids
        and np.array_equal(one.offsets, other.offsets)
        and np.array_equal(one.step_known_from, other.step_known_from)
    )
