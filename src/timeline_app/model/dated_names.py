"""Names have their time: what a place or a person was called on the days of an event."""

from collections.abc import Iterable

from timeline_app.dataclass import dataclass
from timeline_app.dates.day import DayNumber


@dataclass(frozen=True, slots=True)
class DatedName:
    """A name, and the first and the last day on which it is known to have been used."""

    text: str
    first: DayNumber
    last: DayNumber


def name_of_day(names: Iterable[DatedName], first: DayNumber, last: DayNumber, written: str) -> str:
    """The name used on all days from `first` to `last`.

    Where none is known to have been, or several were, it is the name as written in the record.
    """
    used = {name.text for name in names if name.first <= first and last <= name.last}
    return used.pop() if len(used) == 1 else written
