"""Who lives in the frame: hears what happens to it, and answers for the window."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtWidgets import QMenu

from timeline_app.window.sitting import sitting_of
from timeline_app.window.tab_order import next_stop
from timeline_app.window.unsaved_dialog import may_leave

if TYPE_CHECKING:
    from timeline_app.window.main_window import MainWindow

CONTEXT_MENU = (
    ("note", "star", "highlight", "tag", "judge", "link", "correct"),
    ("copy", "copy-citation"),
    ("fit", "fit-all", "zoom-in", "zoom-out"),
    ("clear-all", "copy-view-citation"),
)


class Tenant:
    """The owner of a frame that the window has furnished."""

    def __init__(self, window: "MainWindow") -> None:
        self._window = window
        self._given_up = ""

    def resized(self) -> None:
        """The tags of the first run stay where they point to, once all has found its place."""
        QTimer.singleShot(0, self._window, self._window.place_tags)

    def step_focus(self, forward: bool) -> bool:
        """Tab goes from part to part, within a part as one reads."""
        own = self._window
        parts = (own.sentence, own.toolbar, own.facets, own.centre, own.dock, own.first_run)
        focused = own.frame.focusWidget()
        stop = next_stop((*parts, own.message, own.status), focused, forward)
        if stop is not None:
            reason = Qt.FocusReason
            stop.setFocus(reason.TabFocusReason if forward else reason.BacktabFocusReason)
        return stop is not None

    def show_menu(self, at: QPoint) -> None:
        """What can be done with what is shown; a pane may have a menu of its own."""
        menu = QMenu(self._window.frame)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for keys in CONTEXT_MENU:
            menu.addActions([self._window.live.by_key[key] for key in keys])
            menu.addSeparator()
        menu.popup(at)

    def may_close(self) -> bool:
        """Whether all that was written is on disk, or the reader gives it up: asked once."""
        unsaved = self._window.session.unsaved
        if unsaved != self._given_up and not may_leave(self._window.session, self._window.frame):
            return False
        self._given_up = unsaved
        return True

    def closing(self) -> None:
        """Keeps where the reader left off; what was written is on its way to the disk already."""
        own = self._window
        own.detail.leave()
        own.desk.writing.keep_drafts()
        if own.session.snapshot.archive is not None:  # else it is as it was left before
            own.memory.change(sitting=sitting_of(own.session.snapshot))
        own.memory.write()
