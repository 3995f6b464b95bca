"""The list behind a number: the events it counts, or the months, or the pairs of periods."""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from timeline_app.model.event_table import EventTable
from timeline_app.panes.event_model import EventModel
from timeline_app.panes.event_table_view import EventTableView
from timeline_app.panes.text import HEADING, OneLine
from timeline_app.panes.text_table import TextTable
from timeline_app.session.behind import Behind
from timeline_app.session.session import Session
from timeline_app.session.snapshot import Snapshot
from timeline_app.words.tr import grouped, mark, tr

LINES = (("what", mark("What")), ("#n", mark("Figure")))


class BehindModel(EventModel):
    """Rows that were counted, by day, whatever passes the filter."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.counted: NDArray[np.integer] = np.zeros(0, np.int64)

    def show_rows(self, rows: NDArray[np.integer], snapshot: Snapshot) -> None:
        """These rows of the snapshot's table."""
        self.counted = rows
        self._begin_again(snapshot, len(rows))

    def _listed(self, first: int, count: int) -> NDArray[np.integer]:
        return self.counted[first : first + count]


class BehindList(QWidget):
    """A title with the number, the list, and the way back (`left`)."""

    left = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._table: EventTable | None = None
        self.title = OneLine("", HEADING)
        self.back = QPushButton(tr("Back to the statement"))
        self.back.setProperty("look", "slim")
        self.back.setAccessibleName(self.back.text())
        self.back.clicked.connect(self.left)
        self.model = BehindModel(session)
        self.view = EventTableView(session, self.model)
        self.lines = TextTable(LINES, tr("What was counted"), (4, 1))
        self.view.selectionModel().selectionChanged.connect(lambda *_: self._select())
        self.stack = QStackedWidget()
        self.stack.addWidget(self.view)
        self.stack.addWidget(self.lines)
        head = QHBoxLayout()
        head.setContentsMargins(8, 2, 8, 2)
        head.addWidget(self.title, 1)
        head.addWidget(self.back)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.stack, 1)

    def show_behind(self, found: Behind, now: Snapshot) -> None:
        """Lists this; its length stands before its title."""
        said = tr("{n}: {what}", n=grouped(len(found)), what=found.title)
        self.title.setText(said)
        self.title.setAccessibleName(said)
        self.title.setToolTip(said)
        self._table = now.table
        self.lines.texts.show_rows(found.lines)
        self.model.show_rows(found.rows, now)
        self.stack.setCurrentWidget(self.lines if found.lines else self.view)
        self.view.say_when_empty(tr("None."))

    def _select(self) -> None:
        """The event that was chosen here is selected everywhere."""
        now, chosen = self._session.snapshot, self.view.selectionModel().selectedRows()
        if chosen and now.table is self._table:
            rows = self.model.counted[[index.row() for index in chosen]]
            self._session.select(now.table.occurrence[rows].tolist())
