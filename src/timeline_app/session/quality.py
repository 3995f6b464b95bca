"""What is weak in the open archive: read beside the reader's work, counted under the filter."""

from collections.abc import Iterator, Set
from contextlib import closing
from dataclasses import field, replace
from pathlib import Path

import numpy as np

from timeline_app.analysis.doubles import find_doubles
from timeline_app.dataclass import dataclass
from timeline_app.model.archive_findings import Findings
from timeline_app.model.event_table import EventTable
from timeline_app.model.filter import QUALITY, Filter, IdsClause
from timeline_app.model.quality import (
    DOUBLES,
    Check,
    Double,
    Finding,
    Quality,
    WeakRecords,
    weak_in,
)
from timeline_app.model.record_table import RecordTable
from timeline_app.model.records import EventRow
from timeline_app.session.browsing import Browsing
from timeline_app.session.snapshot import Snapshot
from timeline_app.store.archive import Archive
from timeline_app.store.progress import Progress, StoppedError
from timeline_app.store.quality import read_titles, weak_events, weak_records
from timeline_app.store.quality_checks import TOLD_TWICE, WHOLE
from timeline_app.store.store_error import StoreError
from timeline_app.words.tr import grouped, mark, tr, trn

DOUBLES_CHECK = Check(
    DOUBLES,
    TOLD_TWICE,
    mark("Possible duplicates"),
    mark("that may be recorded twice"),
    mark(
        "Two events within days of each other, of related kinds, with the same actors and similar "
        "titles. They are listed for your eye and never folded by the program."
    ),
)


@dataclass(frozen=True, eq=False, slots=True)
class Look:
    """What a look at the quality needs: values only, so that any thread may take it; `progress` is
    how it is ended from another."""

    path: Path
    records: RecordTable
    table: EventTable
    layers_on: Set[str]
    machine_coded: Set[str]
    progress: Progress = field(default_factory=Progress)

    def checks(self) -> Quality | StoreError | None:
        """Every check but the doubles, or why the archive cannot be read now; None where the look
        was ended."""
        try:
            with closing(Archive.open(self.path)) as archive:
                of = self.records, self.layers_on, self.table, self.progress
                return Quality(weak_events(archive, *of), weak_records(archive, self.progress))
        except StoreError as fault:
            return fault
        except StoppedError:
            return None

    def doubles(self) -> tuple[Double, ...]:
        """The pairs that may be one event; none where the archive cannot be read now, or the look
        was ended."""
        try:
            with closing(Archive.open(self.path)) as archive:
                return find_doubles(
                    self.table,
                    lambda keys: read_titles(archive, keys),
                    self.machine_coded,
                    self.progress.look,
                )
        except (StoreError, StoppedError):
            return ()


def look_at(now: Snapshot, records: RecordTable) -> Look | None:
    """What a look at what is shown now needs; None where nothing is open."""
    if now.archive is None:
        return None
    layers = now.archive.edition.layers
    machine_coded = frozenset(layer.id for layer in layers if layer.machine_coded)
    return Look(now.archive.path, records, now.table, now.archive.layers_on, machine_coded)


def with_doubles(quality: Quality, doubles: tuple[Double, ...], table: EventTable) -> Quality:
    """The same with the doubles, and the events that stand in any of their pairs."""
    told = np.array([number for pair in doubles for number in (pair.one, pair.other)], np.int64)
    weak = weak_in(table, DOUBLES_CHECK, told)
    return replace(quality, events=(*quality.events, weak), doubles=doubles)


def clause_of(quality: Quality | None, check: str) -> IdsClause | None:
    """What narrows to the events of a check; None for one that is not known, or not yet."""
    weak = None if quality is None else quality.of(check)
    if weak is None:
        return None
    return IdsClause(weak.occurrences, tr(weak.check.phrase), (check,))


def asked_check(asked: Filter) -> str:
    """The id of the check that a filter asks for; empty for none."""
    clause = asked.clauses.get(QUALITY)
    return clause.queries[0] if isinstance(clause, IdsClause) else ""


DAMAGED_CHECK = Check(
    "damaged-rows",
    WHOLE,
    mark("Damaged rows"),
    "",
    mark(
        "Rows that are not what they must be are left out. Each file is looked through once, "
        "beside your work; the number stands here as soon as that is done."
    ),
)


def damaged_rows(found: Findings | None) -> WeakRecords:
    """The rows that looking through the file has found damaged, as one check more."""
    if found is None:
        return WeakRecords(DAMAGED_CHECK, 0, ())
    listed = tuple(
        Finding(tr("{table} {id}: {why}", table=row.table, id=row.id, why=row.why), "", row.id)
        for row in found.damaged
    )
    return WeakRecords(DAMAGED_CHECK, found.rows_damaged, listed)


def all_records(now: Snapshot) -> tuple[WeakRecords, ...]:
    """The checks on the archive whole, damaged rows last; none while they are not known."""
    if now.quality is None:
        return ()
    return (*now.quality.records, damaged_rows(now.findings))


def scope_words(now: Snapshot) -> str:
    """Which events are judged: what the layers tell that are on, each event once."""
    if now.archive is None:
        return tr("No archive is open.")
    on, layers = now.archive.layers_on, now.archive.edition.layers
    n = trn("{n} event", "{n} events", len(now.table))
    if len(on) == len(layers):
        return tr("{events}, each counted once; all layers are on.", events=n)
    return trn(
        "{events}, each counted once; {on} of {n} layer is on.",
        "{events}, each counted once; {on} of {n} layers are on.",
        len(layers),
        events=n,
        on=grouped(len(on)),
    )


def double_words(session: Browsing, quality: Quality) -> list[tuple[EventRow, EventRow, str]]:
    """Each pair of possible doubles as two rows, the likeliest pair first, and why."""
    table = session.snapshot.table
    pairs = quality.doubles or ()
    told = np.array([(pair.one, pair.other) for pair in pairs], np.int64).reshape(-1)
    order = table.orders.by_occurrence
    rows = order[np.searchsorted(table.occurrence, told, sorter=order)]
    texts = session.rows(rows.tolist())
    kinds = {term.id: tr(term.label) for term in table.terms["kind"].terms} if pairs else {}
    return [
        (one, other, reason(pair, kinds))
        for pair, one, other in zip(pairs, texts[::2], texts[1::2], strict=True)
    ]


def reason(pair: Double, kind_words: dict[str, str]) -> str:
    """Why two events may be one: "same days; both name China, Xi Jinping; both: Visit"."""
    return tr("; ").join(_reasons(pair, kind_words))


def _reasons(pair: Double, kind_words: dict[str, str]) -> Iterator[str]:
    if pair.gap_days:
        yield trn("{n} day apart", "{n} days apart", pair.gap_days)
    else:
        yield tr("same days")
    if pair.actors:
        yield tr("both name {actors}", actors=", ".join(pair.actors))
    one, other = (kind_words.get(kind, kind) for kind in pair.kinds)
    yield tr("both: {kind}", kind=one) if one == other else tr("{a} and {b}", a=one, b=other)
    yield tr("titles {share} alike", share=f"{pair.alike:.0%}")
