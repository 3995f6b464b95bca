"""How often a shift as large is found where nobody looked: the same two lengths, elsewhere.

The pair of periods is moved month by month over all that the events cover, with the days between
them as they are; pairs that have no share to compare are left out.
"""

from timeline_app.analysis.engagement import Engagement
from timeline_app.analysis.months import Period, blocks_of
from timeline_app.analysis.two_periods import divided, shift_between
from timeline_app.dataclass import dataclass
from timeline_app.dates import civil

_EQUAL = 1e-12
"""Shifts that differ by less differ by the last digits of a sum alone."""

LEAST_IN_EACH = 5
"""Under so many occurrences with a partner in one of its periods a pair is not compared."""


@dataclass(frozen=True, slots=True)
class Placebo:
    """Of `pairs` pairs of periods, the one that was asked for among them, `as_large` show a shift
    at least as large; `thin` others were left out. `found` are all of them: by how many months the
    pair was moved, and its shift."""

    pairs: int
    as_large: int
    thin: int
    found: tuple[tuple[int, float], ...] = ()


def placebo_of(events: Engagement, a: Period, b: Period, cover: Period) -> Placebo | None:
    """How rare the shift from A to B is among pairs of their lengths within `cover`; None where
    there is no shift to compare."""
    asked = _shift(events, a, b)
    if asked is None:
        return None
    found, thin = [(0, asked)], 0
    for months in _moves(min(a.first, b.first), max(a.last, b.last), cover):
        shift = _shift(events, _moved(a, months), _moved(b, months))
        if shift is None:
            thin += 1
            continue
        found.append((months, shift))
    large = sum(1 for _, shift in found if shift >= asked - _EQUAL)
    return Placebo(len(found), large, thin, tuple(sorted(found)))


def moved_pair(a: Period, b: Period, months: int) -> tuple[Period, Period]:
    """A and B so many months later."""
    return _moved(a, months), _moved(b, months)


def _moves(first: int, last: int, cover: Period) -> list[int]:
    """By how many months both can be moved and stay within the cover; 0 left out."""
    found = []
    for step in (-1, 1):
        n = step
        while True:
            moved = _moved(Period(first, last), n)
            if moved.first < cover.first or moved.last > cover.last:
                break
            found.append(n)
            n += step
    return sorted(found)


def _moved(period: Period, months: int) -> Period:
    """The period so many months later, as many days long."""
    first = civil.months_later(period.first, months)
    return Period(first, first + period.days - 1)


def _shift(events: Engagement, a: Period, b: Period) -> float | None:
    only_a, only_b, _ = divided(events, a, b)
    of_a, of_b = blocks_of(only_a, a), blocks_of(only_b, b)
    if min(of_a.n.sum(), of_b.n.sum()) < LEAST_IN_EACH:
        return None
    return shift_between(of_a.weights.sum(axis=0), of_b.weights.sum(axis=0))
