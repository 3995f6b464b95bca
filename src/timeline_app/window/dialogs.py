"""The dialogs, made when they are first asked for."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QWidget

from timeline_app.panes.put_away import agreed
from timeline_app.session.session import Session
from timeline_app.window.live_actions import LiveActions
from timeline_app.window.memory import Memory

if TYPE_CHECKING:
    from timeline_app.session.voting import Agreed

METHODS, ROLL_CALLS = "methods", "roll-calls"


class Dialogs:
    """`show` opens one by its name. Those that only tell stay open beside the window."""

    def __init__(
        self, window: QWidget, live: LiveActions, memory: Memory, session: Session
    ) -> None:
        self._needs = window, live, memory, session
        self._open: dict[str, QDialog] = {}

    def show(self, name: str) -> None:
        """Opens the dialog, or brings it to the front."""
        # The window stands before any dialog is asked for, and does not wait for their imports.
        from timeline_app.window.dialog_catalogue import asking, telling  # noqa: PLC0415

        asks = asking(*self._needs)
        if name in asks:
            agreed(asks[name]())
            return
        if name in self._open:
            self._open[name].close()
        dialog = self._open[name] = telling(*self._needs)[name]()
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.finished.connect(lambda _: self._open.pop(name, None))
        dialog.show()
        dialog.raise_()

    def show_roll_calls(self, agreed: "Agreed", power: int, place: int) -> None:
        """Opens the roll calls of one session beside the window."""
        from timeline_app.window.roll_calls_dialog import RollCallsDialog  # noqa: PLC0415 - as above

        self.show(ROLL_CALLS)
        dialog = self._open[ROLL_CALLS]
        if isinstance(dialog, RollCallsDialog):
            dialog.show_calls(agreed, power, place)
