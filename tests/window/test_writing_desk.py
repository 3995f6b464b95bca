"""Writing by the actions of the window: marks, forms, views, and files that come and go."""

import json
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QFileDialog,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
)
from pytestqt.qtbot import QtBot

from timeline_app.model.annotation import Written
from timeline_app.panes.thesis_sides import ThesisSides
from timeline_app.panes.writing_form import WritingForm
from timeline_app.session.marking import marks_on
from timeline_app.session.views import values_of
from timeline_app.window.main_window import MainWindow
from timeline_app.window.settings import load


def select(window: MainWindow, *at: int) -> None:
    window.session.select(int(window.session.snapshot.table.occurrence[n]) for n in at)


def form() -> WritingForm:
    shown = [w for w in QApplication.topLevelWidgets() if isinstance(w, WritingForm)]
    return next(w for w in shown if w.isVisible())


def kinds(window: MainWindow) -> list[str]:
    target = window.session.target_in_focus()
    assert target is not None
    return [one.kind for one in marks_on(window.session.snapshot, target)]


def test_keys_star_and_highlight_and_take_off_again(window: MainWindow, qtbot: QtBot) -> None:
    select(window, 50)
    window.centre.setFocus()
    for key, kind in ((Qt.Key.Key_B, "star"), (Qt.Key.Key_H, "highlight")):
        qtbot.keyClick(window.frame.windowHandle(), key)
        assert kinds(window) == [kind]
        assert window.live.by_key["undo"].text() == f"Undo {kind}"
        qtbot.keyClick(window.frame.windowHandle(), key)
        assert kinds(window) == []


@pytest.mark.parametrize("action", ["star", "highlight", "tag", "judge", "link", "correct"])
def test_nothing_is_marked_where_nothing_is_selected(window: MainWindow, action: str) -> None:
    assert not window.live.by_key[action].isEnabled()
    select(window, 50)
    assert window.live.by_key[action].isEnabled()


def test_a_tag_is_asked_for_and_seen_in_the_details(window: MainWindow) -> None:
    select(window, 50)
    window.live.run("tag")
    field = form().fields["tag"]
    assert isinstance(field, QLineEdit)
    field.setText("to check")
    form().finish()
    assert kinds(window) == ["tag"]
    marks = window.detail.marks
    assert marks is not None
    assert "to check" in {button.text() for button in marks.findChildren(QPushButton)}


def test_two_events_are_linked_in_the_order_of_selection(window: MainWindow) -> None:
    select(window, 50)
    window.live.run("link")
    assert "Select two events" in window.message.sentence
    select(window, 50, 60)
    window.live.run("link")
    box = form().fields["link"]
    assert isinstance(box, QComboBox)
    box.setCurrentIndex(box.findData("answers"))
    form().finish()
    (pair,) = window.session.snapshot.links
    table = window.session.snapshot.table.occurrence
    assert (pair.one, pair.other) == (int(table[50]), int(table[60]))


def test_a_period_is_written_on_and_its_draft_kept(window: MainWindow) -> None:
    assert not window.live.by_key["note-period"].isEnabled()
    window.session.set_span(2456659, 2457023)
    window.live.run("note-period")
    text = form().fields["text"]
    assert isinstance(text, QPlainTextEdit)
    text.setPlainText("half a sen")
    form().reject()
    QApplication.processEvents()
    window.live.run("note-period")
    again = form().fields["text"]
    assert isinstance(again, QPlainTextEdit) and again.toPlainText() == "half a sen"
    again.setPlainText("half a sentence")
    form().finish()
    (note,) = window.session.snapshot.notes["period:2014-01-01/2014-12-31"]
    assert note.text == "half a sentence" and window.session.snapshot.drafts == {}


def test_words_that_are_selected_are_marked_by_their_quote(window: MainWindow) -> None:
    select(window, 50)
    event = window.session.event(window.session.snapshot.selected[0])
    assert event is not None and event.summary
    label = next(one for one in window.detail.findChildren(QLabel) if one.text() == event.summary)
    label.setFocus()
    label.setSelection(2, 6)
    window.live.run("highlight")
    (mark,) = window.session.snapshot.written
    assert str(mark.target) == f"passage:event:{event.id}#summary:2-8"
    assert mark.about.quote == event.summary[2:8] and kinds(window) == ["highlight"]
    window.live.run("highlight")
    assert window.session.snapshot.written == ()
    label.setFocus()
    label.setSelection(2, 6)
    window.live.run("note")
    text = form().fields["text"]
    assert isinstance(text, QPlainTextEdit)
    text.setPlainText("these words")
    form().finish()
    (note,) = window.session.notes_of(window.session.snapshot.selected[0])
    assert note.about.quote == event.summary[2:8]


