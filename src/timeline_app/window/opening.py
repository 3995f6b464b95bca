"""The frame is furnished, and the files are opened that were asked for, or were open last."""

from pathlib import Path

from timeline_app.places import default_notebook, user_cache
from timeline_app.session.running import Run
from timeline_app.session.session import Session
from timeline_app.session.snapshot import Problem, Snapshot
from timeline_app.window.arguments import Asked
from timeline_app.window.faults import Faults
from timeline_app.window.frame import Frame
from timeline_app.window.main_window import MainWindow
from timeline_app.window.memory import Memory
from timeline_app.window.wanted import still_there, wanted_archive
from timeline_app.words.tr import tr


def furnish(
    frame: Frame,
    memory: Memory,
    asked: Asked,
    *runs: Run,
) -> MainWindow:
    """A session in this frame, with the files open; `runs` run its work as `Session` says."""
    window = MainWindow(frame, Session(*runs), memory)
    open_files(window, asked)
    return window


def watch_faults(window: MainWindow) -> None:
    """From now on an unforeseen error is logged and said in the window's bar."""
    faults = Faults(window)
    faults.told.connect(window.say)
    faults.watch()


def watch_editions(window: MainWindow) -> None:
    """From now on each edition that is opened says what it changed since the one before it."""
    folder = user_cache() / "editions"

    def noticed(before: Snapshot, after: Snapshot) -> None:
        if after.archive is not None and _hash(before) != _hash(after):
            window.session.meet_edition(folder)

    window.session.listen(noticed)
    window.session.meet_edition(folder)


def _hash(now: Snapshot) -> str:
    return now.archive.edition.content_hash if now.archive else ""


def open_files(window: MainWindow, asked: Asked) -> None:
    """Opens what was asked for, or else what was open last, or else what ships."""
    settings = window.memory.settings
    archive = wanted_archive(asked, settings)
    notebook = asked.notebook or still_there(settings.notebook) or _own_notebook(window)
    if notebook is not None:
        window.open_notebook(notebook, remember=False)
    window.open_archive(archive, remember=False, then=lambda _: _resume(window, asked))


def _resume(window: MainWindow, asked: Asked) -> None:
    """All as it was left, once the archive is open."""
    window.resume()
    now, settings = window.session.snapshot, window.memory.settings
    if not settings.first_run_done and now.archive is not None:
        window.show_first_run()
        # Once, as it says; Help brings it back. It stays until it is done or this sitting ends.
        window.memory.change(first_run_done=True)
    if asked.view:
        _open_view(window, asked.view)


def _open_view(window: MainWindow, name: str) -> None:
    """Shows the saved view of this name, once the notebook that should have it has answered."""
    session = window.session

    def show() -> None:
        if not window.desk.writing.open_named(name):
            sentence = tr("There is no saved view called {name}.", name=name)
            window.say(Problem("warning", sentence))

    if not session.snapshot.notebook_awaited:
        show()
        return

    def heard(_: Snapshot, after: Snapshot) -> None:
        if not after.notebook_awaited:
            stop()
            show()

    stop = session.listen(heard)


def _own_notebook(window: MainWindow) -> Path | None:
    """The reader's own notebook, its folder made; None where that cannot be."""
    path = default_notebook()
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as refused:
        sentence = tr(
            "The folder of your notebook cannot be made: {path} ({why}). Open another notebook to"
            " write notes.",
            path=path.parent,
            why=refused.strerror or refused,
        )
        window.say(Problem("error", sentence, "open-notebook"))
        return None
    return path
