"""The legend: each mark of the timeline as it is drawn, and what it says in words."""

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from timeline_app.look import theme
from timeline_app.look.glyphs import Form, draw_glyph
from timeline_app.look.tokens import Tokens
from timeline_app.model.columns import VECTORS
from timeline_app.panes.text import HEADING, short_words, words
from timeline_app.words.tr import mark, tr

WIDE, HIGH = 48, 18
MIDDLE = HIGH / 2
RUSSIA = 0

Draw = Callable[[QPainter, Tokens], None]


def _day(painter: QPainter, tokens: Tokens) -> None:
    draw_glyph(painter, RUSSIA, WIDE / 2, MIDDLE, 10, tokens.vector(RUSSIA))


def _span(painter: QPainter, tokens: Tokens) -> None:
    painter.fillRect(QRectF(4, MIDDLE - 5, 40, 10), QColor(tokens.vector(RUSSIA)))
    draw_glyph(painter, RUSSIA, 12, MIDDLE, 7, tokens.canvas)


def _approximate(painter: QPainter, tokens: Tokens) -> None:
    _day(painter, tokens)
    for n, (opacity, high) in enumerate(((0.55, 8), (0.32, 6), (0.15, 4))):
        colour = QColor(tokens.vector(RUSSIA))
        colour.setAlphaF(opacity)
        for x in (WIDE / 2 + 6 + 3 * n, WIDE / 2 - 8 - 3 * n):
            painter.fillRect(QRectF(x, MIDDLE - high / 2, 2, high), colour)


def _some_day_within(painter: QPainter, tokens: Tokens) -> None:
    colour = QColor(tokens.vector(RUSSIA))
    for x in (4.0, 42.5):
        painter.fillRect(QRectF(x, MIDDLE - 5, 1.5, 10), colour)
    colour.setAlphaF(tokens.pale)
    painter.fillRect(QRectF(4, MIDDLE - 5, 40, 10), colour)
    draw_glyph(painter, RUSSIA, 12, MIDDLE, 7, tokens.vector(RUSSIA))


def _uncertain(painter: QPainter, tokens: Tokens) -> None:
    colour = tokens.vector(RUSSIA)
    draw_glyph(painter, RUSSIA, WIDE / 2, MIDDLE, 14, colour, Form.BROKEN, tokens.canvas)


def _open_end(painter: QPainter, tokens: Tokens) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(tokens.vector(RUSSIA)))
    corners = ((4, -5), (36, -5), (44, 0), (36, 5), (4, 5))
    painter.drawPolygon(QPolygonF([QPointF(x, MIDDLE + y) for x, y in corners]))


def _cells(painter: QPainter, tokens: Tokens) -> None:
    colour = QColor(tokens.vector(RUSSIA))
    for n in range(3):
        painter.fillRect(QRectF(14, 13 - 4 * n, 8, 3), colour)
    painter.fillRect(QRectF(26, 13, 8, 3), colour)
    for x in (26.0, 31.0):
        painter.fillRect(QRectF(x, 9, 3, 3), colour)


def _column(painter: QPainter, tokens: Tokens) -> None:
    colour = QColor(tokens.vector(RUSSIA))
    for n, high in enumerate((5, 9, 14, 7)):
        painter.fillRect(QRectF(12 + 6 * n, 16 - high, 5, high), colour)


def _note(painter: QPainter, tokens: Tokens) -> None:
    _day(painter, tokens)
    x, y = WIDE / 2 + 2, MIDDLE - 9
    painter.setPen(QPen(QColor(tokens.ink), 1))
    painter.setBrush(QColor(tokens.hl))
    fold = [QPointF(x, y + 1), QPointF(x + 7, y + 1), QPointF(x + 7, y + 8)]
    painter.drawPolygon(QPolygonF(fold))


def _selected(painter: QPainter, tokens: Tokens) -> None:
    painter.setPen(QPen(QColor(tokens.ink), 2))
    painter.setBrush(QColor(tokens.canvas))
    painter.drawEllipse(QPointF(WIDE / 2, MIDDLE), 7.5, 7.5)
    draw_glyph(painter, RUSSIA, WIDE / 2, MIDDLE, 8, tokens.vector(RUSSIA))


def _ghost(painter: QPainter, tokens: Tokens) -> None:
    draw_glyph(painter, RUSSIA, WIDE / 2, MIDDLE, 7, tokens.strong, Form.HOLLOW, tokens.canvas)


MARKS: tuple[tuple[Draw, str], ...] = (
    (_day, mark("One day, known")),
    (_span, mark("From day to day")),
    (_some_day_within, mark("On some day within")),
    (_approximate, mark("About this day")),
    (_uncertain, mark("The source itself doubts the date")),
    (_open_end, mark("Goes on; no end is known")),
    (_cells, mark("A cell is one event; broken, its day is less sure")),
    (_column, mark("Where cells would not fit, a column: its height is the count")),
    (_note, mark("You have written a note")),
    (_selected, mark("Selected")),
    (_ghost, mark("Outside of what is asked for")),
)


class Sample(QWidget):
    """A mark as the timeline draws it."""

    def __init__(self, draw: Draw) -> None:
        super().__init__()
        self._draw = draw
        self.setFixedSize(WIDE, HIGH)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw(painter, theme.current())
        painter.end()


class Legend(QWidget):
    """All marks and the nine vectors; it needs no snapshot."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("Legend"))
        column = QVBoxLayout(self)
        column.setSpacing(6)
        column.addWidget(words(tr("Marks"), HEADING))
        column.addLayout(_grid([(Sample(draw), tr(said)) for draw, said in MARKS]))
        column.addWidget(words(tr("Vectors"), HEADING))
        column.addLayout(_grid([(Sample(_of_vector(n)), tr(v)) for n, v in enumerate(VECTORS)], 3))
        column.addStretch(1)


def _of_vector(index: int) -> Draw:
    def draw(painter: QPainter, tokens: Tokens) -> None:
        draw_glyph(painter, index, WIDE / 2, MIDDLE, 11, tokens.vector(index))

    return draw


def _grid(rows: list[tuple[Sample, str]], across: int = 1) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(8)
    grid.setVerticalSpacing(3)
    for n, (sample, said) in enumerate(rows):
        line, place = divmod(n, across)
        grid.addWidget(sample, line, 2 * place)
        label = words(said) if across == 1 else short_words(said)
        grid.addWidget(label, line, 2 * place + 1)
    grid.setColumnStretch(2 * across - 1, 1)
    return grid
