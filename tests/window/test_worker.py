"""Jobs run one after the other elsewhere; their answers come back here, in order."""

import threading
from collections.abc import Callable
from concurrent.futures import Future
from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from timeline_app.model.annotation import Target
from timeline_app.model.note_commands import AddNote
from timeline_app.store.notebook import Notebook
from timeline_app.window.main_window import MainWindow
from timeline_app.window.worker import Worker


def test_answers_come_in_order_on_the_gui_thread(qtbot: QtBot) -> None:
    worker = Worker()
    heard: list[tuple[int, bool, bool]] = []
    here = threading.get_ident()

    def job(n: int) -> Callable[[], tuple[int, int]]:
        return lambda: (n, threading.get_ident())

    def done(answer: tuple[int, int]) -> None:
        heard.append((answer[0], answer[1] != here, threading.get_ident() == here))

    for n in range(20):
        worker(job(n), done)
    qtbot.waitUntil(lambda: len(heard) == 20)
    assert heard == [(n, True, True) for n in range(20)]
    worker.finish()


def test_a_key_pressed_before_the_notebook_has_answered_is_not_lost(
    qtbot: QtBot, make_window: Callable[..., MainWindow], shipped_archive: Path, tmp_path: Path
) -> None:
    notebook = tmp_path / "own.notebook.sqlite"
    with Notebook.open(notebook, create=True) as made:
        made.write(AddNote(Target("event", "seed-001"), "taken back"))
    worker, gate = Worker(), Future[None]()
    window = make_window(run=worker)
    window.open_archive(shipped_archive)
    worker(gate.result, lambda _: None)
    window.open_notebook(notebook)
    window.frame.activateWindow()
    qtbot.waitUntil(window.frame.isActiveWindow)
    qtbot.keyClick(window.centre.focusProxy(), Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert "being opened" in window.status.notebook.text()
    gate.set_result(None)
    window.session.close()
    worker.finish()
    with Notebook.open(notebook) as found:
        assert found.notes() == []


def test_undo_pressed_while_a_note_is_being_written_takes_it_back(
    qtbot: QtBot, make_window: Callable[..., MainWindow], shipped_archive: Path, tmp_path: Path
) -> None:
    notebook = tmp_path / "own.notebook.sqlite"
    worker, gate = Worker(), Future[None]()
    window = make_window(run=worker)
    window.open_archive(shipped_archive)
    window.open_notebook(notebook)
    qtbot.waitUntil(lambda: window.session.snapshot.notebook is not None)
    window.frame.activateWindow()
    qtbot.waitUntil(window.frame.isActiveWindow)
    worker(gate.result, lambda _: None)
    window.session.add_note("at once regretted", target=Target("event", "seed-001"))
    qtbot.keyClick(window.centre.focusProxy(), Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    gate.set_result(None)
    window.session.close()
    worker.finish()
    with Notebook.open(notebook) as found:
        assert found.notes() == []
        assert found.history.redo == "write note"


def test_finish_waits_and_delivers(qtbot: QtBot) -> None:
    worker = Worker()
    gate: Future[None] = Future()
    heard: list[str] = []
    worker(lambda: gate.result(), lambda _: heard.append("first"))
    worker(lambda: "second", heard.append)
    gate.set_result(None)
    worker.finish()
    assert heard == ["first", "second"]


def test_who_asks_for_more_as_all_ends_is_not_answered(qtbot: QtBot) -> None:
    worker = Worker()
    heard: list[int] = []

    def surer(n: int) -> None:
        heard.append(n)
        worker(lambda: n + 1, surer)

    worker(lambda: 1, surer)
    with qtbot.captureExceptions() as raised:
        worker.finish()
    assert not raised
    assert heard == [1]


def test_what_a_job_raises_is_raised_here(qtbot: QtBot) -> None:
    worker = Worker()

    def job() -> None:
        raise LookupError("ours")

    with qtbot.captureExceptions() as raised:
        worker(job, lambda _: None)
        worker.finish()
    assert [kind for kind, *_ in raised] == [LookupError]
