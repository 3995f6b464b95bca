"""How the height of the timeline is shared between the lanes of events and the tracks under them.

Lanes keep what they need to show every event; tracks take of what is left, from the first on. A
track for which there is not even its least height is folded to one line.
"""

from collections.abc import Sequence

from timeline_app.dataclass import dataclass
from timeline_app.scene.lane_layout import FOLD_PX
from timeline_app.scene.track import Band, TrackNeed

MOST_SHARE = 0.45
"""Tracks together never take more of the height than this, unless the reader opens them."""
FAIR_SHARE = 1 / 3
"""They may take this much where the lanes can still show every event, though closer together."""


@dataclass(frozen=True, slots=True)
class LanesWish:
    """What the lanes want in pixels: `scarce` is the least that shows them all; with `modest` each
    shows its events as marks or whole stacks, with `ample` as marks wherever these are few. `fold`
    is the height of what is folded to one line."""

    scarce: float
    modest: float
    ample: float
    fold: float = FOLD_PX


@dataclass(frozen=True, slots=True)
class TrackWish:
    """What a track needs, and whether the reader has folded or opened it by hand."""

    need: TrackNeed
    closed: bool = False
    opened: bool = False


def bands(wishes: Sequence[TrackWish], height: float, lanes: LanesWish) -> tuple[Band, ...]:
    """The bands of all tracks, at the foot of `height` pixels, in their order."""
    fold = lanes.fold
    tall = [fold] * len(wishes)
    left = height - lanes.scarce - sum(tall)
    for i, wish in enumerate(wishes):
        more = wish.need.least - fold
        if not wish.closed and (wish.opened or more <= left):
            tall[i], left = wish.need.least, left - more
    whole = [i for i, wish in enumerate(wishes) if tall[i] > fold and not wish.closed]
    wanted = {i: max(0.0, wishes[i].need.wish - tall[i]) for i in whole}
    fair = min(height - lanes.modest, height * FAIR_SHARE)
    spare = max(fair, min(height - lanes.ample, height * MOST_SHARE)) - sum(tall)
    part = min(1.0, max(0.0, spare) / max(1.0, sum(wanted.values())))
    for i in whole:
        tall[i] = float(int(tall[i] + wanted[i] * part))
    top = height - sum(tall)
    made = []
    for i, px in enumerate(tall):
        made.append(Band(top, px, folded=i not in whole))
        top += px
    return tuple(made)
