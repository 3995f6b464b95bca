"""What every list paints alike: the ground of a row, its texts, the ring of the focus."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from timeline_app.look import fonts, theme
from timeline_app.look.tokens import Tokens

ROW = 25
PAD = 8


def row_height() -> int:
    """The height of a list row at the reader's text size."""
    return max(ROW, fonts.scaled(ROW))


class ListCells(QStyledItemDelegate):
    """Subclasses write `paint_cell`. `hovered` is the row under the pointer, or -1."""

    def __init__(self) -> None:
        super().__init__()
        self.hovered = -1

    def paint_cell(
        self, painter: QPainter, rect: QRect, row: int, column: int, selected: bool
    ) -> None:
        """Paints what stands in one cell, upon its ground."""
        raise NotImplementedError

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
        if selected:
            painter.fillRect(rect, QColor(tokens.ink))
        elif index.row() == self.hovered:
            painter.fillRect(rect, QColor(tokens.sunk))
        self.paint_cell(painter, rect, index.row(), index.column(), selected)
        if state & QStyle.StateFlag.State_HasFocus and not selected:
            painter.setPen(QPen(QColor(tokens.ink), 1))
            painter.drawRect(rect.adjusted(0, 0, -1, -1))


def colour_of(selected: bool, tokens: Tokens) -> str:
    """The colour of text in a row."""
    return tokens.onink if selected else tokens.ink


def paint_text(painter: QPainter, rect: QRect, text: str, colour: str, right: bool = False) -> int:
    """One line, cut with "…" where the room ends; how wide it is in pixels."""
    painter.setFont(fonts.font(fonts.LIST))
    painter.setPen(QColor(colour))
    room = rect.adjusted(PAD, 0, -PAD, 0)
    metrics = QFontMetrics(painter.font())
    cut = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room.width())
    side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
    painter.drawText(room, side | Qt.AlignmentFlag.AlignVCenter, cut)
    return metrics.horizontalAdvance(cut)
