"""The proleptic Gregorian calendar: year 0 is 1 BCE, year -1 is 2 BCE.

Exact for whole numbers of any size. Years are counted from 1 March, so that the leap day is the
last of its year and the lengths of the months before it follow one straight line.
"""

from timeline_app.dates.day import OPEN_FUTURE, OPEN_PAST, DayNumber

_DAYS_BEFORE_1_MARCH_0 = 1721120
_LENGTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def is_leap(year: int) -> bool:
    """Whether the year has a 29 February."""
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def days_in_month(year: int, month: int) -> int:
    """28 to 31."""
    return 29 if month == 2 and is_leap(year) else _LENGTHS[month - 1]


def day_of(year: int, month: int, day: int) -> DayNumber:
    """The day number of a date; `day` is not checked and may run over into other months."""
    years = year if month > 2 else year - 1
    months = (month + 9) % 12
    return (
        years * 365
        + years // 4
        - years // 100
        + years // 400
        + (months * 153 + 2) // 5
        + day
        - 1
        + _DAYS_BEFORE_1_MARCH_0
    )


def date_of(day: DayNumber) -> tuple[int, int, int]:
    """Year, month and day of a day number."""
    era, day_of_era = divmod(day - _DAYS_BEFORE_1_MARCH_0, 146097)
    year_of_era = (
        day_of_era - day_of_era // 1460 + day_of_era // 36524 - day_of_era // 146096
    ) // 365
    day_of_year = day_of_era - (year_of_era * 365 + year_of_era // 4 - year_of_era // 100)
    months = (day_of_year * 5 + 2) // 153
    month = months + 3 if months < 10 else months - 9
    year = era * 400 + year_of_era + (1 if month <= 2 else 0)
    return year, month, day_of_year - (months * 153 + 2) // 5 + 1


def months_later(day: DayNumber, months: int) -> DayNumber:
    """The same day of a month that many months later (or earlier), or that month's last day."""
    year, month, day_of_month = date_of(day)
    years, month_before = divmod(month - 1 + months, 12)
    length = days_in_month(year + years, month_before + 1)
    return day_of(year + years, month_before + 1, min(day_of_month, length))


def iso(day: DayNumber) -> str:
    """[-]YYYY-MM-DD, with more digits where the year needs them; "-inf", "inf" for open ends."""
    if day <= OPEN_PAST:
        return "-inf"
    if day >= OPEN_FUTURE:
        return "inf"
    year, month, day_of_month = date_of(day)
    return f"{'-' if year < 0 else ''}{abs(year):04d}-{month:02d}-{day_of_month:02d}"
