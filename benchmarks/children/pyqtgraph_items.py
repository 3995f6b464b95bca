"""pyqtgraph's own items with a point or a bar an event: `pyqtgraph_items ARCHIVE scatter|bars`."""

import sqlite3
import sys
import time

import numpy as np
import pyqtgraph
from PySide6.QtWidgets import QApplication

from benchmarks.children.serving import serve, spread

SIZE, FRAMES, LANES = (1920, 1080), 4, 48
_SQL = "SELECT outer_first, outer_last, key % 48 FROM event"


def main() -> None:
    """Serves turns of FRAMES frames with all events in view."""
    file = sqlite3.connect(f"file:{sys.argv[1]}?mode=ro&immutable=1", uri=True)
    kinds = np.dtype([("first", "f8"), ("last", "f8"), ("lane", "f8")])
    rows = np.fromiter(file.execute(_SQL), kinds)
    app = QApplication(["pyqtgraph"])
    plot = pyqtgraph.PlotWidget()
    plot.resize(*SIZE)
    if sys.argv[2] == "scatter":
        item = pyqtgraph.ScatterPlotItem(rows["first"], rows["lane"], size=4, pen=None)
    else:
        width = np.maximum(rows["last"] - rows["first"], 1.0)
        item = pyqtgraph.BarGraphItem(
            x0=rows["first"], y0=rows["lane"], width=width, height=0.8, pen=None
        )
    plot.addItem(item)
    plot.show()
    app.processEvents()
    low, high = float(rows["first"].min()), float(rows["last"].max())
    day = (high - low) / SIZE[0]

    def turn() -> dict[str, float]:
        seconds = []
        for n in range(FRAMES):
            began = time.perf_counter()
            plot.setXRange(low - (n % 2) * day, high + day, padding=0)
            plot.viewport().repaint()
            seconds.append(time.perf_counter() - began)
        return spread(seconds)

    serve(turn)


main()
