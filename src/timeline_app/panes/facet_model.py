"""The rows of one facet block as a list Qt can walk, draw and read aloud."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from timeline_app.panes.facet_terms import FacetTerm
from timeline_app.panes.text import as_tooltip
from timeline_app.words.tr import grouped, tr, trn

type_index = QModelIndex | QPersistentModelIndex

_NO_PARENT = QModelIndex()


class FacetModel(QAbstractListModel):
    """Terms with their counts. A new count or tick costs no reset: the view is repainted."""

    def __init__(self) -> None:
        super().__init__()
        self.terms: tuple[FacetTerm, ...] = ()
        self.counts: list[int] = []
        self.most = 0
        """The largest of them."""
        self.largest = 0
        self.metered = True
        """Whether rows have a meter; names that are long and alike need its room."""
        self.ticked: frozenset[str] = frozenset()
        self.sure_of: Callable[[int], int] | None = None
        """How many of the events under a code are sure: asked when a row is told in words."""
        self.counted: Callable[[int], str] = lambda n: trn("{n} event", "{n} events", n)
        """What stands behind a row, in words."""

    def show_terms(self, terms: tuple[FacetTerm, ...]) -> None:
        """Other rows: only when the table, the search field or the fold of the block changed."""
        if terms == self.terms:
            return
        self.beginResetModel()
        self.terms = terms
        self.counts, self.most = [0] * len(terms), 0
        self.endResetModel()

    def show_counts(self, counts: Sequence[int], largest: int) -> None:
        """The events behind each row, and the count a full meter stands for."""
        self.counts, self.most = list(counts), max(counts, default=0)
        self.largest = largest

    def show_ticked(self, ticked: frozenset[str]) -> None:
        """The ids of the terms that are asked for."""
        self.ticked = ticked

    def rowCount(self, parent: type_index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self.terms)

    def data(self, index: type_index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = index.row()
        if not index.isValid() or row >= len(self.terms):
            return None
        term = self.terms[row]
        if role == Qt.ItemDataRole.DisplayRole:
            return term.label
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(row)
        if role == Qt.ItemDataRole.ToolTipRole:
            return as_tooltip(f"{self._spoken(row)}\n{tr('Ctrl+click or double click: only this')}")
        if role == Qt.ItemDataRole.CheckStateRole:
            ticked = term.term in self.ticked
            return Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked
        return None

    def flags(self, index: type_index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def _spoken(self, row: int) -> str:
        term = self.terms[row]
        count = self.counts[row]
        if term.resting:
            return tr(
                "{name}, switched off, {count} events, {hint}",
                name=term.label,
                count=grouped(count),
                hint=term.hint,
            )
        events = self.counted(count)
        if self.sure_of is not None and term.code >= 0 and count:
            sure = grouped(self.sure_of(term.code))
            events = tr("{p} possible, {s} of them sure", p=grouped(count), s=sure)
        said = tr("{name}, {events}", name=term.label, events=events)
        return tr("{text}, chosen", text=said) if term.term in self.ticked else said
