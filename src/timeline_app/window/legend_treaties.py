"""The part of the legend that says how the life of a treaty is drawn, by what draws it."""

from timeline_app.dataclass import dataclass
from timeline_app.model.instrument import (
    AMENDED,
    ANNOUNCED,
    IN_FORCE,
    LEFT,
    NEGOTIATED,
    RATIFIED,
    SIGNED,
    SUSPENDED,
)
from timeline_app.model.instrument_table import StepDay, stretches
from timeline_app.model.view import View
from timeline_app.scene.display_list import DisplayList, Strokes
from timeline_app.scene.lane_layout import LaneBox, Level
from timeline_app.scene.time_scale import TimeScale
from timeline_app.scene.treaty_marks import marks_of
from timeline_app.scene.treaty_strokes import TreatyPen
from timeline_app.words.tr import mark

_DAYS, _PARTIES, _RUSSIA = 100, 5, 0


@dataclass(frozen=True, slots=True)
class TreatySample:
    """Steps as (code, day, party), the day from 0 to 99, and what they say."""

    steps: tuple[tuple[int, int, str], ...]
    words: str


TREATY_SAMPLES = (
    TreatySample(
        ((ANNOUNCED, 12, ""), (NEGOTIATED, 38, ""), (SIGNED, 68, "")),
        mark("Announced, then negotiated: hollow, a broken line; signed: solid"),
    ),
    TreatySample(
        ((SIGNED, 12, ""), (RATIFIED, 50, "KAZ")),
        mark("Ratified: twin strokes. The line fades where nothing tells how it went on"),
    ),
    TreatySample(((IN_FORCE, 30, ""),), mark("In force, and no end is known")),
    TreatySample(
        ((IN_FORCE, -5, ""), (SIGNED, 50, "KGZ")),
        mark("A party joins: a notch, and the sign above it"),
    ),
    TreatySample(
        ((IN_FORCE, -5, ""), (LEFT, 50, "UZB")),
        mark("A party leaves or suspends: the sign above is hollow"),
    ),
    TreatySample(((IN_FORCE, -5, ""), (AMENDED, 50, "")), mark("Amended: a sleeve on the line")),
    TreatySample(((IN_FORCE, -5, ""), (SUSPENDED, 50, "")), mark("Suspended: a hollow bar")),
    TreatySample(((IN_FORCE, -5, ""), (LEFT, 70, "")), mark("Left by all: the bar ends in a cap")),
)


def drawn_treaty(sample: TreatySample, wide: int, high: int) -> DisplayList:
    """The picture of one sample."""
    scale = TimeScale.of(View(0.0, float(_DAYS)), 0, wide)
    steps = [StepDay(step, day, day, by) for step, day, by in sample.steps]
    strokes = Strokes()
    pen = TreatyPen(strokes, scale, high / 2 + 3, _RUSSIA, low=True)
    pen.draw(stretches(steps, _PARTIES), marks_of(steps, _PARTIES))
    return strokes.frozen(scale, (LaneBox((0,), 0, high, Level.MARKS),), (), ())
