"""An archive looked through whole: every row, what it refers to, its hashes, the file itself."""

import sqlite3
from collections import defaultdict
from collections.abc import Callable
from contextlib import closing, suppress
from functools import partial
from itertools import groupby
from pathlib import Path

from timeline_app.model.archive_findings import (
    OK,
    PARTLY,
    REFUSED,
    Conflict,
    DamagedRow,
    Findings,
    damage_sentence,
)
from timeline_app.model.records import Assertion
from timeline_app.store.archive import Archive
from timeline_app.store.columns import read_records
from timeline_app.store.content_hash import content_hash
from timeline_app.store.row_faults import damaged_rows
from timeline_app.store.schema import TABLES
from timeline_app.store.store_error import StoreError
from timeline_app.store.text_check import index_is_of_its_rows
from timeline_app.store.typed_rows import Reader
from timeline_app.words.tr import grouped, mark, tr, trn

MOST_INDEXED = 100_000
"""The text index of an archive of more events is not made again to be compared."""

MOST_LISTED = 1_000
"""So many damaged rows are listed; all are counted."""

FILE, ROWS, INTEGRITY, HASH, COUNTS = "file", "rows", "integrity", "content hash", "counts"
TEXT = "text index"
"""What is looked at, in this order."""

_COUNTED = {
    "events": "event",
    "occurrences": "occurrence",
    "claims": "claim",
    "sources": "source",
    "actors": "actor",
    "rollcalls": "rollcall",
    "instruments": "instrument",
    "observations": "observation",
}
_HASH_DIFFERS = mark(
    "The archive is not what was published: its content hash differs. Copy it again from where it "
    "came from, or read it with care."
)
_TEXT_DIFFERS = mark(
    "Searching is not to be trusted: the text index does not hold what the rows say. Copy the "
    "archive again from where it came from."
)
_COUNT_DIFFERS = mark("Its header speaks of {told} {what}, and there are {n}.")
_ASSERTIONS = Reader(
    "assertion.record, assertion.field, assertion.value, assertion.source_as_written source, "
    "assertion.preferred, assertion.reason",
    "FROM assertion ORDER BY record, field, preferred DESC, key",
)


class Stop:
    """Ends a look from another thread."""

    def __init__(self) -> None:
        self.asked = False
        self._end: Callable[[], None] | None = None

    def ask(self) -> None:
        """The look ends soon; what it has found so far is of no use."""
        self.asked = True
        if self._end is not None:
            with suppress(sqlite3.ProgrammingError):  # it has just been closed
                self._end()

    def reaches(self, end: Callable[[], None]) -> None:
        """What is under way is ended by this."""
        self._end = end
        if self.asked:
            self.ask()


def check(path: Path, stop: Stop | None = None, *, rows_only: bool = False) -> Findings:
    """Looks through the archive; never raises for what is wrong with it.

    `rows_only` leaves out what is slower, and what no single row can be blamed for.
    """
    stop = stop or Stop()
    try:
        archive = Archive.open(path)
    except StoreError as fault:
        return Findings(REFUSED, (fault.sentence,), checked=(FILE,))
    with closing(archive):
        stop.reaches(archive.interrupt)
        try:
            events = len(read_records(archive))
        except StoreError as fault:
            return Findings(REFUSED, (fault.sentence,), checked=(FILE, ROWS))
        return _Look(archive, events, stop).findings(rows_only)


def conflicts_of(archive: Archive) -> tuple[Conflict, ...]:
    """Every field of a record on which sources differ."""
    with archive.reading() as connection:
        rows = [r for r, why in _ASSERTIONS.judged(connection, most=1_000_000) if not why]
    found = []
    for (record, field), said in groupby(rows, key=lambda row: (row["record"], row["field"])):
        told = tuple(
            Assertion(field, r["value"], r["source"], bool(r["preferred"]), r["reason"])
            for r in said
        )
        if len(told) > 1:
            found.append(Conflict(record, field, told))
    return tuple(found)


