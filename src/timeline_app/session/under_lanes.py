"""What can stand under the lanes, and what of it has to be reckoned before it is painted."""

from timeline_app.dataclass import dataclass
from timeline_app.session.balancing import Weight, whole_weight
from timeline_app.session.snapshot import Snapshot
from timeline_app.session.strip_ids import BALANCE, STRIP_IDS, VOTES
from timeline_app.session.voting import Agreed, agreed_now


@dataclass(frozen=True, eq=False, slots=True)
class UnderLanes:
    """A strip by its id, empty for none, with the balance or the votes that it shows."""

    strip: str = ""
    weight: Weight | None = None
    agreed: Agreed | None = None


def under_lanes(now: Snapshot, strip: str) -> UnderLanes:
    """Reckons it whole, every interval included: a worker's work."""
    if strip == BALANCE and now.archive is not None:
        return UnderLanes(strip, weight=whole_weight(now))
    if strip == VOTES and now.archive is not None:
        return UnderLanes(strip, agreed=agreed_now(now))
    return UnderLanes(strip if strip in STRIP_IDS else "")
