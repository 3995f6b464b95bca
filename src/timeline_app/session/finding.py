"""What a search finds: what happened by archive, notes and columns, and claims.

Sets of occurrences are masks by occurrence number, so that words cost one step a row whatever they
are joined with.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import field
from functools import reduce

import numpy as np
from numpy.typing import NDArray

from timeline_app.crossfilter.clauses import known_on, touching
from timeline_app.dataclass import dataclass
from timeline_app.model.annotation import Written
from timeline_app.model.claim_table import ClaimTable
from timeline_app.model.event_table import EventTable, Mask
from timeline_app.model.filter import SpanClause
from timeline_app.model.query import COLUMNS, DAYS, Query, Term, note_holds
from timeline_app.store.search import Search, Stopped, StoppedError
from timeline_app.words.folding import Form, holds, in_index
from timeline_app.words.tr import tr

Numbers = NDArray[np.int32]
Notes = Mapping[int, Iterable[Written]]

FIRST = 50
"""So many of what was found are shown while one types."""

_ROWS_AT_ONCE = 65_536
_FEW = 4 * FIRST
"""So many are looked up one by one: to come upon fifty of them most of the table were read."""

_NONE: Numbers = np.zeros(0, np.int32)


@dataclass(frozen=True, eq=False, slots=True)
class Found:
    """What answers: occurrences of the table (`told`, a mask by number) and `claims` (by key),
    ascending; `first` are the rows of the table that come first."""

    told: Mask
    claims: Numbers
    first: Numbers
    known: int
    """How many of the occurrences were known on the day that is known by; `first` are of these."""
    said: Numbers
    """The claims among `claims` that were."""

    @property
    def occurrences(self) -> Numbers:
        """By number, ascending; made when asked for, which nobody does while one types."""
        return np.flatnonzero(self.told).astype(np.int32)


NOTHING = Found(np.zeros(0, np.bool_), _NONE, _NONE, 0, _NONE)


@dataclass(frozen=True, eq=False, slots=True)
class Then:
    """The day that is known by, if one is chosen, and the keys of the claims that are later."""

    day: int | None = None
    later: Numbers = field(default_factory=lambda: np.zeros(0, np.int32))


TODAY = Then()


def find(
    queries: Sequence[Query],
    table: EventTable,
    claims: ClaimTable,
    notes: Notes,
    search: Search,
    stopped: Stopped = lambda: False,
    then: Then = TODAY,
) -> Found:
    """What the table of events, all claims and the texts of the archive hold that answers one of
    these queries.

    An event answers with all its records, the claims about it and the notes on it together, which
    are by occurrence; only words and days ask a claim. No event answers by a claim that was not
    known `then`. Raises `StoreError`, `StoppedError`.
    """
    if not queries:
        return NOTHING
    told, said = _Told(table, notes, search, stopped, then.later), claims.said
    mask, spoken = told.nothing(), np.zeros(len(said), np.bool_)

    def held_by_claims(term: Term) -> Mask:
        if term.field in DAYS:
            within: Mask = (said.first <= term.days[1]) & (said.last >= term.days[0])
            return within
        return np.isin(said.key, search.find(term, stopped).claims)

    for query in queries:
        mask |= _answering(query, len(mask), told.held)
        if any(term.words and not term.unwanted for term in query.terms):
            spoken |= _answering(query, len(spoken), held_by_claims)
    mask &= told.present
    then_known = mask
    if then.day is not None:
        then_known = mask & told.numbered(table.occurrence[known_on(table, then.day)])
    known = int(np.count_nonzero(then_known))
    answers = np.sort(said.key[spoken]).astype(np.int32)
    first, then_said = _first(table, then_known, known), answers[~np.isin(answers, then.later)]
    return Found(mask, answers, first, known, then_said)


class _Told:
    """Terms as masks over the numbers of what happened, as far as a table reaches."""

    def __init__(
        self,
        table: EventTable,
        notes: Notes,
        search: Search,
        stopped: Stopped,
        later: Numbers,
    ) -> None:
        self._table, self._notes, self._later = table, notes, later
        self._search, self._stopped = search, stopped
        self.present = table.numbered
        self._size = len(self.present)

    def nothing(self) -> Mask:
        """No occurrence."""
        return np.zeros(self._size, np.bool_)

    def held(self, term: Term) -> Mask:
        """The occurrences that hold a term; of words they may be of other layers too."""
        if self._stopped():
            raise StoppedError
        if term.field in DAYS:
            rows = touching(self._table, SpanClause(*term.days))
            return self.numbered(self._table.occurrence[rows])
        if term.field in COLUMNS:
            return self.numbered(self._table.occurrence[_in_column(term, self._table)])
        mask, told = self.nothing(), self._by_archive(term)[: self._size]
        mask[: len(told)] = told
        for occurrence, notes in self._notes.items():
            if 0 <= occurrence < self._size and any(note_holds(note, term) for note in notes):
                mask[occurrence] = True
        return mask

    def _by_archive(self, term: Term) -> Mask:
        """What the archive's texts tell, but for claims that were not known."""
        held = self._search.find(term, self._stopped)
        if not len(self._later) or not np.isin(held.claims, self._later).any():
            return held.told
        return self._search.told_with(held.own, held.claims[~np.isin(held.claims, self._later)])

    def numbered(self, occurrences: NDArray[np.integer]) -> Mask:
        """These occurrences as a mask."""
        mask = self.nothing()
        mask[occurrences[(occurrences >= 0) & (occurrences < self._size)]] = True
        return mask


def _answering(query: Query, n: int, held: Callable[[Term], Mask]) -> Mask:
    """Which of n things answer, given which hold a term; none for a query without words."""
    if not query:
        return np.zeros(n, np.bool_)
    groups = (
        _either(~held(term) if term.unwanted else held(term) for term in group)
        for group in query.groups
    )
    return reduce(np.logical_and, groups)


def _either(masks: Iterable[Mask]) -> Mask:
    return reduce(np.logical_or, masks)


def _first(table: EventTable, mask: Mask, held: int) -> Numbers:
    """The first rows of the table whose occurrences are in the mask, which holds so many."""
    if held <= _FEW:
        return table.rows_of(np.flatnonzero(mask))[:FIRST].astype(np.int32)
    found: list[int] = []
    for first in range(0, len(table), _ROWS_AT_ONCE):
        some = mask[table.occurrence[first : first + _ROWS_AT_ONCE]]
        found += (np.flatnonzero(some)[: FIRST - len(found)] + first).tolist()
        if len(found) == FIRST:
            break
    return np.array(found, np.int32)


def _in_column(term: Term, table: EventTable) -> Mask:
    """Rows with a term of the column whose id or words begin so."""
    codes = table.terms.get(term.field)
    if codes is None:
        return np.zeros(len(table), np.bool_)
    forms = in_index(term.words, term.whole)
    ids = (t.id for t in codes.terms if _answers(forms, t.id, t.label, tr(t.label)))
    return codes.holding(frozenset(ids))


def _answers(forms: tuple[Form, ...], *texts: str) -> bool:
    return any(holds(text, forms) for text in texts)
