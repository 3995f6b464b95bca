"""The list of claims: which stands where, under each heading it can be sorted by."""

import numpy as np
from numpy.typing import NDArray

from timeline_app.dates.day import OPEN_FUTURE
from timeline_app.model.claim_table import SPEAKER, VERDICT, ClaimTable
from timeline_app.model.event_table import UNDATED, Codes
from timeline_app.model.verdict import VERDICTS
from timeline_app.session.snapshot import Snapshot

DAY, HORIZON = "day", "horizon"
SORTED_BY = (DAY, SPEAKER, HORIZON, VERDICT)


def ordered_claims(now: Snapshot) -> NDArray[np.int64]:
    """The keys of the claims that pass, in list order; equal ones by the day they were made."""
    rows = np.flatnonzero(now.claims_passing.mask)
    sorting = now.claim_sorting
    if sorting.column == DAY:
        rows = rows[::-1] if sorting.descending else rows
    else:
        own = _values(now.claims, sorting.column)[rows]
        rows = rows[np.argsort(-own if sorting.descending else own, kind="stable")]
    return now.claims.key[rows]


def known_from(now: Snapshot, key: int) -> int | None:
    """The day by which a source of this claim had been published; None where nothing says it."""
    rows = np.flatnonzero(now.claims.key == key)
    day = int(now.claims.said.known_from[rows[0]]) if len(rows) else UNDATED
    return None if day >= UNDATED else day


def _values(claims: ClaimTable, column: str) -> NDArray[np.int64]:
    """What the rows are compared by, one whole number a row."""
    if column == HORIZON:
        return np.where(claims.has_horizon, claims.horizon_first, OPEN_FUTURE)
    if column == VERDICT:
        # Those of which something came stand first, the open ones last.
        return np.where(claims.verdict == 0, len(VERDICTS), claims.verdict).astype(np.int64)
    return _by_words(claims.said.terms[SPEAKER]) if len(claims) else np.zeros(0, np.int64)


def _by_words(codes: Codes) -> NDArray[np.int64]:
    """The rank of each row's term by its words; every claim has one speaker."""
    ranks = np.empty(len(codes.terms), np.int64)
    ranks[codes.terms.by_label] = np.arange(len(codes.terms))
    return ranks[codes.codes]
