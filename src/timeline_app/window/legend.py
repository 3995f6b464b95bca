"""The legend: the nine vectors, and every mark, drawn by what draws the timeline itself."""

from collections.abc import Sequence
from functools import cached_property

import numpy as np
from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QDialog,
    QGridLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from timeline_app.canvas.lane_painter import paint_lanes
from timeline_app.canvas.membership_kind import paint_hatched
from timeline_app.canvas.rings import SELECTED_RADIUS
from timeline_app.canvas.whisker_painter import paint_whiskers
from timeline_app.crossfilter.passing import Passing, all_of
from timeline_app.dataclass import dataclass
from timeline_app.dates.edtf import parse
from timeline_app.lanes.lane import Lane, Lanes
from timeline_app.look import fonts, theme
from timeline_app.look.glyphs import draw_glyph
from timeline_app.look.tokens import Tokens
from timeline_app.model.codes import one_each
from timeline_app.model.columns import VECTORS
from timeline_app.model.event_table import APPROXIMATE, DISPUTED, UNCERTAIN, Codes, EventTable, Term
from timeline_app.model.filter import SpanClause
from timeline_app.model.view import View
from timeline_app.scene.content import Content, content_of
from timeline_app.scene.display_list import DisplayList, Strokes
from timeline_app.scene.lane_layout import LaneBox, Level
from timeline_app.scene.mark_strokes import draw_marks
from timeline_app.scene.marks import extents
from timeline_app.scene.membership_strokes import Hatched
from timeline_app.scene.shapes import Shapes, shapes_of
from timeline_app.scene.time_scale import TimeScale
from timeline_app.scene.whiskers import Whisker
from timeline_app.window.legend_claims import CLAIM_SAMPLES, ClaimMark
from timeline_app.window.legend_memberships import BAND_SAMPLES, drawn_band
from timeline_app.window.legend_treaties import TREATY_SAMPLES, drawn_treaty
from timeline_app.words.tr import mark, tr

WIDE, HIGH = 132, 26
DAYS_IN_SAMPLE = 62
MACHINE = "machine"


@dataclass(frozen=True, slots=True)
class Sample:
    """A date in EDTF in March 2014, how it stands, and what its mark says."""

    edtf: str
    words: str
    noted: bool = False
    passing: bool = True
    found: bool = False
    layer: str = ""
    disputed: bool = False
    other: str = ""
    """Another date that is asserted for it."""


SAMPLES = (
    Sample("2014-03-18", mark("Dated to the day")),
    Sample("2014-03-05/2014-04-05", mark("Lasts from one day to another")),
    Sample("2014-03-18~", mark("About this day: soft strokes on either side")),
    Sample("2014-03-18?", mark("The source itself doubts: a broken outline")),
    Sample("2014-03-18%", mark("Both: about this day, and in doubt")),
    Sample("2014-03", mark("Some day within these; the ends are sure, the day is not")),
    Sample("2014-03-15~/2014-03-28~", mark("About these days: soft ends")),
    Sample("2014-03?", mark("Within these days, and in doubt")),
    Sample("2014-03-05?/2014-04-05?", mark("Lasts, and the source doubts")),
    Sample("2014-03-0X/2014-04-0X", mark("Full: surely throughout; pale: at some time within")),
    Sample("2014-03-18/..", mark("Goes on: its end is open")),
    Sample("2014-03-18/", mark("Its end is not known")),
    Sample("../2014-03-18", mark("Its beginning is open")),
    Sample("2014-03-18", mark("Sources disagree: a short line under the sign"), disputed=True),
    Sample(
        "2014-03-25",
        mark("Selected: a line to each other date that is asserted"),
        disputed=True,
        other="2014-03-08",
    ),
    Sample("2014-03-18", mark("With a note of yours"), noted=True),
    Sample("2014-03-18", mark("Found by the search; Enter goes to the next"), found=True),
    Sample("2014-03-18", mark("Outside the filter"), passing=False),
    Sample("2014-03-18", mark("Coded by a machine; these layers are off at first"), layer=MACHINE),
)
IN_WORDS = (
    mark("Where signs have no room, one small cell is one event; a broken cell is less sure."),
    mark("Where cells have no room, columns show how many; the lane says the number."),
    mark("An event of several vectors stands in each of those lanes and counts once."),
)


