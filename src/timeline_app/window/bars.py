"""The quiet bar under the sentence, and the bar that says that something is being done."""

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton, QWidget

from timeline_app.look import fonts, icons, theme
from timeline_app.session.snapshot import Problem
from timeline_app.words.tr import mark, tr

HEIGHT = 29
EDGE = 3
BUSY_AFTER_MS = 200
GRADES = {
    "notice": ("check", "ink2", mark("Message")),
    "warning": ("triangle-alert", "warn", mark("Warning")),
    "error": ("circle-alert", "no", mark("Error")),
}
"""The sign, the token of its colour and the name of each grade of a problem."""


class MessageBar(QFrame):
    """One message at a time: what happened, what is safe, and what one can do.

    `asked` carries the key of the action that is offered; `closed` says that it was read.
    """

    asked = Signal(str)
    closed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("look", "message")
        self.setAccessibleName(tr("Message"))
        self._problem: Problem | None = None
        self._sign = QLabel(self)
        self._text = QLabel(self)
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setWordWrap(True)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._act = QToolButton(self)
        self._act.setProperty("look", "box")
        self._act.clicked.connect(lambda: self._problem and self.asked.emit(self._problem.action))
        self.close_button = QToolButton(self)
        self.close_button.setAccessibleName(tr("Close the message"))
        self.close_button.setToolTip(tr("Close the message"))
        self.close_button.clicked.connect(self._shut)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 3, 12, 4)
        row.setSpacing(8)
        row.addWidget(self._sign)
        row.addWidget(self._text, 1)
        row.addWidget(self._act)
        row.addWidget(self.close_button)
        self.hide()

    def _shut(self) -> None:
        self.hide()
        self.closed.emit()

    @property
    def sentence(self) -> str:
        """What is said now, or nothing."""
        return "" if self.isHidden() else self._text.text()

    @property
    def offered(self) -> str:
        """The words of the action that is offered, or nothing."""
        return "" if self._act.isHidden() else self._act.text()

    def show_problem(self, problem: Problem | None, words: str = "") -> None:
        """Says `problem`, and offers its action as `words`; None hides the bar."""
        self._problem = problem
        self.setVisible(problem is not None)
        if problem is None:
            return
        self._text.setText(problem.sentence)
        self._text.setAccessibleName(problem.sentence)
        self._act.setText(words)
        self._act.setAccessibleName(words or tr("No action"))
        self._act.setVisible(bool(words))
        self.put_on_theme()
        # Whoever first names what can be told has a hundred names made; most starts tell nothing.
        from PySide6.QtGui import QAccessible, QAccessibleEvent  # noqa: PLC0415 - see above

        QAccessible.updateAccessibility(QAccessibleEvent(self._text, QAccessible.Event.Alert))

    def put_on_theme(self) -> None:
        """Icons and measures of the theme and text size in force."""
        tokens = theme.current()
        ratio = self.devicePixelRatioF()
        sign, _, name = GRADES[self._grade()]
        drawn = icons.pixmap(sign, self._colour(), fonts.scaled(icons.SIZE), ratio)
        self._sign.setPixmap(drawn)
        self._sign.setAccessibleName(tr(name))
        side = fonts.scaled(icons.SMALL)
        self.close_button.setIcon(icons.icon("x", tokens.ink2, size=side))
        self.close_button.setIconSize(QSize(side, side))
        self.setMinimumHeight(fonts.scaled(HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        tokens = theme.current()
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(tokens.bg))
        painter.fillRect(0, 0, EDGE, self.height(), QColor(self._colour()))
        painter.fillRect(0, self.height() - 1, self.width(), 1, QColor(tokens.hair))

    def _grade(self) -> str:
        return self._problem.grade if self._problem else "warning"

    def _colour(self) -> str:
        """The colour of the grade in the theme in force."""
        colour: str = getattr(theme.current(), GRADES[self._grade()][1])
        return colour


class BusyBar(QFrame):
    """A 3 px ink bar at the foot of the sentence bar; it comes when work takes its time.

    It stands still, since nothing moves by itself; what is being done is `said` in words, which are
    empty when it is done.
    """

    said = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFixedHeight(EDGE)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAccessibleName(tr("Nothing is being done"))
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(BUSY_AFTER_MS)
        self._wait.timeout.connect(self._appear)
        self._words = self._shown = ""

    def show_busy(self, words: str) -> None:
        """Begins to wait before it shows, or is gone at once where `words` is empty."""
        self._words = words
        if self._shown or not words:
            self._wait.stop()
            self._appear()
        elif not self._wait.isActive():
            self._wait.start()

    def _appear(self) -> None:
        if self._words == self._shown:
            return
        self._shown = self._words
        self.setAccessibleName(self._shown or tr("Nothing is being done"))
        self.setToolTip(self._shown)
        self.update()
        self.said.emit(self._shown)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._shown:
            QPainter(self).fillRect(self.rect(), QColor(theme.current().ink))
