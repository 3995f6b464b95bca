"""Small charts of series, drawn by pyqtgraph. Import this only when they are to be shown."""

from collections.abc import Sequence

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QFrame, QWidget

from timeline_app.canvas.series_lines import EDGE_PX
from timeline_app.canvas.series_marks import line_pen
from timeline_app.look.tokens import Tokens
from timeline_app.scene.series_charts import Chart, Line, steps_of
from timeline_app.scene.time_scale import TimeScale

_REACH = 40.0
"""So many windows to either side a line is followed: far off, its dashes would take for ever."""


class SeriesPlots(pg.GraphicsView):  # type: ignore[misc]  # pyqtgraph has no types
    """A view that is never shown itself; the strip paints its picture, made anew when it must be.

    Plots stand one below the other, all on the time scale of the lanes.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, background=None)
        self.hide()
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self._boxes: list[pg.ViewBox] = []
        self._curves: list[tuple[pg.PlotCurveItem, Line]] = []
        self._followed: TimeScale | None = None

    def show_charts(self, charts: Sequence[Chart], tokens: Tokens) -> None:
        """From now on pictures are of these charts."""
        for box in self._boxes:
            self.scene().removeItem(box)
        self._boxes, self._curves, self._followed = [], [], None
        for chart in charts:
            box = pg.ViewBox(enableMenu=False, enableMouse=False, defaultPadding=0)
            self.scene().addItem(box)
            self._boxes.append(box)
            for line in reversed(chart.lines):
                curve = pg.PlotCurveItem(pen=line_pen(line, tokens), antialias=False)
                curve.setSegmentedLineMode("off")
                box.addItem(curve)
                self._curves.append((curve, line))

    def picture(
        self,
        scale: TimeScale,
        charts: Sequence[Chart],
        rooms: Sequence[tuple[float, float]],
        height: int,
    ) -> QPixmap:
        """A picture as wide as the scale; chart i has its axis in `rooms[i]`: upper edge, height.

        What no line covers can be seen through.
        """
        size = QSize(round(scale.width_px), height)
        if self.size() != size:
            self.resize(size)
        self._follow(scale)
        for box, chart, (top, high) in zip(self._boxes, charts, rooms, strict=True):
            box.setGeometry(QRectF(0, top - EDGE_PX, scale.width_px, high + 2 * EDGE_PX))
            beyond = EDGE_PX * (chart.high - chart.low) / high
            box.setRange(
                xRange=(scale.first, scale.end),
                yRange=(chart.low - beyond, chart.high + beyond),
                padding=0,
            )
        return self._drawn(size)

    def _drawn(self, size: QSize) -> QPixmap:
        """The plots upon nothing, in the pixels of the screen."""
        ratio = self.devicePixelRatioF()
        picture = QPixmap(size * ratio)
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        self.scene().prepareForPaint()
        painter = QPainter(picture)
        whole = QRectF(0, 0, size.width(), size.height())
        self.scene().render(painter, whole, whole)
        painter.end()
        return picture

    def _follow(self, scale: TimeScale) -> None:
        """Hands the curves what is near; only a long way on must they be given more."""
        held = self._followed
        if held is not None and held.days / 8 <= scale.days <= held.days * 8:
            far = _REACH / 2 * held.days
            if held.first - far <= scale.first and scale.end <= held.end + far:
                return
        self._followed = scale
        low, high = scale.first - _REACH * scale.days, scale.end + _REACH * scale.days
        for curve, line in self._curves:
            steps = steps_of(line.figures)
            days = np.clip(steps.day, low, high)
            curve.setData(days, steps.amount, connect=steps.joined.astype(np.int32))
