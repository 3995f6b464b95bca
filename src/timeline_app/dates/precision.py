"""How finely a date is written."""

from timeline_app.dates.written import CalendarDate, DateSet, Interval, ReckonedYear, Written

_YEARS_BY_UNKNOWN_FIGURES = ("year", "decade", "century", "millennium", "millennium")


def precision(written: Written) -> str:
    """Day, month, season, year, decade, century, millennium, interval or set.

    The finest component of which a figure is known counts.
    """
    if isinstance(written, Interval):
        return "interval"
    if isinstance(written, DateSet):
        return "set"
    if isinstance(written, ReckonedYear):
        return "year"
    return _date_precision(written)


def _date_precision(written: CalendarDate) -> str:
    if written.day not in ("", "XX"):
        return "day"
    if written.is_season:
        return "season"
    if written.month not in ("", "XX"):
        return "month"
    unknown = len(written.year) - len(written.year.rstrip("X"))
    return _YEARS_BY_UNKNOWN_FIGURES[unknown]
