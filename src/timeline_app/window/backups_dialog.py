"""The backups of the open notebook, and putting one back: two clicks, and nothing is lost by it."""

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
from timeline_app.panes.put_away import while_it_is
from timeline_app.panes.text import words
from timeline_app.session.keeping import Worth, judge_backups, listed_backups
from timeline_app.session.session import Session
from timeline_app.store.backup_names import REASONS, Backup, in_words
from timeline_app.words.tr import tr, trn

_BACKUP = Qt.ItemDataRole.UserRole
_WIDE, _HIGH = 560, 420


class BackupsDialog(QDialog):
    """Newest first; the newest that is sound, and not what stands now anyway, is chosen.

    Each is opened meanwhile; one that is not as it was written cannot be chosen.
    """

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Restore from backup"))
        self._session = session
        self._items: dict[Backup, QListWidgetItem] = {}
        self._touched = False
        self.list = QListWidget(self)
        self.list.setAccessibleName(tr("Backups, newest first"))
        self.list.setUniformItemSizes(True)
        buttons = QDialogButtonBox(self)
        self.restore = buttons.addButton(tr("Restore"), QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(tr("Close"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self._put_back)
        buttons.rejected.connect(self.reject)
        self.list.itemDoubleClicked.connect(lambda _: self._put_back())
        self.list.itemSelectionChanged.connect(self._judge)
        self.list.itemClicked.connect(self._touch)
        column = QVBoxLayout(self)
        column.addWidget(words(self._said()))
        column.addWidget(self.list, 1)
        column.addWidget(buttons)
        self._fill()
        self.resize(fonts.scaled(_WIDE), fonts.scaled(_HIGH))

    def _said(self) -> str:
        book = self._session.snapshot.notebook
        if book is None:
            return tr("No notebook is open.")
        return tr(
            "Backups of {path}. What stands in the notebook now is kept as a backup too, so "
            "restoring can be taken back in the same way.",
            path=book.path,
        )

    def _fill(self) -> None:
        found = listed_backups(self._session)
        for backup in found:
            item = QListWidgetItem(_line(backup, Worth.SOUND), self.list)
            item.setData(_BACKUP, backup)
            item.setToolTip(str(backup.path))
            self._items[backup] = item
        if not found:
            QListWidgetItem(tr("There are no backups yet."), self.list).setFlags(
                Qt.ItemFlag.NoItemFlags
            )
        self.list.setCurrentRow(0)
        self._judge()
        judge_backups(self._session, found, while_it_is(self, self._judged))

    def _judged(self, backup: Backup, worth: Worth) -> None:
        """One that is not as it was written cannot be chosen; of what stands now, the next is."""
        item = self._items.get(backup)
        if worth is Worth.SOUND or item is None:
            return
        item.setText(_line(backup, worth))
        if worth is Worth.SPOILT:
            item.setFlags(item.flags() & ~Qt.ItemFlag.ItemIsEnabled)
        below = self.list.row(item) + 1
        if item is self.list.currentItem() and below < self.list.count() and not self._touched:
            self.list.setCurrentRow(below)
        self._judge()

    def _touch(self) -> None:
        """What the reader has chosen stays chosen."""
        self._touched = True

    def _judge(self) -> None:
        self.restore.setEnabled(self._chosen() is not None)

    def _chosen(self) -> Backup | None:
        item = self.list.currentItem()
        backup = item.data(_BACKUP) if item and item.flags() & Qt.ItemFlag.ItemIsEnabled else None
        return backup if isinstance(backup, Backup) else None

    def _put_back(self) -> None:
        backup = self._chosen()
        if backup is not None:
            self._session.put_back(backup.path)
            self.accept()


def _line(backup: Backup, worth: Worth) -> str:
    """When, how much, why; what cannot be restored, or need not be, says so."""
    acts = trn("{n} act", "{n} acts", backup.acts)
    why = tr(REASONS[backup.reason]) if backup.reason in REASONS else backup.reason
    said = tr("{when} · {acts} · {why}", when=in_words(backup), acts=acts, why=why)
    if worth is Worth.SPOILT:
        return tr("{backup} · cannot be restored", backup=said)
    return tr("{backup} · as it is now", backup=said) if worth is Worth.PRESENT else said
