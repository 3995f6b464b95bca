"""What the detail pane shows for several selected events: a short list, one click from each."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from timeline_app.model.records import EventRow
from timeline_app.panes.date_words import date_words
from timeline_app.panes.text import hair_line, words
from timeline_app.panes.two_lines import TwoLines
from timeline_app.words.tr import trn

MOST = 30


class SeveralEvents(QWidget):
    """The first thirty of the selection; a click leaves one of them selected."""

    def __init__(
        self, rows: list[EventRow], occurrences: list[int], n: int, pick: Callable[[int], None]
    ) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(words(trn("{n} event selected", "{n} events selected", n), "title"))
        column.addSpacing(8)
        for row, occurrence in zip(rows, occurrences, strict=True):
            column.addWidget(hair_line())
            button = TwoLines(row.title, date_words(row.edtf))
            button.clicked.connect(partial(pick, occurrence))
            column.addWidget(button)
        if n > len(rows):
            more = trn("and {n} more", "and {n} more", n - len(rows))
            column.addWidget(words(more, "caption"))
