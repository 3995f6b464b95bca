"""What joining notebooks would bring, before it is done."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from timeline_app.look import fonts
from timeline_app.panes.text import CAPTION, HEADING, words
from timeline_app.session.join_words import join_words
from timeline_app.session.keeping import Preview
from timeline_app.words.tr import tr, trn

_WIDE = 480


class JoinDialog(QDialog):
    """Accepted where the reader wants the join; nothing was written before."""

    def __init__(self, preview: Preview, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Join with notebooks"))
        column = QVBoxLayout(self)
        for log in preview.logs:
            column.addWidget(words(log.path.name, HEADING))
        told = join_words(preview.joined, preview.orphans) if preview.logs else []
        self.lines = [*told, *_left_out(preview.joined.damaged), *preview.refused]
        for line in self.lines:
            column.addWidget(words(line))
        if preview.logs:
            said = tr("Nothing of yours is changed or lost: a backup is made first.")
            column.addWidget(words(said, CAPTION))
        buttons = QDialogButtonBox(self)
        self.join = buttons.addButton(tr("Join"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.join.setEnabled(bool(preview.joined.new))
        buttons.addButton(tr("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column.addStretch(1)
        column.addWidget(buttons)
        wide = fonts.scaled(_WIDE)
        self.setMinimumWidth(wide)
        self.resize(wide, column.heightForWidth(wide))


def _left_out(damaged: int) -> list[str]:
    """What is not taken in, in a sentence."""
    if not damaged:
        return []
    said = trn(
        "{n} act is not as it was written and is left out.",
        "{n} acts are not as they were written and are left out.",
        damaged,
    )
    return [said]
