"""How much wider an approximate date is than its bounds.

About a day: seven days either way; about a month or season: one month; about a year: one year. Of
several marks the widest holds, but a mark behind a component speaks of the whole up to there, so
its margin is that of the finest it holds for.
"""

from timeline_app.dates import civil
from timeline_app.dates.day import DayNumber, DaySpan, is_open
from timeline_app.dates.written import APPROXIMATE, DateSet, Interval, Open, Written, WrittenDate

YEAR_MONTHS = 12
DAY_DAYS = 7


def widened(written: Written, bounds: DaySpan) -> DaySpan:
    """`bounds`, moved out where an end is approximate."""
    if isinstance(written, Interval):
        return DaySpan(
            _earlier(bounds.first, _margin(written.begin)),
            _later(bounds.last, _margin(written.end)),
        )
    if isinstance(written, DateSet):
        ends = [date for member in written.members for date in (member.first, member.last) if date]
        widest = max((_margin(date) for date in ends), default=(0, 0))
        return DaySpan(_earlier(bounds.first, widest), _later(bounds.last, widest))
    margin = _margin(written)
    return DaySpan(_earlier(bounds.first, margin), _later(bounds.last, margin))


def _margin(date: WrittenDate | Open) -> tuple[int, int]:
    """Months and days either way, of which one is 0."""
    if isinstance(date, str) or not any(doubt & APPROXIMATE for doubt in date.doubts):
        return 0, 0
    margins = ((YEAR_MONTHS, 0), (1, 0), (0, DAY_DAYS))
    marked = [bool(doubt & APPROXIMATE) for doubt in date.doubts]
    alike = marked.index(False) if False in marked else len(marked)
    if alike:
        marked[: alike - 1] = [False] * (alike - 1)
    return max(margin for margin, is_marked in zip(margins, marked, strict=False) if is_marked)


def _earlier(day: DayNumber, margin: tuple[int, int]) -> DayNumber:
    months, days = margin
    if is_open(day) or margin == (0, 0):
        return day
    return civil.months_later(day, -months) - days


def _later(day: DayNumber, margin: tuple[int, int]) -> DayNumber:
    """Counted from the day after, so that a month's end moves to a month's end."""
    months, days = margin
    if is_open(day) or margin == (0, 0):
        return day
    return civil.months_later(day + 1, months) - 1 + days
