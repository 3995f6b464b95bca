"""Two actors: how often the archive tells of both, and where it is silent of them."""

from collections.abc import Mapping

import numpy as np

from timeline_app.analysis.months import Period
from timeline_app.dataclass import dataclass
from timeline_app.model.codes import Ints, Mask
from timeline_app.model.event_table import EventTable

VISITS = ("state-visit", "visit")
"""Kinds that are visits. Only a state visit tells its level, and none tells who went to whom."""

MOST_SILENCES = 5
DAYS_A_YEAR = 365.2425


@dataclass(frozen=True, slots=True)
class Silence:
    """Days between two events of a pair on which nothing of both may lie; `of_one` counts the
    events of one of them alone that touch these days: few say that the archive is thin there."""

    first: int
    last: int
    of_one: int

    @property
    def days(self) -> int:
        """How long it is."""
        return self.last - self.first + 1


@dataclass(frozen=True, eq=False, slots=True)
class Dyad:
    """The rows that name both, `rate` of them a year, how many are visits by what is known of
    their level, and the longest silences."""

    rows: Ints
    rate: float
    visits: Mapping[str, int]
    silences: tuple[Silence, ...]


def dyad(table: EventTable, passing: Mask, one: str, other: str, period: Period) -> Dyad:
    """What the rows of `passing` within the period tell of two actors, by their ids."""
    actors = table.terms["actor"]
    of_one, of_other = actors.holding({one}), actors.holding({other})
    inside = passing & (table.first <= period.last) & (table.last >= period.first)
    rows = np.flatnonzero(inside & of_one & of_other)
    alone = inside & (of_one ^ of_other)
    kinds = table.terms["kind"]
    visits = {kind: int(kinds.holding({kind})[rows].sum()) for kind in VISITS}
    return Dyad(
        rows=rows,
        rate=len(rows) * DAYS_A_YEAR / period.days,
        visits={"state": visits["state-visit"], "unknown": visits["visit"]},
        silences=_silences(table, rows, alone, period),
    )


def _silences(table: EventTable, rows: Ints, alone: Mask, period: Period) -> tuple[Silence, ...]:
    """The longest stretches between the outer spans of the rows, longest first."""
    found: list[tuple[int, int]] = []
    reached = period.first - 1
    for row in rows.tolist():
        first, last = int(table.first[row]), int(table.last[row])
        if first > reached + 1:
            found.append((reached + 1, first - 1))
        reached = max(reached, last)
    if reached < period.last:
        found.append((reached + 1, period.last))
    longest = sorted(found, key=lambda gap: (gap[0] - gap[1], gap[0]))[:MOST_SILENCES]
    return tuple(
        Silence(first, last, int((alone & (table.first <= last) & (table.last >= first)).sum()))
        for first, last in longest
    )
