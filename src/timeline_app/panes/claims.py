"""The list of claims: who said what and what came of it, in step with the timeline both ways."""

from PySide6.QtCore import QItemSelectionModel, QPoint, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QMenu, QVBoxLayout, QWidget

from timeline_app.look import fonts
from timeline_app.panes.claim_cells import ClaimCells
from timeline_app.panes.claim_filter import ClaimFilter
from timeline_app.panes.claim_model import (
    CLAIM_AT,
    COLUMNS,
    DATE_AT,
    HORIZON_AT,
    OUTCOME_AT,
    SPEAKER_AT,
    TYPE_AT,
    ClaimModel,
)
from timeline_app.panes.list_header import ListHeader
from timeline_app.panes.list_view import ListView
from timeline_app.panes.pane import Pane
from timeline_app.session.claim_listing import SORTED_BY
from timeline_app.session.session import Session
from timeline_app.session.snapshot import Snapshot
from timeline_app.words.tr import tr

WIDTHS = {DATE_AT: 100, SPEAKER_AT: 216, TYPE_AT: 96, HORIZON_AT: 124, OUTCOME_AT: 176}
NARROW = {SPEAKER_AT: 150, OUTCOME_AT: 150}
NARROW_UNDER = 1000
GIVEN_UP = (TYPE_AT, HORIZON_AT)
"""Where what is claimed has no room, these columns go first: the details say all of them."""
LEAST_CLAIM = 300
NARROWEST_CLAIM, NARROWEST = 60, 40
YIELDING = (SPEAKER_AT, OUTCOME_AT)
"""With large letters these are shortened, so that no column is cut by the edge."""


class ClaimsPane(Pane):
    """Rows of claims under a row that asks for some; selecting one selects it everywhere."""

    citation_wanted = Signal()
    note_wanted = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.setAccessibleName(tr("List of claims"))
        self.asking = ClaimFilter(session)
        self.model = ClaimModel(session)
        self.view = ClaimTableView(self.model)
        self.view.header.sectionClicked.connect(self._sort)
        self.view.selectionModel().selectionChanged.connect(self._chosen)
        self.view.menu_wanted.connect(self._menu)
        self._mirroring = False
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.asking)
        column.addWidget(self.view, 1)

    def refresh(self, before: Snapshot | None, after: Snapshot) -> None:
        self.asking.show_snapshot(after)
        new_list = before is None or (
            before.claims_passing is not after.claims_passing
            or before.claim_sorting != after.claim_sorting
        )
        if new_list:
            self._mirroring = True
            self.model.show_list(after)
            self._mirroring = False
            self.view.say_when_empty(_empty_words(after))
            self.view.header.show_sorting(after.claim_sorting)
        if new_list or before is None or before.claim != after.claim:
            self._mirror(after, scroll=not self.view.hasFocus() or new_list)

    def _mirror(self, after: Snapshot, scroll: bool) -> None:
        """The claim that is selected, in the list and in sight."""
        at = self.model.position_of(after.claim)
        selection = self.view.selectionModel()
        self._mirroring = True
        if at is None:
            selection.clear()
        elif self.view.currentIndex().row() != at or not selection.hasSelection():
            mode = QItemSelectionModel.SelectionFlag
            selection.setCurrentIndex(
                self.model.index(at, CLAIM_AT), mode.ClearAndSelect | mode.Rows
            )
        self._mirroring = False
        if at is not None and scroll:
            index = self.model.index(at, CLAIM_AT)
            self.view.scrollTo(index, QAbstractItemView.ScrollHint.EnsureVisible)

    def _chosen(self) -> None:
        """The reader chose a row; what the session itself chose is known already."""
        rows = self.view.selectionModel().selectedRows()
        if not self._mirroring and rows:
            self.session.select_claim(int(self.model.keys[rows[0].row()]))

    def _sort(self, section: int) -> None:
        column = COLUMNS[section][0]
        if column not in SORTED_BY:
            return
        sorting = self.session.snapshot.claim_sorting
        again = sorting.column == column
        self.session.sort_claims_by(column, descending=again and not sorting.descending)

    def _menu(self, at: QPoint) -> None:
        if self.session.snapshot.claim is None:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(tr("Copy citation"), self.citation_wanted.emit)
        menu.addAction(tr("Write a note"), self.note_wanted.emit)
        menu.popup(at)


class ClaimTableView(ListView):
    """A view of `ClaimModel`; what is claimed takes what the other columns leave."""

    def __init__(self, model: ClaimModel) -> None:
        super().__init__(model, ClaimCells(model), ListHeader(COLUMNS), tr("List of claims"))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)

    def fit_columns(self) -> None:
        narrow = self.viewport().width() < fonts.scaled(NARROW_UNDER)
        for column, wide in (WIDTHS | NARROW if narrow else WIDTHS).items():
            self.setColumnWidth(column, fonts.scaled(wide))
            self.setColumnHidden(column, False)
        for column in GIVEN_UP:
            if self._left() >= fonts.scaled(LEAST_CLAIM):
                break
            self.setColumnHidden(column, True)
        lacking = fonts.scaled(NARROWEST_CLAIM) - self._left()
        for column in YIELDING if lacking > 0 else ():
            narrower = self.columnWidth(column) - (lacking + 1) // len(YIELDING)
            self.setColumnWidth(column, max(narrower, fonts.scaled(NARROWEST)))
        self.setColumnWidth(CLAIM_AT, max(self._left(), fonts.scaled(NARROWEST_CLAIM)))

    def _left(self) -> int:
        """What the other columns leave, as far as they are shown."""
        return self.viewport().width() - sum(self.columnWidth(column) for column in WIDTHS)


def _empty_words(now: Snapshot) -> str:
    if now.archive is None:
        return tr("No archive is open.")
    if not len(now.claims):
        return tr("This archive holds no claims.")
    return tr("No claim passes what is asked for.")
