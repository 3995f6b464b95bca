"""Intents that look: which archive, which layers, which days, which events, in which order."""

from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from contextlib import AbstractContextManager
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from timeline_app.crossfilter.cross_filter import CrossFilter
from timeline_app.lanes.catalogue import make_lanes
from timeline_app.model.annotation import Note
from timeline_app.model.event_table import EventTable, Term
from timeline_app.model.filter import FOUND, SPAN, Filter, IdsClause, SpanClause, TermsClause
from timeline_app.model.records import Event, EventRow
from timeline_app.model.view import View
from timeline_app.session import listing
from timeline_app.session.noted import EVENT, note_column, notes_found
from timeline_app.session.nothing_open import nothing_open
from timeline_app.session.notices import Listener, Notices
from timeline_app.session.reading import Reading
from timeline_app.session.selecting import between, row_of, stepped
from timeline_app.session.sentence import Phrase, sentence
from timeline_app.session.snapshot import OpenArchive, Problem, Snapshot, Sorting
from timeline_app.session.viewing import around, home_of, revealing, within_reach
from timeline_app.store.store_error import StoreError
from timeline_app.words.tr import tr


class Browsing:
    """Owns the one snapshot; every intent makes the next one and gives one notice."""

    def __init__(self) -> None:
        self._notices = Notices(nothing_open())
        self._reading: Reading | None = None
        self._index = CrossFilter(self.snapshot.table)
        self._order: NDArray[np.int64] | None = None
        self._occurrence_of: Mapping[str, int] = {}

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
        if not parts.keys() <= {"view", "problem", "notebook", "drafts", "home"}:
            self._order = None
        self._notices.show(replace(self.snapshot, **parts))

    # -- archive and layers

    def open_archive(self, path: Path, layers_on: Set[str] | None = None) -> bool:
        """Open this archive, whole in view; says whether it could be opened.

        `layers_on` None switches on the layers that are on by default. Where it cannot be opened
        the snapshot's problem says why, and what was open stays.
        """
        try:
            self.open_edition(path, layers_on)
        except StoreError as fault:
            self._change(problem=Problem("error", fault.sentence))
            return False
        return True

    def open_edition(self, path: Path, layers_on: Set[str] | None = None) -> None:
        """The same where a fault is the caller's to tell: raises `StoreError`."""
        reading = Reading(path)
        if self._reading is not None:
            self._reading.close()
        self._reading = reading
        opened = reading.opened(layers_on)
        table = reading.table(opened.layers_on)
        with self.together():
            self._change(filter=Filter(), selected=(), query="", problem=None)
            self._show_table(opened, table)
            self._change(view=self.snapshot.home)

    def switch_layer(self, layer: str, on: bool) -> None:
        """Switch one layer on or off."""
        if self.snapshot.archive is not None:
            now = self.snapshot.archive.layers_on
            self.switch_layers(now | {layer} if on else now - {layer})

    def switch_layers(self, layers: Set[str]) -> None:
        """Switch these layers on and all others off; brush, selection and view are kept."""
        if self._reading is None or self.snapshot.archive is None:
            return
        opened = self._reading.opened(layers)
        if opened.layers_on != self.snapshot.archive.layers_on:
            self._show_table(opened, self._reading.table(opened.layers_on))

    def _show_table(self, opened: OpenArchive, table: EventTable) -> None:
        """Everything that follows from a table, made anew for this one."""
        now = self.snapshot
        self._index = CrossFilter(table)
        self._occurrence_of = self._occurrences_of(now.notes)
        noted = self._notes_by_occurrence(now.notes)
        note_terms = note_column(table, noted)
        told = set(table.occurrence.tolist())
        home = home_of(table) if len(table) else now.home
        self._change(
            archive=opened,
            table=table,
            lanes=make_lanes(table, now.grouping),
            home=home,
            view=within_reach(now.view, home),
            passing=self._index.run(now.filter, note_terms),
            selected=tuple(o for o in now.selected if o in told),
            noted=frozenset(noted),
            note_terms=note_terms,
        )

    def group_by(self, grouping: str) -> None:
        """Lay the lanes by this grouping of the catalogue; KeyError for another one."""
        if grouping != self.snapshot.grouping:
            self._change(grouping=grouping, lanes=make_lanes(self.snapshot.table, grouping))

    # -- the view

    def set_view(self, view: View) -> None:
        """Show these days, held between single days and some centuries around the archive."""
        kept = within_reach(view, self.snapshot.home)
        if kept != self.snapshot.view:
            self._change(view=kept)

    def show_days(self, first: int, last: int) -> None:
        """Fit these days, both inclusive, into the view."""
        self.set_view(around(first, last))

    def fit_all(self) -> None:
        """Show everything."""
        self.set_view(self.snapshot.home)

    def fit_selection(self) -> None:
        """Show the selected events whole; everything where none is selected."""
        table = self.snapshot.table
        rows = np.flatnonzero(np.isin(table.occurrence, self.snapshot.selected))
        if not len(rows):
            self.fit_all()
            return
        home = self.snapshot.home
        first = max(int(table.first[rows].min()), int(home.first))
        last = min(int(table.last[rows].max()), int(home.end))
        self.show_days(first, max(first, last))

    # -- what is asked for

    def set_span(self, first: int, last: int, surely: bool = False) -> None:
        """Brush the days from `first` to `last`, both inclusive, in either order."""
        clause = SpanClause(min(first, last), max(first, last), surely)
        self._ask(self.snapshot.filter.having(SPAN, clause))

    def set_terms(self, column: str, terms: Iterable[str]) -> None:
        """Ask for events with one of these terms in a column; none frees the column."""
        clause = TermsClause(frozenset(terms))
        self._ask(self.snapshot.filter.having(column, clause))

    def clear_clause(self, column: str) -> None:
        """Ask for anything in this column."""
        if column == FOUND:
            self.search("")
        else:
            self._ask(self.snapshot.filter.having(column, None))

    def clear_all(self) -> None:
        """Ask for everything that the layers hold."""
        self._ask(Filter(), query="")

    def search(self, query: str) -> None:
        """Ask for events whose texts, or whose notes, hold this; an empty query frees them.

        Finding nothing is a clause as any other: nothing passes it, and the sentence says so.
        """
        words = query.strip()
        if words != self.snapshot.query:
            self.search_any((words,) if words else ())

    def search_any(self, queries: Sequence[str]) -> None:
        """Ask for events that hold at least one of these; see `search`."""
        if self._reading is None:
            return
        found = [self._reading.found(query) for query in queries]
        for query in queries:
            in_notes = notes_found(self.snapshot.notes, query)
            known = [self._occurrence_of[t] for t in in_notes if t in self._occurrence_of]
            found.append(np.array(known, np.int64))
        words = tr("” or “").join(queries)
        clause = IdsClause(np.unique(np.concatenate(found)), words) if queries else None
        self._ask(self.snapshot.filter.having(FOUND, clause), query=words)

    def _ask(self, asked: Filter, **parts: Any) -> None:
        if asked == self.snapshot.filter:
            if any(getattr(self.snapshot, name) != part for name, part in parts.items()):
                self._change(**parts)
            return
        passing = self._index.run(asked, self.snapshot.note_terms)
        self._change(filter=asked, passing=passing, **parts)

    # -- the selection

    def select(self, occurrences: Iterable[int], focus: int | None = None) -> None:
        """Select these occurrences, the last or `focus` in focus, and bring that into view."""
        chosen = tuple(dict.fromkeys(o for o in map(int, occurrences) if o != focus))
        chosen = chosen if focus is None else (*chosen, focus)
        with self.together():
            if chosen != self.snapshot.selected:
                self._change(selected=chosen)
            if chosen:
                self._reveal(chosen[-1])

    def toggle_selected(self, occurrence: int) -> None:
        """Add this one to the selection, or take it out."""
        now = self.snapshot.selected
        kept = tuple(o for o in now if o != occurrence)
        self.select(kept if occurrence in now else (*now, occurrence))

    def select_to(self, occurrence: int) -> None:
        """Select all that pass between the focus and this one, in time."""
        now = self.snapshot
        start = now.selected[-1] if now.selected else occurrence
        self.select(between(now.table, now.passing.mask, start, occurrence))

    def step_selection(self, step: int, lane: str | None = None) -> None:
        """Select the next (1) or the previous (-1) in time that passes, in a lane or in all."""
        rows = self._steppable(lane)
        now = self.snapshot
        focus = row_of(now.table, now.selected[-1]) if now.selected else None
        middle = int(np.searchsorted(now.table.first, int(now.view.first + now.view.days / 2)))
        row = stepped(rows, focus, step, middle)
        if row is not None:
            self.select((int(now.table.occurrence[row]),))

    def select_end(self, last: bool) -> None:
        """Select the first or the last in time that passes."""
        rows = self._steppable(None)
        if len(rows):
            self.select((int(self.snapshot.table.occurrence[rows[-1 if last else 0]]),))

    def _steppable(self, lane: str | None) -> NDArray[np.int64]:
        mask = self.snapshot.passing.mask
        for one in self.snapshot.lanes.lanes:
            if one.term == lane:
                return one.rows[mask[one.rows]]
        return np.flatnonzero(mask)

    def _reveal(self, occurrence: int) -> None:
        table = self.snapshot.table
        row = row_of(table, occurrence)
        if row is not None:
            days = int(table.first[row]), int(table.last[row])
            self.set_view(revealing(self.snapshot.view, *days))

    # -- the list

    def sort_by(self, column: str, descending: bool = False) -> None:
        """Order the list by this heading; see `listing`."""
        sorting = Sorting(column, descending)
        if sorting != self.snapshot.sorting:
            self._change(sorting=sorting)

    def order(self) -> NDArray[np.int64]:
        """The rows of the table that pass, in list order."""
        if self._order is None:
            now = self.snapshot
            self._order = listing.order(now.passing.mask, now.sorting, self._list_values())
        return self._order

    def _list_values(self) -> NDArray[np.int64] | None:
        now = self.snapshot
        if now.sorting.column in listing.BY_ARCHIVE and self._reading is not None:
            return self._reading.values(now.table, now.sorting.column)
        return listing.values_of(now.table, now.sorting.column, now.noted)

    def position_of(self, occurrence: int) -> int | None:
        """Where in the list this occurrence stands, or None where it does not pass."""
        row = row_of(self.snapshot.table, occurrence)
        at = np.flatnonzero(self.order() == (-1 if row is None else row))
        return int(at[0]) if len(at) else None

    def ordered_rows(self, first: int, count: int) -> list[EventRow]:
        """The texts of `count` rows of the list from its `first` on."""
        return self.rows(self.order()[first : first + count])

    def rows(self, rows: Iterable[int]) -> list[EventRow]:
        """The texts of these rows of the table, in this order."""
        if self._reading is None:
            return []
        return self._reading.rows(int(self.snapshot.table.key[row]) for row in rows)

    # -- single events

    def event(self, occurrence: int) -> Event | None:
        """The record that shows this occurrence, whole; None where no layer on tells of it."""
        row = row_of(self.snapshot.table, occurrence)
        if row is None or self._reading is None:
            return None
        return self._reading.record(int(self.snapshot.table.key[row]))

    def occurrences_of(self, event_ids: Iterable[str]) -> dict[str, int]:
        """The occurrence that each of these records tells of; those not in the archive left out."""
        return {} if self._reading is None else self._reading.occurrences(event_ids)

    def record(self, event_id: str) -> Event | None:
        """Any one record whole, whether or not its layer is on."""
        return None if self._reading is None else self._reading.record_named(event_id)

    def known_terms(self, column: str) -> tuple[Term, ...]:
        """Every term that a record of any layer has in this column."""
        codes = self._reading.records.terms.get(column) if self._reading else None
        return codes.terms if codes else ()

    def sentence(self) -> tuple[Phrase, ...]:
        """What is shown, in words."""
        return sentence(self.snapshot)

    def notes_of(self, occurrence: int) -> tuple[Note, ...]:
        """The notes on any record of this occurrence, the oldest first."""
        found = [
            note
            for target, notes in self.snapshot.notes.items()
            if self._occurrence_of.get(target) == occurrence
            for note in notes
        ]
        return tuple(sorted(found, key=lambda note: note.created))

    def _occurrences_of(self, targets: Iterable[str]) -> dict[str, int]:
        """The occurrence of each of these targets ("event:ID") that the archive has."""
        if self._reading is None:
            return {}
        of_event = {t.partition(":")[2]: t for t in targets if t.startswith(f"{EVENT}:")}
        known = self._reading.occurrences(of_event)
        return {of_event[event]: occurrence for event, occurrence in known.items()}

    def _notes_by_occurrence(
        self, notes: Mapping[str, tuple[Note, ...]]
    ) -> dict[int, tuple[Note, ...]]:
        found: dict[int, tuple[Note, ...]] = {}
        for target, occurrence in self._occurrence_of.items():
            found[occurrence] = (*found.get(occurrence, ()), *notes.get(target, ()))
        return found
