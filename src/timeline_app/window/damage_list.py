"""The list of an archive's damaged rows, and what else looking through it has found."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QListWidget, QVBoxLayout, QWidget

from timeline_app.look import fonts
from timeline_app.model.archive_findings import Findings
from timeline_app.panes.text import words
from timeline_app.session.snapshot import Snapshot
from timeline_app.words.tr import tr, trn


class DamageList(QDialog):
    """Stays open beside the window; a stranger's texts stand in it as they are, never as markup."""

    def __init__(self, snapshot: Snapshot, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Damaged rows of the archive"))
        found = snapshot.findings
        column = QVBoxLayout(self)
        for reason in found.reasons if found else _not_yet(snapshot):
            column.addWidget(words(reason))
        self.list = QListWidget(self)
        self.list.setAccessibleName(self.windowTitle())
        self.list.setUniformItemSizes(True)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.addItems(_lines(found) if found else [])
        column.addWidget(self.list, 1)
        self.resize(fonts.scaled(620), fonts.scaled(480))


def _not_yet(snapshot: Snapshot) -> tuple[str, ...]:
    said = snapshot.problem.sentence if snapshot.problem else ""
    wait = tr("The rows are still being looked at; open this list again in a little while.")
    return tuple(filter(None, (said, wait)))


def _lines(found: Findings) -> list[str]:
    lines = [
        " ".join(tr("{table} {id}: {why}", table=row.table, id=row.id, why=row.why).split())
        for row in found.damaged
    ]
    if unlisted := found.rows_damaged - len(found.damaged):
        lines.append(
            trn("{n} more damaged row is not listed.", "{n} more are not listed.", unlisted)
        )
    return lines
