"""When something happened, and how sure we are."""

from dataclasses import field

from timeline_app.dataclass import dataclass
from timeline_app.dates.day import DaySpan


@dataclass(frozen=True, slots=True)
class HistoricalDate:
    """A date as a source gives it. Everything but `as_written` and `calendar` follows from `edtf`.

    `edtf` is canonical and Gregorian; `as_written` are the words of the source, in `calendar`.
    `bounds` is from EDTF's earliest to its latest day. `outer` (at some time within) is that, wider
    where the date is approximate; `inner` (throughout) is None where no day is certain.
    `qualifiers` are the marks of `? ~ %` that stand in it, each once, in that order. `precision` is
    one of day, month, season, year, decade, century, millennium, interval, set. Two dates are equal
    if they mean the same, whatever words they were written in.
    """

    edtf: str
    as_written: str = field(compare=False)
    calendar: str = field(compare=False)
    bounds: DaySpan
    outer: DaySpan
    inner: DaySpan | None
    qualifiers: str
    precision: str

    @property
    def approximate(self) -> bool:
        """Marked `~` or `%`."""
        return "~" in self.qualifiers or "%" in self.qualifiers

    @property
    def uncertain(self) -> bool:
        """Marked `?` or `%`."""
        return "?" in self.qualifiers or "%" in self.qualifiers

    @property
    def begin_unknown(self) -> bool:
        """An interval whose begin is not known (rather than open)."""
        return self.edtf.startswith("/")

    @property
    def end_unknown(self) -> bool:
        """An interval whose end is not known (rather than open)."""
        return self.edtf.endswith("/")
