"""Seasons, quarters and the like, 21 to 41: which months of the year they cover.

EDTF does not say when a season begins. Here seasons are those of the meteorologists, three whole
months each; 21 to 24, "independent of location", are northern as all of this archive is. A winter
bears the number of the year in which it begins.
"""

from timeline_app.dates import civil
from timeline_app.dates.day import DaySpan

_FIRST_MONTH_AND_MONTHS = {
    **{code: (3 * (code - 21) + 3, 3) for code in range(21, 25)},
    **{code: (3 * (code - 25) + 3, 3) for code in range(25, 29)},
    29: (9, 3),
    30: (12, 3),
    31: (3, 3),
    32: (6, 3),
    **{code: (3 * (code - 33) + 1, 3) for code in range(33, 37)},
    **{code: (4 * (code - 37) + 1, 4) for code in range(37, 40)},
    **{code: (6 * (code - 40) + 1, 6) for code in range(40, 42)},
}


def season_span(year: int, code: int) -> DaySpan:
    """The days of a season of that year; `code` is 21 to 41."""
    month, months = _FIRST_MONTH_AND_MONTHS[code]
    first = civil.day_of(year, month, 1)
    return DaySpan(first, civil.months_later(first, months) - 1)
