"""One sitting: what is made after the first frame, and what is finished at the end."""

from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from timeline_app.look import icons
from timeline_app.places import user_cache, user_door
from timeline_app.session.session import Session
from timeline_app.store.overview_memory import OVERVIEWS
from timeline_app.window.arguments import Asked
from timeline_app.window.damage_watch import DamageWatch
from timeline_app.window.doorbell import Doorbell
from timeline_app.window.frame import Frame
from timeline_app.window.kept_overview import keep_overviews
from timeline_app.window.main_window import MainWindow
from timeline_app.window.memory import Memory
from timeline_app.window.notebook_watch import NotebookWatch
from timeline_app.window.opening import open_files, watch_editions, watch_faults
from timeline_app.window.wanted import sorted_out


class OpenSitting:
    """One window, two watches."""

    def __init__(
        self, app: QApplication, frame: Frame, memory: Memory, asked: Asked, session: Session
    ) -> None:
        self._app, self._frame, self._memory, self._asked = app, frame, memory, asked
        self._session = session
        self._window: MainWindow | None = None
        self._watch: DamageWatch | None = None
        self._notebook_watch: NotebookWatch | None = None
        self._doorbell: Doorbell | None = None

    def steps(self) -> Iterator[None]:
        """Makes the window and opens the files, a part a step."""
        self._app.setWindowIcon(icons.app_icon())
        yield
        window = MainWindow(self._frame, self._session, self._memory, at_once=False)
        yield from window.steps
        self._window = window
        watch_faults(window)
        # Before anything is opened: a sitting may end as soon as it is.
        keep_overviews(self._session, user_cache() / OVERVIEWS)
        yield
        open_files(window, self._asked)
        watch_editions(window)
        yield
        yield from window.moving_in()
        self._frame.hear_early_keys()
        yield
        self._watch = DamageWatch(self._session, user_cache())
        self._notebook_watch = NotebookWatch(self._session)
        if self._asked.screenshot is None and self._app.platformName() != "offscreen":
            self._doorbell = Doorbell(user_door(), self._take)
        hints = self._app.styleHints()
        hints.colorSchemeChanged.connect(lambda _: window.put_on_theme())
        # Icons are drawn for the screens there are, and another one may have other pixels.
        self._app.screenAdded.connect(lambda _: window.put_on_theme())

    def _take(self, file: Path) -> None:
        """Opens what another start has handed over, and comes to the front."""
        if self._window is None:
            return
        asked = sorted_out(Asked(archive=file))
        if asked.notebook is not None:
            self._window.open_notebook(asked.notebook)
        else:
            self._window.open_archive(file)
        self._frame.setWindowState(self._frame.windowState() & ~Qt.WindowState.WindowMinimized)
        self._frame.raise_()
        self._frame.activateWindow()

    def keep(self) -> None:
        """Keeps where the reader left off."""
        if self._window is not None:
            self._window.tenant.closing()

    def finish(self) -> None:
        """Ends what watches."""
        for watch in (self._watch, self._notebook_watch, self._doorbell):
            if watch is not None:
                watch.finish()
