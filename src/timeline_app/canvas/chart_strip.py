"""Under the lanes, on the same axis: events a year (a decade, a century) by vector, and how many
stand behind each bar."""

from collections.abc import Callable, Hashable

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QLineF, QRectF
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QWidget

from timeline_app.canvas.axis import Axis
from timeline_app.canvas.axis_strip import AxisStrip
from timeline_app.canvas.chart_painter import (
    TITLE_PX,
    BarsScene,
    bar_title,
    bars_height,
    paint_bars,
    paint_bars_ground,
    paint_bars_words,
    paint_dragged_bars,
)
from timeline_app.canvas.counting import Counting
from timeline_app.canvas.kept import Kept
from timeline_app.canvas.measures import Measures
from timeline_app.canvas.period_painter import paint_edges, spans_of
from timeline_app.canvas.wide_picture import Carried, put_around
from timeline_app.look import fonts
from timeline_app.look.putting import painter_of, put_whole
from timeline_app.look.theme import current
from timeline_app.look.tokens import Tokens
from timeline_app.model.columns import VECTORS
from timeline_app.scene.overview import Columns, vectors_of
from timeline_app.scene.time_scale import TimeScale
from timeline_app.scene.year_bars import bar_edges, bar_years
from timeline_app.session.session import Session
from timeline_app.session.snapshot import Snapshot
from timeline_app.session.strip_ids import COUNTS
from timeline_app.words.tr import tr


class ChartStrip(AxisStrip):
    """Columns of what passes, and under them how many events there are to judge by."""

    def __init__(
        self, session: Session, axis: Axis, measures: Callable[[], Measures], parent: QWidget
    ) -> None:
        super().__init__(session, axis, measures, parent, COUNTS, tr("Events by vector"))
        self._counting = Counting(vectors_of, session.aside, self._counted)
        self._bars: Columns | None = None
        self._long = 1
        self._ground, self._words = Kept(), Kept()
        self._carried = Carried()
        self._counts: tuple[NDArray[np.int64], object] = np.zeros((0, 0), np.int64), object()

    def fit(self, measures: Measures) -> None:
        """Takes the height that this window has for it."""
        self.setFixedHeight(bars_height(measures.wide))
        self.switch.place(measures.head_px)

    def show_snapshot(self, before: Snapshot | None, after: Snapshot) -> None:
        """Counts anew what changed; draws only while it is seen."""
        self._snapshot = after
        if before is not None and _looks_alike(before, after):
            return
        self._part()
        moved = before is not None and not after.differs(before, frozenset({"view"}))
        if moved and before is not None and self._dragged(before, after):
            self.update(self.rect().adjusted(self._measures().head_px, 0, 0, 0))
        else:
            self.update()

    def _dragged(self, before: Snapshot, after: Snapshot) -> bool:
        """Whether the days have gone to one side, so that what stands under the heads stays."""
        scales = [self._measures().scale(of.view, self.width()) for of in (before, after)]
        return scales[0].dragged_px(scales[1]) is not None

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

    def _scene(self, scale: TimeScale) -> BarsScene:
        below = self.switch.geometry().bottom() + fonts.scaled(13)
        return BarsScene(scale, self._bars, self._long, self.height(), below)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, tokens, scale = painter_of(self), current(), self.scale()
        if scale is None or self._snapshot is None:
            painter.fillRect(self.rect(), QColor(tokens.canvas))
            painter.end()
            return
        made = self._bars, self._long, self.switch.geometry().bottom()
        if not self._put_dragged(painter, scale, made, tokens):
            ground = self._ground.of(self, (scale, *made), self._paint_ground)
            put_whole(painter, ground)
            paint_bars(painter, self._scene(scale), self.counts(), tokens)
        paint_edges(painter, scale, spans_of(self._snapshot), 0, self.height(), tokens)
        self._paint_pointer(painter, scale, tokens)
        painter.end()

    def _put_dragged(
        self, painter: QPainter, scale: TimeScale, made: tuple[Hashable, ...], tokens: Tokens
    ) -> bool:
        """Puts the bars where they are now, if days were dragged; says whether they were."""
        counts = self.counts()
        if counts is not self._counts[0]:
            self._counts = counts, object()
        key = (*made, self._counts[1], tokens, self.size().toTuple(), fonts.percent())
        if not self._carried.follows(scale, key, self.devicePixelRatioF()):
            return False

        def words(into: QPainter, tokens: Tokens) -> None:
            self._paint_bare(into, tokens)
            paint_bars_words(into, self._scene(scale), counts, tokens)

        def dragged(into: QPainter, wide: TimeScale) -> None:
            paint_dragged_bars(into, self._scene(wide), counts, tokens)

        days = QRectF(scale.left_px, TITLE_PX, scale.width_px, self.height() - TITLE_PX)
        put_around(painter, self._words.of(self, (scale.left_px, key), words), days)
        self._carried.put(painter, scale, TITLE_PX, self.height(), dragged)
        return True

    def _paint_bare(self, painter: QPainter, tokens: Tokens) -> None:
        painter.fillRect(self.rect(), QColor(tokens.canvas))
        painter.setPen(QPen(QColor(tokens.hair), 1))
        painter.drawLine(QLineF(0, 0.5, self.width(), 0.5))

    def _paint_ground(self, painter: QPainter, tokens: Tokens) -> None:
        """What stays while a brush moves."""
        self._paint_bare(painter, tokens)
        scale = self.scale()
        if scale is not None:
            paint_bars_ground(painter, self._scene(scale), tokens)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._part()


def _looks_alike(before: Snapshot, after: Snapshot) -> bool:
    """Whether nothing that the bars tell of is another."""
    return (
        before.passing is after.passing
        and before.view == after.view
        and before.home == after.home
        and spans_of(before) == spans_of(after)
    )
