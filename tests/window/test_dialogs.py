"""A dialog that was closed is no more; each can be opened whatever the window shows."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from timeline_app.window.dialog_catalogue import asking, telling
from timeline_app.window.main_window import MainWindow


def names(which: Callable[..., object]) -> list[str]:
    made = which(QWidget, None, None, None)
    assert isinstance(made, dict)
    return [*made]


def dialogs(window: MainWindow) -> list[QDialog]:
    """Those that are there, in sight or not."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    return window.frame.findChildren(QDialog)


@contextmanager
def closing_what_asks() -> Iterator[list[QDialog]]:
    """Closes each dialog that waits for an answer."""
    closed: list[QDialog] = []

    def close() -> None:
        asks = QApplication.activeModalWidget()
        if isinstance(asks, QDialog):
            closed.append(asks)
            asks.reject()

    timer = QTimer(interval=10)
    timer.timeout.connect(close)
    timer.start()
    yield closed
    timer.stop()


@pytest.fixture(params=["all layers", "no layer", "nothing passes"])
def shown(window: MainWindow, request: pytest.FixtureRequest) -> MainWindow:
    """A window that shows an archive, or none of it."""
    session, archive = window.session, window.session.snapshot.archive
    assert archive is not None
    if request.param == "no layer":
        for layer in archive.layers_on:
            session.switch_layer(layer, False)
        assert not len(session.snapshot.table)
    if request.param == "nothing passes":
        session.set_span(1_000_000, 1_000_100)
    return window


@pytest.mark.parametrize("name", names(telling))
def test_a_dialog_that_tells_is_no_more_once_it_is_closed(
    shown: MainWindow, qtbot: QtBot, name: str
) -> None:
    window, before = shown, len(dialogs(shown))
    window.dialogs.show(name)
    (first,) = (one for one in dialogs(window) if one.isVisible())
    window.dialogs.show(name)  # anew: the window may show something else by now
    (second,) = (one for one in dialogs(window) if one.isVisible())
    assert second is not first and len(dialogs(window)) == before + 1
    second.close()  # what it asked for is still to come
    assert len(dialogs(window)) == before
    qtbot.wait(50)
    window.dialogs.show(name)
    assert len(dialogs(window)) == before + 1


@pytest.mark.parametrize("name", names(asking))
def test_a_dialog_that_asks_is_no_more_once_it_is_answered(shown: MainWindow, name: str) -> None:
    window, before = shown, len(dialogs(shown))
    with closing_what_asks() as closed:
        window.dialogs.show(name)
    assert len(closed) == 1
    assert len(dialogs(window)) == before
