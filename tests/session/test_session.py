"""Intents that write: saved only once it is on disk, and all as left after closing."""

from pathlib import Path

import pytest

from counted_tags import tag_counts
from timeline_app.model.annotation import Target
from timeline_app.model.filter import NOTES, WITH_NOTE
from timeline_app.model.note_commands import AddNote
from timeline_app.session.session import Session
from timeline_app.session.snapshot import Saving, Snapshot
from timeline_app.store.notebook import Notebook

from .later import Later


def texts(snapshot: Snapshot) -> list[str]:
    return sorted(note.text for notes in snapshot.notes.values() for note in notes)


def focus(session: Session, row: int) -> int:
    occurrence = int(session.snapshot.table.occurrence[row])
    session.select((occurrence,))
    return occurrence


def test_a_note_on_the_event_in_focus_marks_it_and_can_be_asked_for(
    session: Session, notebook: Path
) -> None:
    session.open_notebook(notebook)
    assert not notebook.exists()
    occurrence = focus(session, 700)
    session.add_note("Check the Akorda text", ("dating", "Қырым"))
    now = session.snapshot
    assert now.notebook is not None
    assert now.notebook.saving is Saving.SAVED
    assert now.notebook.saved_at
    assert now.notebook.history.undo == "write note"
    assert now.noted == {occurrence}
    assert [note.text for note in session.notes_of(occurrence)] == ["Check the Akorda text"]
    assert tag_counts(now) == {WITH_NOTE: 1, "dating": 1, "Қырым": 1}
    session.set_terms(NOTES, {"dating"})
    assert session.snapshot.passing.possible == 1
    assert session.position_of(occurrence) == 0


def test_all_is_as_left_after_closing_and_undo_goes_on(
    shipped_archive: Path, notebook: Path
) -> None:
    first = Session()
    first.open_archive(shipped_archive)
    first.open_notebook(notebook)
    occurrence = focus(first, 3)
    first.add_note("one")
    first.add_note("two")
    first.undo()
    first.close()

    second = Session()
    second.open_notebook(notebook)
    second.open_archive(shipped_archive)
    assert texts(second.snapshot) == ["one"]
    assert second.snapshot.noted == {occurrence}
    second.redo()
    assert texts(second.snapshot) == ["one", "two"]
    second.undo()
    second.undo()
    assert texts(second.snapshot) == []
    assert second.snapshot.noted == frozenset()
    second.close()


def test_notes_are_changed_and_removed(session: Session, notebook: Path) -> None:
    session.open_notebook(notebook)
    occurrence = focus(session, 10)
    session.add_note("first words", ("a",))
    note = session.notes_of(occurrence)[0]
    session.edit_note(note.id, text="better words")
    assert session.notes_of(occurrence)[0].text == "better words"
    assert session.notes_of(occurrence)[0].tags == ("a",)
    session.remove_note(note.id)
    assert session.notes_of(occurrence) == ()
    session.undo()
    assert session.notes_of(occurrence)[0].text == "better words"


def test_a_note_stays_with_what_happened_whichever_layer_shows_it(
    session: Session, notebook: Path
) -> None:
    session.open_notebook(notebook)
    register = "usvisit-t451"
    session.add_note("on the register's record", target=Target("event", register))
    occurrence = session.occurrences_of([register])[register]
    assert session.snapshot.noted == {occurrence}
    session.switch_layers({"us-visits"})
    assert [note.text for note in session.notes_of(occurrence)] == ["on the register's record"]
    session.set_terms(NOTES, {WITH_NOTE})
    assert session.snapshot.passing.possible == 1


def test_saved_is_not_said_before_the_disk_has_answered(
    shipped_archive: Path, notebook: Path
) -> None:
    later = Later()
    session = Session(later)
    session.open_archive(shipped_archive)
    session.open_notebook(notebook)
    later.work()
    focus(session, 5)
    session.add_note("one")
    session.add_note("two")
    assert session.snapshot.notebook is not None
    assert session.snapshot.notebook.saving is Saving.SAVING
    assert not notebook.exists()
    later.work_once()
    assert session.snapshot.notebook.saving is Saving.SAVING
    assert texts(session.snapshot) == ["one"]
    later.work()
    assert session.snapshot.notebook.saving is Saving.SAVED
    assert texts(session.snapshot) == ["one", "two"]
    session.close()
    later.work()


def test_what_is_asked_before_the_notebook_has_answered_is_done_once_it_has(
    shipped_archive: Path, notebook: Path
) -> None:
    with Notebook.open(notebook, create=True) as made:
        for text in ("kept", "taken back"):
            made.write(AddNote(Target("event", "seed-001"), text))
    later = Later()
    session = Session(later)
    session.open_notebook(notebook)
    assert session.snapshot.notebook_awaited
    session.undo()
    assert session.snapshot.notebook is None and session.snapshot.problem is None
    later.work_once()
    now = session.snapshot
    assert now.notebook is not None and not now.notebook_awaited
    assert (texts(now), now.notebook.saving) == (["kept", "taken back"], Saving.SAVING)
    later.work()
    now = session.snapshot
    assert now.notebook is not None
    assert (texts(now), now.notebook.saving) == (["kept"], Saving.SAVED)
    session.close()
    later.work()


