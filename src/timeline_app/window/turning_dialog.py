"""Turning points of what is shown: a picture of its quarters, and what each point is worth."""

from PySide6.QtCore import QLineF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QDialog, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from timeline_app.analysis.turning_points import NEAR
from timeline_app.canvas.hatching import hatch
from timeline_app.canvas.lettering import measure, write
from timeline_app.dates.civil import date_of
from timeline_app.look import fonts, theme
from timeline_app.look.tokens import Tokens
from timeline_app.panes.put_away import while_it_is
from timeline_app.panes.text import words
from timeline_app.session.report_numbers import period_shown
from timeline_app.session.session import Session
from timeline_app.session.snapshot import Snapshot
from timeline_app.session.turning import Turned, turned
from timeline_app.session.turning_words import turning_lines
from timeline_app.words.tr import tr

_HIGH_PX, _FOOT_PX, _SIDE_PX = 150, 20, 8
_LABEL_EVERY_PX = 60.0


class TurningPicture(QWidget):
    """A column a quarter; breaks in coverage hatched behind, numbers that turn as unbroken lines,
    shares that turn as broken ones."""

    def __init__(self, found: Turned, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._found = found
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(tr("Events a quarter with breaks and turning points"))
        self.setAccessibleDescription("\n".join(turning_lines(found)))

    def sizeHint(self) -> QSize:
        return QSize(fonts.scaled(480), fonts.scaled(_HIGH_PX))

    def left_of(self, at: float) -> float:
        """Where a quarter begins."""
        room = self.width() - 2 * _SIDE_PX
        return _SIDE_PX + at * room / max(self._found.quarters, 1)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, tokens = QPainter(self), theme.current()
        painter.fillRect(self.rect(), QColor(tokens.canvas))
        foot = self.height() - fonts.scaled(_FOOT_PX)
        self._breaks(painter, foot, tokens)
        self._columns(painter, foot, tokens)
        for turns, line in (
            (self._found.counts, Qt.PenStyle.SolidLine),
            (self._found.shares, Qt.PenStyle.DashLine),
        ):
            painter.setPen(QPen(QColor(tokens.ink), 2, line))
            for turn in turns:
                x = round(self.left_of(turn.at))
                painter.drawLine(QLineF(x, 2, x, foot))
        self._years(painter, foot, tokens)
        painter.end()

    def _breaks(self, painter: QPainter, foot: float, tokens: Tokens) -> None:
        found = self._found
        for one in found.breaks:
            at = next((n for n in range(found.quarters) if found.day(n) >= one.day), 0)
            left, right = (
                self.left_of(max(at - NEAR, 0)),
                self.left_of(min(at + NEAR, found.quarters)),
            )
            hatch(painter, QRectF(left, 2, right - left, foot - 2), tokens.strong)

    def _columns(self, painter: QPainter, foot: float, tokens: Tokens) -> None:
        most = max(self._found.events, default=0) or 1
        for at, n in enumerate(self._found.events):
            left, right = self.left_of(at), self.left_of(at + 1)
            high = n / most * (foot - 6)
            column = QRectF(left, foot - high, max(right - left - 1, 1), high)
            painter.fillRect(column, QColor(tokens.ink3))
        painter.setPen(QPen(QColor(tokens.hair), 1))
        painter.drawLine(QLineF(_SIDE_PX, foot + 0.5, self.width() - _SIDE_PX, foot + 0.5))

    def _years(self, painter: QPainter, foot: float, tokens: Tokens) -> None:
        free = 0.0
        for at in range(self._found.quarters):
            year, month, _ = date_of(self._found.day(at))
            x = self.left_of(at)
            if month == 1 and x >= free:
                said = f"{year}"
                if x + measure(said, fonts.TICK) <= self.width():
                    y = foot + fonts.scaled(_FOOT_PX) * 0.8
                    write(painter, said, x, y, tokens.ink2, fonts.TICK)
                free = x + _LABEL_EVERY_PX


class TurningDialog(QDialog):
    """Stays open beside the window; it is of what was shown when it was opened."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Turning points"))
        self.about = words(tr("Turning points are being looked for."))
        self._column = QVBoxLayout()
        self._column.addWidget(self.about)
        inner = QWidget()
        inner.setLayout(self._column)
        room = QScrollArea()
        room.setWidgetResizable(True)
        room.setAccessibleName(self.windowTitle())
        room.setWidget(inner)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(room)
        self.resize(fonts.scaled(620), fonts.scaled(460))
        self.found: Turned | None = None
        now = session.snapshot
        session.slowly(lambda: _looked_for(now), while_it_is(self, self._show))

    def _show(self, found: Turned | None) -> None:
        self.found = found
        if found is None:
            self.about.setText(tr("Nothing is dated here."))
            return
        self.about.setText(_legend())
        if not (found.few or found.many):
            self._column.insertWidget(0, TurningPicture(found))
        for line in turning_lines(found):
            self._column.addWidget(words(line))
        self._column.addStretch(1)


def _looked_for(now: Snapshot) -> Turned | None:
    """On the worker."""
    period = period_shown(now)
    return None if period is None else turned(now, period, now.measure)


def _legend() -> str:
    return tr(
        "Columns: events a quarter. Hatched: a break in coverage. Unbroken line: the number turns; "
        "broken line: the shares turn."
    )
