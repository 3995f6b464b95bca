"""The panes of the dock: one line a pane, from which tabs, actions and their order are made."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from timeline_app.dataclass import dataclass
from timeline_app.panes.claims import ClaimsPane
from timeline_app.panes.event_list import EventListPane
from timeline_app.panes.memberships import MembershipsPane, memberships_passing
from timeline_app.panes.notes import NotesPane, written_count
from timeline_app.panes.pane import Pane
from timeline_app.panes.quality import QualityPane
from timeline_app.panes.series_pane import SeriesPane
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


def _compare(session: Session, parent: QWidget) -> Pane:
    # What weighs is read only where somebody wants to see it: the first frame does not wait.
    from timeline_app.panes.compare import ComparePane  # noqa: PLC0415 - see above

    return ComparePane(session, parent)


LIST, CLAIMS, SERIES, QUALITY = "list", "claims", "series", "quality"
MEMBERSHIPS, NOTES, COMPARE = "memberships", "notes", "compare"

DOCK: tuple[DockPane, ...] = (
    DockPane(LIST, mark("List"), "list", EventListPane, _passing),
    DockPane(CLAIMS, mark("Claims"), "messages-square", ClaimsPane, _claims_passing),
    DockPane(SERIES, mark("Series"), "chart-area", SeriesPane, _chosen),
    DockPane(MEMBERSHIPS, mark("Memberships"), "landmark", MembershipsPane, memberships_passing),
    DockPane(NOTES, mark("Notes"), "notebook-pen", NotesPane, written_count),
    DockPane(QUALITY, mark("Data quality"), "check", QualityPane),
    DockPane(COMPARE, mark("Compare"), "git-compare-arrows", _compare, tall=True),
)
