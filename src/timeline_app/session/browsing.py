"""Intents that look: which days, which events, selected and listed in which order."""

from collections.abc import Iterable, Sequence

import numpy as np

from timeline_app.dates.day import is_open
from timeline_app.model.bisect import rank_of
from timeline_app.model.filter import (
    FOUND,
    KNOWN,
    Filter,
    KnownClause,
    SpanClause,
    TermsClause,
)
from timeline_app.model.view import View
from timeline_app.session.membership_bands import still_shown, toggled
from timeline_app.session.ordering import Ordering
from timeline_app.session.selecting import between, stepped, stepped_in_lane, stepped_in_table
from timeline_app.session.series import of_keys
from timeline_app.session.snapshot import Problem
from timeline_app.session.viewing import around, revealing, within_reach
from timeline_app.words.tr import grouped, tr

MOST_SELECTED = 1_000
"""So many places of a list can be selected: each of them is marked, told and copied one by one."""


class Browsing(Ordering):
    """What `Ordering` shows, and intents that choose among it."""

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
        """Show the selected events or treaty whole; everything where none is selected."""
        table, chosen = self.snapshot.table, self.snapshot.selected
        if self.snapshot.instrument is not None:
            table, chosen = self.snapshot.instruments.life, (self.snapshot.instrument,)
        rows = table.rows_of(chosen)
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
        if first > last:
            first, last = last, first
        self._brush(SpanClause(first, last, surely))

    def set_terms(self, column: str, terms: Iterable[str]) -> None:
        """Ask for events with one of these terms in a column; none frees the column."""
        clause = TermsClause(frozenset(terms))
        self._ask(self.asked.having(column, clause))

    def set_known(self, day: int) -> None:
        """Ask for what could be known at the end of this day; `clear_clause(KNOWN)` ends it."""
        if not is_open(day):
            self._ask(self.asked.having(KNOWN, KnownClause(day)))

    def clear_clause(self, column: str) -> None:
        """Ask for anything in this column."""
        if column == FOUND:
            self.search("")
        else:
            self._ask(self.asked.having(column, None))

    def clear_all(self) -> None:
        """Ask for everything that the layers hold, and for every claim."""
        self._sought = None
        of_claims = self.snapshot.claim_filter and Filter()
        self._ask(Filter(), query="", found_claims=(), claim_filter=of_claims)

    # -- the selection

    def select(self, occurrences: Iterable[int], focus: int | None = None) -> None:
        """Select these occurrences, the last or `focus` in focus, and bring that into view."""
        chosen = tuple(dict.fromkeys(o for o in map(int, occurrences) if o != focus))
        chosen = chosen if focus is None else (*chosen, focus)
        with self.together():
            if chosen != self.snapshot.selected:
                self._change(selected=chosen)
            now = self.snapshot
            if not chosen and (now.instrument, now.claim) != (None, None):
                self._change(instrument=None, claim=None)
            if chosen:
                self._reveal(chosen[-1])

    def select_listed(self, spans: Sequence[tuple[int, int]], focus: int | None = None) -> bool:
        """Select what stands in the list from the first to the last place of each span, the place
        `focus` in focus; says whether that was done: more than `MOST_SELECTED` are not selected at
        once."""
        if sum(last + 1 - first for first, last in spans) > MOST_SELECTED:
            words = tr(
                "At most {n} events can be selected at once. Ask for fewer of them first.",
                n=grouped(MOST_SELECTED),
            )
            self._change(problem=Problem("notice", words))
            return False
        parts = [self.listed_rows(first, last + 1 - first) for first, last in spans]
        told = self.snapshot.table.occurrence
        chosen = [int(told[row]) for part in parts for row in part]
        at = [] if focus is None else self.listed_rows(focus, 1).tolist()
        self.select(chosen, int(told[at[0]]) if at else None)
        return True

    def toggle_selected(self, occurrence: int) -> None:
        """Add this one to the selection, or take it out."""
        now = self.snapshot.selected
        kept = tuple(o for o in now if o != occurrence)
        self.select(kept if occurrence in now else (*now, occurrence))

    def select_to(self, occurrence: int) -> None:
        """Select all that pass between the focus and this one, in time."""
        now = self.snapshot
        start = now.selected[-1] if now.selected else occurrence
        self.select(between(now.passing, start, occurrence))

    def step_selection(self, step: int, lane: str | None = None) -> None:
        """Select the next (1) or the previous (-1) in time that passes, in a lane or in all."""
        now = self.snapshot
        focus = now.table.row_of(now.selected[-1]) if now.selected else None
        middle = rank_of(now.table.first, int(now.view.first + now.view.days / 2))
        rows = next((one.rows for one in now.lanes.lanes if one.term == lane), None)
        if rows is None:
            row = stepped_in_table(now.passing, focus, step, middle)
        else:
            row = stepped_in_lane(now.passing, rows, focus, step, middle)
        if row is not None:
            self.select((int(now.table.occurrence[row]),))

    def step_in_found(self, step: int) -> None:
        """The same among what was asked for last, once that is shown: a search may take long."""
        self.when_shown(lambda: self.step_selection(step))

    def select_end(self, last: bool) -> None:
        """Select the first or the last in time that passes."""
        passing = self.snapshot.passing
        row = passing.select(passing.possible - 1 if last else 0, 1)
        if len(row):
            self.select((int(self.snapshot.table.occurrence[row[0]]),))

    def select_instrument(self, key: int | None) -> None:
        """Select this treaty and bring it into view; None lets go of it."""
        if key == self.snapshot.instrument:
            return
        with self.together():
            self._change(instrument=key)
            row = None if key is None else self.snapshot.instruments.row_of(key)
            if row is not None:
                life = self.snapshot.instruments.life
                days = int(life.first[row]), int(life.last[row])
                self.set_view(revealing(self.snapshot.view, *days))

    def step_instrument(self, step: int) -> None:
        """Select the next (1) or the previous (-1) treaty that passes, by its first step."""
        now = self.snapshot
        rows = np.flatnonzero(now.instruments_passing.mask)
        focus = None if now.instrument is None else now.instruments.row_of(now.instrument)
        middle = int(np.searchsorted(now.instruments.life.first, now.view.first))
        row = stepped(rows, focus, step, middle)
        if row is not None:
            self.select_instrument(int(now.instruments.key[row]))

    def show_organisations(self, ids: Iterable[str]) -> None:
        """Show the members of these organisations; of none, those with the most changes."""
        chosen = tuple(ids)
        if chosen != self.snapshot.organisations:
            now = self.snapshot
            bands = still_shown(now.memberships, now.membership_bands, chosen)
            self._change(organisations=chosen, membership_bands=bands)

    def toggle_membership_band(self, key: int) -> None:
        """Draw a state's membership of an organisation behind the lanes, or take it away."""
        now = self.snapshot
        self._show_bands(toggled(now.memberships, now.membership_bands, key))

    def clear_membership_bands(self) -> None:
        """Draw no membership behind the lanes."""
        self._show_bands(())

    def _show_bands(self, bands: tuple[int, ...]) -> None:
        if bands != self.snapshot.membership_bands:
            self._change(membership_bands=bands)

    def _reveal(self, occurrence: int) -> None:
        table = self.snapshot.table
        row = table.row_of(occurrence)
        if row is not None:
            days = int(table.first[row]), int(table.last[row])
            self.set_view(revealing(self.snapshot.view, *days))

    # -- series

    def choose_series(self, keys: Iterable[int]) -> None:
        """Draw and list these series, MOST_CHOSEN at most, in this order, and no others."""
        chosen = of_keys(self.every_series(), keys)
        if chosen != self.snapshot.series_chosen:
            self._change(series_chosen=chosen)
