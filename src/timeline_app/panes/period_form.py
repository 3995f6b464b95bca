"""The form of a period: its first and last day in EDTF, or one of the archive's five years."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QGridLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from timeline_app.dates.civil import date_of, day_of
from timeline_app.dates.date_error import DateError
from timeline_app.dates.day import is_open
from timeline_app.dates.edtf import parse
from timeline_app.dates.spoken import span_words
from timeline_app.panes.text import words
from timeline_app.session.session import Session
from timeline_app.session.snapshot import Snapshot
from timeline_app.words.tr import tr

YEARS = 5
ACROSS = 2
MOST_PRESETS = 12


class PeriodForm(QWidget):
    """Two fields, how surely, a button, and presets; `done` once a period was marked: A, or B where
    it is the form `of_second`, which is seen as surely as A."""

    done = Signal()

    def __init__(self, session: Session, of_second: bool = False) -> None:
        super().__init__()
        self._session, self._of_second = session, of_second
        self.setAccessibleName(tr("Period B") if of_second else tr("Period"))
        self.first = _field(tr("From"), "2013-11-01")
        self.last = _field(tr("To"), "2014-06")
        self.refusal = words("", "refusal")
        self.refusal.hide()
        self.surely = QCheckBox(tr("Only what surely lies within"))
        if of_second:
            self.surely.hide()
        self.surely.clicked.connect(self._see_so)
        self.mark = QPushButton(tr("Mark this period"))
        self.mark.setProperty("look", "primary")
        self.mark.setAccessibleName(self.mark.text())
        self.mark.clicked.connect(self._mark)
        self.presets: list[QPushButton] = []
        self._grid = QGridLayout()
        self._grid.setSpacing(4)
        for field in (self.first, self.last):
            field.returnPressed.connect(self._mark)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(words(tr("From (earliest day of)"), "caption"))
        column.addWidget(self.first)
        column.addWidget(words(tr("To (latest day of, inclusive)"), "caption"))
        column.addWidget(self.last)
        column.addWidget(self.refusal)
        column.addWidget(self.surely)
        column.addWidget(self.mark)
        column.addLayout(self._grid)

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """The brushed period in the fields, unless one is writing there."""
        if not self.presets:
            self._offer(snapshot)
        span = snapshot.second if self._of_second else snapshot.filter.span
        if span is not None:
            self.surely.setChecked(span.surely)
        if span is None or self.first.isModified() or self.last.isModified():
            return
        self.first.setText("" if is_open(span.first) else _iso(span.first))
        self.last.setText("" if is_open(span.last) else _iso(span.last))

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.first.setFocus(event.reason())

    def _offer(self, snapshot: Snapshot) -> None:
        known = snapshot.table.extent
        if known is None:
            return
        first, last = (date_of(day)[0] for day in known)
        step = YEARS
        while (last - first) // step >= MOST_PRESETS:
            step *= 2
        begin = first - (first - 1) % step
        for n, year in enumerate(range(begin, last + 1, step)):
            span = day_of(year, 1, 1), day_of(year + step, 1, 1) - 1
            preset = QPushButton(span_words(*span))
            preset.setAccessibleName(preset.text())
            preset.setProperty("look", "plain")
            preset.clicked.connect(lambda _=False, span=span: self._take(*span))
            self.presets.append(preset)
            self._grid.addWidget(preset, n // ACROSS, n % ACROSS)

    def _mark(self) -> None:
        try:
            first = parse(self.first.text().strip() or self.last.text().strip()).bounds
            last = parse(self.last.text().strip() or self.first.text().strip()).bounds
        except DateError as refusal:
            self._refuse(refusal.why)
            return
        if first.first > last.last:
            self._refuse(tr("The period would end before it begins."))
            return
        self._take(first.first, last.last)

    def _see_so(self, surely: bool) -> None:
        """What is marked is seen so at once; what is not yet, when it is."""
        span = self._session.asked.span
        if span is not None:
            self._session.set_span(span.first, span.last, surely)

    def _take(self, first: int, last: int) -> None:
        if self._of_second:
            self._session.set_second(first, last)
        else:
            self._session.set_span(first, last, self.surely.isChecked())
        self.done.emit()

    def _refuse(self, why: str) -> None:
        self.refusal.setText(why)
        self.refusal.setAccessibleName(why)
        self.refusal.show()
        self.adjustSize()


def _field(name: str, example: str) -> QLineEdit:
    field = QLineEdit()
    field.setAccessibleName(name)
    field.setPlaceholderText(tr("for example {date}", date=example))
    return field


def _iso(day: int) -> str:
    year, month, of_month = date_of(day)
    sign = "-" if year < 0 else ""
    figures = f"{abs(year):04d}"
    long = "Y" if len(figures) > 4 else ""
    return f"{long}{sign}{figures}-{month:02d}-{of_month:02d}" if not long else f"Y{sign}{figures}"
