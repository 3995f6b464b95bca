"""Intents that search: while one types, and as a clause of the filter."""

from collections.abc import Sequence
from typing import Any

from timeline_app.model.filter import FOUND, Filter, IdsClause
from timeline_app.session.claim_answers import then_of
from timeline_app.session.filtering import LARGE, Filtering
from timeline_app.session.finding import Found
from timeline_app.session.running import Run, at_once
from timeline_app.session.seeking import Answer, Heard, Question, Seeking
from timeline_app.store.store_error import StoreError
from timeline_app.words.tr import tr


class Searching(Filtering):
    """What `Filtering` shows, and what is found by words; `seek` runs a search of a large table."""

    def __init__(self, soon: Run = at_once, seek: Run = at_once) -> None:
        super().__init__(soon)
        self._seek = seek
        self._seeking: Seeking | None = None
        self._sought: tuple[str, ...] | None = None

    def search(self, query: str) -> None:
        """Ask for events that answer this (see `model.query`); an empty query frees them.

        Finding nothing is a clause as any other: nothing passes it, and the sentence says so.
        """
        words = query.strip()
        now = self.snapshot.query if self._sought is None else _words(self._sought)
        if words != now:
            self.search_any((words,) if words else ())

    def search_any(self, queries: Sequence[str]) -> None:
        """Ask for events that answer at least one of these; see `search`."""
        if self._reading is None:
            return
        self._sought, asked = None, tuple(queries)
        if not asked or len(self.snapshot.table) <= LARGE:
            noted = self._notes_by_occurrence(self.snapshot.tagged)
            self._narrow(asked, self._found(asked, self.snapshot.table, noted, self.asked))
            return
        self._sought = asked
        self._put(asked, self._sought_for)

    def seek(self, query: str, heard: Heard) -> None:
        """Tell `heard` what answers this query, and change nothing; only the newest is told."""
        words = query.strip()
        if words and self._reading is not None:
            self._put((words,), heard)

    def _put(self, queries: tuple[str, ...], heard: Heard) -> None:
        """Ask the archive that is open now."""
        now = self.snapshot
        if now.archive is None or self._reading is None:
            return
        if self._seeking is None:
            self._seeking = Seeking(now.archive, self._seek)
        notes = self._notes_by_occurrence(now.tagged)
        claims = self._reading.claims
        then = then_of(claims, self.asked)
        self._seeking.ask(Question(queries, now.table, claims, now.tagged, notes, then), heard)

    def _sought_for(self, answer: Answer | StoreError) -> None:
        sought, self._sought = self._sought, None
        if isinstance(answer, StoreError):
            self._trouble(answer)
        elif sought == answer.question.queries and answer.question.table is self.snapshot.table:
            self._narrow(sought, answer.found)
        elif sought:  # other layers are on by now
            self.search_any(sought)
        self._do_what_waits()

    def _awaits(self) -> bool:
        return self._sought is not None or super()._awaits()

    def _narrow(self, queries: tuple[str, ...], found: Found) -> None:
        """Show what was found by these queries, or everything where there is none."""
        words = _words(queries)
        clause = IdsClause(found.occurrences, words, queries) if queries else None
        claims = tuple(found.claims.tolist())
        self._ask(self.asked.having(FOUND, clause), query=words, found_claims=claims)

    def _ask(self, asked: Filter, **parts: Any) -> None:
        """What a search has found follows the day that is known by."""
        if FOUND in asked.clauses and asked.known != self.asked.known:
            now = self.snapshot
            noted = self._notes_by_occurrence(now.notes)
            asked = self._filter_again(now.table, noted, asked)
        super()._ask(asked, **parts)

    def _forget_wish(self) -> None:
        super()._forget_wish()
        self._stop_seeking()

    def _stop_seeking(self) -> None:
        self._sought = None
        if self._seeking is not None:
            self._seeking.close()
            self._seeking = None


def _words(queries: Sequence[str]) -> str:
    return tr("” or “").join(queries)
