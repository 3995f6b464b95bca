"""Whole days on one line: the astronomers' Julian Day Number, so no year 0 and no year 9999.

Day d covers [d, d + 1) on the axis. The ends of open spans are numbers too, so that columns of days
need no holes: they lie beyond every day that is reckoned exactly, and the difference of any two
days, open ends included, still fits a signed 64-bit whole number.
"""

from timeline_app.dataclass import dataclass

DayNumber = int

OPEN_PAST: DayNumber = -(2**61)
OPEN_FUTURE: DayNumber = 2**61

LAST_EXACT_YEAR = 10**15
"""Years from minus this to this are reckoned to the day; those beyond have an open end."""


def is_open(day: DayNumber) -> bool:
    """Whether this stands for an end that is open (or unknown) rather than for a day."""
    return day <= OPEN_PAST or day >= OPEN_FUTURE


@dataclass(frozen=True, slots=True)
class DaySpan:
    """All days from `first` to `last`, both included."""

    first: DayNumber
    last: DayNumber

    def __post_init__(self) -> None:
        if self.first > self.last:
            raise ValueError(f"a span cannot end ({self.last}) before it begins ({self.first})")

    @property
    def days(self) -> int:
        """How many days it covers; meaningless where an end is open."""
        return self.last - self.first + 1

    def touches(self, other: "DaySpan") -> bool:
        """Whether the two have a day in common."""
        return self.first <= other.last and other.first <= self.last
