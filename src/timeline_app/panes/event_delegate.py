"""Paints a row of the list: text, glyphs of vectors, or the mark of a note."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRect
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from timeline_app.look import theme
from timeline_app.look.glyphs import put_glyph
from timeline_app.look.tokens import Tokens
from timeline_app.model.columns import VECTORS
from timeline_app.panes.event_model import NOTE_AT, PUBLISHERS_AT, VECTORS_AT, EventModel
from timeline_app.panes.list_cells import PAD, ListCells, colour_of, paint_text

GLYPH = 10.0
GLYPH_STEP = 16
CORNER = 7.0


class EventDelegate(ListCells):
    """A row of the list of events."""

    def __init__(self, model: EventModel) -> None:
        super().__init__()
        self._model = model

    def expect(self, first: int, last: int) -> None:
        self._model.expect(first, last)

    def paint_row(
        self, painter: QPainter, row: int, cells: Sequence[tuple[int, QRect]], selected: bool
    ) -> None:
        told = self._model.row(row)
        if told is None:
            return
        tokens = theme.current()
        colour = colour_of(selected, tokens)
        for column, rect in cells:
            if column == VECTORS_AT:
                _glyphs(painter, rect, told.vectors, selected, tokens)
            elif column != NOTE_AT:
                text = self._model.words(told, column, short=True)
                paint_text(painter, rect, text, colour, right=column == PUBLISHERS_AT)
            elif self._model.has_note(row):
                _corner(painter, rect, tokens)

    def shows(self, text: str, column: int, wide: int) -> bool:
        return column not in (VECTORS_AT, NOTE_AT) and super().shows(text, column, wide)


def _glyphs(
    painter: QPainter, rect: QRect, vectors: tuple[str, ...], selected: bool, tokens: Tokens
) -> None:
    middle = rect.top() + rect.height() / 2
    x = rect.left() + PAD + GLYPH / 2
    for vector in vectors:
        index = VECTORS.index(vector) if vector in VECTORS else -1
        if x + GLYPH / 2 > rect.right():
            break
        colour = tokens.onink if selected else tokens.vector(index)
        put_glyph(painter, index, x, middle, GLYPH, colour)
        x += GLYPH_STEP


def _corner(painter: QPainter, rect: QRect, tokens: Tokens) -> None:
    """The folded corner that marks a note."""
    at = QPointF(rect.left() + PAD + 4, rect.top() + rect.height() / 2 - CORNER / 2)
    fold = [at, at + QPointF(CORNER, 0), at + QPointF(CORNER, CORNER)]
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(tokens.onhl), 1))
    painter.setBrush(QColor(tokens.hl))
    painter.drawPolygon(QPolygonF(fold))
    painter.restore()
