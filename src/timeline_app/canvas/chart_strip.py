"""Under the lanes, on the same axis: events a year (a decade, a century) by vector, and how many
stand behind each bar."""

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QLineF, QRectF
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QWidget

from timeline_app.canvas.axis import Axis
from timeline_app.canvas.axis_strip import AxisStrip
from timeline_app.canvas.counting import Counting
from timeline_app.canvas.hatching import hatch
from timeline_app.canvas.kept import Kept
from timeline_app.canvas.lettering import write, write_passing
from timeline_app.canvas.measures import EVIDENCE_PX, STRIP_PX, WIDE_STRIP_PX, Measures
from timeline_app.canvas.strip_switch import COUNTS
from timeline_app.canvas.year_bars import paint_year_bars
from timeline_app.look import fonts
from timeline_app.look.theme import current
from timeline_app.look.tokens import Tokens
from timeline_app.model.columns import VECTORS
from timeline_app.scene.overview import Columns, vectors_of
from timeline_app.scene.time_scale import TimeScale
from timeline_app.scene.year_bars import bar_edges, bar_years
from timeline_app.session.session import Session
from timeline_app.session.snapshot import Snapshot
from timeline_app.words.tr import grouped, tr

TITLE_PX = 22
_FOOT_PX = 6
THIN = 12
"""A bar with fewer events than this is too thin to say much; it is hatched."""


class ChartStrip(AxisStrip):
    """Columns of what passes, and under them how many events there are to judge by."""

    def __init__(
        self, session: Session, axis: Axis, measures: Callable[[], Measures], parent: QWidget
    ) -> None:
        super().__init__(axis, measures, parent, COUNTS, tr("Events by vector"))
        self._counting = Counting(vectors_of, session.aside, self._counted)
        self._bars: Columns | None = None
        self._long = 1
        self._ground = Kept()

    def fit(self, measures: Measures) -> None:
        """Takes the height that this window has for it."""
        strip = WIDE_STRIP_PX if measures.wide else STRIP_PX
        self.setFixedHeight(strip + EVIDENCE_PX + _FOOT_PX)
        self.switch.place(measures.head_px)

    def show_snapshot(self, before: Snapshot | None, after: Snapshot) -> None:
        """Counts anew what changed; draws only while it is seen."""
        self._snapshot = after
        self._part()
        self.update()

    def _part(self) -> None:
        """Counts by bars that can be seen at this scale, and says how long one is."""
        scale, snapshot = self.scale(), self._snapshot
        if scale is None or snapshot is None:
            return
        self._long = bar_years(scale.px_per_day)
        edges = bar_edges(snapshot.home, snapshot.view, self._long)
        self._bars = self._counting.columns(snapshot.passing, edges)
        self.switch.say(bar_title(self._long))
        self.setAccessibleName(tr("{counted} by vector", counted=bar_title(self._long)))

    def counts(self) -> NDArray[np.int64]:
        """(bars, vectors) of events that pass or lie in the second period; one of several vectors
        counts in each."""
        snapshot, bars = self._snapshot, self._bars
        if snapshot is None or bars is None:
            return np.zeros((0, len(VECTORS)), np.int64)
        return self._counting.passing(snapshot.passing, bars, snapshot.second)

    def _counted(self) -> None:
        """Bars that took long to count are there."""
        self._part()
        self.update()

    def _room(self, scale: TimeScale) -> QRectF:
        height = self.height() - TITLE_PX - EVIDENCE_PX - _FOOT_PX - 2
        return QRectF(scale.left_px, TITLE_PX, scale.width_px, height)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, tokens, scale = QPainter(self), current(), self.scale()
        if scale is None:
            painter.fillRect(self.rect(), QColor(tokens.canvas))
            painter.end()
            return
        key = scale, self._bars, self._long, self.switch.geometry().bottom()
        painter.drawPixmap(0, 0, self._ground.of(self, key, self._paint_ground))
        if self._bars is not None:
            counts, room = self.counts(), self._room(scale)
            paint_year_bars(painter, room, scale, self._bars.edges, counts, tokens)
            most = int(counts.sum(1).max(initial=0))
            write_passing(painter, grouped(most), scale.right_px, 17, tokens.ink3, 11)
        self._paint_pointer(painter, scale, tokens)
        painter.end()

    def _paint_ground(self, painter: QPainter, tokens: Tokens) -> None:
        """What stays while a brush moves."""
        painter.fillRect(self.rect(), QColor(tokens.canvas))
        painter.setPen(QPen(QColor(tokens.hair), 1))
        painter.drawLine(QLineF(0, 0.5, self.width(), 0.5))
        scale = self.scale()
        if scale is not None:
            self._paint_words(painter, scale)
            self._paint_evidence(painter, scale)

    def _paint_words(self, painter: QPainter, scale: TimeScale) -> None:
        tokens = current()
        below = self.switch.geometry().bottom() + fonts.scaled(13)
        write(painter, tr("by vector"), 12, below, tokens.ink3, fonts.CAPTION)
        write(
            painter,
            tr("An event of several vectors counts in each"),
            scale.left_px,
            17,
            tokens.ink2,
            fonts.CAPTION,
        )
        y = self.height() - 10
        write(painter, behind_title(self._long), 12, y, tokens.ink3, fonts.CAPTION)

    def _paint_evidence(self, painter: QPainter, scale: TimeScale) -> None:
        """A bar under each, by all events of the layers that are on; thin ones are hatched."""
        if self._bars is None or self._snapshot is None or not len(self._snapshot.table):
            return
        counts = self._bars.every
        most = max(1, int(counts.max(initial=1)))
        edges = np.rint(scale.xs(self._bars.edges)).astype(int).tolist()
        foot, tokens = self.height() - _FOOT_PX, current()
        for left, right, n in zip(edges, edges[1:], counts.tolist(), strict=False):
            low, high = max(left, int(scale.left_px)), min(right, int(scale.right_px))
            if high - low < 2:
                continue
            bar = round(n / most * EVIDENCE_PX)
            room = QRectF(low, foot - EVIDENCE_PX, high - low - 1, EVIDENCE_PX)
            if n < THIN:
                hatch(painter, room, tokens.strong)
            painter.fillRect(QRectF(low, foot - bar, high - low - 1, bar), QColor(tokens.strong))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._part()


def bar_title(years: int) -> str:
    """What the chart counts with bars of so many years."""
    words = {1: tr("Events a year"), 10: tr("Events a decade"), 100: tr("Events a century")}
    return words.get(years) or tr("Events in {n} years", n=grouped(years))


def behind_title(years: int) -> str:
    """What the row of evidence under such bars tells."""
    words = {
        1: tr("Events behind a year"),
        10: tr("Events behind a decade"),
        100: tr("Events behind a century"),
    }
    return words.get(years) or tr("Events behind {n} years", n=grouped(years))
