"""Which claims pass: what is asked of them alone, and of what they share with events."""

from dataclasses import replace
from typing import TypeVar

import numpy as np

from timeline_app.crossfilter.clauses import known_on
from timeline_app.crossfilter.cross_filter import CrossFilter
from timeline_app.crossfilter.passing import Passing
from timeline_app.model.claim import Claim
from timeline_app.model.claim_table import ClaimTable, no_claims, untold, with_open
from timeline_app.model.filter import FOUND, KNOWN, SPAN, Filter, IdsClause
from timeline_app.model.records import ClaimRow
from timeline_app.model.verdict import OPEN, VERDICTS
from timeline_app.session.finding import TODAY, Then
from timeline_app.session.snapshot import Snapshot

Told = TypeVar("Told", Claim, ClaimRow)

SHARED = (SPAN, KNOWN, "vector", "state")
"""What is asked of events and claims alike; the search asks both too, each in its own way."""

FOLLOWED = ("claims", "claim_filter", "filter", "found_claims")
"""The parts of a snapshot that the answer follows from."""


class ClaimAnswers:
    """The claims as known on a day, and their cross filter; made anew for another archive's."""

    def __init__(self) -> None:
        self._claims = no_claims()
        self._index = CrossFilter(self._claims.said)
        self._whole = self._known = self._claims
        self._untold = untold(self._whole, None)
        self._untold_keys: frozenset[int] = frozenset()

    def known(self, claims: ClaimTable, asked: Filter) -> ClaimTable:
        """The archive's `claims` as they stood on the day that is asked for.

        As long as no outcome comes or goes it is the same object.
        """
        hidden = untold(claims, asked.known.day if asked.known else None)
        if claims is not self._whole or not np.array_equal(hidden, self._untold):
            self._whole, self._untold = claims, hidden
            self._known = with_open(claims, hidden)
            self._untold_keys = frozenset(claims.key[hidden].tolist())
        return self._known

    def told(self, one: Told) -> Told:
        """A claim, or a line of one, as it stood on that day: open where nobody could say more."""
        if one.key not in self._untold_keys:
            return one
        if isinstance(one, Claim):
            return replace(one, verdict=VERDICTS[OPEN], outcome=None)
        return replace(one, verdict=VERDICTS[OPEN])

    def passing(self, now: Snapshot) -> Passing:
        """The claims that pass, and their counts by term."""
        if now.claims is not self._claims:
            self._claims = now.claims
            self._index = CrossFilter(now.claims.said)
        return self._index.run(asked_of_claims(now))


def then_of(claims: ClaimTable, asked: Filter) -> Then:
    """The day asked for, and the claims that were not known on it."""
    if asked.known is None:
        return TODAY
    later = claims.key[~known_on(claims.said, asked.known.day)]
    return Then(asked.known.day, later.astype(np.int32))


def asked_of_claims(now: Snapshot) -> Filter:
    """The filter of claims: their own clauses and those shared with events."""
    asked = now.claim_filter
    for column in SHARED:
        if clause := now.filter.clauses.get(column):
            asked = asked.having(column, clause)
    if isinstance(found := now.filter.clauses.get(FOUND), IdsClause):
        keys = np.array(sorted(now.found_claims), np.int64)
        asked = asked.having(FOUND, IdsClause(keys, found.words, found.queries))
    return asked
