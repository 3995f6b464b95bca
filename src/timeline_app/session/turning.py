"""Turning points of what is shown, and the breaks in coverage that stand beside them.

A break is a quarter in which the number of all that the weighed layers hold turns, whatever is
asked for and of whatever kind: what turns beside it may be the archive and not the world. (Layers
that begin or end within the period are not weighed at all.)
"""

from collections.abc import Iterator

from timeline_app.analysis.engagement import NO_RULE, engagement_of
from timeline_app.analysis.months import Blocks, Period, blocks_of, months_in
from timeline_app.analysis.turning_points import (
    FEW_QUARTERS,
    MOST_QUARTERS,
    NEAR,
    Turn,
    quarters_of,
    turns_of_counts,
    turns_of_shares,
)
from timeline_app.dataclass import dataclass
from timeline_app.dates import civil
from timeline_app.session.measure import Measure
from timeline_app.session.snapshot import Snapshot
from timeline_app.session.weighing import Weighed, weighed
from timeline_app.words.tr import tr

_QUARTER = 3


@dataclass(frozen=True, slots=True)
class Break:
    """A day at which coverage changes, how one sees it, and its support as of a turning point."""

    day: int
    why: str
    support: float


@dataclass(frozen=True, eq=False, slots=True)
class Turned:
    """Turning points within `quarters` calendar quarters from `first` on, and how many events each
    holds; `few` says that the quarters are too few for any."""

    of: Weighed
    first: int
    quarters: int
    events: tuple[int, ...]
    breaks: tuple[Break, ...]
    counts: tuple[Turn, ...]
    shares: tuple[Turn, ...]

    @property
    def few(self) -> bool:
        """Whether there are too few quarters to look for any."""
        return self.quarters < FEW_QUARTERS

    @property
    def many(self) -> bool:
        """Whether there are too many."""
        return self.quarters > MOST_QUARTERS

    def day(self, at: int) -> int:
        """The first day of a quarter."""
        return civil.months_later(self.first, _QUARTER * at)

    def beside(self, turn: Turn) -> Break | None:
        """The break nearest to a point, within two quarters; None where none is so near."""
        first, last = self.day(turn.at - NEAR), self.day(turn.at + NEAR)
        near = [one for one in self.breaks if first <= one.day <= last]
        return min(near, key=lambda one: abs(one.day - self.day(turn.at)), default=None)


def turned(now: Snapshot, period: Period, measure: Measure | None = None) -> Turned:
    """What turns within the whole calendar quarters of a period."""
    measure = measure or Measure()
    of = weighed(now, period, measure)
    first = _quarter_on(period.first)
    if first > period.last:
        return Turned(of, first, 0, (), (), (), ())
    whole = Period(first, period.last)
    if (most := months_in(whole) // _QUARTER) > MOST_QUARTERS:
        return Turned(of, first, most, (), (), (), ())
    blocks = blocks_of(of.events, whole)
    quarters = _whole_quarters(blocks, whole)
    blocks = _first_of(blocks, quarters)
    return Turned(
        of,
        first,
        quarters,
        tuple(int(n) for n in blocks.every.reshape(quarters, _QUARTER).sum(axis=1)),
        tuple(_breaks(now, of, whole, quarters, measure)),
        turns_of_counts(blocks, measure.seed, measure.draws),
        turns_of_shares(blocks, measure.seed, measure.draws),
    )


def _quarter_on(day: int) -> int:
    """The first day of a calendar quarter that is not before this one."""
    year, month, _ = civil.date_of(day)
    start = civil.day_of(year, month - (month - 1) % _QUARTER, 1)
    return start if start >= day else civil.months_later(start, _QUARTER)


def _whole_quarters(blocks: Blocks, period: Period) -> int:
    """A last month that is cut is no month."""
    cut = civil.months_later(period.first, len(blocks)) - 1 > period.last
    return (len(blocks) - cut) // _QUARTER if cut else quarters_of(blocks)


def _first_of(blocks: Blocks, quarters: int) -> Blocks:
    n = quarters * _QUARTER
    return Blocks(blocks.weights[:n], blocks.touching[:n], blocks.n[:n], blocks.every[:n])


def _breaks(
    now: Snapshot, of: Weighed, period: Period, quarters: int, measure: Measure
) -> Iterator[Break]:
    every = now.table.terms["layer"].holding(set(of.layers))
    all_of = _first_of(blocks_of(engagement_of(now.table, every, NO_RULE), period), quarters)
    for turn in turns_of_counts(all_of, measure.seed, measure.draws):
        day = civil.months_later(period.first, _QUARTER * turn.at)
        why = tr(
            "all that the archive holds turns from {before} to {after} events a quarter",
            before=f"{float(turn.before[0]):.1f}",
            after=f"{float(turn.after[0]):.1f}",
        )
        yield Break(day, why, turn.support)
