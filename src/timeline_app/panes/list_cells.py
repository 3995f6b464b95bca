"""What every list paints alike: texts in a cell, cut where its room ends."""

from functools import lru_cache

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter

from timeline_app.look import fonts
from timeline_app.look.tokens import Tokens

ROW = 25
PAD = 8

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


def row_height() -> int:
    """The height of a list row at the reader's text size."""
    return max(ROW, fonts.scaled(ROW))


class ListCells:
    """Subclasses write `paint_cell`. `hovered` is the row under the pointer, or -1."""

    def __init__(self) -> None:
        self.hovered = -1

    def expect(self, first: int, last: int) -> None:
        """The rows from `first` to `last` are about to be painted."""

    def paint_cell(
        self, painter: QPainter, rect: QRect, row: int, column: int, selected: bool
    ) -> None:
        """Paints what stands in one cell, upon its ground."""
        raise NotImplementedError


def colour_of(selected: bool, tokens: Tokens) -> str:
    """The colour of text in a row."""
    return tokens.onink if selected else tokens.ink


def paint_text(painter: QPainter, rect: QRect, text: str, colour: str, right: bool = False) -> int:
    """One line, cut with "…" where the room ends; how wide it is in pixels."""
    if not text:
        return 0
    painter.setFont(fonts.font(fonts.LIST))
    painter.setPen(_pen(colour))
    room = rect.adjusted(PAD, 0, -PAD, 0)
    cut, wide = _cut(text, room.width(), fonts.percent())
    painter.drawText(room, _RIGHT if right else _LEFT, cut)
    return wide


@lru_cache(maxsize=8_192)
def _cut(text: str, room: int, percent: int) -> tuple[str, int]:
    """The text as far as it has room at a text size, and how wide that is."""
    metrics = _metrics(percent)
    cut = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)
    return cut, metrics.horizontalAdvance(cut)


@lru_cache(maxsize=4)
def _metrics(percent: int) -> QFontMetrics:
    return QFontMetrics(fonts.font(fonts.LIST))


@lru_cache(maxsize=64)
def _pen(colour: str) -> QColor:
    return QColor(colour)
