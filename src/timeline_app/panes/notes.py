"""The notes pane: all that was written, sorted, narrowed by kind and words, with jumps."""

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial
from typing import overload

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from timeline_app.look import fonts, theme
from timeline_app.model.act import Act
from timeline_app.model.annotation import About, Written, event_in
from timeline_app.model.query import Term, note_holds, read_query
from timeline_app.model.written.catalogue import BY_NAME, KINDS
from timeline_app.panes.about_words import about_words
from timeline_app.panes.arrow_box import ArrowBox
from timeline_app.panes.detail_marks import mark_words
from timeline_app.panes.history_list import HistoryList
from timeline_app.panes.pane import Pane
from timeline_app.panes.text_table import TextTable
from timeline_app.session import own_events
from timeline_app.session.drafting import DRAFT, drafts_of
from timeline_app.session.marking import remove
from timeline_app.session.session import Session
from timeline_app.session.snapshot import Snapshot
from timeline_app.words.folding import fold
from timeline_app.words.tr import mark, tr

CHANGED, ABOUT = "changed", "about"
HEADINGS = (
    (CHANGED, mark("Changed")),
    ("kind", mark("Kind")),
    (ABOUT, mark("About")),
    ("words", mark("Words")),
    ("tags", mark("Tags")),
    ("author", mark("Author")),
)
_AT_ABOUT = [key for key, _ in HEADINGS].index(ABOUT)
SHARES = (17, 11, 23, 32, 10, 8)
"""How the columns share the room."""
FIELD_PX = 220
_ALL = ""
_BEGUN = mark("Begun, not saved")


class _Said(Sequence[tuple[str, ...]]):
    """What the list says of each thing that was written, found out where it is seen."""

    def __init__(
        self, listed: tuple[Written, ...], said: Callable[[Written], tuple[tuple[str, ...], object]]
    ) -> None:
        self._listed, self._said = listed, said

    def __len__(self) -> int:
        return len(self._listed)

    @overload
    def __getitem__(self, at: int) -> tuple[str, ...]: ...
    @overload
    def __getitem__(self, at: slice) -> list[tuple[str, ...]]: ...
    def __getitem__(self, at: int | slice) -> tuple[str, ...] | list[tuple[str, ...]]:
        if isinstance(at, slice):
            return [self._said(one)[0] for one in self._listed[at]]
        return self._said(self._listed[at])[0]


