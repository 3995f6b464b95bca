"""Every dialog by its name."""

from collections.abc import Callable, Mapping

from PySide6.QtWidgets import QDialog, QWidget

from timeline_app.session.session import Session
from timeline_app.window.about import About
from timeline_app.window.backups_dialog import BackupsDialog
from timeline_app.window.conflicts_dialog import ConflictsDialog
from timeline_app.window.damage_list import DamageList
from timeline_app.window.dialogs import METHODS, ROLL_CALLS
from timeline_app.window.edition_changes import EditionChangesList
from timeline_app.window.engagement_dialog import EngagementDialog
from timeline_app.window.legend import Legend
from timeline_app.window.live_actions import LiveActions
from timeline_app.window.manual import Manual
from timeline_app.window.meetings_dialog import MeetingsDialog
from timeline_app.window.memory import Memory
from timeline_app.window.methods import MethodsPage
from timeline_app.window.organisations_dialog import OrganisationsDialog
from timeline_app.window.pair_dialog import PairDialog
from timeline_app.window.palette import Palette
from timeline_app.window.places_dialog import PlacesDialog
from timeline_app.window.roll_calls_dialog import RollCallsDialog
from timeline_app.window.settings_dialog import SettingsDialog
from timeline_app.window.turning_dialog import TurningDialog
from timeline_app.window.waiting_list import WaitingList

Made = Mapping[str, Callable[[], QDialog]]


def asking(window: QWidget, live: LiveActions, memory: Memory, session: Session) -> Made:
    """Those that want an answer before anything else is done."""
    return {
        "palette": lambda: Palette(live, window),
        "settings": lambda: SettingsDialog(memory, window),
        "organisations": lambda: OrganisationsDialog(session.snapshot.memberships, memory, window),
        "engagement": lambda: EngagementDialog(session, memory, window),
        "backups": lambda: BackupsDialog(session, window),
        "conflicts": lambda: ConflictsDialog(session, window),
    }


def telling(window: QWidget, live: LiveActions, memory: Memory, session: Session) -> Made:
    """Those that only tell."""
    del live, memory
    return {
        "manual": lambda: Manual(window),
        METHODS: lambda: MethodsPage(session, window),
        "legend": lambda: Legend(window),
        "turning-points": lambda: TurningDialog(session, window),
        "pair": lambda: PairDialog(session, window),
        "meetings": lambda: MeetingsDialog(session, window),
        "places": lambda: PlacesDialog(session, window),
        ROLL_CALLS: lambda: RollCallsDialog(session, window).read(),
        "edition-changes": lambda: EditionChangesList(session, window),
        "damage": lambda: DamageList(session.snapshot, window),
        "waiting": lambda: WaitingList(session, window),
        "about": lambda: About(session.snapshot, window),
    }
