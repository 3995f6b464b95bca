"""What was closed is no more: it is dressed with no theme, and hears of nothing that comes late."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from timeline_app.window.dialog_catalogue import asking, telling
from timeline_app.window.main_window import MainWindow
from timeline_app.window.put_away import agreed, while_it_is


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


@pytest.mark.parametrize("name", names(telling))
def test_a_dialog_that_tells_is_no_more_once_it_is_closed(
    window: MainWindow, qtbot: QtBot, name: str
) -> None:
    before = len(dialogs(window))
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
def test_a_dialog_that_asks_is_no_more_once_it_is_answered(window: MainWindow, name: str) -> None:
    before = len(dialogs(window))
    with closing_what_asks() as closed:
        window.dialogs.show(name)
    assert len(closed) == 1
    assert len(dialogs(window)) == before


@pytest.mark.parametrize("answer", [True, False])
def test_what_was_answered_may_be_read(qtbot: QtBot, answer: bool) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    dialog = QDialog(parent)
    QTimer.singleShot(0, dialog.accept if answer else dialog.reject)
    assert agreed(dialog) is answer
    assert dialog.windowTitle() == ""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert not isValid(dialog)


def test_who_is_no_more_hears_nothing() -> None:
    heard: list[int] = []
    hearer, parent = QObject(), QObject()
    hearer.setParent(parent)
    tell = while_it_is(hearer, heard.append)
    tell(1)
    del parent
    assert not isValid(hearer)
    tell(2)
    assert heard == [1]
