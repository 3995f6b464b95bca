"""The frame on the screen: it is seen at once, with its bars and panes drawn but empty.

What fills it takes a few hundred milliseconds to import. So this file imports nothing heavy, and
the frame tells when it was first painted; then it is furnished.
"""

from typing import Protocol

from PySide6.QtCore import QByteArray, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QColor,
    QContextMenuEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QMainWindow

from timeline_app.look import fonts, theme
from timeline_app.look.tokens import Tokens
from timeline_app.window.memory import Memory
from timeline_app.window.proportions import proportions
from timeline_app.words.tr import tr

FIRST_SIZE = (1440, 900)
FIRST_SHARE = 0.8
"""Of a large screen; a small one is filled."""
LEAST_SIZE = (800, 560)
MENU_BAR, TOOLBAR, SENTENCE, STATUS = 28, 44, 44, 24


class Owner(Protocol):
    """Who lives in the frame and hears what happens to it."""

    def resized(self) -> None:
        """The frame has another size."""

    def step_focus(self, forward: bool) -> bool:
        """Tab or Shift+Tab was pressed; says whether the focus went anywhere."""

    def show_menu(self, at: QPoint) -> None:
        """A context menu is wanted at this place on the screen."""

    def closing(self) -> None:
        """The frame is about to close."""


class Frame(QMainWindow):
    """The top-level window. `painted` is given once, after the first frame."""

    painted = Signal()

    def __init__(self, memory: Memory) -> None:
        super().__init__()
        self._memory = memory
        self._painted = False
        self.owner: Owner | None = None
        self.setWindowTitle(tr("Central Asia Timeline"))
        self.setMinimumSize(*LEAST_SIZE)

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

    def screen_name(self) -> str:
        """Tells screens apart by their size."""
        size = self.screen().size()
        return f"{size.width()}x{size.height()}"

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.owner is None:
            paint_empty(QPainter(self), self.rect(), theme.current())
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

    def closeEvent(self, event: QCloseEvent) -> None:
        self.keep_place()
        if self.owner is not None:
            self.owner.closing()
        super().closeEvent(event)


def paint_empty(painter: QPainter, whole: QRect, tokens: Tokens) -> None:
    """The grounds and hair lines of the anatomy, before anything stands on them."""
    px = fonts.scaled
    hair, canvas = QColor(tokens.hair), QColor(tokens.canvas)
    measures = proportions(whole.width(), whole.height())
    bars, top = px(MENU_BAR) + px(TOOLBAR), px(MENU_BAR) + px(TOOLBAR) + px(SENTENCE)
    foot = whole.height() - px(STATUS)
    right = whole.width() - (0 if measures.detail_in_dock else measures.detail)
    painter.fillRect(whole, QColor(tokens.bg))
    painter.fillRect(0, bars, whole.width(), px(SENTENCE), canvas)
    painter.fillRect(measures.facets + 1, top, whole.width(), foot - top, canvas)
    for y in (bars - 1, top - 1, foot):
        painter.fillRect(0, y, whole.width(), 1, hair)
    for x in (measures.facets, right - 1):
        painter.fillRect(x, top, 1, foot - top, hair)
    dock = QRect(measures.facets + 1, foot - measures.dock, right - measures.facets - 2, 1)
    painter.fillRect(dock, QColor(tokens.strong))