class _Look:
    """One look through an open archive, part by part; what stops a part is a reason."""

    def __init__(self, archive: Archive, events: int, stop: Stop) -> None:
        self._archive = archive
        self._events = events
        self._stop = stop
        self._reasons: dict[str, None] = {}
        self._damaged: dict[str, dict[str, str]] = defaultdict(dict)
        self._conflicts: tuple[Conflict, ...] = ()
        self._checked = [FILE]

    def findings(self, rows_only: bool) -> Findings:
        """Looks at everything, or at rows alone, and says what it found."""
        parts = {ROWS: self._rows}
        if not rows_only:
            parts |= {INTEGRITY: self._integrity, HASH: self._hash, COUNTS: self._counts}
        for name, part in parts.items():
            if self._stop.asked:
                break
            self._try(part)
            self._checked.append(name)
        unsound = self._stop.asked or self._reasons or self._damaged
        if not (rows_only or unsound or self._events > MOST_INDEXED):
            self._try(self._text)
            self._checked.append(TEXT)
        self._try(self._find_conflicts)
        return self._told()

    def _try(self, part: Callable[[], None]) -> None:
        try:
            part()
        except StoreError as fault:
            self._reasons[fault.sentence] = None

    def _rows(self) -> None:
        for table in TABLES:
            if self._stop.asked:
                return
            self._try(partial(self._table, table.name))

    def _table(self, name: str) -> None:
        with self._archive.reading() as connection:
            for id_, why in damaged_rows(connection, name):
                self._damaged[name].setdefault(id_, why)

    def _integrity(self) -> None:
        with self._archive.reading() as connection:
            said = [row[0] for row in connection.execute("PRAGMA integrity_check(5)")]
        if said != ["ok"]:
            what = "; ".join(" ".join(str(line).split()) for line in said)
            self._reasons[tr("SQLite finds the file damaged: {what}.", what=what[:400])] = None

    def _hash(self) -> None:
        with self._archive.reading() as connection:
            try:
                same = content_hash(connection) == self._archive.edition.content_hash
            except (TypeError, ValueError):  # a value that no row of ours can hold
                same = False
        if not same:
            self._reasons[tr(_HASH_DIFFERS)] = None

    def _counts(self) -> None:
        with self._archive.reading() as connection:
            for what, told in self._archive.edition.counts.items():
                n = _count(connection, _COUNTED[what])
                if n != told:
                    said = {"what": tr(what), "n": grouped(n), "told": grouped(told)}
                    self._reasons[tr(_COUNT_DIFFERS, **said)] = None

    def _text(self) -> None:
        with self._archive.reading() as connection:
            same = index_is_of_its_rows(connection, lambda: self._stop.asked)
        if not same:
            self._reasons[tr(_TEXT_DIFFERS)] = None

    def _find_conflicts(self) -> None:
        self._conflicts = conflicts_of(self._archive)

    def _told(self) -> Findings:
        rows = [
            DamagedRow(t, id_, why) for t, of in self._damaged.items() for id_, why in of.items()
        ]
        unread = len(self._damaged.get("event", ()))
        others = len(rows) - unread
        reasons = list(self._reasons)
        if others:
            said = trn("{n} other row is damaged.", "{n} other rows are damaged.", others)
            reasons.insert(0, said)
        if unread:
            reasons.insert(0, damage_sentence(max(self._total() - unread, 0), unread))
        return Findings(
            PARTLY if reasons else OK,
            tuple(reasons),
            tuple(rows[:MOST_LISTED]),
            len(rows),
            max(self._total() - unread, 0),
            unread,
            self._conflicts,
            tuple(self._checked),
        )

    def _total(self) -> int:
        try:
            with self._archive.reading() as connection:
                return _count(connection, "event")
        except StoreError:
            return self._events


def _count(connection: sqlite3.Connection, table: str) -> int:
    counted: int = connection.execute(f'SELECT count(*) FROM "{table}"').fetchone()[0]
    return counted
