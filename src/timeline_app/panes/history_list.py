"""The history of something that was written: each state it had, and the way back to it."""

from collections.abc import Callable, Sequence
from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from timeline_app.look import fonts
from timeline_app.model.act import Act
from timeline_app.panes.text import CAPTION, words
from timeline_app.words.tr import tr

WIDTH, HEIGHT = 460, 320


class HistoryList(QDialog):
    """All acts on one thing, the newest first. `bring_back` gets the act whose state is wanted."""

    def __init__(
        self, acts: Sequence[Act], bring_back: Callable[[str], None], parent: QWidget | None
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("History"))
        self.setAccessibleName(tr("History"))
        self.resize(fonts.scaled(WIDTH), fonts.scaled(HEIGHT))
        self._bring_back = bring_back
        self.list = QListWidget()
        self.list.setAccessibleName(tr("What it was, the newest first"))
        self.list.setWordWrap(True)
        for act in reversed(acts):
            item = QListWidgetItem(act_words(act))
            item.setData(Qt.ItemDataRole.UserRole, act.id)
            self.list.addItem(item)
        self.list.setCurrentRow(0)
        column = QVBoxLayout(self)
        column.addWidget(
            words(tr("Nothing of this is ever lost; undo takes a way back, too."), CAPTION)
        )
        column.addWidget(self.list, 1)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.button(QDialogButtonBox.StandardButton.Close).setText(tr("Close"))
        self.back = buttons.addButton(tr("Bring this back"), QDialogButtonBox.ButtonRole.ActionRole)
        self.back.clicked.connect(self._chosen)
        buttons.rejected.connect(self.reject)
        column.addWidget(buttons)
        self.list.itemActivated.connect(lambda _: self._chosen())

    def _chosen(self) -> None:
        item = self.list.currentItem()
        if item is not None:
            self._bring_back(str(item.data(Qt.ItemDataRole.UserRole)))
            self.accept()


def act_words(act: Act) -> str:
    """When, by whom, what was done, and the words that stood there after it."""
    stamp = datetime.fromtimestamp(int(act.hlc[:12], 16) / 1000)
    label = tr("took back: {label}", label=tr(act.label)) if act.undoes else tr(act.label)
    state = act.state
    said = tr("(removed)") if state is None else " ".join(str(state.get("text") or "").split())
    told = (f"{stamp:%Y-%m-%d %H:%M}", act.author, label)
    return " · ".join(part for part in told if part) + (f"\n{said}" if said else "")
