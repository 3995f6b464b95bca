"""The popover over an event: its whole title, its day in words. Always plain text."""

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from timeline_app.look import fonts
from timeline_app.look.theme import current

DELAY_MS = 250
_MOST_PX = 440
_AWAY_PX = 16


class Tip(QFrame):
    """Shows after a rest of DELAY_MS; never takes the focus, never hides what it names."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._over = parent
        self._title, self._rest = _line(), _line()
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 9)
        column.setSpacing(1)
        column.addWidget(self._title)
        column.addWidget(self._rest)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(DELAY_MS)
        self._timer.timeout.connect(self.show)
        self.hide()

    def announce(self, title: str, rest: str, at: QPoint) -> None:
        """Will be shown beside this point of the parent, unless another call comes first."""
        tokens = current()
        self.setStyleSheet(
            f"Tip {{ background: {tokens.canvas}; border: 1px solid {tokens.strong}; }}"
        )
        self._title.setFont(fonts.font(fonts.LIST, True))
        self._rest.setFont(fonts.font(fonts.LABEL))
        for label, text, colour in (
            (self._title, title, tokens.ink),
            (self._rest, rest, tokens.ink2),
        ):
            label.setText(text)
            label.setStyleSheet(f"color: {colour}; background: transparent;")
            label.setVisible(bool(text))
        for label in (self._title, self._rest):
            label.setFixedWidth(self._width())
        self._column.activate()
        self.resize(self.sizeHint())
        self.move(self._beside(at))
        if not self.isVisible():
            self._timer.start()

    def _width(self) -> int:
        """As wide as the longer line; a wrapping label by itself would ask for a narrow block."""
        whole = max(
            label.fontMetrics().horizontalAdvance(line)
            for label in (self._title, self._rest)
            for line in label.text().splitlines() or [""]
        )
        margins = self._column.contentsMargins()
        room = self._over.width() - margins.left() - margins.right() - 2
        return max(1, min(whole + 2, fonts.scaled(_MOST_PX), room))

    def words(self) -> str:
        """What it says."""
        return f"{self._title.text()} {self._rest.text()}"

    def withdraw(self) -> None:
        """Hides at once."""
        self._timer.stop()
        self.hide()

    def _beside(self, at: QPoint) -> QPoint:
        room = self._over.size()
        x = at.x() + _AWAY_PX
        if x + self.width() > room.width():
            x = max(0, at.x() - _AWAY_PX - self.width())
        y = at.y() + _AWAY_PX
        if y + self.height() > room.height():
            y = max(0, at.y() - _AWAY_PX - self.height())
        return QPoint(x, y)


def _line() -> QLabel:
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    return label
