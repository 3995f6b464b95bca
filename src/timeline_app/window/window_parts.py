"""The parts of the window, and how each is brought to show a snapshot."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from timeline_app.session.snapshot import Snapshot
from timeline_app.window.answers import Show
from timeline_app.words.tr import tr

DAYS_ALONE = frozenset({"view"})
"""What neither bars nor counts tell anything of: that days are dragged costs them nothing."""

if TYPE_CHECKING:
    from timeline_app.window.main_window import MainWindow


class WindowParts:
    """Each of them hears of what it showed last (None at first) and of what it is to show."""

    def __init__(self, window: "MainWindow") -> None:
        self._window = window

    @property
    def every(self) -> tuple[Show, ...]:
        """All of them, in the order in which an eye goes."""
        panes = self._window.sentence.showing, self._centre, self._window.facets.showing
        return (self._bars, *panes, self._dock, self._detail, self._remembered)

    late = 5
    """From the details on they are such as one only reads."""

    def show_first(self, told: int) -> None:
        """Lets the first so many be seen; what is painted stays where the others stand."""
        own = self._window
        bars = (own.toolbar, own.status)
        seen = (bars, (own.sentence,), (own.centre,), (own.facets,), (own.dock,), (own.first_run,))
        for n, widgets in enumerate(seen):
            for widget in widgets:
                widget.setUpdatesEnabled(n < told)

    def _bars(self, before: Snapshot | None, after: Snapshot) -> Iterator[None]:
        if before is not None and not after.differs(before, DAYS_ALONE):
            return
        own = self._window
        own.live.refresh(after)
        own.toolbar.refresh(after)
        own.status.refresh(after)
        own.busy.show_busy(tr("Opening the archive") if after.opening else after.busy)
        own.opening.show_progress(after.opening)
        if before is None or before.archive is not after.archive:
            own.title.show_edition(after.archive)
        if before is None or before.problem is not after.problem:
            own.hear(after.problem)
        yield

    def _centre(self, before: Snapshot | None, after: Snapshot) -> Iterator[None]:
        own = self._window
        own.centre.show_snapshot(before, after)
        if before is not None and own.answers.waiting:
            own.centre.timeline.make_ready()  # what is told in turns is painted in one of its own
        yield

    def _dock(self, before: Snapshot | None, after: Snapshot) -> Iterator[None]:
        counted = before is not None and not after.differs(before, DAYS_ALONE)
        slots = self._window.dock_panes.slots.values()
        for slot in slots:
            slot.show_snapshot(before, after)
        if not counted:
            self._window.dock.count({slot: slot.row.count(after) for slot in slots})
        yield

    def _detail(self, before: Snapshot | None, after: Snapshot) -> Iterator[None]:
        yield from self._window.detail.showing(before, after)
        self._window.first_run.notice(before, after)

    def _remembered(self, before: Snapshot | None, after: Snapshot) -> Iterator[None]:
        own, path = self._window, after.notebook.path if after.notebook else None
        if before is not None and before.grouping != after.grouping:
            own.memory.change(grouping=after.grouping)
        known = before.notebook if before is not None else after.notebook
        if path is not None and (known is None or known.path != path):
            own.keep_notebook(path)
        yield