def test_a_notebook_that_cannot_be_opened_is_awaited_no_longer(tmp_path: Path) -> None:
    wrong = tmp_path / "diary.txt"
    wrong.write_text("Dear diary")
    later = Later()
    session = Session(later)
    session.open_notebook(wrong)
    session.undo()
    later.work()
    now = session.snapshot
    assert now.problem is not None and str(wrong) in now.problem.sentence
    assert now.notebook is None and not now.notebook_awaited


def test_a_note_waits_for_no_other_work(shipped_archive: Path, notebook: Path) -> None:
    elsewhere = Later()
    session = Session(aside=elsewhere)
    session.open_archive(shipped_archive)
    session.open_notebook(notebook)
    session.meet_edition(notebook.parent / "editions")
    session.aside(lambda: None, lambda _: None)
    focus(session, 5)
    session.add_note("one")
    assert texts(session.snapshot) == ["one"]
    assert len(elsewhere.jobs) == 2
    session.close()


def test_what_could_not_be_written_is_kept(
    session: Session, notebook: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "stick"
    folder.mkdir()
    gone = folder / "my.notebook.sqlite"
    session.open_notebook(gone)
    folder.rmdir()
    focus(session, 5)
    target = session.target_in_focus()
    session.add_note("long thought about")
    now = session.snapshot
    assert now.notebook is not None
    assert now.notebook.saving is Saving.FAILED
    assert now.problem is not None
    assert now.problem.grade == "error"
    assert now.drafts == {str(target): "long thought about"}
    assert texts(now) == []
    folder.mkdir()
    session.add_note(now.drafts[str(target)])
    assert session.snapshot.notebook is not None
    assert session.snapshot.notebook.saving is Saving.SAVED
    assert session.snapshot.drafts == {}
    assert texts(session.snapshot) == ["long thought about"]


def test_an_empty_note_is_refused_without_blaming_the_disk(
    session: Session, notebook: Path
) -> None:
    session.open_notebook(notebook)
    focus(session, 5)
    session.add_note("  ")
    now = session.snapshot
    assert now.problem is not None
    assert now.problem.grade == "warning"
    assert now.notebook is not None
    assert now.notebook.saving is Saving.SAVED


def test_without_a_notebook_or_an_event_nothing_is_lost(session: Session) -> None:
    session.add_note("about nothing")
    assert session.snapshot.problem is not None
    focus(session, 5)
    session.add_note("nowhere to write")
    assert list(session.snapshot.drafts.values()) == ["nowhere to write"]


def test_a_draft_outlives_the_window(shipped_archive: Path, notebook: Path) -> None:
    first = Session()
    first.open_notebook(notebook)
    target = Target("event", "x")
    first.keep_draft(target, "half a thou")
    first.keep_draft(target, "half a thought")
    first.close()
    second = Session()
    second.open_notebook(notebook)
    assert second.snapshot.drafts == {"event:x": "half a thought"}
    second.keep_draft(target, "")
    assert second.snapshot.drafts == {}
    second.close()
    third = Session()
    third.open_notebook(notebook)
    assert third.snapshot.drafts == {}
    third.close()


@pytest.mark.parametrize("content", [b"", b"not SQLite at all" * 100])
def test_a_notebook_that_cannot_be_opened_is_left_alone(
    session: Session, notebook: Path, tmp_path: Path, content: bytes
) -> None:
    session.open_notebook(notebook)
    focus(session, 5)
    session.add_note("one")
    bad = tmp_path / "bad.notebook.sqlite"
    bad.write_bytes(content)
    session.open_notebook(bad)
    now = session.snapshot
    assert now.problem is not None
    assert now.notebook is not None
    assert now.notebook.path == notebook
    assert texts(now) == ["one"]
    assert bad.read_bytes() == content


def test_parts_that_notes_do_not_touch_stay_the_same_objects(
    session: Session, notebook: Path
) -> None:
    session.open_notebook(notebook)
    focus(session, 5)
    before = session.snapshot
    heard: list[Snapshot] = []
    session.listen(lambda _, after: heard.append(after))
    session.add_note("one")
    after = session.snapshot
    for part in ("table", "lanes", "view", "home", "filter", "selected", "archive", "sorting"):
        assert getattr(after, part) is getattr(before, part)
    assert after.notes is not before.notes
    assert [s.notebook.saving for s in heard if s.notebook] == [Saving.SAVING, Saving.SAVED]


def test_words_of_notes_are_searched_too(session: Session, notebook: Path) -> None:
    session.open_notebook(notebook)
    occurrence = focus(session, 5)
    session.add_note("Zwischenruf über Ақорда")
    session.search("акорда zwischen")
    assert session.snapshot.passing.possible == 1
    assert session.position_of(occurrence) == 0


@pytest.mark.parametrize("name", ["slowly", "carry"])
def test_what_is_drawn_waits_neither_for_what_takes_seconds_nor_for_other_files(name: str) -> None:
    elsewhere = Later()
    session = Session(**{name: elsewhere})
    heard: list[str] = []
    getattr(session, name)(lambda: name, heard.append)
    session.aside(lambda: "drawn", heard.append)
    assert heard == ["drawn"]
    elsewhere.work()
    assert heard == ["drawn", name]
