"""The part of the legend that says how a membership is drawn, by what draws it."""

from timeline_app.dataclass import dataclass
from timeline_app.model.view import View
from timeline_app.scene.display_list import DisplayList, Strokes
from timeline_app.scene.lane_layout import LaneBox, Level
from timeline_app.scene.membership_strokes import BandSpan, Hatched, draw_band, draw_other
from timeline_app.scene.time_scale import TimeScale
from timeline_app.words.tr import mark


@dataclass(frozen=True, slots=True)
class BandSample:
    """A band in hundredths of the sample's width: possible and sure begin, sure and possible end;
    and what it says."""

    left: float
    begin: float
    end: float
    words: str
    full: bool = True
    fades: bool = False
    on: bool = False
    other: tuple[float, float] | None = None


BAND_SAMPLES = (
    BandSample(15, 15, 70, mark("Member from one day to another")),
    BandSample(15, 15, 100, mark("Member, and no end is known"), on=True),
    BandSample(
        15, 15, 55, mark("The source tells no more after this day; the membership may"), fades=True
    ),
    BandSample(15, 40, 100, mark("Began at some time in the pale part"), on=True),
    BandSample(15, 15, 100, mark("Partner, observer or participant"), full=False, on=True),
    BandSample(
        40, 40, 70, mark("The line under it: another source says otherwise"), other=(15, 62)
    ),
)


def drawn_band(sample: BandSample, wide: int, high: int) -> tuple[DisplayList, list[Hatched]]:
    """The picture of one sample, and what of it is hatched."""
    scale = TimeScale.of(View(0.0, 100.0), 0, wide)
    strokes, y = Strokes(), high / 2 - 1
    left, begin, end = (scale.x(part) for part in (sample.left, sample.begin, sample.end))
    span = BandSpan(left, begin, end, end, sample.full, sample.fades, sample.on)
    hatched = draw_band(strokes, span, y, scale)
    if sample.other is not None:
        begun, ended = map(scale.x, sample.other)
        draw_other(strokes, BandSpan(begun, begun, ended, ended, True, False, False), y)
    frozen = strokes.frozen(scale, (LaneBox((0,), 0, high, Level.MARKS),), (), ())
    return frozen, hatched
