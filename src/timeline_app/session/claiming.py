"""Intents about what was said: claims selected and asked for, and the walk through the article."""

from collections.abc import Iterable, Iterator

import numpy as np

from timeline_app.model.article import ArticleRecord, WalkStep
from timeline_app.model.filter import Filter, TermsClause
from timeline_app.session.claim_listing import ordered_claims
from timeline_app.session.comparing import Comparing
from timeline_app.session.snapshot import Sorting
from timeline_app.session.viewing import revealing
from timeline_app.session.walking import days_of


class Claiming(Comparing):
    """What `Browsing` chooses among, and the same for claims."""

    # -- claims

    def select_claim(self, key: int | None) -> None:
        """Select this claim alone, and bring the day it was made into view; None selects none.

        A claim that the open archive does not hold is not selected.
        """
        rows = np.flatnonzero(self.snapshot.claims.key == (-1 if key is None else key))
        chosen = key if len(rows) else None
        with self.together():
            if chosen != self.snapshot.claim:
                self._change(claim=chosen)
            if chosen is not None:
                said = self.snapshot.claims.said
                self._show_day(int(said.first[rows[0]]), int(said.last[rows[0]]))

    def step_claim(self, step: int) -> None:
        """Select the next (1) or the previous (-1) claim of the list."""
        now = self.snapshot
        keys = ordered_claims(now)
        if not len(keys):
            return
        at = np.flatnonzero(keys == now.claim)
        to = int(at[0]) + step if len(at) else (0 if step > 0 else len(keys) - 1)
        self.select_claim(int(keys[min(max(to, 0), len(keys) - 1)]))

    def set_claim_terms(self, column: str, terms: Iterable[str]) -> None:
        """Ask for claims with one of these terms in a column of their own; none frees it."""
        clause = TermsClause(frozenset(terms))
        self._ask_claims(self.snapshot.claim_filter.having(column, clause))

    def clear_claim_filter(self) -> None:
        """Ask for every claim, but for what is asked of events too."""
        self._ask_claims(Filter())

    def sort_claims_by(self, column: str, descending: bool = False) -> None:
        """Order the list of claims by this heading; see `claim_listing`."""
        sorting = Sorting(column, descending)
        if sorting != self.snapshot.claim_sorting:
            self._change(claim_sorting=sorting)

    def _ask_claims(self, asked: Filter) -> None:
        if asked != self.snapshot.claim_filter:
            self._change(claim_filter=asked)

    # -- the article

    def walk_to(self, at: int) -> None:
        """Stand at the record of the article that is `at` (from 1), held at its ends.

        What the record became is selected; its day is brought into view.
        """
        order = self.snapshot.article
        if not order:
            return
        at = min(max(at, 1), len(order))
        record = self._article_record(order[at - 1])
        if record is None:
            return
        with self.together():
            self._change(walk=WalkStep(at, len(order), record))
            if record.claim is not None:
                self.select_claim(record.claim)
            else:
                self.select(() if record.occurrence is None else (record.occurrence,))
                if days := days_of(record):
                    self._show_day(*days)

    def walk_through(self) -> Iterator[WalkStep]:
        """Every record of the article in its order, read one by one; nothing is selected."""
        order = self.snapshot.article
        for at, n in enumerate(order, start=1):
            if (record := self._article_record(n)) is not None:
                yield WalkStep(at, len(order), record)

    def _article_record(self, n: int) -> ArticleRecord | None:
        return self._read(lambda reading: reading.article_record(n), None)

    def walk_on(self, step: int) -> None:
        """Go this many records further in the article; from its first where one does not walk."""
        walk = self.snapshot.walk
        self.walk_to(1 if walk is None else walk.at + step)

    def leave_walk(self) -> None:
        """Walk no further; what is selected stays so."""
        if self.snapshot.walk is not None:
            self._change(walk=None)

    def _show_day(self, first: int, last: int) -> None:
        self.set_view(revealing(self.snapshot.view, first, last))