class Legend(QDialog):
    """Scrolls where text is large; stays open beside the window."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Legend of marks"))
        scroll, inside = QScrollArea(self), QWidget()
        scroll.setAccessibleName(tr("Legend of marks"))
        scroll.setWidgetResizable(True)
        scroll.setWidget(inside)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(scroll)
        self._grid = QGridLayout(inside)
        self._grid.setContentsMargins(18, 14, 18, 18)
        self._grid.setColumnStretch(1, 1)
        self._row = 0
        self._heading(tr("Vectors"))
        for vector, name in enumerate(VECTORS):
            self._add(VectorSign(vector, inside), tr(name))
        self._heading(tr("Marks"))
        for sample in SAMPLES:
            self._add(SampleMark(sample, inside), tr(sample.words))
        for words in IN_WORDS:
            self._add(None, tr(words))
        self._heading(tr("Claims and predictions"))
        for claim in CLAIM_SAMPLES:
            self._add(ClaimMark(claim, inside), tr(claim.words))
        self._heading(tr("Treaties"))
        for treaty in TREATY_SAMPLES:
            self._add(TrackMark(drawn_treaty(treaty, WIDE, HIGH), (), inside), tr(treaty.words))
        self._heading(tr("Memberships"))
        for band in BAND_SAMPLES:
            self._add(TrackMark(*drawn_band(band, WIDE, HIGH), inside), tr(band.words))
        self.resize(fonts.scaled(520), fonts.scaled(640))

    def _heading(self, words: str) -> None:
        label = QLabel(words)
        label.setProperty("look", "heading")
        self._grid.addWidget(label, self._row, 0, 1, 2)
        self._row += 1

    def _add(self, sign: QWidget | None, words: str) -> None:
        label = QLabel(words)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        if sign is None:
            self._grid.addWidget(label, self._row, 0, 1, 2)
        else:
            sign.setAccessibleName(words)
            self._grid.addWidget(sign, self._row, 0)
            self._grid.addWidget(label, self._row, 1)
        self._row += 1


class VectorSign(QWidget):
    """The glyph of one vector in its colour."""

    def __init__(self, vector: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._vector = vector

    def sizeHint(self) -> QSize:
        return QSize(WIDE, HIGH)

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = theme.current()
        painter = QPainter(self)
        colour = tokens.vector(self._vector)
        draw_glyph(painter, self._vector, WIDE / 2, self.height() / 2, 14, colour)


class TrackMark(QWidget):
    """What a track would draw."""

    def __init__(self, drawn: DisplayList, hatched: Sequence[Hatched], parent: QWidget) -> None:
        super().__init__(parent)
        self._drawn, self._hatched = drawn, hatched
        self.setFixedSize(WIDE, HIGH)

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = theme.current()
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(tokens.canvas))
        paint_hatched(painter, self._hatched, tokens)
        paint_lanes(painter, self._drawn, tokens)


class SampleMark(QWidget):
    """One event as the timeline would draw it."""

    def __init__(self, sample: Sample, parent: QWidget) -> None:
        super().__init__(parent)
        self._sample = sample
        self.setFixedSize(WIDE, HIGH)

    @cached_property
    def _drawn(self) -> DisplayList:
        """Drawn when it is first seen: not all of them are in sight."""
        return drawn(self._sample)

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = theme.current()
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(tokens.canvas))
        paint_lanes(painter, self._drawn, tokens)
        if self._sample.other:
            self._paint_whisker(painter, tokens)

    def _paint_whisker(self, painter: QPainter, tokens: Tokens) -> None:
        """As upon selection: the mark ringed, and a line to the other date."""
        y, (at, to) = HIGH / 2, (self._middle(d) for d in (self._sample.edtf, self._sample.other))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(tokens.ink), 2.0))
        painter.drawEllipse(QPointF(at, y), SELECTED_RADIUS, SELECTED_RADIUS)
        whisker = Whisker((at - SELECTED_RADIUS, y), to, y, to, to, 0, "", to, 0.0, False)
        paint_whiskers(painter, [whisker], 0, tokens.vector(0), tokens)

    def _middle(self, edtf: str) -> float:
        """Where the glyph of a day stands."""
        return self._drawn.scale.x(parse(edtf).bounds.first + 0.5)


def drawn(sample: Sample) -> DisplayList:
    """The picture of one sample, in a lane of its own."""
    first = parse("2014-03").bounds.first
    scale = TimeScale.of(View(first - 14.0, float(DAYS_IN_SAMPLE)), 0, WIDE)
    shapes = shapes_of(_table(sample), frozenset({MACHINE}))
    content = _content(sample, shapes)
    strokes = Strokes()
    marks = extents(shapes, np.zeros(1, np.int64), scale).marks()
    draw_marks(strokes, content, 0, marks, [HIGH / 2], scale)
    return strokes.frozen(scale, (LaneBox((0,), 0, HIGH, Level.MARKS),), (), ())


def _table(sample: Sample) -> EventTable:
    date = parse(sample.edtf)
    inner = (date.inner.first, date.inner.last) if date.inner else (1, 0)
    doubt = APPROXIMATE * date.approximate | UNCERTAIN * date.uncertain
    one = np.ones(1, np.int64)
    return EventTable(
        key=one,
        occurrence=one,
        first=one * date.outer.first,
        last=one * date.outer.last,
        inner_first=one * inner[0],
        inner_last=one * inner[1],
        doubt=np.array([doubt], np.uint8),
        importance=np.zeros(1, np.int32),
        known_from=one,
        terms={
            "vector": _codes(VECTORS[0]),
            "layer": _codes(sample.layer),
            "evidence": _codes(DISPUTED if sample.disputed else ""),
        },
    )


def _codes(term: str) -> Codes:
    return one_each(np.zeros(1, np.int32), (Term(term, term),))


def _content(sample: Sample, shapes: Shapes) -> Content:
    lanes = Lanes("vector", (Lane(VECTORS[0], VECTORS[0], 0, np.zeros(1, np.int64)),))
    base = all_of(shapes.table).base
    before = int(shapes.table.first[0]) - 1  # a brush that does not touch it leaves a ghost
    passing = Passing(base, None if sample.passing else SpanClause(before, before))
    return content_of(shapes, lanes, passing, {1} if sample.noted else set(), sample.found)
