"""Which actor belongs to which vector, and from when to when."""

from timeline_app.dataclass import dataclass
from timeline_app.dates.date_error import DateError
from timeline_app.dates.day import OPEN_FUTURE, OPEN_PAST
from timeline_app.dates.edtf import parse
from timeline_app.model.columns import VECTORS


@dataclass(frozen=True, slots=True)
class VectorMember:
    """An actor (its id) of a vector; `since` and `until` are EDTF, empty where it is open."""

    vector: str
    actor: str
    since: str = ""
    until: str = ""

    @property
    def days(self) -> tuple[int, int]:
        """First and last day, by the earliest day of the one and the latest of the other. Raises
        `DateError` for what is no date."""
        first = parse(self.since).bounds.first if self.since else OPEN_PAST
        last = parse(self.until).bounds.last if self.until else OPEN_FUTURE
        return first, last

    @property
    def is_sound(self) -> bool:
        """Whether its vector is one, and its dates can be read and follow each other."""
        try:
            first, last = self.days
        except DateError:
            return False
        return self.vector in VECTORS and bool(self.actor) and first <= last
