"""The pane Compare: two periods side by side, what may be said of them, and what stands behind
each number."""

from functools import cached_property, partial

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from timeline_app.look import fonts
from timeline_app.panes.behind_list import BehindList
from timeline_app.panes.chips import Flow
from timeline_app.panes.compare_table import CompareTable
from timeline_app.panes.lean_row import LeanRow
from timeline_app.panes.pane import Pane
from timeline_app.panes.statement import Statement
from timeline_app.panes.text import HEADING, SECOND, words
from timeline_app.session.balance_words import lean_said
from timeline_app.session.behind import behind, behind_vector
from timeline_app.session.comparison import Comparison, ComparisonMaking, overlap, too_long
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

BESIDE_FROM, ROOMY_FROM = 620, 900
LEAST_BESIDE, LEAST_BELOW = 170, 480


class ComparePane(Pane):
    """At the left the shares, at the right the statement or the list behind a number."""

    chart = True

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.setAccessibleName(tr("Compare two periods"))
        aside, rest = session.aside, session.pace.rest
        self.making = ComparisonMaking(aside, self._made, rest=rest)
        self.leaning = ComparisonMaking(aside, self._made, leaning=True, rest=rest)
        self.presets = {key: self._preset(key) for key in PRESETS}
        self.next = _button(tr("The period after A"), tr("Compare with as many days after A"))
        self.next.clicked.connect(session.compare_next)
        self.clear = _button(tr("Clear B"), tr("Compare with nothing"))
        self.clear.clicked.connect(session.clear_second)
        self.table = CompareTable()
        self.table.asked.connect(self._list_vector)
        self.statement = Statement()
        self.statement.asked.connect(partial(self._list_of, self.making))
        self.further = words("", SECOND)
        self.lean = LeanRow()
        self.lean.wanted.connect(session.lean_by)
        self.whole_title, self.less_title = words(tr("Of everything"), HEADING), words("", HEADING)
        self.less = Statement()
        self.less.asked.connect(partial(self._list_of, self.leaning))
        self.less_side = _side(self.less_title, self.less)
        self.right = QStackedWidget()
        self._split = QSplitter(Qt.Orientation.Horizontal)
        self._parts = (0, 0)
        self._lay_out()

    def _lay_out(self) -> None:
        """From the outside in: who comes into a widget hears of each that this comes into."""
        whole, said = QWidget(), QWidget()
        within = QVBoxLayout(whole)
        within.setContentsMargins(0, 0, 0, 0)
        within.setSpacing(0)
        head = Flow()
        head.setContentsMargins(8, 4, 8, 4)
        for part in (*self.presets.values(), self.next, self.clear, *self.lean.parts):
            head.addWidget(part)
        within.addLayout(head)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(_scrolled(whole, tr("Comparison")))
        within.addWidget(self._split, 1)
        self._split.setHandleWidth(1)
        self._split.setChildrenCollapsible(False)
        self._split.addWidget(self.table)
        self._split.addWidget(self.right)
        self._split.setStretchFactor(0, 60)
        self._split.setStretchFactor(1, 40)
        self.said = _scrolled(said, tr("What may be said"))
        self.right.addWidget(self.said)
        paragraph = QVBoxLayout(said)
        paragraph.setContentsMargins(12, 6, 12, 8)
        paragraph.setSpacing(8)
        sides = QHBoxLayout()
        sides.setSpacing(16)
        paragraph.addLayout(sides)
        sides.addWidget(_side(self.whole_title, self.statement), 1)
        sides.addWidget(self.less_side, 1)
        paragraph.addWidget(self.further)
        paragraph.addStretch(1)

    @cached_property
    def behind(self) -> BehindList:
        """What stands behind a number, made when one is first asked for."""
        made = BehindList(self.session)
        made.left.connect(self._show_statement)
        self.right.addWidget(made)
        return made

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Side by side where there is room, else one below the other; what has none is scrolled."""
        beside = self.width() >= fonts.scaled(BESIDE_FROM)
        across = Qt.Orientation.Horizontal if beside else Qt.Orientation.Vertical
        parts = self._parts_of(beside)
        if self._split.orientation() is not across or parts != self._parts:
            self._parts = parts
            self._split.setOrientation(across)
            self._split.setSizes([10 * part for part in parts])
        self._split.setMinimumHeight(fonts.scaled(LEAST_BESIDE if beside else LEAST_BELOW))

    def _parts_of(self, beside: bool) -> tuple[int, int]:
        """How the table and the words share the room, in hundredths. Where there is little, one
        paragraph leaves the table room for what moved, two or a list take half."""
        if not beside:
            return 50, 50
        if self.width() >= fonts.scaled(ROOMY_FROM):
            return 60, 40
        listed = self.right.currentWidget() is not self.said
        return (50, 50) if listed or self.leaning.comparison is not None else (66, 34)

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
        self.leaning.ask(after)
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
        made, less = self.comparison, self.leaning.comparison
        self.lean.show_comparison(now, made)
        for part in (self.whole_title, self.less_side):
            part.setVisible(less is not None)
        self._fit()
        if less is not None:
            said = lean_said(now)
            _say(self.less_title, said[:1].upper() + said[1:])
            self.less.say(statement(less))
        self.table.model_.show_comparison(made)
        if made is None:
            self.statement.say((Piece(_nothing(now)),))
            self._say_further("")
            self._show_statement()
            return
        self.statement.say(statement(made))
        self._say_further("\n".join(further(now, made)))

    def _say_further(self, said: str) -> None:
        _say(self.further, said)
        self.further.setVisible(bool(said))

    # -- what stands behind a number

    def _list_of(self, making: ComparisonMaking, key: str) -> None:
        if making.comparison is not None:
            self.behind.show_behind(behind(making.comparison, key), self.session.snapshot)
            self._show_behind()

    def _list_vector(self, vector: int, of_second: bool) -> None:
        if self.comparison is not None:
            found = behind_vector(self.comparison, vector, of_second)
            self.behind.show_behind(found, self.session.snapshot)
            self._show_behind()

    def _show_behind(self) -> None:
        self.right.setCurrentWidget(self.behind)
        self._fit()

    def _show_statement(self) -> None:
        self.right.setCurrentWidget(self.said)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            self.statement.put_on_theme()
            self.less.put_on_theme()
            self._fit()


def _say(label: QLabel, said: str) -> None:
    if said != label.text():
        label.setText(said)
        label.setAccessibleName(said)


def _side(title: QLabel, statement: Statement) -> QWidget:
    """A paragraph under its title; hidden it leaves its room to the other."""
    side = QWidget()
    column = QVBoxLayout(side)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(title)
    column.addWidget(statement, 1, Qt.AlignmentFlag.AlignTop)
    return side


def _scrolled(widget: QWidget, name: str) -> QScrollArea:
    """What is higher than its room is scrolled, never clipped."""
    scroll = QScrollArea()
    scroll.setWidget(widget)
    scroll.setWidgetResizable(True)
    scroll.setFrameShape(QFrame.Shape.NoFrame)
    scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    scroll.setAccessibleName(name)
    scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    scroll.viewport().setAutoFillBackground(False)
    widget.setAutoFillBackground(False)
    return scroll


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
    if said := too_long(now):
        return said
    return tr(
        "Mark two periods: drag in the strip at the top for A, and with Ctrl and Shift held for B. "
        "Or choose a day above, with 36 months on either side."
    )
