"""The events of two actors on one lane: what names both stands tall, what names one alone is short,
and the longest silences are hatched, so that a silence can be told from a thin archive."""

from PySide6.QtCore import QLineF, QRectF, QSize, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from timeline_app.dates.civil import date_of, day_of
from timeline_app.look import fonts, theme
from timeline_app.look.tokens import Tokens
from timeline_app.session.pair_words import told_words
from timeline_app.session.pairing import Paired
from timeline_app.words.tr import tr

_SIDE_PX, _BOTH_PX, _ALONE_PX, _FOOT_PX = 12, 30, 12, 18
_NEAR_PX, _MARK_PX, _LABEL_EVERY_PX, _HATCH_PX = 6.0, 2.0, 54.0, 5.0


class PairLane(QWidget):
    """`chosen` carries the occurrence of the event that was clicked."""

    chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._paired: Paired | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(tr("Events of two actors on one lane"))

    def sizeHint(self) -> QSize:
        return QSize(320, fonts.scaled(_BOTH_PX + _ALONE_PX + _FOOT_PX + 8))

    def show_pair(self, paired: Paired | None) -> None:
        """Draws these two."""
        self._paired = paired
        self.setAccessibleDescription("" if paired is None else told_words(paired.found))
        self.update()

    def left_of(self, day: float) -> float:
        """Where a day begins."""
        if self._paired is None:
            return float(_SIDE_PX)
        period = self._paired.period
        return _SIDE_PX + (day - period.first) / period.days * (self.width() - 2 * _SIDE_PX)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, tokens = QPainter(self), theme.current()
        painter.fillRect(self.rect(), QColor(tokens.canvas))
        if self._paired is not None:
            base = 4.0 + fonts.scaled(_BOTH_PX)
            self._silences(painter, self._paired, base, tokens)
            self._events(painter, self._paired, base, tokens)
            self._years(painter, self._paired, tokens)
        painter.end()

    def _silences(self, painter: QPainter, of: Paired, base: float, tokens: Tokens) -> None:
        painter.setPen(QPen(QColor(tokens.strong), 1))
        for one in of.found.silences:
            room = QRectF(
                self.left_of(one.first),
                4,
                self.left_of(one.last + 1) - self.left_of(one.first),
                base - 4,
            )
            painter.save()
            painter.setClipRect(room)
            at = room.left() - room.height()
            while at < room.right():
                painter.drawLine(QLineF(at, room.bottom(), at + room.height(), room.top()))
                at += _HATCH_PX
            painter.restore()

    def _events(self, painter: QPainter, of: Paired, base: float, tokens: Tokens) -> None:
        """An event of a day is a mark; one that may be of many is pale as far as they go."""
        pale = QColor(tokens.ink)
        pale.setAlphaF(tokens.pale)
        for row in of.found.rows.tolist():
            left, right = self._extent(of, row)
            room = QRectF(left, 6, right - left, base - 6)
            of_days = right - left > _MARK_PX
            painter.fillRect(room, pale if of_days else QColor(tokens.ink))
            if of_days:
                painter.setPen(QPen(QColor(tokens.ink2), 1))
                painter.drawRect(room.adjusted(0.5, 0.5, -0.5, -0.5))
        foot = base + fonts.scaled(_ALONE_PX)
        for day in of.alone.tolist():
            painter.fillRect(
                QRectF(self.left_of(day), base + 2, 1, foot - base - 2), QColor(tokens.ink3)
            )
        painter.setPen(QPen(QColor(tokens.hair), 1))
        painter.drawLine(QLineF(_SIDE_PX, base + 0.5, self.width() - _SIDE_PX, base + 0.5))

    def _extent(self, of: Paired, row: int) -> tuple[float, float]:
        first = max(int(of.table.first[row]), of.period.first)
        last = min(int(of.table.last[row]), of.period.last)
        left, right = self.left_of(first), self.left_of(last + 1)
        return left, max(right, left + _MARK_PX)

    def _years(self, painter: QPainter, of: Paired, tokens: Tokens) -> None:
        painter.setPen(QColor(tokens.ink2))
        painter.setFont(fonts.font(fonts.TICK))
        free = 0.0
        for year in range(date_of(of.period.first)[0], date_of(of.period.last)[0] + 1):
            x = self.left_of(max(day_of(year, 1, 1), of.period.first))
            if x >= free and x + _LABEL_EVERY_PX / 2 < self.width():
                room = QRectF(x, self.height() - fonts.scaled(_FOOT_PX), _LABEL_EVERY_PX, 16)
                painter.drawText(room, f"{year}")
                free = x + fonts.scaled(_LABEL_EVERY_PX)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        of, at = self._paired, event.position().x()
        if of is None:
            return
        near = [
            (max(left - at, at - right, 0.0), row)
            for row in of.found.rows.tolist()
            for left, right in (self._extent(of, row),)
        ]
        away, row = min(near, default=(_NEAR_PX + 1, -1))
        if away <= _NEAR_PX:
            self.chosen.emit(int(of.table.occurrence[row]))
