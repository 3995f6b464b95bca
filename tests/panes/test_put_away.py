"""Who was put away hears of nothing that comes late."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer
from PySide6.QtWidgets import QDialog, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from timeline_app.panes.put_away import agreed, while_it_is


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
