"""The status bar: the notebook and when it was last saved, the selection, the next undo, F1."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLabel, QStatusBar, QToolButton, QWidget

from timeline_app.look import fonts, icons, theme
from timeline_app.places import default_notebook
from timeline_app.session.snapshot import OpenNotebook, Saving, Snapshot
from timeline_app.words.tr import tr, trn

SUFFIX = ".notebook.sqlite"


class StatusBar(QStatusBar):
    """24 high; all of it can be read by a screen reader."""

    def __init__(self, manual: QAction, settle: QAction, parent: QWidget) -> None:
        super().__init__(parent)
        self.setSizeGripEnabled(False)
        self.setAccessibleName(tr("Status"))
        self.setContentsMargins(10, 0, 8, 0)
        self._disk = QLabel(self)
        self._book: tuple[OpenNotebook | None, bool] | None = None
        self.notebook, self.selection, self.undo, self.busy = (self._label() for _ in range(4))
        self.addWidget(self._disk)
        for label in (self.notebook, self.selection, self.undo, self.busy):
            self.addWidget(label)
        self.busy.hide()
        self.conflicts = self._button(settle)
        self.conflicts.hide()
        self.addWidget(self.conflicts)
        self._help = self._button(manual)
        self._help.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._help.setText(tr("F1 Help"))
        self._help.setToolTip(manual.toolTip())
        self._help.setAccessibleName(tr("Help"))
        self.addPermanentWidget(self._help)
        self.put_on_theme()

    def _label(self) -> QLabel:
        made = QLabel(self)
        made.setTextFormat(Qt.TextFormat.PlainText)
        made.setContentsMargins(0, 0, 10, 0)
        return made

    def _button(self, action: QAction) -> QToolButton:
        made = QToolButton(self)
        made.clicked.connect(action.trigger)
        made.setProperty("look", "status")
        return made

    def refresh(self, now: Snapshot) -> None:
        """Says how things stand."""
        book = now.notebook, now.notebook_awaited
        if book != self._book:  # to know the reader's own costs a look at the folders
            self._book = book
            self._say(self.notebook, notebook_in_words(*book))
        self._say(self.selection, selection_in_words(now))
        step = now.notebook.history.undo if now.notebook else ""
        self._say(self.undo, tr("Undo: {step}", step=step) if step else "")
        self._tell_conflicts(len(now.conflicts))

    def say_busy(self, words: str) -> None:
        """Says what is being done, or nothing."""
        self._say(self.busy, words)

    def _tell_conflicts(self, n: int) -> None:
        """What two people changed apart is offered for as long as nobody has chosen."""
        said = trn("{n} conflict to settle…", "{n} conflicts to settle…", n)
        if self.conflicts.isHidden() == bool(n) or self.conflicts.text() != said:
            self.conflicts.setText(said)
            self.conflicts.setAccessibleName(said)
            self.conflicts.setVisible(bool(n))

    def _say(self, label: QLabel, words: str) -> None:
        if words == label.text() and label.isHidden() != bool(words):
            return
        label.setText(words)
        label.setAccessibleName(words)
        label.setVisible(bool(words))

    def put_on_theme(self) -> None:
        """Icons of the theme in force."""
        tokens = theme.current()
        ratio, side = self.devicePixelRatioF(), fonts.scaled(icons.SMALL)
        self._disk.setPixmap(icons.pixmap("hard-drive", tokens.ink3, side, ratio))
        self._disk.setAccessibleName(tr("Notebook"))
        self._help.setIcon(icons.icon("circle-help", tokens.ink3, size=side))
        self._help.setIconSize(QSize(side + 4, side))


def notebook_in_words(book: OpenNotebook | None, awaited: bool = False) -> str:
    """The notebook's name, and how the last thing written stands."""
    if book is None and awaited:
        return tr("Notebook: being opened")
    if book is None:
        return tr("No notebook: notes cannot be written")
    own = book.path == default_notebook()
    name = tr("My notebook") if own else book.path.name.removesuffix(SUFFIX)
    if book.read_only:
        return tr("Notebook: {name} · read-only", name=name)
    if book.saving is Saving.SAVING:
        return tr("Notebook: {name} · saving", name=name)
    if book.saving is Saving.FAILED:
        return tr("Notebook: {name} · not saved", name=name)
    if book.saved_at:
        return tr("Notebook: {name} · saved {time}", name=name, time=book.saved_at)
    return tr("Notebook: {name} · saved", name=name)


def selection_in_words(now: Snapshot) -> str:
    """How many events are selected, or that a claim or a treaty is."""
    if now.instrument is not None:
        return tr("A treaty is selected")
    if now.claim is not None:
        return tr("A claim is selected")
    selected = len(now.selected)
    if not selected:
        return tr("No events selected")
    return trn("{n} event selected", "{n} events selected", selected)
