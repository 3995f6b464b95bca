"""A frame of days that are dragged, as what lies upon one another in it."""

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from timeline_app.dataclass import dataclass
from timeline_app.model.event_table import Mask
from timeline_app.scene.display_list import DisplayList


@dataclass(frozen=True, eq=False, slots=True)
class Torn:
    """Where what lies upon the far layer is another: `holes` are (n, 4) of left, top, right,
    bottom, and `drawn` is all there is of it in them."""

    holes: NDArray[np.float64]
    drawn: DisplayList


@dataclass(frozen=True, eq=False, slots=True)
class Upon:
    """What lies upon the far layer, to be drawn once where that is: all but what it `lacks` of
    names, (n,), since an edge cut or hid them."""

    drawn: DisplayList
    lacks: Mask


@dataclass(frozen=True, eq=False, slots=True)
class Mending:
    """What a picture of `Upon` must lack from now on, and where it is another then."""

    lacks: Mask
    torn: Torn | None


@dataclass(frozen=True, eq=False, slots=True)
class Layers:
    """What a frame lays upon one another: `far`, which goes along with the days and has somewhat
    more of them than are in sight, moved `by_px` to the right; and what is near, in this frame
    alone.

    Most of what is near goes along too for as long as no edge cuts it: the same is seen where
    `upon` is drawn over the far layer once, and `mended` for each frame, by what it lacks; but for
    what is `torn` in this frame alone; and over them `through`."""

    far: DisplayList
    by_px: int
    made_near: Callable[[], DisplayList]
    upon: Upon | None
    mended: Callable[[Mask], Mending]
    through: DisplayList
    torn: Torn | None

    @property
    def near(self) -> DisplayList:
        """All that is of this frame alone: made when it is asked for, which most frames never
        are."""
        return self.made_near()
