"""The pane Compare: two periods side by side, what may be said of them, and what stands behind
each number."""

from functools import partial

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import (
    QFrame,
    QPushButton,
    QScrollArea,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from timeline_app.panes.behind_list import BehindList
from timeline_app.panes.chips import Flow
from timeline_app.panes.compare_table import CompareTable
from timeline_app.panes.pane import Pane
from timeline_app.panes.statement import Statement
from timeline_app.panes.text import SECOND, words
from timeline_app.session.behind import behind, behind_vector
from timeline_app.session.comparison import Comparison, ComparisonMaking, overlap
from timeline_app.session.comparison_words import further, statement
from timeline_app.session.session import Session
from timeline_app.session.snapshot import Snapshot
from timeline_app.session.weighing import PRESETS
from timeline_app.session.weighing_words import Piece
from timeline_app.words.tr import mark, tr

SHORT = {
    "crimea": mark("Crimea"),
    "eaeu": mark("EAEU treaty"),
    "resignation": mark("Resignation"),
    "invasion": mark("24 Feb 2022"),
}
"""What the presets are called where there is little room."""


class ComparePane(Pane):
    """At the left the shares, at the right the statement or the list behind a number."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.setAccessibleName(tr("Compare two periods"))
        self.making = ComparisonMaking(session.aside, self._made)
        self.presets = {key: self._preset(key) for key in PRESETS}
        self.next = _button(tr("The period after A"), tr("Compare with as many days after A"))
        self.next.clicked.connect(session.compare_next)
        self.clear = _button(tr("Clear B"), tr("Compare with nothing"))
        self.clear.clicked.connect(session.clear_second)
        self.table = CompareTable()
        self.table.asked.connect(self._list_vector)
        self.statement = Statement()
        self.statement.asked.connect(self._list)
        self.further = words("", SECOND)
        self.behind = BehindList(session)
        self.behind.left.connect(self._show_statement)
        self.right = QStackedWidget()
        self._lay_out()

    def _lay_out(self) -> None:
        head = Flow()
        head.setContentsMargins(8, 4, 8, 4)
        for button in (*self.presets.values(), self.next, self.clear):
            head.addWidget(button)
        said = QWidget()
        paragraph = QVBoxLayout(said)
        paragraph.setContentsMargins(12, 6, 12, 8)
        paragraph.setSpacing(8)
        paragraph.addWidget(self.statement)
        paragraph.addWidget(self.further)
        paragraph.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidget(said)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setAccessibleName(tr("What may be said"))
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.viewport().setAutoFillBackground(False)
        said.setAutoFillBackground(False)
        self.said = scroll
        self.right.addWidget(scroll)
        self.right.addWidget(self.behind)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setHandleWidth(1)
        split.setChildrenCollapsible(False)
        split.addWidget(self.table)
        split.addWidget(self.right)
        split.setStretchFactor(0, 60)
        split.setStretchFactor(1, 40)
        split.setSizes([600, 400])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(split, 1)

    def _preset(self, key: str) -> QPushButton:
        button = _button(tr(SHORT[key]), tr(PRESETS[key][1]))
        button.setCheckable(True)
        button.clicked.connect(partial(self._choose, key))
        return button

    def _choose(self, key: str, *_: object) -> None:
        self.session.compare_preset(key)
        self._tick(self.session.snapshot)

    # -- what is shown

    def refresh(self, before: Snapshot | None, after: Snapshot) -> None:
        self.making.ask(after)
        self._tick(after)
        self.clear.setEnabled(after.second is not None)
        self.next.setEnabled(after.archive is not None)
        for button in self.presets.values():
            button.setEnabled(after.archive is not None)
        self._show(after)

    def _tick(self, now: Snapshot) -> None:
        for key, button in self.presets.items():
            button.setChecked(key == now.preset)

    @property
    def comparison(self) -> Comparison | None:
        """What is shown."""
        return self.making.comparison

    def _made(self) -> None:
        if self._shown is not None:
            self._show(self._shown)

    def _show(self, now: Snapshot) -> None:
        made = self.comparison
        self.table.model_.show_comparison(made)
        self.table.say_when_empty(_nothing(now))
        if made is None:
            self.statement.say((Piece(_nothing(now)),))
            self._say_further("")
            self._show_statement()
            return
        self.statement.say(statement(made))
        self._say_further("\n".join(further(now, made)))

    def _say_further(self, said: str) -> None:
        if said != self.further.text():
            self.further.setText(said)
            self.further.setAccessibleName(said)
        self.further.setVisible(bool(said))

    # -- what stands behind a number

    def _list(self, key: str) -> None:
        if self.comparison is not None:
            self.behind.show_behind(behind(self.comparison, key), self.session.snapshot)
            self._show_behind()

    def _list_vector(self, vector: int, of_second: bool) -> None:
        if self.comparison is not None:
            found = behind_vector(self.comparison, vector, of_second)
            self.behind.show_behind(found, self.session.snapshot)
            self._show_behind()

    def _show_behind(self) -> None:
        self.right.setCurrentWidget(self.behind)

    def _show_statement(self) -> None:
        self.right.setCurrentWidget(self.said)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            self.statement.put_on_theme()


def _button(text: str, told: str) -> QPushButton:
    button = QPushButton(text)
    button.setProperty("look", "slim")
    button.setAccessibleName(told)
    button.setToolTip(told)
    return button


def _nothing(now: Snapshot) -> str:
    """What is to be done so that something is compared."""
    if now.archive is None:
        return tr("No archive is open.")
    if overlap(now):
        return tr("A and B share days; periods that are compared share none.")
    return tr(
        "Mark two periods: drag in the strip at the top for A, and with Ctrl and Shift held for B. "
        "Or choose a day above, with 36 months on either side."
    )
