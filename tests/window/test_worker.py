"""Jobs run one after the other elsewhere; their answers come back here, in order."""

import threading
from collections.abc import Callable
from concurrent.futures import Future

from pytestqt.qtbot import QtBot

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


def test_finish_waits_and_delivers(qtbot: QtBot) -> None:
    worker = Worker()
    gate: Future[None] = Future()
    heard: list[str] = []
    worker(lambda: gate.result(), lambda _: heard.append("first"))
    worker(lambda: "second", heard.append)
    gate.set_result(None)
    worker.finish()
    assert heard == ["first", "second"]


def test_what_a_job_raises_is_raised_here(qtbot: QtBot) -> None:
    worker = Worker()

    def job() -> None:
        raise LookupError("ours")

    with qtbot.captureExceptions() as raised:
        worker(job, lambda _: None)
        worker.finish()
    assert [kind for kind, *_ in raised] == [LookupError]
