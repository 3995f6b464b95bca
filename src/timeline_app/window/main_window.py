"""The window: every pane at its place, every snapshot shown, every setting in force."""

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtWidgets import QApplication, QGridLayout, QVBoxLayout, QWidget

from timeline_app.canvas.centre import Centre
from timeline_app.look import fonts, theme
from timeline_app.panes.catalogue import CLAIMS, LIST, NOTES, QUALITY, SERIES
from timeline_app.panes.detail import DetailPane
from timeline_app.panes.event_list import EventListPane
from timeline_app.panes.facets import FacetsPane
from timeline_app.panes.sentence_bar import SentenceBar
from timeline_app.session.session import Session
from timeline_app.session.snapshot import SETTLE, Problem
from timeline_app.window.actions import action
from timeline_app.window.answers import Answers
from timeline_app.window.archive_title import ArchiveTitle
from timeline_app.window.arrangement import Arrangement
from timeline_app.window.bars import BusyBar, MessageBar
from timeline_app.window.dialogs import METHODS, Dialogs
from timeline_app.window.dock import Dock
from timeline_app.window.dock_panes import DockPanes
from timeline_app.window.first_run import FirstRun
from timeline_app.window.found_claim import ALL
from timeline_app.window.frame import Frame
from timeline_app.window.letter_keys import LetterKeys
from timeline_app.window.live_actions import LiveActions
from timeline_app.window.measuring import as_settings, measure_of
from timeline_app.window.memory import Memory
from timeline_app.window.menus import fill_menu_bar
from timeline_app.window.notices import Notices
from timeline_app.window.opening_bar import OpeningBar
from timeline_app.window.proportions import Proportions
from timeline_app.window.recent import RecentFiles
from timeline_app.window.settings import Settings, with_recent
from timeline_app.window.sitting import resume
from timeline_app.window.status_bar import StatusBar
from timeline_app.window.tenant import Tenant
from timeline_app.window.toolbar import Toolbar
from timeline_app.window.turns import Turns
from timeline_app.window.window_desk import WindowDesk
from timeline_app.window.window_parts import WindowParts
from timeline_app.words.tr import tr

if TYPE_CHECKING:
    from timeline_app.panes.notes import NotesPane

OVERVIEW_TAG_Y, LANES_TAG_Y, NOTE_TAG_LEFT = 10, 160, 190


