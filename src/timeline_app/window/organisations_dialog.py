"""Which organisations the bands of membership show: ticked in a list, in force at once."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from timeline_app.look import fonts
from timeline_app.model.membership_rows import FIRST_ORGANISATIONS, by_changes, chosen_organisations
from timeline_app.model.membership_table import MembershipTable
from timeline_app.window.memory import Memory
from timeline_app.words.tr import tr, trn

_ID = Qt.ItemDataRole.UserRole
_WIDE, _HIGH = 460, 520


class OrganisationsDialog(QDialog):
    """All organisations of the archive, those with the most changes first."""

    def __init__(self, table: MembershipTable, memory: Memory, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Organisations"))
        self._table, self._memory = table, memory
        said = trn(
            "The {n} organisation with the most changes is shown first. Tick others instead:",
            "The {n} organisations with the most changes are shown first. Tick others instead:",
            FIRST_ORGANISATIONS,
        )
        asked = QLabel(said, self)
        asked.setTextFormat(Qt.TextFormat.PlainText)
        asked.setWordWrap(True)
        self.list = QListWidget(self)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.setAccessibleName(tr("Organisations whose members are shown"))
        self._fill()
        self.list.itemChanged.connect(self._keep)
        buttons = QDialogButtonBox(self)
        self.as_at_first = buttons.addButton(
            tr("As at first"), QDialogButtonBox.ButtonRole.ResetRole
        )
        self.as_at_first.setAutoDefault(False)  # Enter closes; it forgets no choice
        self.as_at_first.clicked.connect(self._as_at_first)
        buttons.addButton(tr("Close"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        for widget in (asked, self.list, buttons):
            column.addWidget(widget)
        self.resize(fonts.scaled(_WIDE), fonts.scaled(_HIGH))

    def _fill(self) -> None:
        chosen = set(chosen_organisations(self._table, self._memory.settings.organisations))
        for organisation in by_changes(self._table):
            one = self._table.organisations[organisation]
            coded = bool(one.code) and one.code != one.name
            named = tr("{code}, {name}", code=one.code, name=one.name) if coded else one.name
            item = QListWidgetItem(named, self.list)
            item.setData(_ID, one.id)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            ticked = Qt.CheckState.Checked if organisation in chosen else Qt.CheckState.Unchecked
            item.setCheckState(ticked)

    def _keep(self) -> None:
        items = [self.list.item(n) for n in range(self.list.count())]
        ticked = [item for item in items if item.checkState() is Qt.CheckState.Checked]
        self._memory.change(organisations=tuple(str(item.data(_ID)) for item in ticked))

    def _as_at_first(self) -> None:
        self._memory.change(organisations=())
        self.list.blockSignals(True)
        self.list.clear()
        self._fill()
        self.list.blockSignals(False)
