"""What is open and shown: the archive, its layers, its lanes, and single events of it."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence, Set
from contextlib import AbstractContextManager
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeVar

import numpy as np

from timeline_app.crossfilter.cross_filter import CrossFilter
from timeline_app.crossfilter.passing import Passing
from timeline_app.lanes.catalogue import make_lanes
from timeline_app.model.annotation import Written, event_in
from timeline_app.model.archive_findings import claims_damage_sentence, damage_sentence
from timeline_app.model.claim import Claim
from timeline_app.model.event_table import Codes, EventTable
from timeline_app.model.filter import FOUND, Filter, IdsClause
from timeline_app.model.instrument import Instrument
from timeline_app.model.query import read_query
from timeline_app.model.records import ClaimRow, Event, EventRow
from timeline_app.model.roll_calls import RollCalls, no_roll_calls
from timeline_app.model.series import Observations, Series, no_observations
from timeline_app.model.terms import Terms
from timeline_app.session.agreed import FOLLOWED as BY_INSTRUMENTS
from timeline_app.session.agreed import instruments_passing
from timeline_app.session.as_known import AsKnown, nothing_known
from timeline_app.session.claim_answers import FOLLOWED as BY_CLAIMS
from timeline_app.session.claim_answers import ClaimAnswers, then_of
from timeline_app.session.finding import NOTHING, Found, find
from timeline_app.session.focus import alone
from timeline_app.session.laying import Laid, lay
from timeline_app.session.linked import ends_of, linked_pairs, links_in
from timeline_app.session.noted import Labels, note_column, with_note
from timeline_app.session.nothing_open import nothing_open
from timeline_app.session.notices import Listener, Notices
from timeline_app.session.pace import Pace
from timeline_app.session.reading import Reading
from timeline_app.session.sentence import Phrase, sentence
from timeline_app.session.series import of_ids
from timeline_app.session.snapshot import SHOW_DAMAGE, OpenArchive, Problem, Snapshot
from timeline_app.session.viewing import home_of, within_reach
from timeline_app.store.store_error import StoreError

T = TypeVar("T")
Noted = Mapping[int, tuple[Written, ...]]
"""Notes by the occurrence they are on."""


class Showing:
    """Owns the one snapshot; every intent makes the next one and gives one notice."""

    def __init__(self) -> None:
        self.pace = Pace()
        self._notices = Notices(nothing_open())
        self._reading: Reading | None = None
        self._index = CrossFilter(self.snapshot.table)
        self._claim_answers = ClaimAnswers()
        self._as_known = nothing_known()
        self._occurrence_of: Mapping[str, int] = {}
        self._about: tuple[Mapping[str, int], dict[int, list[str]]] | None = None
        self._known_targets: dict[str, int | None] = {}
        self._linked: tuple[Written, ...] = ()
        self._labels = Labels()
        self._noted: Noted = {}

    @property
    def asked(self) -> Filter:
        """What was asked for last."""
        return self.snapshot.filter

    # -- the snapshot and who hears of it

    @property
    def snapshot(self) -> Snapshot:
        """What is shown now."""
        return self._notices.snapshot

    def listen(self, listener: Listener) -> Callable[[], None]:
        """Tell `listener(before, after)` of every change; call what is returned to stop."""
        return self._notices.listen(listener)

    def together(self) -> AbstractContextManager[None]:
        """One notice for all that is changed within."""
        return self._notices.together()

    def _change(self, **parts: Any) -> None:
        """The next snapshot: these parts are new, the others the same objects."""
        shown = self.snapshot.having(**alone(parts))
        if "filter" in parts and self._reading is not None:
            claims = self._claim_answers.known(self._reading.claims, shown.filter)
            instruments, memberships = self._as_known.tables(shown.filter)
            tables = {"claims": claims, "instruments": instruments, "memberships": memberships}
            shown = shown.having(**tables)
        if not parts.keys().isdisjoint(BY_INSTRUMENTS):
            passing = instruments_passing(shown.instruments, shown.filter)
            shown = shown.having(instruments_passing=passing)
        if "filter" in parts:
            every = self.every_series() if shown.filter.known else ()
            shown = shown.having(undated=self._as_known.undated(shown, every))
        if not parts.keys().isdisjoint(BY_CLAIMS):
            shown = shown.having(claims_passing=self._claim_answers.passing(shown))
        self._notices.show(shown)

    def _move_brush(self, asked: Filter, passing: Passing) -> None:
        """The next snapshot where `asked` differs in nothing but a brush: whatever else answers the
        filter has the same clauses, and another brush."""
        now, span = self.snapshot, passing.span
        if asked.known is not None:  # what nothing dates is counted by the brush too
            self._change(filter=asked, passing=passing)
            return
        moved = now.having(
            filter=asked,
            passing=passing,
            instruments_passing=now.instruments_passing.brushed(span),
            claims_passing=now.claims_passing.brushed(span),
        )
        self._notices.show(moved)

    def _trouble(self, fault: StoreError) -> None:
        """Show what is wrong with a file, once."""
        problem = Problem("error", fault.sentence, "open-archive")
        if problem != self.snapshot.problem:
            self._change(problem=problem)

    # -- archive and layers

    def open_archive(self, path: Path, layers_on: Set[str] | None = None) -> bool:
        """Open this archive, whole in view; says whether it could be opened.

        `layers_on` None switches on the layers that are on by default. Where it cannot be opened
        the snapshot's problem says why, and what was open stays.
        """
        try:
            self.open_edition(path, layers_on)
        except StoreError as fault:
            self._trouble(fault)
            return False
        return True

    def open_edition(self, path: Path, layers_on: Set[str] | None = None) -> None:
        """The same where a fault is the caller's to tell: raises `StoreError`."""
        self._show_reading(Reading(path), layers_on)

    def _show_reading(
        self, reading: Reading, layers_on: Set[str] | None, laid: Laid | None = None
    ) -> None:
        """Everything is of this archive now; `laid` where a worker has laid its table out."""
        self._forget_wish()
        if self._reading is not None:
            self._reading.close()
        self._reading = reading
        self._as_known = AsKnown(reading.instruments, reading.memberships)
        opened = reading.opened(layers_on)
        table = reading.table(opened.layers_on)
        if laid is None or laid.table is not table:
            laid = lay(table, self.snapshot.grouping)
        with self.together():
            self._change(filter=Filter(), selected=(), query="", found_claims=())
            self._change(instruments=reading.instruments, memberships=reading.memberships)
            self._change(instrument=None, problem=self._still_to_say(reading), findings=None)
            self._change(membership_bands=())
            self._change(claims=reading.claims, claim_filter=Filter(), claim=None)
            self._change(article=reading.article, walk=None)
            self._change(vector_members=reading.vector_members, languages=reading.languages)
            self._show_table(opened, laid)
            self._change(view=self.snapshot.home, series_chosen=self._series_again())

    def _still_to_say(self, reading: Reading) -> Problem | None:
        """What is wrong with the notebook or the archive, or else was said of the notebook."""
        before = self.snapshot.problem
        kept = before if before is not None and before.of_notebook else None
        return kept if kept and kept.grade == "error" else _damage(reading) or kept

    def _forget_wish(self) -> None:
        """What was asked for and is not answered yet is not asked of another archive."""

    def switch_layers(self, layers: Set[str]) -> None:
        """Switch these layers on and all others off; brush, selection and view are kept."""
        if self._reading is None or self.snapshot.archive is None:
            return
        opened = self._reading.opened(layers)
        if opened.layers_on != self.snapshot.archive.layers_on:
            table = self._reading.table(opened.layers_on)
            self._show_table(opened, lay(table, self.snapshot.grouping))

    def _show_table(self, opened: OpenArchive, laid: Laid, **parts: Any) -> None:
        """Everything that follows from a table, made anew for this one; other `parts` with it."""
        now, table = self.snapshot, laid.table
        self._index = laid.index
        linked = self._linked = links_in(now.written)
        self._known_targets = {}
        self._occurrence_of = self._occurrences_of(ends_of(now.tagged, linked))
        noted = self._noted = self._notes_by_occurrence(now.tagged)
        label_of = self._labels.of(noted)
        note_terms = note_column(table, label_of, labels=self._labels)
        asked = self._filter_again(table, noted)
        home = home_of(table) if len(table) else now.home
        self._change(
            archive=opened,
            table=table,
            lanes=laid.lanes,
            home=home,
            view=within_reach(now.view, home),
            filter=asked,
            passing=self._index.run(asked, note_terms),
            selected=tuple(o for o in now.selected if table.row_of(o) is not None),
            noted=with_note(label_of),
            links=linked_pairs(linked, self._occurrence_of),
            note_terms=note_terms,
            quality=None,
            **parts,
        )

    def _found(
        self, queries: Sequence[str], table: EventTable, notes: Noted, within: Filter
    ) -> Found:
        """What answers one of these queries, of what the table holds and was known."""
        asked = [read_query(query) for query in queries]

        def answers(reading: Reading) -> Found:
            then = then_of(reading.claims, within)
            return find(asked, table, reading.claims, notes, reading.search, then=then)

        return self._read(answers, NOTHING)

    def _filter_again(self, table: EventTable, notes: Noted, asked: Filter | None = None) -> Filter:
        """The filter as it stands, or `asked`, with what is found now that table, notes, or the day
        that is known by are others."""
        asked = self.asked if asked is None else asked
        clause = asked.clauses.get(FOUND)
        if not isinstance(clause, IdsClause):
            return asked
        again = self._found(clause.queries, table, notes, asked).occurrences
        if np.array_equal(again, clause.occurrences):
            return asked
        return asked.having(FOUND, replace(clause, occurrences=again))

    def _passing_again(self, asked: Filter, note_terms: Codes) -> Passing:
        """What passes `asked` now: what is shown itself, where that is an answer still."""
        shown, made = self.snapshot.passing, self._index.run(asked, note_terms)
        return shown if made.base is shown.base and made.span == shown.span else made

    def group_by(self, grouping: str) -> None:
        """Lay the lanes by this grouping of the catalogue; KeyError for another one."""
        if grouping != self.snapshot.grouping:
            self._change(grouping=grouping, lanes=make_lanes(self.snapshot.table, grouping))

    # -- single events

    def rows(self, rows: Iterable[int]) -> list[EventRow]:
        """The texts of these rows of the table, in this order.

        Where the archive turns out to be damaged the problem says so, and the texts are empty.
        """
        keys = [int(self.snapshot.table.key[row]) for row in rows]
        empty = [EventRow(key, "", "", "", "", "", "", "", (), 0) for key in keys]
        return self._read(lambda reading: reading.rows(keys), empty)

    def labels(self, rows: Iterable[int]) -> list[str]:
        """What the events of these rows of the table are called in a picture, in this order: the
        short label of each, or its title."""
        keys = [int(self.snapshot.table.key[row]) for row in rows]
        nothing: dict[int, str] = {}
        found = self._read(lambda reading: reading.labels(keys), nothing)
        return [found.get(key, "") for key in keys]

    def event(self, occurrence: int) -> Event | None:
        """The record that shows this occurrence, whole; None where no layer on tells of it."""
        row = self.snapshot.table.row_of(occurrence)
        if row is None:
            return None
        key = int(self.snapshot.table.key[row])
        return self._read(lambda reading: reading.record(key), None)

    def claim_rows(self, keys: Iterable[int]) -> list[ClaimRow]:
        """What a line says of each of these claims, in the order of time."""
        rows: list[ClaimRow] = self._read(lambda reading: reading.claim_rows(keys), [])
        return [self._claim_answers.told(row) for row in rows]

    def instrument(self, key: int) -> Instrument | None:
        """One treaty whole; None where the archive has none of this key."""
        return self._read(lambda reading: reading.instrument(key), None)

    def claim(self, key: int) -> Claim | None:
        """One claim whole; None where the archive has none of this key."""
        claim = self._read(lambda reading: reading.claim(key), None)
        return None if claim is None else self._claim_answers.told(claim)

    def claim_named(self, claim_id: str) -> Claim | None:
        """The claim with this id whole."""
        key = self._read(lambda reading: reading.claim_key(claim_id), None)
        return None if key is None else self.claim(key)

    def said_about(self, occurrence: int) -> list[tuple[ClaimRow, str]]:
        """The claims about what happened, each with its stance, in the order of time."""
        said: list[tuple[ClaimRow, str]] = []
        said = self._read(lambda reading: reading.said_about(occurrence), said)
        return [(self._claim_answers.told(row), stance) for row, stance in said]

    def record(self, event_id: str) -> Event | None:
        """Any one record whole, whether or not its layer is on."""
        return self._read(lambda reading: reading.record_named(event_id), None)

    def occurrences_of(self, event_ids: Iterable[str]) -> dict[str, int]:
        """The occurrence that each of these records tells of; those not in the archive left out."""
        return self._read(lambda reading: reading.occurrences(event_ids), {})

    def _read(self, read: Callable[[Reading], T], otherwise: T) -> T:
        """What the archive says; `otherwise` without one, or where it turns out to be damaged."""
        if self._reading is None:
            return otherwise
        try:
            return read(self._reading)
        except StoreError as fault:
            self._trouble(fault)
            return otherwise

    # -- series

    def every_series(self) -> tuple[Series, ...]:
        """Every series of the archive, by measure, entity, partner and source."""
        return self._read(Reading.series, ())

    def series(self) -> tuple[Series, ...]:
        """Those that were known on the day that is chosen; all without one."""
        return self._as_known.series(self.every_series(), self.snapshot.filter)

    def roll_calls(self) -> RollCalls:
        """Every roll call of the archive, with its ballots."""
        return self._read(Reading.roll_calls, no_roll_calls())

    def positions(self) -> dict[str, tuple[float, float]]:
        """Where its places stand, as far as that is known: latitude and longitude."""
        return self._read(Reading.positions, {})

    def observations(self, series: Series) -> Observations:
        """The figures of one of its series."""
        return self._read(lambda reading: reading.observations(series), no_observations())

    def _series_again(self) -> tuple[Series, ...]:
        """What was chosen of another archive, as far as this one has series of the same ids."""
        ids = [one.id for one in self.snapshot.series_chosen]
        return of_ids(self.every_series(), ids) if ids else ()

    def known_terms(self, column: str) -> Terms:
        """Every term that a record of any layer has in this column."""
        codes = self._reading.records.terms.get(column) if self._reading else None
        return codes.terms if codes is not None else Terms.of(())

    def sure_of(self, column: str, code: int) -> int:
        """How many of the events that a facet counts under this code of a column are sure."""
        return self.snapshot.passing.sure_of(column, code)

    def sentence(self) -> tuple[Phrase, ...]:
        """What is shown, in words."""
        return sentence(self.snapshot)

    def notes_of(self, occurrence: int) -> tuple[Written, ...]:
        """The notes on any record of this occurrence, the oldest first."""
        if self._about is None or self._about[0] is not self._occurrence_of:
            about: dict[int, list[str]] = {}
            for target, one in self._occurrence_of.items():
                about.setdefault(one, []).append(target)
            self._about = self._occurrence_of, about
        notes = self.snapshot.notes
        found = [n for target in self._about[1].get(occurrence, ()) for n in notes.get(target, ())]
        return tuple(sorted(found, key=lambda note: note.created))

    def _occurrences_of(self, targets: Collection[str]) -> dict[str, int]:
        """The occurrence of each of these targets, events and passages, that the archive has; each
        is looked for once."""
        known = self._known_targets
        event_of = {one: event for one in targets if one not in known and (event := event_in(one))}
        if event_of:
            found = self.occurrences_of(set(event_of.values()))
            known.update((target, found.get(event)) for target, event in event_of.items())
        return {one: told for one in targets if (told := known.get(one)) is not None}

    def _notes_by_occurrence(
        self, notes: Mapping[str, tuple[Written, ...]]
    ) -> dict[int, tuple[Written, ...]]:
        found: dict[int, tuple[Written, ...]] = {}
        for target, occurrence in self._occurrence_of.items():
            found[occurrence] = (*found.get(occurrence, ()), *notes.get(target, ()))
        return found


def _damage(reading: Reading) -> Problem | None:
    """What to say of an archive of which a part could not be read."""
    said = []
    if reading.unread:
        said.append(damage_sentence(len(reading.records), reading.unread))
    if reading.claims_unread > 0:
        said.append(claims_damage_sentence(len(reading.claims), reading.claims_unread))
    return Problem("warning", " ".join(said), SHOW_DAMAGE) if said else None
