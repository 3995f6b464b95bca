"""The report by the actions of the window."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialog, QFileDialog

from timeline_app.exchange.report_kept import read_kept
from timeline_app.session.sentence import said
from timeline_app.session.weighing import PRESETS
from timeline_app.window import report_desk
from timeline_app.window.main_window import MainWindow
from timeline_app.window.report_dialog import ReportDialog


def _answering(monkeypatch: pytest.MonkeyPatch, form: int, compared: int, file: Path) -> None:
    """Chooses in the dialog as a person would, and names the file."""

    def answer(dialog: ReportDialog) -> QDialog.DialogCode:
        dialog.form.setCurrentIndex(form)
        dialog.compared.setCurrentIndex(compared)
        return QDialog.DialogCode.Accepted

    monkeypatch.setattr(ReportDialog, "exec", answer)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(file), ""))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(file), ""))


def test_a_report_is_made_and_its_view_opens_again(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.session.set_terms("state", ["UZB"])
    shown = said(window.session.sentence())
    _answering(monkeypatch, 0, 1, tmp_path / "mine.html")
    window.live.by_key["report"].trigger()
    assert "mine.html" in window.message.sentence
    page = (tmp_path / "mine.html").read_text("utf-8")
    assert "data:image/png;base64," in page
    assert read_kept(tmp_path / "mine.html").weighing.preset == next(iter(PRESETS))
    window.session.clear_all()
    window.live.by_key["report-view"].trigger()
    assert said(window.session.sentence()) == shown
    assert "are the same as in the report" in window.message.sentence


def test_a_name_without_the_ending_gets_that_of_the_form(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _answering(monkeypatch, 3, 0, tmp_path / "mine.2014")
    window.live.by_key["report"].trigger()
    assert {file.name for file in tmp_path.glob("mine*")} == {
        "mine.2014.csv",
        "mine.2014-numbers.csv",
        "mine.2014-view.json",
    }


def test_what_is_no_report_is_said_in_the_bar(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "other.html").write_text("<p>Nothing of ours")
    _answering(monkeypatch, 0, 0, tmp_path / "other.html")
    before = window.session.snapshot.filter
    window.live.by_key["report-view"].trigger()
    assert "holds no report" in window.message.sentence
    assert window.session.snapshot.filter == before


def test_nothing_is_made_where_the_reader_gives_up(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ReportDialog, "exec", lambda _: QDialog.DialogCode.Rejected)
    monkeypatch.setattr(report_desk, "report_pictures", None)
    window.live.by_key["report"].trigger()
    assert not window.message.sentence


def test_every_field_of_the_dialog_has_a_name(window: MainWindow) -> None:
    dialog = ReportDialog(window.session, window.frame)
    for box in (dialog.form, dialog.compared):
        assert box.accessibleName()
    assert dialog.notes.text()
    dialog.compared.setCurrentIndex(0)
    assert dialog.weighing.periods is None
