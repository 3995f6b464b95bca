"""Who met whom, on a circle: where a state stands follows from how often it is named alone, so
that nothing moves by itself. Thick unbroken lines are meetings of two alone, dotted ones mere
company in larger meetings."""

from math import cos, pi, sin, sqrt

from PySide6.QtCore import QLineF, QPointF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from timeline_app.analysis.meetings import Met
from timeline_app.look import fonts, theme
from timeline_app.look.tokens import Tokens
from timeline_app.words.tr import grouped, tr

_WIDEST_PX, _DOT_PX, _RIM_PX, _MARGIN_PX = 7.0, 4.0, 1.5, 22.0
_MANY = 4
"""Of fewer meetings no line is the widest there is, though none has more."""


class MetCircle(QWidget):
    """`marked` are the places of the pair that is looked at."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._met: Met | None = None
        self._names: tuple[str, ...] = ()
        self.marked: tuple[int, int] | None = None
        self._widest_px = 0.0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(tr("Who met whom, on a circle"))

    def sizeHint(self) -> QSize:
        return QSize(fonts.scaled(380), fonts.scaled(360))

    def show_met(self, met: Met, names: tuple[str, ...]) -> None:
        """Draws these states, by name."""
        self._met, self._names, self.marked = met, names, None
        metrics = QFontMetricsF(fonts.font(fonts.CELL_LABEL))
        self._widest_px = max(map(metrics.horizontalAdvance, self._said()), default=0.0)
        self.update()

    def _said(self) -> list[str]:
        """Each state and how many meetings name it."""
        named = self._met.named.tolist() if self._met else []
        pairs = zip(self._names, named, strict=True)
        return [tr("{name} {n}", name=name, n=grouped(n)) for name, n in pairs]

    def mark(self, pair: tuple[int, int] | None) -> None:
        """Shows which pair is looked at."""
        self.marked = pair
        self.update()

    def place(self, n: int) -> QPointF:
        """Where a state stands: from the top, with the clock."""
        of = max(len(self._names), 1)
        turn = 2 * pi * n / of - pi / 2
        across = max(20.0, self.width() / 2 - self._widest_px - _MARGIN_PX)
        high = max(20.0, self.height() / 2 - _MARGIN_PX)
        middle = QPointF(self.width() / 2, self.height() / 2)
        return middle + QPointF(across * cos(turn), high * sin(turn))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, tokens = QPainter(self), theme.current()
        painter.fillRect(self.rect(), QColor(tokens.canvas))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._met is not None:
            self._lines(painter, self._met, tokens)
            self._states(painter, tokens)
        painter.end()

    def _lines(self, painter: QPainter, met: Met, tokens: Tokens) -> None:
        most = max((int(met.alone[pair]) for pair in met.pairs()), default=0)
        most = max(most, _MANY)
        for pair in reversed(met.pairs()):
            alone = int(met.alone[pair])
            colour = QColor(tokens.ink if pair == self.marked else tokens.strong)
            pen = QPen(colour, 1, Qt.PenStyle.DotLine)
            if alone:
                pen = QPen(colour, max(1.0, _WIDEST_PX * sqrt(alone / most)))
                pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            elif pair != self.marked:
                pen.setColor(QColor(tokens.hair))
            painter.setPen(pen)
            painter.drawLine(QLineF(self.place(pair[0]), self.place(pair[1])))

    def _states(self, painter: QPainter, tokens: Tokens) -> None:
        painter.setFont(fonts.font(fonts.CELL_LABEL))
        metrics = painter.fontMetrics()
        for n, said in enumerate(self._said()):
            at = self.place(n)
            painter.setPen(QPen(QColor(tokens.canvas), _RIM_PX))  # lines end beside it
            painter.setBrush(QColor(tokens.ink))
            painter.drawEllipse(at, _DOT_PX, _DOT_PX)
            wide = metrics.horizontalAdvance(said)
            right = at.x() >= self.width() / 2 - 1
            x = at.x() + 8 if right else at.x() - 8 - wide
            x = min(max(2.0, x), self.width() - wide - 2.0)
            y = at.y() + metrics.ascent() / 2 - 2
            room = metrics.boundingRect(said).translated(round(x), round(y))
            painter.fillRect(room, QColor(tokens.canvas))
            painter.setPen(QColor(tokens.ink))
            painter.drawText(QPointF(x, y), said)
