"""Citations and exports by the actions of the window."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QFileDialog

from timeline_app.window.main_window import MainWindow
from timeline_app.window.sitting import resume, sitting_of


def test_an_event_and_the_view_are_copied_as_citations(window: MainWindow) -> None:
    assert not window.live.by_key["copy-citation"].isEnabled()
    window.session.select((int(window.session.snapshot.table.occurrence[50]),))
    event = window.session.event(window.session.snapshot.selected[0])
    assert event is not None
    window.live.by_key["copy-citation"].trigger()
    assert QApplication.clipboard().text().startswith(event.title)
    assert event.id in QApplication.clipboard().text()
    window.list.citation_wanted.emit()
    assert event.id in QApplication.clipboard().text()
    window.live.by_key["copy-view-citation"].trigger()
    assert "all five states" in QApplication.clipboard().text()


@pytest.mark.parametrize(
    ("named", "chosen", "written", "begins"),
    [
        ("mine.ris", "BibTeX (*.bib)", "mine.ris", "TY  - "),
        ("mine", "CSL-JSON (*.json)", "mine.json", "["),
        ("mine.2014", "BibTeX (*.bib)", "mine.2014.bib", "@"),
    ],
)
def test_sources_are_exported_in_the_form_of_the_name(
    window: MainWindow,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    named: str,
    chosen: str,
    written: str,
    begins: str,
) -> None:
    answer = str(tmp_path / named), chosen
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: answer)
    window.live.by_key["export-sources"].trigger()
    assert (tmp_path / written).read_text("utf-8").startswith(begins)
    assert written in window.message.sentence


def test_a_bad_place_is_said_in_the_bar(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer = str(tmp_path / "none" / "mine.bib"), ""
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: answer)
    window.live.by_key["export-sources"].trigger()
    assert "cannot be written" in window.message.sentence


def test_a_single_day_is_fitted_among_its_weeks(window: MainWindow) -> None:
    table = window.session.snapshot.table
    row = int((table.first == table.last).argmax())
    window.session.select((int(table.occurrence[row]),))
    window.live.run("fit")
    view = window.session.snapshot.view
    assert view.days >= 28
    assert abs(view.first + view.days / 2 - (int(table.first[row]) + 0.5)) < 1


def test_zooming_by_a_key_keeps_the_event_in_focus_where_it_is(window: MainWindow) -> None:
    window.live.run("last-event")
    table, selected = window.session.snapshot.table, window.session.snapshot.selected
    row = int((table.occurrence == selected[0]).argmax())

    def place() -> float:
        view = window.session.snapshot.view
        return ((int(table.first[row]) + int(table.last[row]) + 1) / 2 - view.first) / view.days

    before = place()
    window.live.run("zoom-in")
    assert abs(place() - before) < 1e-6
    window.session.select(())
    middle = window.session.snapshot.view.first + window.session.snapshot.view.days / 2
    window.live.run("zoom-in")
    now = window.session.snapshot.view
    assert abs(now.first + now.days / 2 - middle) < 1e-6


def test_known_when_is_switched_on_and_off_and_found_again(window: MainWindow) -> None:
    action = window.live.by_key["known-when"]
    assert not action.isChecked()
    action.trigger()
    now = window.session.snapshot
    assert action.isChecked() and now.filter.known is not None
    assert now.passing.possible + now.passing.undated == len(now.table)
    assert window.frame.focusWidget() is window.centre.known.slider
    left = sitting_of(now)
    action.trigger()
    assert window.session.snapshot.filter.known is None
    resume(window.session, left)
    assert window.session.snapshot.filter.known == now.filter.known
    assert action.isChecked()
