"""A thesis and its sides: what stands for it, against it, and on neither side of what is shown."""

from collections.abc import Iterable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from timeline_app.look import fonts
from timeline_app.model.annotation import Target, Written, texts_of
from timeline_app.panes.date_words import date_words
from timeline_app.panes.text import CAPTION, HEADING, words
from timeline_app.session.marking import editing
from timeline_app.session.session import Session
from timeline_app.session.sides import AGAINST, FOR, look_of, neither, placed
from timeline_app.words.tr import grouped, mark, tr, trn

WIDTH, HEIGHT = 560, 520
MOST = 200
"""Of what is on neither side so many are listed; all are counted."""
WAIT_MS = 150
TARGET = Qt.ItemDataRole.UserRole
_HEADS = {FOR: mark("For ({n})"), AGAINST: mark("Against ({n})"), "": mark("On neither side ({n})")}
_PUTS = {FOR: mark("Put for it"), AGAINST: mark("Put against it"), "": mark("Put on neither side")}


class ThesisSides(QDialog):
    """Stays open beside the window and follows the brush. A row leads to its record; the buttons
    put what is selected on a side, each as an act that undo takes back."""

    def __init__(self, session: Session, thesis: Written, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Thesis"))
        self.setAccessibleName(tr("Thesis"))
        self.resize(fonts.scaled(WIDTH), fonts.scaled(HEIGHT))
        self._session, self._thesis = session, thesis
        self._items: dict[str, QTreeWidgetItem] = {}
        self._said = words(thesis.text, HEADING)
        self._more = words("", CAPTION)
        self.tree = QTreeWidget()
        self.puts = {side: QPushButton(tr(said)) for side, said in _PUTS.items()}
        self._lay_out()
        self._wait = QTimer(self, singleShot=True, interval=WAIT_MS)
        self._wait.timeout.connect(self._show)
        leave = session.listen(lambda *_: self._wait.start())
        self.destroyed.connect(lambda *_: leave())
        self._show()

    def _lay_out(self) -> None:
        self.tree.setHeaderHidden(True)
        self.tree.setAccessibleName(tr("What stands for, against, and on neither side"))
        self.tree.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.tree.setUniformRowHeights(True)
        self.tree.itemActivated.connect(lambda item, _: self._go(item))
        self.tree.currentItemChanged.connect(lambda *_: self._offer())
        column = QVBoxLayout(self)
        for widget in (self._said, self._more):
            column.addWidget(widget)
        column.addWidget(self.tree, 1)
        row = QHBoxLayout()
        for side, button in self.puts.items():
            button.setAccessibleName(button.text())
            button.setAutoDefault(False)
            button.clicked.connect(lambda _=False, side=side: self._put(side))
            row.addWidget(button)
        row.addStretch(1)
        close = QPushButton(tr("Close"))
        close.setAutoDefault(False)
        close.clicked.connect(self.reject)
        row.addWidget(close)
        column.addLayout(row)

    def side_of(self, item: QTreeWidgetItem) -> str | None:
        """The side on which a row stands; None for a heading."""
        head = item.parent()
        return list(_HEADS)[self.tree.indexOfTopLevelItem(head)] if head else None

    def _show(self) -> None:
        """The sides as they stand now; what was current stays so."""
        now = self._session.snapshot
        found = next((one for one in now.written if one.id == self._thesis.id), None)
        if found is None:
            self.reject()  # it was removed
            return
        self._thesis = found
        chosen = self._chosen()
        free = neither(self._session, found)
        self._said.setText(found.text)
        self._more.setText(
            trn(
                "{n} event or claim that is shown stands on neither side.",
                "{n} events and claims that are shown stand on neither side.",
                len(free),
            )
        )
        self._items.clear()
        self.tree.clear()
        sides = (FOR, AGAINST)
        for side in sides:
            targets = texts_of(found.state, side)
            self._add(side, len(targets), ((t, self._words(t)) for t in targets))
        self._add("", len(free), self._free_rows(free.events.tolist(), free.claims.tolist()))
        if chosen in self._items:
            self.tree.setCurrentItem(self._items[chosen])
        self._offer()

    def _add(self, side: str, n: int, rows: Iterable[tuple[str, str]]) -> None:
        head = QTreeWidgetItem([tr(_HEADS[side], n=grouped(n))])
        self.tree.addTopLevelItem(head)
        for target, said in rows:
            item = QTreeWidgetItem([said])
            item.setData(0, TARGET, target)
            item.setToolTip(0, said)
            head.addChild(item)
            self._items[target] = item
        head.setExpanded(True)

    def _words(self, target: str) -> str:
        look = look_of(self._thesis, target)
        return " · ".join(p for p in (date_words(look.date, True), look.title) if p) or target

    def _free_rows(self, rows: list[int], keys: list[int]) -> Iterable[tuple[str, str]]:
        """The first events, and the first claims in the room that is left."""
        for event in self._session.rows(rows[:MOST]):
            yield f"event:{event.id}", f"{date_words(event.edtf, True)} · {event.title}"
        for claim in self._session.claim_rows(keys[: max(0, MOST - len(rows))]):
            said = f"{claim.speaker_of_day}: {claim.title or claim.text}"
            yield f"claim:{claim.id}", f"{date_words(claim.stated, True)} · {said}"

    # -- what the reader does

    def _chosen(self) -> str:
        item = self.tree.currentItem()
        return str(item.data(0, TARGET) or "") if item else ""

    def _offer(self) -> None:
        item, book = self.tree.currentItem(), self._session.snapshot.notebook
        here = self.side_of(item) if item else None
        writable = here is not None and book is not None and not book.read_only
        for side, button in self.puts.items():
            button.setEnabled(writable and side != here)

    def _go(self, item: QTreeWidgetItem) -> None:
        target = item.data(0, TARGET)
        if target:
            self._session.show_target(Target.read(str(target)))

    def _put(self, side: str) -> None:
        target = self._chosen()
        if target:
            values = placed(self._thesis, [target], side)
            self._session.write(editing(self._session, self._thesis, values))
