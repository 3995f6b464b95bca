"""What every list paints alike: texts in a cell, cut where its room ends."""

import re
from collections.abc import Sequence
from functools import lru_cache

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QStaticText

from timeline_app.look import fonts
from timeline_app.look.tokens import Tokens

ROW = 25
PAD = 8

_LINES = re.compile(r"[\r\n\t\u2028\u2029]+")


def row_height() -> int:
    """The height of a list row at the reader's text size."""
    return max(ROW, fonts.scaled(ROW))


class ListCells:
    """Subclasses write `paint_cell`, or `paint_row` where all cells of a row are looked up at once.
    `hovered` is the row under the pointer, or -1."""

    def __init__(self) -> None:
        self.hovered = -1

    def expect(self, first: int, last: int) -> None:
        """The rows from `first` to `last` are about to be painted."""

    def paint_row(
        self, painter: QPainter, row: int, cells: Sequence[tuple[int, QRect]], selected: bool
    ) -> None:
        """Paints what stands in these columns of a row, each within its rectangle."""
        for column, rect in cells:
            self.paint_cell(painter, rect, row, column, selected)

    def paint_cell(
        self, painter: QPainter, rect: QRect, row: int, column: int, selected: bool
    ) -> None:
        """Paints what stands in one cell, upon its ground."""
        raise NotImplementedError

    def shows(self, text: str, column: int, wide: int) -> bool:
        """Whether a cell of this width shows the whole text; where signs stand for words none."""
        return _line(text, wide - 2 * PAD, fonts.percent()).text == text


def colour_of(selected: bool, tokens: Tokens) -> str:
    """The colour of text in a row."""
    return tokens.onink if selected else tokens.ink


def paint_text(painter: QPainter, rect: QRect, text: str, colour: str, right: bool = False) -> int:
    """One line in the painter's font, which is that of lists, cut with "…" where the room ends; how
    wide it is in pixels."""
    if not text:
        return 0
    painter.setPen(_pen(colour))
    line = _line(text, rect.width() - 2 * PAD, fonts.percent())
    left = rect.left() + (rect.width() - PAD - line.wide if right else PAD)
    line.paint(painter, left, rect.top() + rect.height() // 2)
    return line.wide


class _Line:
    """A line of text and how `wide` it is. What is painted again is laid out and kept: many rows
    say the same, and a list that is scrolled says nearly all of it again."""

    def __init__(self, text: str, wide: int, metrics: QFontMetrics) -> None:
        self.text, self.wide = text, wide
        self._above = (metrics.ascent() + metrics.descent()) // 2
        self._base = metrics.ascent() - self._above
        self._seen = False
        self._laid: QStaticText | None = None

    def paint(self, painter: QPainter, left: int, middle: int) -> None:
        """Paints it from this left edge on, about this middle."""
        if self._laid is not None:
            painter.drawStaticText(left, middle - self._above, self._laid)
            return
        # A point instead of a rectangle: Qt then lays no lines out, which is most of what it costs.
        painter.drawText(left, middle + self._base, self.text)
        if self._seen:
            self._laid = QStaticText(self.text)
            self._laid.setTextFormat(Qt.TextFormat.PlainText)
        self._seen = True


@lru_cache(maxsize=4_096)
def _line(text: str, room: int, percent: int) -> _Line:
    """One line of the text as far as it has room at a text size."""
    metrics = _metrics(percent)
    cut = _LINES.sub(" ", text)
    wide = metrics.horizontalAdvance(cut)
    if wide > room:  # to ask where to cut takes longer than to ask whether
        cut = metrics.elidedText(cut, Qt.TextElideMode.ElideRight, room)
        wide = metrics.horizontalAdvance(cut)
    return _Line(cut, wide, metrics)


@lru_cache(maxsize=4)
def _metrics(percent: int) -> QFontMetrics:
    return QFontMetrics(fonts.font(fonts.LIST))


@lru_cache(maxsize=64)
def _pen(colour: str) -> QColor:
    return QColor(colour)
