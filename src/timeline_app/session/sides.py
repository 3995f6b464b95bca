"""What stands for and against a thesis, and what passes the filters and is on neither side."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from timeline_app.dataclass import dataclass
from timeline_app.model.annotation import About, Written, event_in, texts_of
from timeline_app.session.claim_listing import ordered_claims
from timeline_app.session.noted import CLAIM
from timeline_app.session.session import Session

FOR, AGAINST = "for", "against"


@dataclass(frozen=True, eq=False, slots=True)
class Neither:
    """The rows of events and the keys of claims that pass and stand on neither side, in the order
    of their lists."""

    events: NDArray[np.integer]
    claims: NDArray[np.int64]

    def __len__(self) -> int:
        return len(self.events) + len(self.claims)


def neither(session: Session, thesis: Written) -> Neither:
    """What passes, and of which no record stands for or against the thesis."""
    sided = [*texts_of(thesis.state, FOR), *texts_of(thesis.state, AGAINST)]
    now = session.snapshot
    rows, keys = session.order(), ordered_claims(now)
    told = session.occurrences_of({e for target in sided if (e := event_in(target))}).values()
    named = (t.removeprefix(f"{CLAIM}:") for t in sided if t.startswith(f"{CLAIM}:"))
    claims = [claim.key for name in named if (claim := session.claim_named(name))]
    free = ~np.isin(now.table.occurrence[rows], list(told))
    return Neither(rows[free], keys[~np.isin(keys, claims)])


def look_of(thesis: Written, target: str) -> About:
    """What something on a side looked like when it was put there."""
    looks = thesis.state.get("about_others")
    return About.read(looks.get(target) if isinstance(looks, dict) else None)


def placed(thesis: Written, targets: Sequence[str], side: str) -> dict[str, list[str]]:
    """The values of the thesis with these on this side; on neither where it is empty."""
    sides = {
        name: [t for t in texts_of(thesis.state, name) if t not in targets]
        for name in (FOR, AGAINST)
    }
    if side:
        sides[side] += targets
    return sides
