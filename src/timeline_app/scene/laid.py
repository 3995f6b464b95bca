"""Lists of what is drawn, moved in time and laid upon one another."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from timeline_app.scene.display_list import (
    DisplayList,
    Glyphs,
    Label,
    Rects,
)
from timeline_app.scene.later import Later
from timeline_app.scene.layers import Layers


def moved(drawn: DisplayList, by_px: int) -> DisplayList:
    """What is drawn in a list, so far to the right; its scale and its ticks stay."""
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
        labels=tuple(moved_labels(drawn.labels, by_px)),
        asked=spots.moved(by_px),
    )


def moved_labels(labels: Iterable[Label], by_px: int) -> Iterable[Label]:
    """Labels with their leaders, so far to the right."""
    for label in labels:
        leader = label.leader
        if leader is not None:
            leader = leader._replace(x=leader.x + by_px, arm=leader.arm + by_px)
        yield label._replace(x=label.x + by_px, leader=leader)


def in_layers(layers: Layers) -> DisplayList:
    """A list that has all labels and answers to the pointer everywhere, but leaves the strokes
    where they are."""
    far = layers.far

    def labels() -> tuple[Label, ...]:
        return (*moved_labels(far.labels, layers.by_px), *layers.near.labels)

    asked = far.asked.moved(layers.by_px).and_then(lambda: layers.near.asked)
    return replace(layers.through, labels=Later(labels), asked=asked, layers=layers)


def laid(layers: Layers) -> DisplayList:
    """One list of all that lies in two."""
    drawn, beneath = layers.near, moved(layers.far, layers.by_px)

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
        labels=(*beneath.labels, *drawn.labels),
        asked=beneath.asked.and_then(lambda: drawn.asked),
    )


def _both(one: Any, other: Any, *columns: str) -> list[NDArray[Any]]:
    """These columns of both, one after the other."""
    return [np.concatenate((getattr(one, name), getattr(other, name))) for name in columns]
