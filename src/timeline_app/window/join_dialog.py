"""What joining notebooks would bring, before it is done."""

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from timeline_app.look import fonts
from timeline_app.panes.text import CAPTION, HEADING, words
from timeline_app.session.keeping import Preview
from timeline_app.words.tr import tr, trn

_WIDE = 480


class JoinDialog(QDialog):
    """Accepted where the reader wants the join; nothing was written before."""

    def __init__(self, preview: Preview, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Join with notebooks"))
        column = QVBoxLayout(self)
        for log in preview.logs:
            column.addWidget(words(log.path.name, HEADING))
        self.lines = [*_lines(preview), *preview.refused] if preview.logs else [*preview.refused]
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


def _lines(preview: Preview) -> list[str]:
    """The counts that are not nothing; what is new is always said."""
    joined = preview.joined
    lines = [trn("{n} act is new here.", "{n} acts are new here.", joined.new)]
    if joined.same:
        lines.append(trn("{n} is here already.", "{n} are here already.", joined.same))
    if joined.conflicts:
        said = trn(
            "{n} thing was changed on both sides: both states are kept; you choose afterwards.",
            "{n} things were changed on both sides: all states are kept; you choose afterwards.",
            joined.conflicts,
        )
        lines.append(said)
    if preview.orphans:
        said = trn(
            "{n} is about a record that this archive does not have: it waits for one that does.",
            "{n} are about records that this archive does not have: they wait for one that does.",
            preview.orphans,
        )
        lines.append(said)
    if joined.damaged:
        said = trn(
            "{n} act is not as it was written and is left out.",
            "{n} acts are not as they were written and are left out.",
            joined.damaged,
        )
        lines.append(said)
    return lines
