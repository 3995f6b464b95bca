"""How the open archive was made: read beside the reader's work, with what its events show."""

from collections.abc import Set
from contextlib import closing
from pathlib import Path

from timeline_app.dataclass import dataclass
from timeline_app.model.event_table import EventTable
from timeline_app.model.methods import Coverage, Share, Told, coverage
from timeline_app.model.records import Edition
from timeline_app.session.quality import scope_words
from timeline_app.session.snapshot import Snapshot
from timeline_app.store.archive import Archive
from timeline_app.store.methods import read_told
from timeline_app.store.store_error import StoreError
from timeline_app.words.tr import tr

MOST_KINDS = 12


@dataclass(frozen=True, eq=False, slots=True)
class Methods:
    """What the page shows: the edition, which layers are counted, and what was counted."""

    edition: Edition
    layers_on: Set[str]
    scope: str
    told: Told
    coverage: Coverage
    events: int
    kinds: tuple[Share, ...]
    evidence: tuple[Share, ...]
    day_sure: int


@dataclass(frozen=True, eq=False, slots=True)
class MethodsReading:
    """What reading it needs: values only, so that any thread may take it."""

    path: Path
    edition: Edition
    layers_on: Set[str]
    scope: str
    table: EventTable

    def read(self) -> Methods | StoreError:
        """All that the page shows, or why the archive cannot be read now."""
        try:
            with closing(Archive.open(self.path)) as archive:
                told = read_told(archive, self.layers_on)
        except StoreError as fault:
            return fault
        return Methods(
            edition=self.edition,
            layers_on=self.layers_on,
            scope=self.scope,
            told=told,
            coverage=coverage(self.table),
            events=len(self.table),
            kinds=_shares(self.table, "kind")[:MOST_KINDS],
            evidence=_shares(self.table, "evidence"),
            day_sure=self.table.orders.day_sure,
        )


def methods_of(now: Snapshot) -> MethodsReading | None:
    """How to read the methods of what is shown now; None where nothing is open."""
    if now.archive is None:
        return None
    opened = now.archive
    return MethodsReading(
        opened.path, opened.edition, opened.layers_on, scope_words(now), now.table
    )


def _shares(table: EventTable, column: str) -> tuple[Share, ...]:
    """The terms of a column and how many events have each, the most frequent first."""
    codes = table.terms.get(column)
    if codes is None:
        return ()
    counts = table.count_by(column).tolist()
    named = ((tr(term.label), n) for term, n in zip(codes.terms, counts, strict=True) if n)
    return tuple(sorted(named, key=lambda share: -share[1]))
