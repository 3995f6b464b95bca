"""The dialogs, made when they are first asked for."""

from collections.abc import Callable

from PySide6.QtWidgets import QDialog, QWidget

from timeline_app.session.session import Session
from timeline_app.window.about import About
from timeline_app.window.backups_dialog import BackupsDialog
from timeline_app.window.conflicts_dialog import ConflictsDialog
from timeline_app.window.damage_list import DamageList
from timeline_app.window.edition_changes import EditionChangesList
from timeline_app.window.legend import Legend
from timeline_app.window.live_actions import LiveActions
from timeline_app.window.manual import Manual
from timeline_app.window.memory import Memory
from timeline_app.window.methods import MethodsPage
from timeline_app.window.organisations_dialog import OrganisationsDialog
from timeline_app.window.palette import Palette
from timeline_app.window.settings_dialog import SettingsDialog
from timeline_app.window.waiting_list import WaitingList

METHODS = "methods"


class Dialogs:
    """`show` opens one by its name. Those that only tell stay open beside the window."""

    def __init__(
        self, window: QWidget, live: LiveActions, memory: Memory, session: Session
    ) -> None:
        self._asking: dict[str, Callable[[], QDialog]] = {
            "palette": lambda: Palette(live, window),
            "settings": lambda: SettingsDialog(memory, window),
            "organisations": lambda: OrganisationsDialog(
                session.snapshot.memberships, memory, window
            ),
        }
        self._asking["backups"] = lambda: BackupsDialog(session, window)
        self._asking["conflicts"] = lambda: ConflictsDialog(session, window)
        self._telling: dict[str, Callable[[], QDialog]] = {
            "manual": lambda: Manual(window),
            METHODS: lambda: MethodsPage(session, window),
            "legend": lambda: Legend(window),
            "edition-changes": lambda: EditionChangesList(session, window),
            "damage": lambda: DamageList(session.snapshot, window),
            "waiting": lambda: WaitingList(session, window),
            "about": lambda: About(session.snapshot, window),
        }
        self._open: dict[str, QDialog] = {}

    def show(self, name: str) -> None:
        """Opens the dialog, or brings it to the front."""
        if name in self._asking:
            self._asking[name]().exec()
            return
        if name in self._open:
            self._open.pop(name).close()
        self._open[name] = self._telling[name]()
        self._open[name].show()
        self._open[name].raise_()
