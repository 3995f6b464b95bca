"""How far two states voted alike, by session, from all roll calls.

Yes, no and abstain are three answers; absent is none, and a roll call in which one of the two was
absent, or has no vote recorded, is counted apart. Where one of them abstained, the rule says what
that is worth: a half, nothing, or that it does not count. Intervals are percentiles of resolutions
drawn anew within the session, or Wilson's where all are alike; they say nothing of which texts came
to a vote.
"""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from timeline_app.dataclass import dataclass
from timeline_app.model.codes import Mask
from timeline_app.model.distinct import distinct
from timeline_app.model.roll_calls import ABSENT, ABSTAIN, NO, UNKNOWN, YES, RollCalls

HALF, DIFFER, DROP = "half", "differ", "drop"
RULES = (HALF, DIFFER, DROP)
LEAST_FOR_INTERVAL = 20
_Z = 1.9599639845400536
"""So far from its middle lie 97.5 of 100 of a normal distribution."""


@dataclass(frozen=True, slots=True)
class Agreement:
    """Of one session: `n` roll calls that count, the part on which both agreed (None for none),
    and its interval (None under LEAST_FOR_INTERVAL); what both answered alike, by answer; how often
    one of them abstained and the other did not, and how often they were opposed; how often one or
    both were absent, and how often a vote is not recorded."""

    session: int
    n: int
    agreement: float | None
    low: float | None
    high: float | None
    both_yes: int
    both_no: int
    both_abstain: int
    one_abstains: int
    opposed: int
    absent: int
    unrecorded: int


def agreements(
    calls: RollCalls,
    one: str,
    other: str,
    among: Mask,
    rule: str,
    seed: int,
    draws: int,
) -> Iterator[Agreement]:
    """By session, the roll calls of `among` (n). KeyError for a state that has no vote here;
    ValueError for a rule that is none of RULES."""
    if rule not in RULES:
        raise ValueError(rule)
    mine, theirs = calls.of(one), calls.of(other)
    rng = np.random.default_rng(seed)
    for session in distinct(calls.session[among]).tolist():
        held = among & (calls.session == session)
        yield _of_session(session, mine[held], theirs[held], rule, rng, draws)


def _of_session(
    session: int,
    mine: NDArray[np.int8],
    theirs: NDArray[np.int8],
    rule: str,
    rng: "np.random.Generator",
    draws: int,
) -> Agreement:
    unrecorded = (mine == UNKNOWN) | (theirs == UNKNOWN)
    absent = ~unrecorded & ((mine == ABSENT) | (theirs == ABSENT))
    voted = ~unrecorded & ~absent
    alike = voted & (mine == theirs)
    one_abstains = voted & ((mine == ABSTAIN) != (theirs == ABSTAIN))
    worth = alike.astype(np.float64)
    if rule == HALF:
        worth[one_abstains] = 0.5
    counted = worth[voted & ~one_abstains] if rule == DROP else worth[voted]
    low, high = _interval(counted, rng, draws)
    return Agreement(
        session=session,
        n=len(counted),
        agreement=float(counted.mean()) if len(counted) else None,
        low=low,
        high=high,
        both_yes=int((alike & (mine == YES)).sum()),
        both_no=int((alike & (mine == NO)).sum()),
        both_abstain=int((alike & (mine == ABSTAIN)).sum()),
        one_abstains=int(one_abstains.sum()),
        opposed=int((voted & ~alike & ~one_abstains).sum()),
        absent=int(absent.sum()),
        unrecorded=int(unrecorded.sum()),
    )


def _interval(
    counted: NDArray[np.float64], rng: "np.random.Generator", draws: int
) -> tuple[float | None, float | None]:
    if len(counted) < LEAST_FOR_INTERVAL:
        return None, None
    if counted.min() == counted.max() and counted[0] in (0.0, 1.0):
        # Where all agree, or none does, every draw says the same: Wilson's end is given instead.
        least = _Z**2 / (len(counted) + _Z**2)
        return (0.0, least) if counted[0] == 0 else (1 - least, 1.0)
    means = counted[rng.integers(len(counted), size=(draws, len(counted)))].mean(axis=1)
    low, high = np.quantile(means, (0.025, 0.975))
    return float(low), float(high)
