"""Claims as read-only columns, beside the events: what was said, by whom, about which days."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from timeline_app.model.event_table import Codes, Days, Mask, empty_table
from timeline_app.model.event_table import EventTable as SpanTable

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
    """

    said: SpanTable
    verdict: NDArray[np.uint8]
    predicts: Mask
    has_horizon: Mask
    horizon_first: Days
    horizon_last: Days

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


def no_claims() -> ClaimTable:
    """What is shown where nobody has said anything."""
    none = np.zeros(0, np.bool_)
    days = np.zeros(0, np.int64)
    return ClaimTable(empty_table(), np.zeros(0, np.uint8), none, none, days, days)