class NotesPane(Pane):
    """A row for each thing that was written. Enter or a click goes to what it is about."""

    edit_wanted = Signal(object)
    """The reader wants to change this one (a `Written`)."""
    view_wanted = Signal(object)
    """The reader wants to see this saved view again (a `Written`)."""
    sides_wanted = Signal(object)
    """The reader wants to see what stands for and against this thesis (a `Written`)."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.setAccessibleName(tr("Notes"))
        self.kinds = ArrowBox()
        self.search = QLineEdit()
        self.table = TextTable(HEADINGS, tr("All that you wrote"), SHARES)
        self.edit = QPushButton(tr("Edit"))
        self.remove = QPushButton(tr("Remove"))
        self.history = QPushButton(tr("History"))
        self._listed: tuple[Written, ...] = ()
        self._known: dict[str, tuple[Written, tuple[str, ...], tuple[str, ...]]] = {}
        self._sorting = (CHANGED, True)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self.kinds.setAccessibleName(tr("Which kind"))
        self.kinds.addItem(tr("Everything"), _ALL)
        for kind in KINDS:
            self.kinds.addItem(tr(kind.title), kind.name)
        self.kinds.addItem(tr(_BEGUN), DRAFT)
        self.search.setAccessibleName(tr("Words or tags to look for in what you wrote"))
        self.search.setPlaceholderText(tr("Find in what you wrote"))
        self.search.setClearButtonEnabled(True)
        self.search.setMaximumWidth(fonts.scaled(FIELD_PX))
        for button, name in (
            (self.history, tr("History of what is selected in the list")),
            (self.edit, tr("Edit what is selected in the list")),
            (self.remove, tr("Remove what is selected in the list")),
        ):
            button.setProperty("look", "slim")
            button.setAccessibleName(name)
            button.setEnabled(False)
        head = QHBoxLayout()
        head.setContentsMargins(12, 6, 12, 4)
        head.addWidget(self.kinds)
        head.addWidget(self.search, 1)
        head.addStretch(1)
        head.addWidget(self.history)
        head.addWidget(self.edit)
        head.addWidget(self.remove)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.table, 1)

    def _connect(self) -> None:
        self.kinds.currentIndexChanged.connect(lambda _: self._list())
        self.search.textChanged.connect(lambda _: self._list())
        header = self.table.header
        header.setSectionsClickable(True)
        header.sectionClicked.connect(self._sort)
        self.table.clicked.connect(lambda _: self._jump())
        self.table.activated.connect(lambda _: self._jump())
        self.table.selectionModel().selectionChanged.connect(lambda *_: self._offer())
        self.history.clicked.connect(partial(self._act, self._show_history))
        self.edit.clicked.connect(partial(self._act, self.edit_wanted.emit))
        self.remove.clicked.connect(partial(self._act, self._take_away))

    def refresh(self, before: Snapshot | None, after: Snapshot) -> None:
        written = before is not None and before.written is after.written
        if before is None or not written or before.drafts != after.drafts:
            self._list()

    def show_kind(self, kind: str) -> None:
        """Lists what is of this kind; of all where it is empty."""
        self.kinds.setCurrentIndex(max(0, self.kinds.findData(kind)))

    def rows(self) -> tuple[Written, ...]:
        """What is listed, in its order."""
        return self._listed

    # -- the list

    def _list(self) -> None:
        now = self.session.snapshot
        written = (*now.written, *drafts_of(now))
        kind, query = self.kinds.currentData(), read_query(self.search.text())
        found = [
            one
            for one in written
            if (kind in (_ALL, one.kind))
            and (not query or query.answered(partial(_holds, one, self._said(one)[0])))
        ]
        found.sort(key=self._place, reverse=self._sorting[1])
        chosen = self._chosen()
        self._listed = tuple(found)
        self.table.texts.show_rows(_Said(self._listed, self._said))
        said = tr("Nothing is written yet: press M.") if not written else tr("Nothing is found.")
        self.table.say_when_empty(said)
        if chosen is not None:
            again = [n for n, one in enumerate(found) if one.id == chosen.id]
            if again:
                self.table.selectRow(again[0])
        self._offer()

    def _place(self, one: Written) -> tuple[str, str]:
        """By what it is sorted. Of when it was changed the text would say the minute, and of all
        that was ever written texts would have to be made."""
        column = self._sorting[0]
        if column == CHANGED:
            return one.changed, one.id
        at = [key for key, _ in HEADINGS].index(column)
        return self._said(one)[1][at], one.id

    def _said(self, one: Written) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """What the list says of it, and by what that is sorted: found out once of each, for of
        thousands it takes long."""
        known = self._known.get(one.id)
        if known is None or known[0] != one:
            texts = _texts(one)
            sorted_by = tuple(map(fold, (*texts[:_AT_ABOUT], _dated(one), *texts[_AT_ABOUT + 1 :])))
            known = self._known[one.id] = one, texts, sorted_by
        return known[1:]

    def _sort(self, section: int) -> None:
        column = HEADINGS[section][0]
        same, descending = self._sorting[0] == column, self._sorting[1]
        self._sorting = (column, not descending if same else column == CHANGED)
        self._list()

    def _chosen(self) -> Written | None:
        rows = self.table.selectionModel().selectedRows()
        at = rows[0].row() if rows else -1
        return self._listed[at] if 0 <= at < len(self._listed) else None

    def _offer(self) -> None:
        chosen = self._chosen()
        book = self.session.snapshot.notebook
        writable = chosen is not None and book is not None and not book.read_only
        self.history.setEnabled(chosen is not None and chosen.kind != DRAFT)
        self.edit.setEnabled(writable)
        self.remove.setEnabled(writable)

    # -- what the reader does

    def _act(self, act: Callable[[Written], object], *_: object) -> None:
        chosen = self._chosen()
        if chosen is not None:
            act(chosen)

    def _take_away(self, one: Written) -> None:
        if one.kind == DRAFT:
            self.session.keep_draft(one.id, "")
        else:
            remove(self.session, one)

    def _show_history(self, one: Written) -> None:
        def told(acts: list[Act]) -> None:
            if acts:
                HistoryList(acts, self.session.bring_back, self.window()).open()

        self.session.ask_history(one, told)

    def _jump(self) -> None:
        one = self._chosen()
        if one is None:
            return
        if one.kind == own_events.KIND.name:
            self.session.select_own_event(one.id)
        elif one.kind == "view":
            self.view_wanted.emit(one)
        elif one.kind == "thesis":
            self.sides_wanted.emit(one)
        elif one.target is not None:
            self.session.show_target(one.target)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete and self.table.hasFocus():
            self._act(self._take_away)
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(theme.current().canvas))
        painter.end()


def _texts(one: Written) -> tuple[str, ...]:
    kind = BY_NAME.get(one.kind)
    title = tr(kind.title) if kind else tr(_BEGUN) if one.kind == DRAFT else one.kind
    said = one.text if one.kind in ("note", DRAFT) or one.target is None else mark_words(one)
    said = said or one.said("sentence")
    return (
        _when(one.changed),
        title,
        _said_about(one),
        " ".join(said.split()),
        ", ".join(one.tags),
        one.author,
    )


def _when(changed: str) -> str:
    """A time in UTC by the clock of this place."""
    try:
        return f"{datetime.fromisoformat(changed).astimezone():%Y-%m-%d %H:%M}"
    except (ValueError, OverflowError):
        return changed[:16]


def _said_about(one: Written) -> str:
    """What it is about, or the target as it is written."""
    target = str(one.target or "")
    return about_words(_about(one)) or event_in(target) or target


def _dated(one: Written) -> str:
    """The same with its date first, in the order of time."""
    about = _about(one)
    return f"{about.date} {about.title}" if about.date else _said_about(one)


def _about(one: Written) -> About:
    """What it was written on, or itself where it stands alone."""
    if one.target is not None:
        return one.about
    date = own_events.date_of(one) if one.kind == own_events.KIND.name else ""
    return About(title=one.said("title") or one.said("name"), date=date)


def _holds(one: Written, texts: Sequence[str], term: Term) -> bool:
    """Whether a word is in what was written, or in the texts that the list says of it."""
    listed = fold(" ".join(texts))
    return note_holds(one, term) or all(fold(word) in listed for word in term.words)
