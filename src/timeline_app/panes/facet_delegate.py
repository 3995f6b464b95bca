"""Paints a facet row: glyph or box, name, meter, count."""

from collections.abc import Sequence
from functools import lru_cache

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QStyledItemDelegate, QStyleOptionViewItem

from timeline_app.look import fonts, theme
from timeline_app.look.glyphs import Form, draw_glyph
from timeline_app.look.tokens import Tokens
from timeline_app.panes.facet_model import FacetModel
from timeline_app.panes.facet_terms import FacetTerm
from timeline_app.panes.row_state import row_state
from timeline_app.words.tr import grouped

ROW = 24
LEFT = 12
SIGN = 14
GAP = 8
METER = 34
METER_HIGH = 7
SHORTEST_METER = 14
COUNT = 30
NAME = 86
RIGHT = 10
GLYPH = 11.5


def row_height() -> int:
    """The height of a facet row at the reader's text size."""
    return max(ROW, fonts.scaled(ROW))


class FacetDelegate(QStyledItemDelegate):
    """One row; its model must be a `FacetModel`."""

    def __init__(self, model: FacetModel, parent: QAbstractItemView) -> None:
        super().__init__(parent)
        self._model, self._view = model, parent

    def paint_amounts(self, painter: QPainter, width: int, rows: range) -> None:
        """Meters and counts of these rows upon their ground, in a list so wide; the rest is
        there."""
        high, terms, counts = row_height(), self._model.terms, self._model.counts
        quiet = [self._quiet(terms[row], counts[row]) for row in rows]
        self._amounts(painter, QRect(0, rows.start * high, width, high), counts, rows, quiet)

    def _quiet(self, term: FacetTerm, count: int) -> bool:
        return count == 0 or term.resting or self._waiting(term)

    def _waiting(self, term: FacetTerm) -> bool:
        """Others of its block were asked for."""
        ticked = self._model.ticked
        return bool(ticked) and term.term not in ticked and term.vector >= 0

    def amounts_px(self, width: int) -> int:
        """Where meter and count begin in a row so wide."""
        wide = self._count_px()
        meter = self._meter(width - wide)
        return width - RIGHT - wide - (GAP + meter if meter else 0)

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(120, row_height())

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        row = index.row()
        term, count = self._model.terms[row], self._model.counts[row]
        tokens = theme.current()
        rect: QRect = option.rect
        hovered, focused = row_state(self._view, option)
        ticked = term.term in self._model.ticked
        waiting = self._waiting(term)
        painter.save()
        if hovered:
            painter.fillRect(rect, QColor(tokens.sunk))
        quiet = self._quiet(term, count)
        amounts_left = self._amounts(
            painter, rect, self._model.counts, range(row, row + 1), [quiet]
        )
        self._sign(painter, rect, term, ticked, waiting, tokens)
        bold = ticked and term.vector >= 0
        _name(painter, rect, amounts_left - GAP, term.label, bold, quiet, tokens)
        if focused:
            focus_ring(painter, rect, tokens)
        painter.restore()

    def _sign(
        self,
        painter: QPainter,
        rect: QRect,
        term: FacetTerm,
        ticked: bool,
        waiting: bool,
        tokens: Tokens,
    ) -> None:
        middle = rect.top() + rect.height() / 2
        if term.vector >= 0:
            form = Form.HOLLOW if waiting else Form.SOLID
            colour = tokens.vector(term.vector)
            x = rect.left() + LEFT + SIGN / 2
            draw_glyph(painter, term.vector, x, middle, GLYPH, colour, form)
            return
        box = QRectF(rect.left() + LEFT, round(middle - SIGN / 2), SIGN, SIGN)
        draw_box(painter, box, ticked, tokens)

    def _amounts(
        self,
        painter: QPainter,
        first: QRect,
        counts: Sequence[int],
        rows: range,
        quiet: Sequence[bool],
    ) -> int:
        """Draws meters and counts of rows one under the other, the first of which stands in
        `first`; returns the left edge of both."""
        tokens, percent, wide = theme.current(), fonts.percent(), self._count_px()
        right, high = first.right() + 1 - RIGHT, first.height()
        meter = self._meter(first.width() - wide)
        left = right - wide - (GAP + meter if meter else 0)
        base = first.top() + high / 2 + _label_rise(percent)
        top = first.top() + (high - METER_HIGH) // 2
        painter.setFont(fonts.font(fonts.LABEL))
        told, bar = (QColor(tokens.ink2), QColor(tokens.ink3)), QColor(tokens.strong)
        largest, pen = self._model.largest, -1
        for down, row, is_quiet in zip(range(0, high * len(rows), high), rows, quiet, strict=True):
            count = counts[row]
            if pen != is_quiet:
                pen = is_quiet
                painter.setPen(told[pen])
            # a point instead of a rectangle: Qt then lays no lines out
            said = grouped(count)
            painter.drawText(QPointF(right - _number_px(said, percent), base + down), said)
            if meter and count and largest:
                long = max(1, round(meter * min(1.0, count / largest)))
                painter.fillRect(left, top + down, long, METER_HIGH, bar)
        return left

    def _count_px(self) -> int:
        """How wide the column of counts is: as wide as the longest."""
        return _count_px(self._model.most, fonts.percent())

    def _meter(self, room: int) -> int:
        """How long a full meter is: names come first where the pane is narrow."""
        if not self._model.metered:
            return 0
        left = room - (LEFT + SIGN + GAP + fonts.scaled(NAME) + 2 * GAP + RIGHT)
        return min(METER, left) if left >= SHORTEST_METER else 0