def test_an_event_of_ones_own_is_written_and_shown(window: MainWindow) -> None:
    window.live.run("own-event")
    for name, said in (("title", "Lunch"), ("edtf", "2014-05")):
        field = form().fields[name]
        assert isinstance(field, QLineEdit)
        field.setText(said)
    form().finish()
    (own,) = window.session.snapshot.written
    window.session.select_own_event(own.id)
    assert window.detail.accessibleName() and window.detail.notes is not None
    frame = window.centre.timeline.frame()
    assert frame is not None and "own" in {track.kind.id for track in frame.tracks}


def test_a_view_is_saved_by_name_and_opened_again(window: MainWindow) -> None:
    window.session.set_span(2456659, 2457023)
    window.session.set_terms("vector", ["China"])
    window.session.group_by("state")
    before = window.session.snapshot
    window.live.run("save-view")
    name = form().fields["name"]
    assert isinstance(name, QLineEdit)
    name.setText("China 2014")
    form().finish()
    window.session.clear_all()
    window.session.group_by("vector")
    window.session.fit_all()
    assert window.desk.writing.open_named("china 2014")
    after = window.session.snapshot
    assert after.passing.possible == before.passing.possible
    assert (after.grouping, after.view) == ("state", before.view)
    assert window.session.sentence() and not window.message.isVisible()
    window.live.run("views")
    assert [one.kind for one in window.notes_pane().rows()] == ["view"]
    assert not window.desk.writing.open_named("none")


def test_what_was_written_goes_out_and_comes_in(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    select(window, 50)
    window.live.run("star")
    window.session.add_note("taken along")
    file = tmp_path / "mine.jsonld"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(file), ""))
    window.live.run("export-notes")
    assert "2 entries" in window.message.sentence and file.exists()
    before = window.session.snapshot.written
    window.open_notebook(tmp_path / "other.notebook.sqlite")
    assert window.session.snapshot.written == ()
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(file), ""))
    window.live.run("import-notes")
    now = window.session.snapshot.written
    assert [(w.id, w.kind, w.text) for w in now] == [(w.id, w.kind, w.text) for w in before]
    assert window.live.by_key["undo"].text() == "Undo import"


@pytest.mark.parametrize("action", ["send-copy", "send-nameless"])
def test_a_copy_is_made_and_never_over_another_file(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, action: str
) -> None:
    select(window, 50)
    window.session.add_note("taken along")
    file = tmp_path / "copy.notebook.sqlite"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(file), ""))
    window.live.run(action)
    assert file.exists() and str(file) in window.message.sentence
    window.live.run(action)
    assert "there already" in window.message.sentence


@pytest.mark.parametrize(
    ("action", "field", "said"),
    [
        ("correct", "text", "the embassy says other"),
        ("judge", "text", "because"),
        ("own-event", "title", "Lun"),
        ("thesis", "text", "the poli"),
        ("tag", "tag", "to ch"),
        ("save-view", "name", "Chi"),
    ],
)
def test_a_form_that_is_left_in_the_middle_begins_there_again(
    window: MainWindow, action: str, field: str, said: str
) -> None:
    select(window, 50)
    window.live.run(action)
    put(field, said)
    window.tenant.closing()
    assert said in "".join(window.session.snapshot.drafts.values())
    form().reject()
    QApplication.processEvents()
    window.live.run(action)
    assert form().values()[field] == said
    anew = next(b for b in form().findChildren(QPushButton) if b.text() == "Begin anew")
    assert anew.isVisible()
    anew.click()
    assert form().values()[field] == "" and window.session.snapshot.drafts == {}
    form().reject()


def put(field: str, said: str) -> None:
    widget = form().fields[field]
    if isinstance(widget, QPlainTextEdit):
        widget.setPlainText(said)
    elif isinstance(widget, QLineEdit):
        widget.setText(said)


