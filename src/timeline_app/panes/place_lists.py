"""The places beside the map, and under them the events that the chosen one counts."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from timeline_app.panes.behind_list import BehindModel
from timeline_app.panes.event_table_view import EventTableView
from timeline_app.panes.text import HEADING, OneLine
from timeline_app.panes.text_table import TextTable
from timeline_app.session.placing import NOWHERE, UNKNOWN, Key, Placed
from timeline_app.session.placing_words import position_words
from timeline_app.session.session import Session
from timeline_app.words.tr import grouped, mark, tr

HEADINGS = (("place", mark("Place")), ("position", mark("Position")), ("#n", mark("Events")))


class PlaceLists(QWidget):
    """Each row is a count, and opens a list of exactly that length. `chosen` carries its key."""

    chosen = Signal(object)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._placed: Placed | None = None
        self._keys: tuple[Key, ...] = ()
        self.key: Key | None = None
        self.places = TextTable(HEADINGS, tr("Places, by how many events name them"), (3, 3, 1))
        self.places.selectionModel().currentRowChanged.connect(self._choose)
        self.title = OneLine("", HEADING)
        self.model = BehindModel(session)
        self.events = EventTableView(session, self.model)
        self.events.selectionModel().selectionChanged.connect(lambda *_: self._select())
        below = QWidget()
        column = QVBoxLayout(below)
        column.setContentsMargins(0, 6, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.title)
        column.addWidget(self.events, 1)
        split = QSplitter(Qt.Orientation.Vertical)
        split.setChildrenCollapsible(False)
        split.addWidget(self.places)
        split.addWidget(below)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(split)

    def show_placed(self, placed: Placed) -> None:
        """Lists these; what is listed below stays the same place where it is still named."""
        self._placed = placed
        rows = [
            (one.places, placed.name(one), position_words(one.at), one.n)
            for one in placed.where.sites
        ]
        if placed.where.unknown:
            rows.append((UNKNOWN, tr("Only places without a position"), "", placed.where.unknown))
        if placed.where.nowhere:
            rows.append((NOWHERE, tr("No place is named"), "", placed.where.nowhere))
        self._keys = tuple(key for key, *_ in rows)
        kept = self.key
        self.places.texts.show_rows(
            tuple((name, position, grouped(n)) for _, name, position, n in rows)
        )
        self.show_key(kept if kept in self._keys else None)

    def show_key(self, key: Key | None) -> None:
        """Lists what this one counts; nothing where it is None."""
        self.key = key
        if key in self._keys and self.places.currentIndex().row() != self._keys.index(key):
            self.places.selectRow(self._keys.index(key))
        self._list()

    def _list(self) -> None:
        placed, key = self._placed, self.key
        if placed is None:
            return
        if key is None:
            said = tr("Click a dot or a row to list its events.")
            self.model.show_rows(placed.now.table.key[:0], placed.now)
        else:
            found = placed.behind(key)
            said = tr("{n}: {what}", n=grouped(len(found)), what=found.title)
            self.model.show_rows(found.rows, placed.now)
        self.title.setText(said)
        self.title.setAccessibleName(said)
        self.title.setToolTip(said)
        self.events.say_when_empty("")

    def _choose(self) -> None:
        row = self.places.currentIndex().row()
        if 0 <= row < len(self._keys) and self._keys[row] != self.key:
            self.key = self._keys[row]
            self._list()
            self.chosen.emit(self.key)

    def _select(self) -> None:
        """The event that was chosen here is selected everywhere."""
        now, chosen = self._session.snapshot, self.events.selectionModel().selectedRows()
        if chosen and self._placed is not None and now.table is self._placed.now.table:
            rows = self.model.counted[[index.row() for index in chosen]]
            self._session.select(now.table.occurrence[rows].tolist())
