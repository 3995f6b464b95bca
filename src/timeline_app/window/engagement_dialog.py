"""What counts as engagement: kinds in and out, vectors by actor and time; in force at once."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QSpinBox,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from timeline_app.analysis.engagement import KINDS_AS_SIGNS
from timeline_app.look import fonts
from timeline_app.session.session import Session
from timeline_app.window.measuring import kinds_as_settings, measure_of
from timeline_app.window.members_table import MembersTable
from timeline_app.window.memory import Memory
from timeline_app.window.settings import MONTHS
from timeline_app.words.tr import grouped, tr

_ID = Qt.ItemDataRole.UserRole
_WIDE, _HIGH = 860, 560


class EngagementDialog(QDialog):
    """At the left the kinds, at the right the origin of vectors and their members."""

    def __init__(self, session: Session, memory: Memory, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("What counts as engagement"))
        self._session, self._memory = session, memory
        self.kinds = QTreeWidget()
        self.kinds.setHeaderLabels([tr("Kind"), tr("Events"), tr("What it is")])
        self.kinds.setRootIsDecorated(False)
        self.kinds.setAccessibleName(tr("Kinds that count"))
        self.derived = _box(tr("Derive vectors from actors and their membership at the day"))
        self.machine_coded = _box(tr("Count layers that a machine coded"))
        self.months = QSpinBox()
        self.months.setRange(*MONTHS)
        self.months.setAccessibleName(tr("Months of the sliding window"))
        self.members = MembersTable(session)
        self._lay_out()
        self._fill()
        self.kinds.itemChanged.connect(lambda *_: self._keep_kinds())
        self.derived.toggled.connect(lambda on: memory.change(derived_vectors=on))
        self.machine_coded.toggled.connect(lambda on: memory.change(machine_coded_counts=on))
        self.months.valueChanged.connect(lambda n: memory.change(band_months=n))
        self.members.changed.connect(self._keep_members)

    def _lay_out(self) -> None:
        left = QVBoxLayout()
        left.addWidget(
            _words(tr("Ticked kinds count; a dispute is a sign of relations, no share."))
        )
        left.addWidget(self.kinds, 1)
        months = QHBoxLayout()
        months.addWidget(_words(tr("Months of the sliding window")), 1)
        months.addWidget(self.months)
        left.addLayout(months)
        left.addWidget(self.machine_coded)
        right = QVBoxLayout()
        right.addWidget(self.derived)
        said = tr("Members, and from when to when (dates as EDTF, empty where it is open):")
        right.addWidget(_words(said))
        right.addWidget(self.members, 1)
        sides = QHBoxLayout()
        sides.addLayout(left, 1)
        sides.addLayout(right, 1)
        buttons = QDialogButtonBox(self)
        self.as_at_first = buttons.addButton(
            tr("As at first"), QDialogButtonBox.ButtonRole.ResetRole
        )
        self.as_at_first.setAutoDefault(False)  # Enter closes; it forgets no choice
        self.as_at_first.clicked.connect(self._as_at_first)
        buttons.addButton(tr("Close"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addLayout(sides, 1)
        column.addWidget(buttons)
        self.resize(fonts.scaled(_WIDE), fonts.scaled(_HIGH))

    def _fill(self) -> None:
        """All as the settings say, without a word of it."""
        parts = (self.kinds, self.derived, self.machine_coded, self.months)
        for part in parts:
            part.blockSignals(True)
        settings = self._memory.settings
        rule = measure_of(settings).rule
        table = self._session.snapshot.table
        codes, counts = table.terms.get("kind"), table.count_by("kind").tolist()
        self.kinds.clear()
        for term, n in zip(codes.terms if codes is not None else (), counts, strict=True):
            sign = tr("sign") if term.id in KINDS_AS_SIGNS and not rule.counts(term.id) else ""
            item = QTreeWidgetItem(self.kinds, [tr(term.label), grouped(n), sign])
            item.setData(0, _ID, term.id)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            ticked = Qt.CheckState.Checked if rule.counts(term.id) else Qt.CheckState.Unchecked
            item.setCheckState(0, ticked)
        for column in range(2):
            self.kinds.resizeColumnToContents(column)
        self.derived.setChecked(settings.derived_vectors)
        self.machine_coded.setChecked(settings.machine_coded_counts)
        self.months.setValue(settings.band_months)
        self.members.show_members(rule.members or self._session.snapshot.vector_members)
        for part in parts:
            part.blockSignals(False)

    def _keep_kinds(self) -> None:
        """Kinds that this archive does not have stay as they were."""
        rule = measure_of(self._memory.settings).rule
        items = [self.kinds.topLevelItem(n) for n in range(self.kinds.topLevelItemCount())]
        ticked = {i.data(0, _ID): i.checkState(0) is Qt.CheckState.Checked for i in items if i}
        for kind, counts in ticked.items():
            if counts != rule.counts(kind):
                rule = rule.counting({kind}) if counts else rule.leaving({kind})
        self._memory.change(**kinds_as_settings(rule))

    def _keep_members(self) -> None:
        self._memory.change(vector_members=self.members.lines)

    def _as_at_first(self) -> None:
        self._memory.change(
            kinds_counted=(),
            kinds_left_out=(),
            derived_vectors=False,
            machine_coded_counts=False,
            vector_members=(),
            band_months=36,
        )
        self._fill()


def _box(words: str) -> QCheckBox:
    box = QCheckBox(words)
    box.setAccessibleName(words)
    return box


def _words(text: str) -> QLabel:
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    return label
