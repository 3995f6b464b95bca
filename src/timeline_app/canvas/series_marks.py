"""How the lines of a chart are told apart: dashes first, then colour, glyph and name."""

from PySide6.QtCore import QLineF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from timeline_app.look import fonts
from timeline_app.look.glyphs import Form, draw_glyph
from timeline_app.look.tokens import Tokens
from timeline_app.scene.series_charts import NO_VECTOR, Line

LINE_PX = 2.0
GLYPH_PX = 9.0
SAMPLE_PX = 34
"""The sample of a line before its name."""

DASHES: tuple[tuple[float, ...], ...] = (
    (),
    (3.0, 2.0),
    (1.0, 1.5),
    (4.0, 1.5, 1.0, 1.5),
    (1.5, 3.5),
    (4.0, 1.5, 1.0, 1.5, 1.0, 1.5),
)
"""In widths of the line; those of later lines begin anew."""


def colour_of_line(line: Line, tokens: Tokens) -> str:
    """That of its vector, or ink."""
    return tokens.ink if line.vector == NO_VECTOR else tokens.vector(line.vector)


def line_pen(line: Line, tokens: Tokens) -> QPen:
    """The pen of a line, in its chart and in its sample."""
    pen = QPen(QColor(colour_of_line(line, tokens)), LINE_PX)
    pen.setCosmetic(True)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
    dashes = DASHES[line.place % len(DASHES)]
    if dashes:
        pen.setDashPattern(dashes)
    return pen


def paint_glyph(painter: QPainter, line: Line, x: float, y: float, tokens: Tokens) -> None:
    """The glyph of a line's vector, hollow for another source of the same; nothing without one."""
    if line.vector != NO_VECTOR:
        form = Form.HOLLOW if line.again else Form.SOLID
        colour = colour_of_line(line, tokens)
        draw_glyph(painter, line.vector, x, y, GLYPH_PX, colour, form, tokens.canvas)


def paint_sample(painter: QPainter, line: Line, x: float, y: float, tokens: Tokens) -> None:
    """A piece of the line, its glyph at the end as in the chart; from x on, its middle at y."""
    wide = fonts.scaled(SAMPLE_PX)
    painter.setPen(line_pen(line, tokens))
    painter.drawLine(QLineF(x, round(y), x + wide, round(y)))
    paint_glyph(painter, line, x + wide - GLYPH_PX / 2, round(y), tokens)
