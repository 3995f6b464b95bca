"""Unforeseen errors are logged whole and said once."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from timeline_app.session.snapshot import Problem
from timeline_app.window.faults import Faults


def _raise(faults: Faults, error: BaseException) -> None:
    try:
        raise error
    except type(error) as caught:
        faults.note(type(caught), caught, caught.__traceback__)


def test_logged_whole_and_said_once(qapp: QApplication, tmp_path: Path) -> None:
    faults = Faults(tmp_path / "folder")
    told: list[Problem] = []
    faults.told.connect(told.append)
    _raise(faults, LookupError("the first"))
    _raise(faults, ValueError("the second"))
    written = faults.file.read_text("utf-8")
    assert "Traceback" in written
    assert "the first" in written
    assert "the second" in written
    assert len(told) == 1
    assert str(faults.file) in told[0].sentence
    assert told[0].grade == "error"


def test_a_folder_that_takes_nothing_is_no_second_error(qapp: QApplication, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    faults = Faults(tmp_path / "file" / "folder")
    told: list[Problem] = []
    faults.told.connect(told.append)
    _raise(faults, LookupError())
    assert len(told) == 1


def test_ctrl_c_ends_the_program(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    passed_on: list[object] = []
    monkeypatch.setattr("sys.__excepthook__", lambda *error: passed_on.append(error))
    faults = Faults(tmp_path)
    _raise(faults, KeyboardInterrupt())
    assert len(passed_on) == 1
    assert not faults.file.exists()
