"""The panes of the dock: one line a pane, from which tabs, actions and their order are made."""

from collections.abc import Callable
from importlib import import_module

from PySide6.QtWidgets import QWidget

from timeline_app.dataclass import dataclass
from timeline_app.panes.event_list import EventListPane
from timeline_app.panes.memberships import MembershipsPane, memberships_passing
from timeline_app.panes.pane import Pane
from timeline_app.session.session import Session
from timeline_app.session.snapshot import Snapshot
from timeline_app.words.tr import mark


@dataclass(frozen=True, slots=True)
class DockPane:
    """A tab of the dock. `count` tells the number behind its title, None for none; one that is
    `tall` wants more room than a list."""

    key: str
    title: str
    icon: str
    make: Callable[[Session, QWidget], Pane]
    count: Callable[[Snapshot], int | None] = lambda _: None
    tall: bool = False


def _passing(now: Snapshot) -> int | None:
    return now.passing.possible if now.archive else None


def _claims_passing(now: Snapshot) -> int | None:
    return now.claims_passing.possible if now.archive else None


def _chosen(now: Snapshot) -> int | None:
    return len(now.series_chosen) or None


def _written(now: Snapshot) -> int | None:
    return len(now.written) or None


def _late(module: str, name: str) -> Callable[[Session, QWidget], Pane]:
    """Makes this pane of this module, which is read only where somebody wants to see it."""

    def make(session: Session, parent: QWidget) -> Pane:
        made: Pane = getattr(import_module(f"timeline_app.panes.{module}"), name)(session, parent)
        return made

    return make


LIST, CLAIMS, SERIES, QUALITY = "list", "claims", "series", "quality"
MEMBERSHIPS, NOTES, COMPARE = "memberships", "notes", "compare"

DOCK: tuple[DockPane, ...] = (
    DockPane(LIST, mark("List"), "list", EventListPane, _passing),
    DockPane(
        CLAIMS, mark("Claims"), "messages-square", _late("claims", "ClaimsPane"), _claims_passing
    ),
    DockPane(SERIES, mark("Series"), "chart-area", _late("series_pane", "SeriesPane"), _chosen),
    DockPane(MEMBERSHIPS, mark("Memberships"), "landmark", MembershipsPane, memberships_passing),
    DockPane(NOTES, mark("Notes"), "notebook-pen", _late("notes", "NotesPane"), _written),
    DockPane(QUALITY, mark("Data quality"), "check", _late("quality", "QualityPane")),
    DockPane(
        COMPARE, mark("Compare"), "git-compare-arrows", _late("compare", "ComparePane"), tall=True
    ),
)
