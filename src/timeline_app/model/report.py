"""What a report holds: what is shown, in words and numbers, with its events and their sources."""

from collections.abc import Mapping
from dataclasses import field
from typing import Any

from timeline_app.dataclass import dataclass

SHARE, COUNT, INDEX, RATIO, POINTS, PROBABILITY = (
    "share",
    "count",
    "index",
    "ratio",
    "points",
    "probability",
)
"""What a figure is: a part of 1, a number of things, an index from 0 to 1, a ratio, a difference of
two shares, a p."""


@dataclass(frozen=True, slots=True)
class Figure:
    """One number of a table: `of` what, `what` of it, and the interval it lies in; None for what is
    not there, and `why` says why not. `n` is how many events stand behind it."""

    of: str
    what: str
    unit: str
    value: float | None
    low: float | None = None
    high: float | None = None
    n: int | None = None
    why: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """Figures that belong together, and what has to be said of them."""

    title: str
    figures: tuple[Figure, ...]
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Told:
    """An event as a report tells it; `cites` are places in the report's sources, `notes` what the
    reader wrote on it."""

    id: str
    edtf: str
    dated: str
    title: str
    summary: str
    kind: str
    vectors: tuple[str, ...]
    actors: tuple[str, ...]
    places: tuple[str, ...]
    cites: tuple[int, ...]
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Weighing:
    """How the numbers were found, so that they can be found again.

    Where chance began and how often it was asked; the days of the two periods, if two were
    compared, and of which preset they are; and what counted, as `session.kept_measure` writes it.
    """

    seed: int
    draws: int
    periods: tuple[tuple[int, int], tuple[int, int]] | None = None
    preset: str = ""
    measure: Mapping[str, Any] = field(default_factory=dict)

    def as_state(self) -> dict[str, Any]:
        """The same as values that JSON has."""
        held = [list(one) for one in self.periods] if self.periods else None
        return {
            "seed": self.seed,
            "draws": self.draws,
            "periods": held,
            "preset": self.preset,
            "measure": dict(self.measure),
        }


@dataclass(frozen=True, eq=False, slots=True)
class Report:
    """A view, taken away.

    `asked` are the filters in words, by what they ask; `edition` is which archive it was, in pairs
    of word and value. `unlisted` events pass and are not among `events`, `unread` could not be
    read. `sources` are whole citations in words. `view` is the saved view, as values of JSON.
    `pictures` are files by their suffix ("png", "svg", "pdf").
    """

    title: str
    made_on: str
    sentence: str
    asked: tuple[tuple[str, str], ...]
    tables: tuple[Table, ...]
    events: tuple[Told, ...]
    sources: tuple[str, ...]
    edition: tuple[tuple[str, str], ...]
    view: Mapping[str, Any]
    weighing: Weighing
    unlisted: int = 0
    unread: int = 0
    with_notes: bool = False
    pictures: Mapping[str, bytes] = field(default_factory=dict)

    @property
    def kept(self) -> dict[str, Any]:
        """What a report says to the program that reads it again, as values of JSON."""
        numbers = [
            [table.title, one.of, one.what, one.value]
            for table in self.tables
            for one in table.figures
        ]
        return {
            "report": 1,
            "view": dict(self.view),
            "weighing": self.weighing.as_state(),
            "numbers": numbers,
        }
