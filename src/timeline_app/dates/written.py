"""What an EDTF text says, taken apart but not yet reckoned: dates, intervals, sets."""

from typing import Literal, NamedTuple

APPROXIMATE = 1
UNCERTAIN = 2
DOUBTS = {"~": APPROXIMATE, "?": UNCERTAIN, "%": APPROXIMATE | UNCERTAIN}
MARKS = ("", "~", "?", "%")

SEASONS = frozenset(map(str, range(21, 42)))


class CalendarDate(NamedTuple):
    """A year, month or day. Figures may be X; `month` "21" to "41" is a season.

    `doubts` has one entry for each component written, of the bits APPROXIMATE and UNCERTAIN.
    `time` is kept as written, from its T on.
    """

    year: str
    month: str
    day: str
    doubts: tuple[int, ...]
    time: str = ""

    @property
    def is_season(self) -> bool:
        """Whether the month's place holds a season, quarter or half."""
        return self.month in SEASONS

    @property
    def shape(self) -> str:
        """Which components are written; the ends of a range in a set are alike in this."""
        return "day" if self.day else "month" if self.month else "year"


class ReckonedYear(NamedTuple):
    """A year by sum: `Y17E7`, `Y-171010000S2`, `1950S2`."""

    negative: bool
    long: bool
    figures: str
    exponent: int
    significant: int
    doubts: tuple[int, ...]

    @property
    def is_season(self) -> bool:
        """Never."""
        return False

    @property
    def shape(self) -> str:
        """As that of other years."""
        return "year"


WrittenDate = CalendarDate | ReckonedYear
Open = Literal["..", ""]
"""An end that is open, or unknown."""


class Interval(NamedTuple):
    """From one date to another."""

    begin: WrittenDate | Open
    end: WrittenDate | Open


class Member(NamedTuple):
    """One date of a set (`first is last`), or a range; None is "or earlier", "or later"."""

    first: WrittenDate | None
    last: WrittenDate | None


class DateSet(NamedTuple):
    """One of several dates, or all of them."""

    all_of_them: bool
    members: tuple[Member, ...]


Written = CalendarDate | ReckonedYear | Interval | DateSet
