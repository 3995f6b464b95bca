"""Paints a cell of the list: text, glyphs of vectors, or the mark of a note."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from timeline_app.look import fonts, theme
from timeline_app.look.glyphs import draw_glyph
from timeline_app.look.tokens import Tokens
from timeline_app.model.columns import VECTORS
from timeline_app.panes.date_words import date_words
from timeline_app.panes.event_model import (
    DATE_AT,
    KIND_AT,
    NOTE_AT,
    PUBLISHERS_AT,
    TITLE_AT,
    VECTORS_AT,
    EventModel,
)
from timeline_app.words.tr import grouped

ROW = 25
PAD = 8
GLYPH = 10.0
GLYPH_STEP = 16
CORNER = 7.0


def row_height() -> int:
    """The height of a list row at the reader's text size."""
    return max(ROW, fonts.scaled(ROW))


class EventDelegate(QStyledItemDelegate):
    """One cell. `hovered` is the row under the pointer, or -1."""

    def __init__(self, model: EventModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._model = model
        self.hovered = -1

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(60, row_height())

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        tokens = theme.current()
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        selected = bool(state & QStyle.StateFlag.State_Selected)
        position = index.row()
        if selected:
            painter.fillRect(rect, QColor(tokens.ink))
        elif position == self.hovered:
            painter.fillRect(rect, QColor(tokens.sunk))
        row = self._model.row(position)
        if row is None:
            return
        column = index.column()
        colour = tokens.onink if selected else tokens.ink
        if column == VECTORS_AT:
            _glyphs(painter, rect, row.vectors, selected, tokens)
        elif column == NOTE_AT:
            if self._model.has_note(position):
                _corner(painter, rect, tokens)
        elif column == DATE_AT:
            _text(painter, rect, date_words(row.edtf, short=True), colour)
        elif column == TITLE_AT:
            _text(painter, rect, row.title, colour)
        elif column == KIND_AT:
            _text(painter, rect, self._model.kind_words(row), colour)
        elif column == PUBLISHERS_AT:
            _text(painter, rect, grouped(row.publishers), colour, right=True)
        if state & QStyle.StateFlag.State_HasFocus and not selected:
            painter.setPen(QPen(QColor(tokens.ink), 1))
            painter.drawRect(rect.adjusted(0, 0, -1, -1))


def _text(painter: QPainter, rect: QRect, text: str, colour: str, right: bool = False) -> None:
    painter.setFont(fonts.font(fonts.LIST))
    painter.setPen(QColor(colour))
    room = rect.adjusted(PAD, 0, -PAD, 0)
    cut = QFontMetrics(painter.font()).elidedText(text, Qt.TextElideMode.ElideRight, room.width())
    side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
    painter.drawText(room, side | Qt.AlignmentFlag.AlignVCenter, cut)


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
        draw_glyph(painter, index, x, middle, GLYPH, colour)
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
