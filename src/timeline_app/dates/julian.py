"""The Julian calendar, proleptic, with the same year numbers (year 0 is 1 BCE)."""

from timeline_app.dates.day import DayNumber

_DAYS_BEFORE_1_MARCH_0 = 1721118
_LENGTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def days_in_month(year: int, month: int) -> int:
    """28 to 31."""
    return 29 if month == 2 and year % 4 == 0 else _LENGTHS[month - 1]


def day_of(year: int, month: int, day: int) -> DayNumber:
    """The day number of a Julian date."""
    years = year if month > 2 else year - 1
    months = (month + 9) % 12
    before = years * 365 + years // 4 + (months * 153 + 2) // 5
    return before + day - 1 + _DAYS_BEFORE_1_MARCH_0


def date_of(day: DayNumber) -> tuple[int, int, int]:
    """Year, month and day in the Julian calendar."""
    era, day_of_era = divmod(day - _DAYS_BEFORE_1_MARCH_0, 1461)
    year_of_era = (day_of_era - day_of_era // 1460) // 365
    day_of_year = day_of_era - year_of_era * 365
    months = (day_of_year * 5 + 2) // 153
    month = months + 3 if months < 10 else months - 9
    year = era * 4 + year_of_era + (1 if month <= 2 else 0)
    return year, month, day_of_year - (months * 153 + 2) // 5 + 1
