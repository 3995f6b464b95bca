"""The whole archive as counts by stretches of the calendar: all that its overview is painted from.

It is kept between two sittings, so that the first frame shows it while nothing else is read yet;
therefore nothing heavy is imported here.
"""

from timeline_app.dataclass import dataclass
from timeline_app.dates.civil import date_of, day_of
from timeline_app.model.view import View

MONTH_STEPS = (1, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 2400, 6000, 12_000, 60_000)
"""How many months a column of the overview may cover; over ages tens of the last."""

LEAST_COLUMN_PX = 8.0
MOST_COUNTS = 4096
_DAYS_A_MONTH = 30.436875


@dataclass(frozen=True, slots=True)
class OverviewCounts:
    """How many events stand in each stretch of `months` months (1, 12, 120, ...).

    The first stretch is number `first`: month `first * months` counted from January of year 0.
    `home` is the view of the whole archive.
    """

    home: View
    months: int
    first: int
    counts: tuple[int, ...]

    def columns(self, least_days: float) -> tuple[list[int], list[int]]:
        """Columns of `least_days` or more: their edges (one more than columns) and their counts.

        They are never finer than what is kept.
        """
        months = max(step_of(least_days), self.months)
        edges = edges_of(self.home, months)
        counts = [0] * (len(edges) - 1)
        begin = stretch_of(edges[0], months)
        for n, count in enumerate(self.counts, self.first):
            column = n * self.months // months - begin
            if 0 <= column < len(counts):
                counts[column] += count
        return edges, counts


def kept_step(home: View) -> int:
    """The months of a stretch, so that MOST_COUNTS of them span the archive."""
    months = 1
    while home.days / (_DAYS_A_MONTH * months) > MOST_COUNTS - 2:
        months = 12 if months == 1 else months * 10
    return months


def step_of(least_days: float) -> int:
    """The months of a column that is so many days long or longer."""
    least = least_days / _DAYS_A_MONTH
    months = next((m for m in MONTH_STEPS if m >= least), MONTH_STEPS[-1])
    while months < least:  # ages: there are years with nine figures
        months *= 10
    return months


def stretch_of(day: int, months: int) -> int:
    """The number of the stretch of so many months that holds a day."""
    year, month, _ = date_of(day)
    return (year * 12 + month - 1) // months


def edges_of(home: View, months: int) -> list[int]:
    """The first day of each stretch from the one that holds the beginning of `home` to its end,
    and the day after the last."""
    number = stretch_of(int(home.first // 1), months)
    edges: list[int] = []
    while not edges or edges[-1] <= home.end:
        begin = number * months
        edges.append(day_of(begin // 12, begin % 12 + 1, 1))
        number += 1
    return edges
