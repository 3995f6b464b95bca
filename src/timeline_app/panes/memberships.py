"""The list of memberships: all that the bands can show, in words."""

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QVBoxLayout, QWidget

from timeline_app.look import fonts, theme
from timeline_app.panes.list_cells import ListCells, colour_of, paint_text
from timeline_app.panes.list_header import ListHeader
from timeline_app.panes.list_view import ListView
from timeline_app.panes.membership_model import (
    COLUMNS,
    ORGANISATION,
    MembershipModel,
    passing_memberships,
)
from timeline_app.panes.pane import Pane
from timeline_app.session.session import Session
from timeline_app.session.snapshot import Snapshot, Sorting
from timeline_app.words.tr import tr

WIDE = (0, 130, 120, 160, 120, 230, 380)
WIDTHS = (0, 120, 110, 150, 110, 130, 190)
NARROW = (0, 104, 96, 150, 76, 110, 110)
WIDE_FROM, NARROW_UNDER = 1500, 1000
LEAST_NAME = 200
_SIGN_PX = 3
_CHOOSING = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
_GIVEN_UP = (5, 6)
"""Where an organisation's name has no room, how closely and by whom it is known goes first."""


class MembershipsPane(Pane):
    """Rows of memberships, by organisation at first."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.setAccessibleName(tr("List of memberships"))
        self.model = MembershipModel()
        self.view = MembershipTableView(self.model)
        self.view.header.sectionClicked.connect(self._sort)
        self.view.wanted.connect(self._switch)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.view)

    def refresh(self, before: Snapshot | None, after: Snapshot) -> None:
        self.model.behind = frozenset(after.membership_bands)
        self.view.viewport().update()
        same = before is not None and before.memberships is after.memberships
        if not same or before is None or before.filter != after.filter:
            self._show(after, self.model.sorting)

    def _show(self, now: Snapshot, sorting: Sorting) -> None:
        self.model.show_list(now, sorting)
        recorded = now.memberships.organisations
        nothing = tr("No membership passes.") if recorded else tr("None is recorded.")
        self.view.say_when_empty(nothing)
        self.view.header.show_sorting(sorting)

    def _switch(self, at: int) -> None:
        self.session.toggle_membership_band(self.model.key(at))

    def _sort(self, section: int) -> None:
        column, now = COLUMNS[section][0], self.model.sorting
        again = now.column == column
        self._show(self.session.snapshot, Sorting(column, again and not now.descending))


class MembershipTableView(ListView):
    """A view of `MembershipModel`; the name of the organisation takes what the others leave."""

    wanted = Signal(int)
    """A row was clicked, or Enter or the space bar pressed on it."""

    def __init__(self, model: MembershipModel) -> None:
        super().__init__(model, _Cells(model), ListHeader(COLUMNS), tr("List of memberships"))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.header.show_sorting(Sorting(ORGANISATION))
        self.clicked.connect(lambda index: self.wanted.emit(index.row()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        at = self.currentIndex()
        if event.key() in _CHOOSING and not event.modifiers() and at.isValid():
            self.wanted.emit(at.row())
        else:
            super().keyPressEvent(event)

    def fit_columns(self) -> None:
        wide = self.viewport().width()
        widths = NARROW if wide < fonts.scaled(NARROW_UNDER) else WIDTHS
        widths = WIDE if wide >= fonts.scaled(WIDE_FROM) else widths
        for column, one in enumerate(widths[1:], start=1):
            self.setColumnWidth(column, fonts.scaled(one))
            self.setColumnHidden(column, False)
        for column in _GIVEN_UP:
            if self._left(len(widths)) < fonts.scaled(LEAST_NAME):
                self.setColumnHidden(column, True)
        self.setColumnWidth(0, max(self._left(len(widths)), 60))

    def _left(self, columns: int) -> int:
        return self.viewport().width() - sum(self.columnWidth(n) for n in range(1, columns))


class _Cells(ListCells):
    def __init__(self, model: MembershipModel) -> None:
        super().__init__()
        self._model = model

    def paint_cell(
        self, painter: QPainter, rect: QRect, row: int, column: int, selected: bool
    ) -> None:
        if not selected and self._model.is_behind(row):
            painter.fillRect(rect, QColor(theme.current().sunk))
        if column == 0 and self._model.is_behind(row):
            sign = theme.current().canvas if selected else theme.current().ink
            painter.fillRect(QRect(rect.left(), rect.top(), _SIGN_PX, rect.height()), QColor(sign))
        words = self._model.words(row, column, short=True)
        paint_text(painter, rect, words, colour_of(selected, theme.current()))


def memberships_passing(now: Snapshot) -> int | None:
    """How many are listed."""
    return len(passing_memberships(now)) if now.archive else None
