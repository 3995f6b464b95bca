"""What the detail pane shows for several selected events: a short list, one click from each."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from timeline_app.model.records import EventRow
from timeline_app.panes.date_words import date_words
from timeline_app.panes.text import words
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
        column.setSpacing(2)
        column.addWidget(words(trn("{n} event selected", "{n} events selected", n), "title"))
        for row, occurrence in zip(rows, occurrences, strict=True):
            column.addWidget(words(date_words(row.edtf, short=True), "caption"))
            button = QPushButton(_fitted(row.title))
            button.setAccessibleName(row.title)
            button.setProperty("look", "plain")
            button.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
            button.clicked.connect(partial(pick, occurrence))
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        if n > len(rows):
            more = trn("and {n} more", "and {n} more", n - len(rows))
            column.addWidget(words(more, "caption"))


def _fitted(title: str) -> str:
    """A button's text: one line, and "&" is a letter rather than a shortcut."""
    cut = title if len(title) <= 46 else title[:45].rstrip() + "…"
    return cut.replace("&", "&&")
