"""What is weak in an archive: which events, and which other records, each by a named check."""

import numpy as np
from numpy.typing import NDArray

from timeline_app.dataclass import dataclass
from timeline_app.model.event_table import EventTable

Occurrences = NDArray[np.int64]

DISPUTED = "disputed"
DOUBLES = "doubles"


@dataclass(frozen=True, slots=True)
class Check:
    """One question about the quality of an archive.

    `title` heads its row. `phrase` continues "12 events, ..." and is empty for checks of other
    records than events. `meaning` says in a sentence or two what is counted.
    """

    id: str
    part: str
    title: str
    phrase: str
    meaning: str


def distinct(values: NDArray[np.int64]) -> NDArray[np.int64]:
    """Each value once, ascending: ten times as fast as NumPy's `unique` on a million of them."""
    ordered = np.sort(values)
    return ordered[np.r_[True, ordered[1:] != ordered[:-1]]] if len(ordered) else ordered


@dataclass(frozen=True, eq=False, slots=True)
class WeakEvents:
    """What a check found among the events of a table: the rows that show them, and the occurrence
    numbers, both ascending, each once."""

    check: Check
    rows: NDArray[np.int64]
    occurrences: Occurrences

    def __len__(self) -> int:
        return len(self.rows)


def weak_in(table: EventTable, check: Check, occurrences: Occurrences) -> WeakEvents:
    """Those of these events that the table shows."""
    rows = np.flatnonzero(np.isin(table.occurrence, occurrences))
    return WeakEvents(check, rows, np.sort(table.occurrence[rows]))


@dataclass(frozen=True, slots=True)
class Finding:
    """A record that is no event, in one line; `kind` ("actor", "place", "claim" or empty) and `id`
    say what it is about."""

    words: str
    kind: str
    id: str


@dataclass(frozen=True, slots=True)
class WeakRecords:
    """What a check found beside the events: `n` records, the first of them listed."""

    check: Check
    n: int
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Double:
    """Two occurrences that may be one, the earlier one first, and what they have in common.

    `gap_days` is 0 where their spans meet; `actors` are the words of those that both name;
    `kinds` are the ids of both; `alike` is the share of their titles' words, weighed, from 0 to 1.
    """

    one: int
    other: int
    gap_days: int
    actors: tuple[str, ...]
    kinds: tuple[str, str]
    alike: float


@dataclass(frozen=True, eq=False, slots=True)
class Quality:
    """What was found for one table: among its events by check, and in the archive whole.

    `doubles` is None until they have been looked for.
    """

    events: tuple[WeakEvents, ...]
    records: tuple[WeakRecords, ...]
    doubles: tuple[Double, ...] | None = None

    def of(self, check: str) -> WeakEvents | None:
        """The events of this check; None for one that is not known, or not known yet."""
        return next((weak for weak in self.events if weak.check.id == check), None)

    def by_part(self) -> list[WeakEvents]:
        """The checks on events, those of one part together."""
        parts = list(dict.fromkeys(weak.check.part for weak in self.events))
        return sorted(self.events, key=lambda weak: parts.index(weak.check.part))
