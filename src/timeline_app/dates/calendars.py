"""The calendars in which a date may be entered. All have twelve months."""

from collections.abc import Callable

from timeline_app.dataclass import dataclass
from timeline_app.dates import civil, islamic, julian
from timeline_app.dates.day import DayNumber


@dataclass(frozen=True, slots=True, eq=False)
class Calendar:
    """How one calendar counts days. `id` is what is stored with a date, its variant included."""

    id: str
    day_of: Callable[[int, int, int], DayNumber]
    days_in_month: Callable[[int, int], int]
    a_leap_year: int
    first_year: int | None = None
    margin_days: int = 0


GREGORIAN = Calendar("gregorian", civil.day_of, civil.days_in_month, a_leap_year=2000)
JULIAN = Calendar("julian", julian.day_of, julian.days_in_month, a_leap_year=2000)
ISLAMIC = Calendar(
    islamic.VARIANT,
    islamic.day_of,
    islamic.days_in_month,
    a_leap_year=2,
    first_year=1,
    margin_days=islamic.MARGIN_DAYS,
)

CALENDARS = {
    "gregorian": GREGORIAN,
    "julian": JULIAN,
    "islamic": ISLAMIC,
    islamic.VARIANT: ISLAMIC,
}
