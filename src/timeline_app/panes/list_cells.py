"""What every list paints alike: texts in a cell, cut where its room ends."""

import re
from functools import lru_cache

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter

from timeline_app.look import fonts
from timeline_app.look.tokens import Tokens

ROW = 25
PAD = 8

_LINES = re.compile(r"[\r\n\t\u2028\u2029]+")


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
    """One line in the painter's font, which is that of lists, cut with "…" where the room ends; how
    wide it is in pixels."""
    if not text:
        return 0
    painter.setPen(_pen(colour))
    cut, wide, rise = _cut(text, rect.width() - 2 * PAD, fonts.percent())
    left = rect.left() + (rect.width() - PAD - wide if right else PAD)
    # A point instead of a rectangle: Qt then lays no lines out, which is most of what a row costs.
    painter.drawText(left, rect.top() + rect.height() // 2 + rise, cut)
    return wide


@lru_cache(maxsize=8_192)
def _cut(text: str, room: int, percent: int) -> tuple[str, int, int]:
    """One line of the text as far as it has room at a text size, how wide that is, and how far its
    base line stands below the middle of its row."""
    metrics = _metrics(percent)
    cut = _LINES.sub(" ", text)
    wide = metrics.horizontalAdvance(cut)
    if wide > room:  # to ask where to cut takes longer than to ask whether
        cut = metrics.elidedText(cut, Qt.TextElideMode.ElideRight, room)
        wide = metrics.horizontalAdvance(cut)
    rise = metrics.ascent() - (metrics.ascent() + metrics.descent()) // 2
    return cut, wide, rise


@lru_cache(maxsize=4)
def _metrics(percent: int) -> QFontMetrics:
    return QFontMetrics(fonts.font(fonts.LIST))


@lru_cache(maxsize=64)
def _pen(colour: str) -> QColor:
    return QColor(colour)