@lru_cache(maxsize=4)
def _label_rise(percent: int) -> float:
    """How far the base line of a count stands below the middle of its row."""
    metrics = QFontMetricsF(fonts.font(fonts.LABEL))
    return metrics.ascent() - metrics.height() / 2


@lru_cache(maxsize=64)
def _count_px(most: int, percent: int) -> int:
    return max(COUNT, round(_number_px(grouped(most), percent)))


def _number_px(number: str, percent: int) -> float:
    """How wide a number is. No digit stands closer to one than to another, so that what is kept of
    them serves numbers that were never seen before, as those of a large archive are."""
    return sum([_sign_px(sign, percent) for sign in number])


@lru_cache(maxsize=64)
def _sign_px(sign: str, percent: int) -> float:
    return QFontMetricsF(fonts.font(fonts.LABEL)).horizontalAdvance(sign)


def _name(
    painter: QPainter, rect: QRect, end: int, text: str, bold: bool, quiet: bool, tokens: Tokens
) -> None:
    left = rect.left() + LEFT + SIGN + GAP
    room = QRect(left, rect.top(), end - left, rect.height())
    painter.setFont(fonts.font(fonts.LIST, semibold=bold))
    painter.setPen(QColor(tokens.ink3 if quiet else tokens.ink))
    metrics = QFontMetrics(painter.font())
    name = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room.width())
    painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, name)


def draw_box(painter: QPainter, box: QRectF, ticked: bool, tokens: Tokens) -> None:
    """A tick box: an open square, or one filled with ink and ticked."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(tokens.ink if ticked else tokens.strong), 1.5))
    painter.setBrush(QColor(tokens.ink) if ticked else Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(box.adjusted(0.75, 0.75, -0.75, -0.75), 2, 2)
    if ticked:
        pen = QPen(QColor(tokens.onink), 1.75)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        at = box.topLeft()
        painter.drawPolyline(
            [at + QPointF(3.8, 7.2), at + QPointF(6.1, 9.6), at + QPointF(10.4, 4.6)]
        )
    painter.restore()


def focus_ring(painter: QPainter, rect: QRect, tokens: Tokens) -> None:
    """The ring of the keyboard about a row."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(tokens.ink), 2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(QRectF(rect).adjusted(4, 1, -4, -1), 4, 4)
