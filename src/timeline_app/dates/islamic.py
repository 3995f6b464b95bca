"""The tabular Islamic calendar with the civil epoch (1 Muharram 1 is Friday, 16 July 622 Julian).

Leap years are 2, 5, 7, 10, 13, 16, 18, 21, 24, 26 and 29 of each thirty. Months that began with a
sighting of the moon may lie a day or two beside it, which is why dates that come through here are
shown two days either way.
"""

from timeline_app.dates.day import DayNumber

VARIANT = "islamic-civil"
MARGIN_DAYS = 2

_DAYS_BEFORE_YEAR_1 = 1948440


def is_leap(year: int) -> bool:
    """Whether the year has 355 days."""
    return (11 * year + 14) % 30 < 11


def days_in_month(year: int, month: int) -> int:
    """29 or 30."""
    return 30 if month % 2 == 1 or (month == 12 and is_leap(year)) else 29


def day_of(year: int, month: int, day: int) -> DayNumber:
    """The day number of a date."""
    before_year = (year - 1) * 354 + (11 * year + 3) // 30
    before_month = (month - 1) * 29 + month // 2
    return _DAYS_BEFORE_YEAR_1 + before_year + before_month + day - 1


def date_of(day: DayNumber) -> tuple[int, int, int]:
    """Year, month and day in the tabular Islamic calendar."""
    year = (30 * (day - _DAYS_BEFORE_YEAR_1) + 10646) // 10631
    day_of_year = day - day_of(year, 1, 1)
    month = min(12, 2 * day_of_year // 59 + 1)
    return year, month, day - day_of(year, month, 1) + 1
