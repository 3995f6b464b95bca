"""Lists of what is drawn, moved in time and laid upon one another."""

from dataclasses import replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from timeline_app.scene.display_list import DisplayList, Glyphs, Rects


def moved(drawn: DisplayList, by_px: int) -> DisplayList:
    """What is drawn in a list, but for its labels, so far to the right."""
    right = np.array([by_px, 0, 0, 0], np.float32)

    def rects(of: Rects) -> Rects:
        return Rects(of.bounds + right, of.ink, of.shade)

    glyphs, spots = drawn.glyphs, drawn.asked
    return replace(
        drawn,
        blocks=rects(drawn.blocks),
        rects=rects(drawn.rects),
        outlines=rects(drawn.outlines),
        glyphs=replace(glyphs, place=glyphs.place + right[:3]),
        arrows=drawn.arrows + right,
        corners=drawn.corners + right[:2],
        asked=spots.moved(by_px),
    )


def laid(drawn: DisplayList, beneath: DisplayList) -> DisplayList:
    """A list, and another one's strokes and spots before its own."""

    def rects(one: Rects, other: Rects) -> Rects:
        return Rects(*_both(one, other, "bounds", "ink", "shade")) if len(other) else one

    below, own = beneath.glyphs, drawn.glyphs
    arrows, inks, corners = _both(beneath, drawn, "arrows", "arrow_ink", "corners")
    return replace(
        drawn,
        blocks=rects(beneath.blocks, drawn.blocks),
        rects=rects(beneath.rects, drawn.rects),
        outlines=rects(beneath.outlines, drawn.outlines),
        glyphs=Glyphs(*_both(below, own, "place", "vector", "ink", "form")),
        arrows=arrows,
        arrow_ink=inks,
        corners=corners,
        asked=beneath.asked.and_then(drawn.asked),
    )


def _both(one: Any, other: Any, *columns: str) -> list[NDArray[Any]]:
    """These columns of both, one after the other."""
    return [np.concatenate((getattr(one, name), getattr(other, name))) for name in columns]
