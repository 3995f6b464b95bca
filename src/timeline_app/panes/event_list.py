"""The list of what passes: sortable, in step with the timeline both ways."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QPoint, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractItemView, QMenu, QVBoxLayout, QWidget

from timeline_app.panes.event_model import COLUMNS
from timeline_app.panes.event_table_view import EventTableView
from timeline_app.panes.pane import Pane
from timeline_app.session.browsing import MOST_SELECTED
from timeline_app.session.session import Session
from timeline_app.session.snapshot import Snapshot
from timeline_app.words.tr import tr

Span = tuple[int, int]


class EventListPane(Pane):
    """Rows of events; selecting one selects it everywhere."""

    note_wanted = Signal()
    """The reader asked to write a note on the event in focus."""

    citation_wanted = Signal()
    """The reader asked to copy the citation of what is selected."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.setAccessibleName(tr("List of events"))
        self.view = EventTableView(session)
        self.model = self.view.events
        self._mirrored: list[int] = []
        self.view.header.sectionClicked.connect(self._sort)
        self.view.selectionModel().selectionChanged.connect(self._chosen)
        self.view.menu_wanted.connect(self._menu)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.view)

    def refresh(self, before: Snapshot | None, after: Snapshot) -> None:
        new_list = before is None or _other_list(before, after)
        if new_list:
            self.model.show_list(after)
            self.view.show_empty_words(after.archive is not None)
            self.view.header.show_sorting(after.sorting)
        elif before is None or before.noted is not after.noted:
            self.model.show_noted(after.noted)
            self.view.viewport().update()
        if new_list and not after.selected:
            self.view.scrollToTop()
        if new_list or before is None or before.selected != after.selected:
            self._mirror(after, scroll=not self.view.hasFocus() or new_list)

    def _mirror(self, after: Snapshot, scroll: bool) -> None:
        """The selection of the session in the list; the one in focus comes into sight."""
        places = map(self.session.position_of, after.selected[-MOST_SELECTED:])
        self._mirrored = sorted(place for place in places if place is not None)
        selection = self.view.selectionModel()
        if self._spans() != _runs(self._mirrored):
            mode = QItemSelectionModel.SelectionFlag
            selection.select(self._ranges(_runs(self._mirrored)), mode.ClearAndSelect)
        focus = self.session.position_of(after.selected[-1]) if after.selected else None
        if focus is None:
            return
        index = self.model.index(focus, max(0, self.view.currentIndex().column()))
        if self.view.currentIndex().row() != focus:
            selection.setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)
        if scroll:
            self.view.scrollTo(index, QAbstractItemView.ScrollHint.EnsureVisible)

    def _chosen(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        """The reader chose rows; what the session itself chose is known already."""
        spans = self._spans()
        if spans == _runs(self._mirrored):
            return
        latest = selected.last().bottom() if selected.count() else None
        if not self.session.select_listed(spans, latest):
            self._mirror(self.session.snapshot, scroll=False)

    def _spans(self) -> list[Span]:
        """The selected places of the list as runs, ascending; neighbours are one run."""
        ranges = self.view.selectionModel().selection().toList()
        spans: list[Span] = []
        for top, bottom in sorted((r.top(), r.bottom()) for r in ranges):
            if spans and top <= spans[-1][1] + 1:
                spans[-1] = (spans[-1][0], max(spans[-1][1], bottom))
            else:
                spans.append((top, bottom))
        return spans

    def _ranges(self, spans: Sequence[Span]) -> QItemSelection:
        """Whole rows, a range for each run of them."""
        ranges, last = QItemSelection(), len(COLUMNS) - 1
        for top, bottom in spans:
            ranges.select(self.model.index(top, 0), self.model.index(bottom, last))
        return ranges

    def _sort(self, section: int) -> None:
        column = COLUMNS[section][0]
        sorting = self.session.snapshot.sorting
        again = sorting.column == column
        self.session.sort_by(column, descending=again and not sorting.descending)

    def _menu(self, at: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if self.session.snapshot.selected:
            menu.addAction(tr("Copy title"), self._copy_title)
            menu.addAction(tr("Copy citation"), self.citation_wanted.emit)
            menu.addAction(tr("Write a note"), self.note_wanted.emit)
            menu.addSeparator()
        sort = menu.addMenu(tr("Sort by"))
        for section, (_, heading) in enumerate(COLUMNS):
            sort.addAction(tr(heading), partial(self._sort, section))
        menu.popup(at)

    def _copy_title(self) -> None:
        event = self.session.event(self.session.snapshot.selected[-1])
        if event is not None:
            QGuiApplication.clipboard().setText(event.title)


def _runs(places: Sequence[int]) -> list[Span]:
    """Ascending places as runs of neighbours."""
    runs: list[Span] = []
    for place in places:
        if runs and place == runs[-1][1] + 1:
            runs[-1] = (runs[-1][0], place)
        else:
            runs.append((place, place))
    return runs


def _other_list(before: Snapshot, after: Snapshot) -> bool:
    by_note = after.sorting.column == "notes" and before.noted is not after.noted
    return (
        before.passing is not after.passing
        or before.table is not after.table
        or before.sorting is not after.sorting
        or by_note
    )
