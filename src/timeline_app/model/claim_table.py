"""Claims as read-only columns, beside the events: what was said, by whom, about which days."""

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from timeline_app.dataclass import dataclass
from timeline_app.model.codes import one_each
from timeline_app.model.event_table import Codes, Days, Mask, Term, empty_table
from timeline_app.model.event_table import EventTable as SpanTable
from timeline_app.model.verdict import OPEN, VERDICT_LABELS, VERDICTS

SPEAKER, VERDICT, CLAIM_TYPE = "speaker", "verdict", "claim-type"
"""The columns that claims have of their own; "vector" and "state" they share with events."""


@dataclass(frozen=True, eq=False, slots=True)
class ClaimTable:
    """n claims, ordered by the first day on which each may have been made.

    `said` holds their days and terms in the form of events, so that one cross filter serves both:
    its `key` is the archive's row number of the claim and so is its `occurrence`; its `terms` are
    "vector", "state", SPEAKER, VERDICT and CLAIM_TYPE. `verdict` holds the signs of
    `model.verdict`.
    `horizon_first` and `horizon_last` bound the days that a claim is about, where it names any:
    `has_horizon` tells. `predicts` marks the predictions.

    A claim is known from the day by which the first of its sources had been published, UNDATED
    where none is dated; what came of it from the day `outcome_from`: UNDATED where nothing dates
    the outcome, OPEN_PAST where there is none to be known.
    """

    said: SpanTable
    verdict: NDArray[np.uint8]
    predicts: Mask
    has_horizon: Mask
    horizon_first: Days
    horizon_last: Days
    outcome_from: Days

    def __len__(self) -> int:
        return len(self.said)

    @property
    def key(self) -> NDArray[np.int64]:
        """The archive's row number of each claim."""
        return self.said.key

    @property
    def verdicts(self) -> Codes:
        """What came of each claim, as a column of terms."""
        return self.said.terms[VERDICT]


def untold(claims: ClaimTable, day: int | None) -> Mask:
    """The claims of which nobody could say, at the end of a day, what came of them; none today."""
    later = np.zeros(len(claims), np.bool_) if day is None else claims.outcome_from > day
    mask: Mask = later & (claims.verdict != OPEN)
    return mask


def with_open(claims: ClaimTable, untold: Mask) -> ClaimTable:
    """The same claims with these of them open; the same object where there are none."""
    if not untold.any():
        return claims
    verdict = np.where(untold, OPEN, claims.verdict).astype(np.uint8)
    terms = dict(claims.said.terms) | {VERDICT: verdict_column(verdict)}
    return replace(claims, verdict=verdict, said=replace(claims.said, terms=terms))


def verdict_column(verdict: NDArray[np.uint8]) -> Codes:
    """What came of claims as a column of terms, one each; those that none has are left out."""
    used, codes = np.unique(verdict, return_inverse=True)
    terms = [Term(VERDICTS[sign], VERDICT_LABELS[sign]) for sign in used.tolist()]
    return one_each(codes, terms)


def no_claims() -> ClaimTable:
    """What is shown where nobody has said anything."""
    none = np.zeros(0, np.bool_)
    days = np.zeros(0, np.int64)
    return ClaimTable(empty_table(), np.zeros(0, np.uint8), none, none, days, days, days)
