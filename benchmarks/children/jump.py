"""Jumps in the list of all events, 40 rows of it, and in a plain table that asks SQL for each cell.

`jump ARCHIVE NOTEBOOK`.
"""

import random
import sqlite3
import sys
import time
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from benchmarks.children.opened import Opened
from benchmarks.children.serving import serve, spread

JUMPS = 24
ROWS = 40
"""So many rows both show: in the low list of a small window what is done once weighs most."""
_COLUMNS = ("edtf", "title", "kind", "layer", "importance", "publishers", "id")
_NONE = QModelIndex()
Index = QModelIndex | QPersistentModelIndex


class Naive(QAbstractTableModel):
    """One SELECT a cell, by the row's key."""

    def __init__(self, file: sqlite3.Connection) -> None:
        super().__init__()
        self._file = file
        self._rows = int(file.execute("SELECT max(key) FROM event").fetchone()[0])

    def rowCount(self, parent: Index = _NONE) -> int:
        return 0 if parent.isValid() else self._rows

    def columnCount(self, parent: Index = _NONE) -> int:
        return 0 if parent.isValid() else len(_COLUMNS)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        asked = f"SELECT {_COLUMNS[index.column()]} FROM event WHERE key = ?"
        return str(self._file.execute(asked, (index.row() + 1,)).fetchone()[0])


def _table(file: sqlite3.Connection, like: QAbstractItemView) -> QTableView:
    view = QTableView()
    view.setModel(Naive(file))
    view.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    view.verticalHeader().setDefaultSectionSize(like.verticalScrollBar().singleStep())
    view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    view.resize(like.size())
    view.show()
    return view


def main() -> None:
    """Serves turns of JUMPS jumps in each."""
    opened = Opened(sys.argv[1], sys.argv[2])
    ours = opened.fit_list(ROWS)
    opened.settle()
    file = sqlite3.connect(f"file:{sys.argv[1]}?mode=ro&immutable=1", uri=True)
    naive = _table(file, ours)
    opened.settle()
    chance = random.Random(1)

    def jumps(view: QAbstractItemView) -> dict[str, float]:
        seconds = []
        bar = view.verticalScrollBar()
        for _ in range(JUMPS):
            place = chance.randint(0, bar.maximum())
            began = time.perf_counter()
            bar.setValue(place)
            view.viewport().repaint()
            seconds.append(time.perf_counter() - began)
        return spread(seconds)

    def turn() -> dict[str, float]:
        first, then = jumps(ours), jumps(naive)
        opened.settle(0.05)
        return {**first, "naive": then["s"]}

    serve(turn, rows=ours.viewport().height() / ours.verticalScrollBar().singleStep())


main()
