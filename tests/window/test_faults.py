"""Unforeseen errors are logged whole and said once."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from timeline_app.places import user_data
from timeline_app.session.snapshot import Problem
from timeline_app.window.faults import Faults


def _raise(faults: Faults, error: BaseException) -> None:
    try:
        raise error
    except type(error) as caught:
        faults.note(type(caught), caught, caught.__traceback__)


def test_logged_whole_and_said_once(qapp: QApplication, own_home: Path) -> None:
    faults = Faults()
    told: list[Problem] = []
    faults.told.connect(told.append)
    _raise(faults, LookupError("the first"))
    _raise(faults, ValueError("the second"))
    [log] = [p for p in own_home.rglob("*.log") if p.is_file()]
    written = log.read_text("utf-8")
    assert "Traceback" in written
    assert "the first" in written
    assert "the second" in written
    assert len(told) == 1
    assert str(log) in told[0].sentence
    assert told[0].grade == "error"


def test_a_folder_that_takes_nothing_is_no_second_error(qapp: QApplication) -> None:
    user_data().parent.mkdir(parents=True, exist_ok=True)
    user_data().write_text("a file in the folder's place")
    faults = Faults()
    told: list[Problem] = []
    faults.told.connect(told.append)
    _raise(faults, LookupError())
    assert len(told) == 1


def test_ctrl_c_is_no_fault(
    qapp: QApplication, own_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    passed_on: list[object] = []
    monkeypatch.setattr("sys.__excepthook__", lambda *error: passed_on.append(error))
    faults = Faults()
    told: list[Problem] = []
    faults.told.connect(told.append)
    _raise(faults, KeyboardInterrupt())
    assert len(passed_on) == 1
    assert not told
    assert not list(own_home.rglob("*.log"))