def test_a_form_stays_with_its_words_where_the_notebook_is_gone(
    window: MainWindow, tmp_path: Path
) -> None:
    select(window, 50)
    window.live.run("star")
    book = window.session.snapshot.notebook
    assert book is not None
    gone = book.path.with_name("away")
    book.path.rename(gone)
    window.live.run("thesis")
    put("text", "The many-vector policy is ending")
    form().finish()
    assert form().isVisible() and "kept here" in form().trouble.text()
    gone.rename(book.path)
    form().finish()
    assert [one.kind for one in window.session.snapshot.written] == ["star", "thesis"]
    assert window.session.snapshot.drafts == {} and window.session.unsaved == ""
    window.session.try_again()
    assert len(window.session.snapshot.written) == 2


def test_corrections_go_out_alone(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    select(window, 50)
    window.live.run("star")
    assert not window.live.by_key["send-corrections"].isEnabled()
    window.live.run("correct")
    put("text", "the embassy says other")
    form().finish()
    file = tmp_path / "corrections.jsonld"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(file), ""))
    window.live.run("send-corrections")
    assert "1 entry" in window.message.sentence
    sent = json.loads(file.read_text("utf-8"))
    assert [one["timeline:kind"] for one in sent["first"]["items"]] == ["correction"]


def test_a_thesis_leads_from_the_notes_to_its_sides(window: MainWindow) -> None:
    window.live.run("thesis")
    put("text", "It ends.")
    form().finish()
    (sides,) = open_sides()
    sides.reject()
    window.live.run("theses")
    pane = window.notes_pane()
    assert [one.kind for one in pane.rows()] == ["thesis"]
    pane.table.selectRow(0)
    pane.table.activated.emit(pane.table.texts.index(0, 0))
    (sides,) = open_sides()
    sides.reject()


def open_sides() -> list[ThesisSides]:
    shown = [w for w in QApplication.topLevelWidgets() if isinstance(w, ThesisSides)]
    return [w for w in shown if w.isVisible()]


def test_recent_files_are_forgotten(window: MainWindow) -> None:
    assert window.memory.settings.recent_archives and window.memory.settings.recent_notebooks
    window.live.run("forget-recent")
    settings = window.memory.settings
    assert settings.recent_archives == settings.recent_notebooks == ()


def test_where_nothing_is_selected_marks_stand_on_the_brushed_period(window: MainWindow) -> None:
    window.session.set_span(2456659, 2457023)
    window.live.run("star")
    window.live.run("tag")
    put("tag", "turning point")
    form().finish()
    found = window.session.snapshot.marks["period:2014-01-01/2014-12-31"]
    assert [one.kind for one in found] == ["star", "tag"]
    assert not window.live.by_key["correct"].isEnabled()
    window.live.run("star")
    assert [one.kind for one in window.session.snapshot.written] == ["tag"]
    select(window, 50)
    window.live.run("star")
    assert kinds(window) == ["star"]


def test_what_was_begun_is_listed_and_goes_on_from_there(window: MainWindow) -> None:
    select(window, 50)
    window.live.run("judge")
    put("text", "becau")
    form().reject()
    QApplication.processEvents()
    pane = window.notes_pane()
    window.desk.writing.show_views()
    pane.show_kind("draft")
    assert [one.text for one in pane.rows()] == ["agree · becau"]
    pane.table.selectRow(0)
    assert not pane.history.isEnabled()
    pane.edit.click()
    assert form().values()["text"] == "becau"
    form().reject()
    QApplication.processEvents()
    pane.table.selectRow(0)
    pane.remove.click()
    assert pane.rows() == () and window.session.snapshot.drafts == {}


def test_a_view_brings_its_measure_into_the_settings_and_keeps_it_not(
    window: MainWindow,
) -> None:
    usual = window.session.snapshot.measure
    window.memory.change(derived_vectors=True, band_months=24)
    values = values_of(window.session, "derived")
    view = Written("", "view", None, {k: str(v) for k, v in values.items()}, "", "", "", "")
    window.memory.change(derived_vectors=False, band_months=36)
    assert window.session.snapshot.measure == usual
    window.desk.writing.open_view(view)
    now = window.session.snapshot.measure
    assert now.rule.derived and now.months == 24
    assert window.memory.settings.derived_vectors and window.memory.settings.band_months == 24
    assert window.memory.write()
    kept = load(window.memory.file)
    assert not kept.derived_vectors and kept.band_months == 36
    window.memory.change(theme="dark")
    assert window.session.snapshot.measure == now
