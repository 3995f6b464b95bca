"""Facets | centre over dock | detail, parted by lines that can be dragged."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QWidget

from timeline_app.look import fonts
from timeline_app.window.dock import Dock
from timeline_app.window.proportions import (
    DETAIL_BOUNDS,
    FACETS_BOUNDS,
    TAB_BAR,
    Proportions,
    proportions,
)
from timeline_app.words.tr import tr

DETAIL_SIGN = "panel-right"
TALL_DOCK = 340 + TAB_BAR
TALL_AT_MOST = 0.5
"""So much of the height a pane takes that wants to be tall."""


class Arrangement(QWidget):
    """Places the panes by the room there is; what the reader dragged is kept.

    `moved` carries the name of the measures and (facets, detail, dock) in pixels after a drag;
    `fitted` carries the measures now in force.
    """

    moved = Signal(str, tuple)
    fitted = Signal(object)

    facets: QWidget
    centre: QWidget
    dock: Dock
    detail: QWidget

    def __init__(self, parent: QWidget) -> None:
        """Empty: the panes are made within `across` (facets, detail) and `down` (centre, dock), so
        that they are dressed once, and then placed."""
        super().__init__(parent)
        self.across = self._across = QSplitter(Qt.Orientation.Horizontal, self)
        self.down = self._down = QSplitter(Qt.Orientation.Vertical, self._across)
        self._own: dict[str, tuple[int, ...]] = {}
        self._in_force: Proportions | None = None
        self._detail_shown = True
        self._raised: tuple[int, int] | None = None
        """The height of a dock that was raised for a tall pane, and what it was before."""
        for splitter in (self._across, self._down):
            splitter.setHandleWidth(1)
            splitter.setChildrenCollapsible(False)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._across)

    def place(self, facets: QWidget, centre: QWidget, dock: Dock, detail: QWidget) -> None:
        """Each at its place; once."""
        self.facets, self.centre, self.dock, self.detail = facets, centre, dock, detail
        self._down.addWidget(self.centre)
        self._down.addWidget(self.dock)
        self._across.addWidget(self.facets)
        self._across.addWidget(self._down)
        self._across.addWidget(self.detail)
        self._down.splitterMoved.connect(self._forget_raised)
        for splitter, index in ((self._across, 1), (self._down, 0)):
            splitter.setStretchFactor(index, 1)
            splitter.splitterMoved.connect(self._keep)
        self._across.setStretchFactor(0, 0)
        self._across.setStretchFactor(2, 0)
        self._down.setStretchFactor(1, 0)
        self.dock.opened.connect(lambda _: self._fit_down())
        self.dock.turned.connect(self._turned)
        self.put_on_theme()

    def put_on_theme(self) -> None:
        """Bounds of the text size in force."""
        for pane, (least, most) in ((self.facets, FACETS_BOUNDS), (self.detail, DETAIL_BOUNDS)):
            pane.setMinimumWidth(least)
            pane.setMaximumWidth(fonts.scaled(most))
        if self._in_force is not None:
            self._in_force = None
            self._fit()

    def remember(self, splits: dict[str, tuple[int, ...]]) -> None:
        """What the reader dragged in earlier sittings on this screen, by the measures' name."""
        self._own = {name: sizes for name, sizes in splits.items() if len(sizes) == 3}
        self._in_force = None
        self._fit()

    def show_detail(self, shown: bool) -> None:
        """Shows or hides the pane on the right, or its tab where there is no room for it."""
        self._detail_shown = shown
        self._place_detail()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Other measures come into force only when the window passes a threshold."""
        wanted = proportions(self.width(), self.window().height())
        if wanted == self._in_force or self.width() < 100:
            return
        self._in_force = wanted
        self._place_detail()
        facets, detail, _ = self._own.get(wanted.name, (wanted.facets, wanted.detail, wanted.dock))
        self._across.setSizes([facets, self.width() - facets - detail - 2, detail])
        self._fit_down()
        self.fitted.emit(wanted)

    def _fit_down(self) -> None:
        if self._in_force is None:
            return
        own = self._own.get(self._in_force.name)
        dock = min(own[2] if own else self._in_force.dock, self.dock.maximumHeight())
        self._down.setSizes([max(1, self.height() - dock - 1), dock])
        self._raised = None
        self._turned()

    def _turned(self) -> None:
        """A tall pane has the room it wants for as long as it is seen, and none behind it keeps
        that; what the reader drags meanwhile stays."""
        centre, dock = self._down.sizes()
        wanted = min(fonts.scaled(TALL_DOCK), int((centre + dock) * TALL_AT_MOST))
        if self.dock.wants_tall and dock < wanted:
            self._down.setSizes([centre + dock - wanted, wanted])
            self._raised = self._down.sizes()[1], dock
        elif self._raised is not None and not self.dock.wants_tall:
            raised, before = self._raised
            self._raised = None
            if dock == raised:
                self._down.setSizes([centre + dock - before, before])

    def _forget_raised(self) -> None:
        self._raised = None

    def _place_detail(self) -> None:
        tight = self._in_force is not None and self._in_force.detail_in_dock
        if tight and not self.dock.holds(self.detail):
            self.detail.setMaximumWidth(16_777_215)
            self.dock.add(self.detail, tr("Details"))
        elif not tight and self.dock.holds(self.detail):
            self.dock.take(self.detail)
            self.detail.setMaximumWidth(fonts.scaled(DETAIL_BOUNDS[1]))
            self._across.addWidget(self.detail)
        if tight:  # it is seen when its tab is, which may be a sign alone
            self.dock.set_icon(self.detail, DETAIL_SIGN)
        else:
            self.detail.setVisible(self._detail_shown)

    def _keep(self) -> None:
        """Remembers what was dragged; what is hidden keeps its last size."""
        if self._in_force is None:
            return
        now = self._in_force
        before = self._own.get(now.name, (now.facets, now.detail, now.dock))
        sizes = (
            self.facets.width() if self.facets.isVisible() else before[0],
            before[1] if self.detail.isHidden() or now.detail_in_dock else self.detail.width(),
            self.dock.height() if self.dock.is_open() and not self._raised else before[2],
        )
        self._own[now.name] = sizes
        self.moved.emit(now.name, sizes)
