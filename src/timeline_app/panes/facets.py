"""The facets: what one can ask for, and how many events stand behind each answer.

Counts follow the brush at every notice; a row never leaves its place for it.
"""

from collections.abc import Iterator
from functools import partial

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from timeline_app.model.columns import VECTORS
from timeline_app.model.filter import NOTES
from timeline_app.panes.facet_block import FacetBlock
from timeline_app.panes.facet_choice import choose, count
from timeline_app.panes.facet_delegate import row_height
from timeline_app.panes.facet_terms import LAYER, heading, remark_on, terms_of, ticked_in
from timeline_app.panes.pane import Pane
from timeline_app.session.session import Session
from timeline_app.session.snapshot import Snapshot
from timeline_app.words.tr import tr

BLOCKS = {
    "vector": len(VECTORS),
    "state": 5,
    "layer": 5,
    "kind": 3,
    "actor": 3,
    "evidence": 4,
    "verified": 2,
    NOTES: 4,
}
"""The columns in the order of their blocks, and how many rows of each stand before "more"."""


class FacetsPane(Pane):
    """The blocks, one under another, in a pane that scrolls."""

    def __init__(
        self, session: Session, parent: QWidget | None = None, at_once: bool = True
    ) -> None:
        """Makes all blocks; not `at_once` only as the caller goes through `steps`."""
        super().__init__(session, parent)
        self.setAccessibleName(tr("Facets"))
        # From the outside in: a widget that is put into another is dressed anew with all it holds.
        self._scroll = QScrollArea(self)
        self._inside = _Inside(self._scroll)
        self._scroll.setWidget(self._inside)
        self.blocks: dict[str, FacetBlock] = {}
        self.steps = self._fill()
        if at_once:
            for _ in self.steps:
                pass

    def _fill(self) -> Iterator[None]:
        """Block after block."""
        stack = QVBoxLayout(self._inside)
        stack.setContentsMargins(0, 6, 0, 6)
        stack.setSpacing(0)
        for column, few in BLOCKS.items():
            chosen = partial(choose, self.session, column)
            block = self.blocks[column] = FacetBlock(heading(column), few, chosen, self._inside)
            block.list.rows.sure_of = partial(self.session.sure_of, column)
            block.list.lie_on_window()
            block.list.reached.connect(partial(self._follow, block.list))
            stack.addWidget(block)
            yield
        self.blocks[LAYER].list.rows.metered = False
        stack.addStretch(1)
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setAccessibleName(tr("Facets"))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._scroll)
        self.setMinimumWidth(184)

    def refresh(self, before: Snapshot | None, after: Snapshot) -> None:
        for _ in self.refreshing(before, after):
            pass

    def refreshing(self, before: Snapshot | None, after: Snapshot) -> Iterator[None]:
        """Block after block."""
        if before is not None and _same(before, after):
            return
        for column, block in self.blocks.items():
            terms = block.terms
            if before is None or _other_rows(before, after, column):
                terms = terms_of(column, after)
                block.header.show_remark(remark_on(column, after))
            block.show_column(terms, ticked_in(column, after), partial(count, column, after))
            yield

    def _follow(self, rows: QWidget, y: int) -> None:
        """Scrolls to the row the keyboard came to."""
        at = rows.mapTo(self._inside, QPoint(0, y))
        self._scroll.ensureVisible(0, at.y(), 0, row_height())


class _Inside(QWidget):
    """What scrolls. Where its blocks grew while nobody saw them, the pane around it is told, which
    would else keep it as low as it was and squeeze its rows."""

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Show):
            self.updateGeometry()
        return done


def _other_rows(before: Snapshot, after: Snapshot, column: str) -> bool:
    if column == NOTES:
        return before.note_terms is not after.note_terms
    return before.table is not after.table or before.archive is not after.archive


def _same(before: Snapshot, after: Snapshot) -> bool:
    """Nothing that the blocks show is another object."""
    return (
        before.passing is after.passing
        and before.filter is after.filter
        and before.table is after.table
        and before.archive is after.archive
        and before.note_terms is after.note_terms
    )
