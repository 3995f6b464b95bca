"""The lines of charts as strokes, for a picture in a file: nothing of them is made of pixels."""

from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPolygonF

from timeline_app.canvas.series_marks import line_pen
from timeline_app.canvas.series_rows import ChartRoom
from timeline_app.look.tokens import Tokens
from timeline_app.scene.series_charts import Chart, Line, steps_of
from timeline_app.scene.time_scale import TimeScale

EDGE_PX = 2
"""So far a line reaches beyond its axis, so that one upon the edge is seen whole."""


def paint_lines(
    painter: QPainter,
    scale: TimeScale,
    charts: Sequence[Chart],
    rooms: Sequence[ChartRoom],
    tokens: Tokens,
) -> bool:
    """Paints every line in the room of its chart, the first of a chart on top; it always can."""
    painter.save()
    for chart, room in zip(charts, rooms, strict=True):
        top, height = room.plot_top - EDGE_PX, room.plot_height + 2 * EDGE_PX
        painter.setClipRect(QRectF(scale.left_px, top, scale.width_px, height))
        for line in reversed(chart.lines):
            painter.setPen(line_pen(line, tokens))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            for piece in pieces(line, scale):
                points = zip(*piece, strict=True)
                on_plot = [QPointF(x, float(_y(chart, room, y))) for x, y in points]
                painter.drawPolyline(QPolygonF(on_plot))
    painter.restore()
    return True


def pieces(line: Line, scale: TimeScale) -> list[tuple[list[float], list[float]]]:
    """Pixels and amounts of each stretch of a line that hangs together and is near the window."""
    steps = steps_of(line.figures)
    beyond = scale.days
    days = np.clip(steps.day, scale.first - beyond, scale.end + beyond)
    cuts = np.flatnonzero(~steps.joined[:-1]) + 1
    of = zip(np.split(scale.xs(days), cuts), np.split(steps.amount, cuts), strict=True)
    return [(xs.tolist(), amounts.tolist()) for xs, amounts in of if len(xs)]


def _y(chart: Chart, room: ChartRoom, amount: float) -> float:
    return float(chart.y(amount, room.plot_top, room.plot_height))
