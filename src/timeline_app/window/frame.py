"""The frame on the screen: it is seen at once, with bars, menus and the archive's overview.

What fills it takes a few hundred milliseconds to import. So this file imports nothing heavy, and
the frame tells when it was first painted; then it is furnished.
"""

from typing import Protocol

from PySide6.QtCore import QByteArray, QPoint, QSize, Qt, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QContextMenuEvent,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QApplication, QMainWindow

from timeline_app.look import theme
from timeline_app.store.overview_memory import KeptOverview
from timeline_app.window.memory import Memory
from timeline_app.window.skeleton import Skeleton, paint_skeleton, show_menus
from timeline_app.words.tr import tr

FIRST_SIZE = (1440, 900)
FIRST_SHARE = 0.8
"""Of a large screen; a small one is filled."""
LEAST_SIZE = (800, 560)


class Owner(Protocol):
    """Who lives in the frame and hears what happens to it."""

    def resized(self) -> None:
        """The frame has another size."""

    def step_focus(self, forward: bool) -> bool:
        """Tab or Shift+Tab was pressed; says whether the focus went anywhere."""

    def show_menu(self, at: QPoint) -> None:
        """A context menu is wanted at this place on the screen."""

    def may_close(self) -> bool:
        """Asked before it does: whether the reader would lose nothing, or wants it all the same."""

    def closing(self) -> None:
        """The frame is about to close."""


class Frame(QMainWindow):
    """The top-level window. `painted` is given once, after the first frame."""

    painted = Signal()

    def __init__(self, memory: Memory, kept: KeptOverview | None = None) -> None:
        """`kept` is the overview of the archive that is about to be opened, if there is one."""
        super().__init__()
        self._memory, self._kept = memory, kept
        self._painted = False
        self._early: list[QKeyEvent] = []
        self._listens = False
        self.owner: Owner | None = None
        self.setWindowTitle(tr("Central Asia Timeline"))
        self.setMinimumSize(*LEAST_SIZE)
        show_menus(self.menuBar())

    def place(self, size: tuple[int, int] | None = None) -> None:
        """The size that was asked for, or the last one on this screen, or the first one."""
        kept = dict(self._memory.settings.geometry).get(self.screen_name(), "")
        room = self.screen().availableSize()
        if size is not None:
            self.resize(*size)
        elif not self.restoreGeometry(QByteArray.fromBase64(QByteArray(kept.encode()))):
            self.resize((room * FIRST_SHARE).expandedTo(QSize(*FIRST_SIZE)))
            if room.width() <= FIRST_SIZE[0] or room.height() <= FIRST_SIZE[1]:
                self.setWindowState(Qt.WindowState.WindowMaximized)

    def keep_place(self) -> None:
        """Remembers size and place for this screen."""
        geometry = self.saveGeometry().toBase64().toStdString()
        kept = dict(self._memory.settings.geometry) | {self.screen_name(): geometry}
        self._memory.change(geometry=tuple(kept.items()))

    @property
    def shows_overview(self) -> bool:
        """Whether the first frame shows the overview of the archive."""
        return self._kept is not None

    def screen_name(self) -> str:
        """Tells screens apart by their size."""
        size = self.screen().size()
        return f"{size.width()}x{size.height()}"

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.owner is None:
            parts = Skeleton.of(self.rect(), self._memory.settings, self.screen_name())
            paint_skeleton(QPainter(self), self.rect(), parts, self._kept, theme.current())
        if not self._painted:
            self._painted = True
            self.painted.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.owner is not None:
            self.owner.resized()

    def focusNextPrevChild(self, forward: bool) -> bool:
        return self.owner is not None and self.owner.step_focus(forward)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if self.owner is not None:
            self.owner.show_menu(event.globalPos())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._listens:
            super().keyPressEvent(event)
        else:
            self._early.append(event.clone())

    def hear_early_keys(self) -> None:
        """Now there is who can do it: what keys asked for while the frame was empty is done."""
        self._listens = True
        early, self._early = self._early, []
        for event in early:
            keys = QKeySequence(event.keyCombination())
            asked = next((one for one in self.actions() if keys in one.shortcuts()), None)
            if asked is not None:
                asked.trigger()
            else:
                QApplication.sendEvent(self.windowHandle(), event)

    def closeEvent(self, event: QCloseEvent) -> None:
        if self.owner is not None and not self.owner.may_close():
            event.ignore()
            return
        self.keep_place()
        if self.owner is not None:
            self.owner.closing()
        super().closeEvent(event)
