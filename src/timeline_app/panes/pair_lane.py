"""The events of two actors on one lane: what names both stands tall, what names one alone is short,
and the longest silences are hatched, so that a silence can be told from a thin archive."""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QLineF, QRectF, QSize, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from timeline_app.dates.civil import date_of, day_of
from timeline_app.look import fonts, theme
from timeline_app.look.tokens import Tokens
from timeline_app.model.distinct import distinct
from timeline_app.session.pair_words import told_words
from timeline_app.session.pairing import Paired
from timeline_app.words.tr import tr

_SIDE_PX, _BOTH_PX, _ALONE_PX, _FOOT_PX = 12, 30, 12, 18
_NEAR_PX, _MARK_PX, _LABEL_EVERY_PX, _HATCH_PX = 6.0, 2.0, 54.0, 5.0

Days = NDArray[np.int64]
Pixels = NDArray[np.float64]


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
        return float(self._lefts(self._paired, np.array(day)))

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
        """An event of a day is a mark; one that may be of many is pale as far as they go. Of those
        that would be painted alike one is: there may be tens of thousands."""
        pale, ink = QColor(tokens.ink), QColor(tokens.ink)
        pale.setAlphaF(tokens.pale)
        left, right = self._extents(of)
        of_days = right - left > _MARK_PX
        painter.setPen(QPen(QColor(tokens.ink2), 1))
        places = np.stack((left, right), 1)[of_days]
        for begin, end in dict.fromkeys(map(tuple, np.round(places, 1).tolist())):
            room = QRectF(begin, 6, end - begin, base - 6)
            painter.fillRect(room, pale)
            painter.drawRect(room.adjusted(0.5, 0.5, -0.5, -0.5))
        for x in distinct(_pixels(left[~of_days])).tolist():
            painter.fillRect(QRectF(x, 6, _MARK_PX, base - 6), ink)
        alone, foot = QColor(tokens.ink3), base + fonts.scaled(_ALONE_PX)
        for x in distinct(_pixels(self._lefts(of, of.alone))).tolist():
            painter.fillRect(QRectF(x, base + 2, 1, foot - base - 2), alone)
        painter.setPen(QPen(QColor(tokens.hair), 1))
        painter.drawLine(QLineF(_SIDE_PX, base + 0.5, self.width() - _SIDE_PX, base + 0.5))

    def _lefts(self, of: Paired, days: Days | Pixels) -> Pixels:
        """Where these days, or parts of days, begin."""
        share = (days - of.period.first) / of.period.days
        return _SIDE_PX + share * (self.width() - 2 * _SIDE_PX)

    def _extents(self, of: Paired) -> tuple[Pixels, Pixels]:
        """Where the events that name both begin and end."""
        rows = of.found.rows
        left = self._lefts(of, np.maximum(of.table.first[rows], of.period.first))
        right = self._lefts(of, np.minimum(of.table.last[rows], of.period.last) + 1)
        return left, np.maximum(right, left + _MARK_PX)

    def _years(self, painter: QPainter, of: Paired, tokens: Tokens) -> None:
        painter.setPen(QColor(tokens.ink2))
        painter.setFont(fonts.font(fonts.TICK))
        free = 0.0
        for year in range(date_of(of.period.first)[0], date_of(of.period.last)[0] + 1):
            x = self.left_of(max(day_of(year, 1, 1), of.period.first))
            if x >= free and x + _LABEL_EVERY_PX / 2 < self.width():
                foot, wide = fonts.scaled(_FOOT_PX), fonts.scaled(_LABEL_EVERY_PX)
                room = QRectF(x, self.height() - foot, wide, foot)
                painter.drawText(room, f"{year}")
                free = x + fonts.scaled(_LABEL_EVERY_PX)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        of, at = self._paired, event.position().x()
        if of is None:
            return
        left, right = self._extents(of)
        away = np.maximum(np.maximum(left - at, at - right), 0.0)
        if len(away) and away.min() <= _NEAR_PX:
            self.chosen.emit(int(of.table.occurrence[of.found.rows[away.argmin()]]))


def _pixels(places: Pixels) -> NDArray[np.int64]:
    """On which pixels something is filled that begins there."""
    return np.floor(places + 0.5).astype(np.int64)
