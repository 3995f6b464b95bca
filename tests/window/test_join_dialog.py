"""What a join would bring is said in counts before it is done."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from timeline_app.session.keeping import Preview
from timeline_app.store.joining import Joined
from timeline_app.store.other_log import OtherLog
from timeline_app.window.join_dialog import JoinDialog

LOG = OtherLog(Path("/x/their.notebook.sqlite"), ())


@pytest.fixture
def over(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


def dialog(over: QWidget, joined: Joined, orphans: int = 0, *refused: str) -> JoinDialog:
    logs = () if refused and not joined.new else (LOG,)
    return JoinDialog(Preview(logs, joined, orphans, refused), over)


def test_each_count_that_is_not_nothing_is_said(over: QWidget) -> None:
    made = dialog(over, Joined(3, 1, 2, 4), 5)
    assert len(made.lines) == 5
    for n, line in zip((3, 1, 2, 5, 4), made.lines, strict=True):
        assert line.startswith(str(n))
    made.join.click()
    assert made.result()


def test_where_nothing_is_new_there_is_nothing_to_join(over: QWidget) -> None:
    made = dialog(over, Joined(0, 7, 0, 0))
    assert made.lines == ["0 acts are new here.", "7 are here already."]
    assert not made.join.isEnabled()


def test_what_cannot_be_read_is_said(over: QWidget) -> None:
    made = dialog(over, Joined(0, 0, 0, 0), 0, "It is not there.")
    assert made.lines == ["It is not there."] and not made.join.isEnabled()
