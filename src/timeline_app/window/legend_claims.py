"""The part of the legend that says how claims and predictions are drawn, by what draws them."""

from functools import cached_property

import numpy as np
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from timeline_app.canvas.claim_painter import paint_arrow
from timeline_app.crossfilter.passing import all_of
from timeline_app.dataclass import dataclass
from timeline_app.look import theme
from timeline_app.look.glyphs import CLAIM, draw_glyph
from timeline_app.model.claim_table import ClaimTable
from timeline_app.model.event_table import EventTable
from timeline_app.model.verdict import BORNE_OUT, NOT_BORNE_OUT, NOT_TESTABLE, OPEN, PARTLY
from timeline_app.model.view import View
from timeline_app.scene.claim_arrows import Arrow, arrows_of
from timeline_app.scene.claim_content import claim_content
from timeline_app.scene.time_scale import TimeScale
from timeline_app.words.tr import mark

WIDE, HIGH = 132, 26
_SAID, _ABOUT, _DAYS = 12, 80, 100
_SIGN_PX = 12.0


@dataclass(frozen=True, slots=True)
class ClaimSample:
    """A prediction: what came of it, the days it is about (in hundredths of the sample, if any),
    and what its sign says. Without a verdict it is a mere claim."""

    words: str
    verdict: int | None = None
    about: tuple[int, int] | None = (_ABOUT, _ABOUT)


CLAIM_SAMPLES = (
    ClaimSample(mark("Something said, at the day it was said; a number where several were")),
    ClaimSample(mark("A prediction that was borne out, to the day it is about"), BORNE_OUT),
    ClaimSample(mark("Not borne out"), NOT_BORNE_OUT),
    ClaimSample(mark("Partly"), PARTLY),
    ClaimSample(mark("Not testable, or overtaken by events"), NOT_TESTABLE),
    ClaimSample(mark("Open: nobody knows yet, or nobody has recorded it"), OPEN),
    ClaimSample(mark("No day is named: a short tail"), OPEN, None),
    ClaimSample(mark("About some time within the pale part"), PARTLY, (40, _ABOUT)),
)


class ClaimMark(QWidget):
    """One claim as the timeline would draw it."""

    def __init__(self, sample: ClaimSample, parent: QWidget) -> None:
        super().__init__(parent)
        self._sample = sample
        self.setFixedSize(WIDE, HIGH)

    @cached_property
    def _arrow(self) -> Arrow | None:
        verdict = self._sample.verdict
        return None if verdict is None else _arrow(self._sample, verdict)

    def sizeHint(self) -> QSize:
        return QSize(WIDE, HIGH)

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), QColor(tokens.canvas))
        if self._arrow is None:
            draw_glyph(painter, CLAIM, WIDE / 2, HIGH / 2, _SIGN_PX, tokens.ink2)
        else:
            paint_arrow(painter, self._arrow, HIGH / 2, tokens)


def _arrow(sample: ClaimSample, verdict: int) -> Arrow:
    """The arrow in pixels, without the words beside its sign."""
    one, yes = np.ones(1, np.int64), np.ones(1, np.bool_)
    said = EventTable(
        key=one,
        occurrence=one,
        first=one * _SAID,
        last=one * _SAID,
        inner_first=one * _SAID,
        inner_last=one * _SAID,
        doubt=np.zeros(1, np.uint8),
        importance=np.zeros(1, np.int32),
        known_from=one,
        terms={},
    )
    first, last = sample.about or (0, 0)
    named = yes & (sample.about is not None)
    signs = np.array([verdict], np.uint8)
    claims = ClaimTable(said, signs, yes, named, one * first, one * last, one)
    content = claim_content(claims, all_of(said), found=False)
    scale = TimeScale.of(View(0.0, float(_DAYS)), 0, WIDE)
    (arrow,) = arrows_of(content, [0], scale, lambda *_: float(WIDE))
    return arrow
