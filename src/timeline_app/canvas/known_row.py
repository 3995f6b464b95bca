"""The row over the overview that shows the archive as it could be known on a day."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QToolButton, QVBoxLayout, QWidget

from timeline_app.canvas.known_slider import KnownSlider
from timeline_app.canvas.measures import RIGHT_PX, Measures
from timeline_app.dates.civil import iso
from timeline_app.dates.spoken_days import day_words
from timeline_app.look import fonts, icons, theme
from timeline_app.model.filter import KNOWN
from timeline_app.model.view import View
from timeline_app.scene.time_scale import TimeScale
from timeline_app.session.known_on import NoDayError, days_to_choose, hidden_words, read_day
from timeline_app.session.session import Session
from timeline_app.session.snapshot import Snapshot
from timeline_app.words.tr import tr

LEFT_PX = 12
FIELD_PX = 104
LEAST_WORDS_PX = 260
"""With less room than this the words stand in a line of their own."""
MOST_LINES = 2


class KnownRow(QWidget):
    """Hidden while no day is chosen. The day in words, a field for it, and the slider below."""

    def __init__(self, session: Session, measures: Callable[[], Measures], parent: QWidget) -> None:
        super().__init__(parent)
        self._session, self._measures = session, measures
        self._home = View(0.0, 1.0)
        self._said, self._whole = "", ""
        self.setAccessibleName(tr("Known when"))
        self._name = _label(tr("Known when"), "heading")
        self.words = _label("", "small")
        self.words.setWordWrap(True)
        self.field = QLineEdit(self)
        self.field.setProperty("look", "slim")
        self.field.setAccessibleName(tr("Known on the day (EDTF)"))
        self.field.setPlaceholderText(tr("for example {date}", date="2014-05-13"))
        self.field.returnPressed.connect(self._take)
        self.close_button = QToolButton(self)
        self.close_button.setAccessibleName(tr("Show what is known today"))
        self.close_button.setToolTip(tr("Show what is known today"))
        self.close_button.clicked.connect(lambda: session.clear_clause(KNOWN))
        self.slider = KnownSlider(self.scale, self)
        self.slider.wanted.connect(self._want)
        self.setFocusProxy(self.slider)
        self._lay_out()
        self._dress()
        self.hide()

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        line.setContentsMargins(LEFT_PX, 4, RIGHT_PX - 4, 0)
        line.setSpacing(8)
        line.addWidget(self._name)
        line.addWidget(self.words, 1)
        line.addStretch(0)
        line.addWidget(self.field)
        line.addWidget(self.close_button)
        self._line, self._below = line, QHBoxLayout()
        self._below.setContentsMargins(LEFT_PX, 0, RIGHT_PX, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(line)
        column.addLayout(self._below)
        column.addWidget(self.slider)

    def scale(self) -> TimeScale:
        """The overview's: the whole archive from edge to edge."""
        return self._measures().scale(self._home, self.width())

    def show_snapshot(self, before: Snapshot | None, after: Snapshot) -> None:
        """Shows the day that is chosen, or hides."""
        known = after.filter.known
        self.setVisible(known is not None)
        self._home = after.home
        if known is None:
            return
        if before is not None and _same(before, after):
            self.slider.update()
            return
        first, last = days_to_choose(after) or (known.day, known.day)
        self.slider.show_day(known.day, first, last)
        said = tr("What had been published by {day}.", day=day_words(known.day))
        self._say(said, hidden_words(after))
        if not self.field.isModified() or not self.field.hasFocus():
            self.field.setText(iso(known.day))

    def fit(self) -> None:
        """In the head column of the window as large as it is now."""
        head = self._measures().head_px
        self._name.setFixedWidth(head - LEFT_PX - 8)
        beside = self._wide() - head - RIGHT_PX - fonts.scaled(FIELD_PX) - 40
        self._put_words(beside >= fonts.scaled(LEAST_WORDS_PX))
        room = beside if self._line.indexOf(self.words) >= 0 else self._wide() - LEFT_PX - RIGHT_PX
        self._shorten(max(room, 1))
        self.words.setMinimumHeight(max(0, self.words.heightForWidth(max(room, 1))))

    def _shorten(self, room: int) -> None:
        """Large letters leave room for what was published; what is hidden is then in the tip (the
        sentence over the lanes says it too)."""
        self.words.setText(self._whole)
        line = self.words.fontMetrics().lineSpacing()
        short = self.words.heightForWidth(room) > MOST_LINES * line + 2
        self.words.setText(self._said if short else self._whole)
        self.words.setToolTip(self._whole if short else "")

    def _wide(self) -> int:
        """The row is as wide as what it stands in, though it may not have been shown yet."""
        around = self.parentWidget()
        return self.width() if around is None else around.width()

    def _put_words(self, beside: bool) -> None:
        """Beside the field where that leaves them room, else in a line of their own."""
        to, away = (self._line, self._below) if beside else (self._below, self._line)
        if away.indexOf(self.words) >= 0:
            away.removeWidget(self.words)
            to.insertWidget(1 if beside else 0, self.words, 1)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            self._dress()

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = theme.current()
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(tokens.canvas))
        painter.end()

    def _dress(self) -> None:
        side = fonts.scaled(icons.SMALL)
        self.close_button.setIcon(icons.icon("x", theme.current().ink2, size=side))
        self.close_button.setIconSize(QSize(side, side))
        self.field.setFixedWidth(fonts.scaled(FIELD_PX))
        self.fit()

    def _want(self, day: int) -> None:
        """The slider was moved; or it was shown a day, which is chosen already."""
        known = self._session.snapshot.filter.known
        if known is not None and known.day != day:
            self._session.set_known(day)

    def _take(self) -> None:
        """What was typed; a text that is no day is said to be none, and nothing changes."""
        try:
            day = read_day(self.field.text())
        except NoDayError as refusal:
            self._say(refusal.why)
            return
        self.field.setModified(False)
        self._session.set_known(day)
        self.field.setText(iso(day))

    def _say(self, said: str, more: str = "") -> None:
        self._said, self._whole = said, " ".join(filter(None, (said, more)))
        self.words.setAccessibleName(self._whole)
        self.fit()


def _same(before: Snapshot, after: Snapshot) -> bool:
    """Whether the row says the same of both."""
    return (
        before.filter is after.filter
        and before.table is after.table
        and before.claims_passing is after.claims_passing
    )


def _label(text: str, look: str) -> QLabel:
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setText(text)
    label.setAccessibleName(text)
    label.setProperty("look", look)
    label.setMinimumWidth(0)
    return label
