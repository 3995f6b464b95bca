"""Stacked columns of events a year or longer, drawn by pyqtgraph. Import this only when it is to be
shown."""

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from timeline_app.look.tokens import Tokens
from timeline_app.words.tr import tr

ORDER = (0, 8, 7, 4, 5, 6, 3, 1, 2)
"""From below, by index in VECTORS: the most compared rest on an edge or on each other."""


class YearChart(pg.PlotWidget):  # type: ignore[misc]  # pyqtgraph has no types
    """A chart without axes or mouse of its own; its edges are those of the lanes."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(tr("Events by vector"))
        item = self.getPlotItem()
        item.hideButtons()
        item.setMenuEnabled(False)
        item.setMouseEnabled(x=False, y=False)
        for side in ("left", "bottom"):
            item.hideAxis(side)
        item.setContentsMargins(0, 0, 0, 0)
        item.layout.setContentsMargins(0, 0, 0, 0)
        self.setFrameShape(pg.QtWidgets.QFrame.Shape.NoFrame)
        item.getViewBox().setDefaultPadding(0)
        self._shown: tuple[object, ...] = ()
        self._line = pg.InfiniteLine(angle=90)
        self._line.hide()
        item.addItem(self._line)
        self._bars: dict[int, pg.BarGraphItem] = {}

    def show_counts(
        self, edges: NDArray[np.int64], counts: NDArray[np.int64], tokens: Tokens
    ) -> None:
        """Draws `counts` of (bars, vectors); bar i covers the days from `edges[i]` on."""
        shown = (tokens.name, counts.tobytes(), edges.tobytes())
        if shown == self._shown:
            return
        self._shown = shown
        self.setBackground(tokens.canvas)
        item, base = self.getPlotItem(), np.zeros(len(counts))
        left, width = edges[:-1].astype(float), np.diff(edges).astype(float)
        for vector in ORDER:
            height = counts[:, vector].astype(float)
            looks: dict[str, object] = {"x0": left, "width": width, "y0": base, "height": height}
            looks |= {"pen": pg.mkPen(tokens.canvas), "brush": tokens.vectors[vector]}
            if vector in self._bars:
                self._bars[vector].setOpts(**looks)
            else:
                self._bars[vector] = pg.BarGraphItem(**looks)
                item.addItem(self._bars[vector])
            base = base + height
        item.setYRange(0, max(1.0, float(base.max(initial=1))), padding=0)

    def point_at(self, day: float | None, tokens: Tokens) -> None:
        """The line at the pointer's day; None for no line."""
        self._line.setVisible(day is not None)
        self._line.setPen(pg.mkPen(tokens.strong))
        self._line.setZValue(1)
        if day is not None:
            self._line.setValue(day)

    def show_days(self, first: float, end: float) -> None:
        """The days between its left and right edge."""
        self.getPlotItem().setXRange(first, end, padding=0)
