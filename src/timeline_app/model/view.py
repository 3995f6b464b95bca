"""What is in sight: the days between the timeline's edges."""

from timeline_app.dataclass import dataclass


@dataclass(frozen=True, slots=True)
class View:
    """The visible stretch; `first` is the left edge and `days` the width, both in (parts of) days.

    Day d covers the stretch from d to d + 1.
    """

    first: float
    days: float

    @property
    def end(self) -> float:
        """The right edge."""
        return self.first + self.days