class MainWindow(QObject):
    """Furnishes a frame: sends intents to the session and shows its snapshots.

    It holds no state of its own.
    """

    def __init__(
        self, frame: Frame, session: Session, memory: Memory, at_once: bool = True
    ) -> None:
        """Furnishes the frame and moves in; not `at_once` only as the caller goes through `steps`
        and then through those of `moving_in`."""
        super().__init__(frame)
        self.frame, self.session, self.memory = frame, session, memory
        self.desk = WindowDesk(self, session)
        self.tenant = Tenant(self)
        turns = Turns(self)
        session.pace.turn_by(turns.next, turns.at_rest)
        self._wished_notebook: Path | None = None
        self.steps = self._furnish()
        if at_once:
            for _ in (*self.steps, *self.moving_in()):
                pass

    # -- making

    def _furnish(self) -> Iterator[None]:
        """Part after part; between two of them the window can answer."""
        frame, session, memory = self.frame, self.session, self.memory
        self.live = LiveActions(self.desk, self)
        yield
        self.dialogs = Dialogs(frame, self.live, memory, session)
        frame.addActions(list(self.live.by_key.values()))
        # Whatever is made has its place in the window from the first: Qt dresses a part anew, and
        # all within it, when it is put into another.
        self._body = QWidget(frame)
        self._body.setUpdatesEnabled(False)  # the skeleton stays until all of it can be painted
        yield
        yield from self._make_parts()
        yield from self._lay_out()
        self._letters = LetterKeys(self.live.run, lambda: memory.settings.letter_keys)
        self._notices = Notices(session, self)
        self._parts = parts = WindowParts(self)
        self.answers = Answers(parts.every, frame, parts.late, session.hold_brush)
        memory.changed.connect(self._put_into_force)
        self._connect()
        yield
        yield from self._dressing()
        self._put_into_force(memory.settings, memory.settings)
        yield

    def moving_in(self) -> Iterator[None]:
        """From now on the frame is this window's. What there is to be shown is told part after
        part, and each takes the skeleton's place when it has been told: none is seen empty."""
        self._parts.show_first(0)
        self._body.setUpdatesEnabled(True)
        yield
        self._move_in()
        self._notices.changed.connect(self.answers.show)
        for told in self.answers.each(self.session.snapshot):
            self._parts.show_first(told)
            yield
        self._parts.show_first(len(self._parts.every))

    def _make_parts(self) -> Iterator[None]:
        """In the order of Tab: sentence, toolbar, facets, centre, dock, detail."""
        frame, body = self.frame, self._body
        self.sentence = SentenceBar(self.session, body)
        yield
        self.toolbar = Toolbar(self.live, body)
        yield
        self.arrangement = Arrangement(body)
        across, down = self.arrangement.across, self.arrangement.down
        self.facets = FacetsPane(self.session, across, at_once=False)
        yield from self.facets.steps
        yield
        self.centre = Centre(self.session, down)
        yield
        self.dock = Dock(down)
        self.dock_panes = DockPanes(self.session, body)
        for slot in self.dock_panes.slots.values():
            slot.made.connect(partial(self._wire, slot.row.key))
            self.dock.add(slot, tr(slot.row.title), slot.row.tall)
        yield
        self.first_run = FirstRun(across)
        self._details = DetailPane(self.session, self.first_run)
        self.first_run.hold(self._details)
        yield
        self.message, self.busy = MessageBar(body), BusyBar(body)
        self._answered = False
        self.opening = OpeningBar(body)
        yield
        self.status = StatusBar(self.live.by_key["manual"], self.live.by_key[SETTLE], frame)
        self.status.setUpdatesEnabled(False)
        self.title = ArchiveTitle(frame)
        yield
        self.arrangement.place(self.facets, self.centre, self.dock, self.first_run)
        yield

    def _lay_out(self) -> Iterator[None]:
        self._menus = fill_menu_bar(self.frame.menuBar(), self.live)
        yield
        self._recent = RecentFiles(self._menus["file"], self.live.by_key["forget-recent"])
        self.frame.menuBar().setCornerWidget(self.title, Qt.Corner.TopRightCorner)
        self.frame.setStatusBar(self.status)
        body = self._body
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        sentence = QGridLayout()
        sentence.addWidget(self.sentence, 0, 0)
        sentence.addWidget(self.busy, 0, 0, Qt.AlignmentFlag.AlignBottom)
        sentence.addWidget(self.opening, 0, 0, Qt.AlignmentFlag.AlignRight)
        column.addWidget(self.toolbar)
        column.addLayout(sentence)
        column.addWidget(self.message)
        column.addWidget(self.arrangement, 1)
        yield
        self.frame.setCentralWidget(body)
        yield

    def _connect(self) -> None:
        self.toolbar.search.asked.connect(self.session.search)
        self.toolbar.search.stepped.connect(self.session.step_in_found)
        self.toolbar.search.seek_by(self.session.seek)
        self.toolbar.search.event_chosen.connect(lambda told: self.session.select((told,)))
        self.toolbar.search.claim_chosen.connect(self._choose_claim)
        self.message.asked.connect(self.live.run)
        self.message.closed.connect(self._have_read)
        self.opening.stopped.connect(self.session.give_up_opening)
        self.busy.said.connect(self.status.say_busy)
        self.centre.strip_wanted.connect(lambda kind: self.memory.change(strip=kind))
        self.centre.calls_wanted.connect(self.dialogs.show_roll_calls)
        self._details.methods_wanted.connect(lambda: self.dialogs.show(METHODS))
        self._details.form_wanted.connect(lambda *of: self.desk.writing.show_form(*of))
        self.arrangement.fitted.connect(self._fitted)
        self.arrangement.moved.connect(self._keep_splits)
        self.first_run.finished.connect(lambda: self.memory.change(first_run_done=True))
        self.dock.opened.connect(lambda shown: self.memory.change(dock_shown=shown))
        self._recent.archive_asked.connect(lambda path: self.open_archive(Path(path)))
        self._recent.notebook_asked.connect(lambda path: self.open_notebook(Path(path)))

    def _wire(self, key: str, pane: Any) -> None:
        """What a pane of the dock, just made, asks of the window."""
        if key == SERIES:
            pane.chart_wanted.connect(lambda: self.memory.change(strip=SERIES))
        if key == QUALITY:
            pane.methods_wanted.connect(lambda: self.dialogs.show(METHODS))
        if key == NOTES:
            pane.edit_wanted.connect(lambda one: self.desk.writing.change(one))
            pane.view_wanted.connect(lambda one: self.desk.writing.open_view(one))
            pane.sides_wanted.connect(lambda one: self.desk.writing.weigh(one))
        listing = (pane,) if key in (LIST, CLAIMS) else pane.findChildren(EventListPane)
        for one in listing:
            one.note_wanted.connect(self.desk.write_note)
            one.citation_wanted.connect(self.desk.copy_citation)

    # -- showing

    def say(self, problem: Problem | None) -> None:
        """Answers in the bar what was asked for, with the action it offers."""
        self._answered = problem is not None
        self._put(problem)

    def hear(self, problem: Problem | None) -> None:
        """Says what the session says."""
        waits = self._answered and bool(self.message.sentence)
        if not (waits and problem is not None and problem.by_itself):
            self._answered = False
            self._put(problem)

    def _have_read(self) -> None:
        """The bar was closed: what an answer stood over is said now, or nothing more."""
        if self._answered and self.session.snapshot.problem is not None:
            self.hear(self.session.snapshot.problem)
        else:
            self.session.dismiss_problem()

    def _put(self, problem: Problem | None) -> None:
        offered = problem.action if problem and problem.action in self.live.by_key else ""
        self.message.show_problem(problem, tr(action(offered).words) if offered else "")

    @property
    def detail(self) -> DetailPane:
        """The pane of details; who asks for it finds it whole."""
        self.answers.finish()
        return self._details

    @property
    def list(self) -> EventListPane:
        """The list of events, one of the panes of the dock."""
        pane = self.dock_panes[LIST]
        if not isinstance(pane, EventListPane):
            raise TypeError(LIST)
        return pane

    def notes_pane(self) -> "NotesPane":
        """The pane of all that was written."""
        from timeline_app.panes.notes import NotesPane  # noqa: PLC0415 - read when it is seen

        pane = self.dock_panes[NOTES]
        if not isinstance(pane, NotesPane):
            raise TypeError(NOTES)
        return pane

    def _choose_claim(self, key: int) -> None:
        """Selects a claim that was found, in its list; ALL opens the list."""
        self.bring(CLAIMS)
        if key != ALL:
            self.session.select_claim(key)

    def bring(self, key: str) -> None:
        """Opens the dock at this one of its panes."""
        self.dock.bring(self.dock_panes.slots[key])

    def show_detail(self) -> None:
        """Brings the detail pane into sight, wherever it is."""
        self.memory.change(detail_shown=True)
        if self.dock.holds(self.first_run):
            self.dock.bring(self.first_run)

    # -- files

    def open_archive(
        self, path: Path, remember: bool = True, then: Callable[[bool], None] = lambda _: None
    ) -> None:
        """Opens the archive; where it cannot be read the bar says why and nothing changes.

        `remember`: the next sitting begins with it. `then` hears whether it is open now.
        """

        def done(opened: bool) -> None:
            if opened:
                self._keep_archive(path, remember)
            then(opened)

        self.session.begin_opening(path, done)

    def _keep_archive(self, path: Path, remember: bool) -> None:
        old, full = self.memory.settings, str(path.absolute())
        self.memory.change(
            archive=full if remember else old.archive,
            recent_archives=with_recent(old.recent_archives, full),
        )

    def open_notebook(self, path: Path, remember: bool = True) -> None:
        """Opens the notebook, or begins one; where it cannot be read the bar says why.

        `remember`: the next sitting begins with it.
        """
        self._wished_notebook = path if remember else None
        self.session.open_notebook(path)

    def keep_notebook(self, path: Path) -> None:
        """The next sitting begins with it, if it was asked for; it stands among the recent ones."""
        old, full = self.memory.settings, str(path.absolute())
        self.memory.change(
            notebook=full if path == self._wished_notebook else old.notebook,
            recent_notebooks=with_recent(old.recent_notebooks, full),
        )

    def resume(self) -> None:
        """All as it was left."""
        settings = self.memory.settings
        self.session.group_by(settings.grouping)
        resume(self.session, settings.sitting)

    # -- settings

    def _put_into_force(self, before: Settings, now: Settings) -> None:
        look = (now.theme, now.text_percent)
        if (before.theme, before.text_percent) != look:
            self.put_on_theme()
        self.centre.show_strip(now.strip)
        self.centre.timeline.set_wheel_pans(now.wheel == "scroll")
        self.centre.timeline.hide_tracks(now.hidden_tracks)
        self.session.show_organisations(now.organisations)
        self.session.measure_by(measure_of(now, self.session.snapshot.measure.lean))
        self.facets.setVisible(now.facets_shown)
        self.arrangement.show_detail(now.detail_shown)
        self.dock.set_open(now.dock_shown)
        self._recent.show_files(now.recent_archives, now.recent_notebooks)
        self.live.refresh(self.session.snapshot)

    def take_measure(self) -> None:
        """The settings say what a view that was opened measures by, until they are changed."""
        self.memory.overrule(**as_settings(self.session.snapshot.measure))

    def put_on_theme(self) -> None:
        """The wished theme and text size, for all widgets."""
        for _ in self._dressing():
            pass

    def _dressing(self) -> Iterator[None]:
        app = QApplication.instance()
        if not isinstance(app, QApplication):
            return
        settings = self.memory.settings
        theme.put_on(app, theme.Wish(settings.theme, settings.text_percent))
        yield from self.live.dressing()
        parts = (self.toolbar, self.status, self.message, self.title, self.dock, self.arrangement)
        for part in parts:
            part.put_on_theme()
        self.title.setFixedHeight(self.frame.menuBar().sizeHint().height())
        yield
        for slot in self.dock_panes.slots.values():
            self.dock.set_icon(slot, slot.row.icon)
        yield

    def _fitted(self, now: Proportions) -> None:
        self.toolbar.set_worded(now.worded)

    def show_first_run(self) -> None:
        """The three things to try, at their places."""
        self.first_run.begin()
        self.tenant.resized()

    def place_tags(self) -> None:
        """At the overview, on the lanes, under the button for notes."""
        wide = self.centre.width()
        overview = self.centre.mapTo(self.frame, QPoint(int(0.58 * wide), OVERVIEW_TAG_Y))
        lanes = self.centre.mapTo(self.frame, QPoint(int(0.50 * wide), LANES_TAG_Y))
        button = self.toolbar.buttons["note"]
        note = button.mapTo(self.frame, QPoint(0, button.height() + 8))
        beside = note - QPoint(fonts.scaled(NOTE_TAG_LEFT), 0)
        self.first_run.place_tags(overview, lanes, beside)

    def _keep_splits(self, name: str, sizes: tuple[int, ...]) -> None:
        kept = dict(self.memory.settings.splits) | {f"{self.frame.screen_name()} {name}": sizes}
        self.memory.change(splits=tuple(kept.items()))

    # -- what happens to the frame

    def _move_in(self) -> None:
        screen = self.frame.screen_name()
        splits = dict(self.memory.settings.splits)
        own = {k.removeprefix(f"{screen} "): v for k, v in splits.items() if k.startswith(screen)}
        self.arrangement.remember(own)
        self.frame.owner = self.tenant
        self.frame.winId()
        self.frame.windowHandle().installEventFilter(self._letters)
        self.centre.setFocus()
