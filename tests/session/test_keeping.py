"""Backups, joins, conflicts and damage as the window has them, through the session."""

import shutil
from pathlib import Path

import pytest

from timeline_app.model.act import Writer
from timeline_app.model.annotation import Target
from timeline_app.model.archive_findings import PARTLY, Findings
from timeline_app.model.note_commands import AddNote, EditNote
from timeline_app.session.keeping import keep_backup, listed_backups, preview_join
from timeline_app.session.session import Session
from timeline_app.session.snapshot import (
    GO_PAST,
    OPEN_NOTEBOOK,
    PUT_BACK,
    SETTLE,
    TRY_AGAIN,
    Saving,
)
from timeline_app.store.backup import back_up
from timeline_app.store.backup_names import BY_HAND, OPENING, folder_of
from timeline_app.store.notebook import Notebook

PERIOD = Target("period", "2014")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "own.notebook.sqlite"


@pytest.fixture
def session(path: Path) -> Session:
    made = Session()
    made.open_notebook(path)
    return made


def texts(session: Session) -> list[str]:
    return sorted(note.text for notes in session.snapshot.notes.values() for note in notes)


def add(path: Path, text: str) -> str:
    with Notebook.open(path, create=True) as notebook:
        return notebook.write(AddNote(PERIOD, text)).target


def edit(path: Path, note: str, text: str) -> None:
    with Notebook.open(path) as notebook:
        notebook.write(EditNote(note, text))


def said(session: Session) -> tuple[str, str]:
    problem = session.snapshot.problem
    return (problem.sentence, problem.action) if problem else ("", "")


def test_a_backup_that_was_asked_for_is_told(session: Session, path: Path) -> None:
    session.add_note("one", target=PERIOD)
    keep_backup(session, OPENING)
    assert session.snapshot.problem is None and len(listed_backups(session)) == 1
    keep_backup(session, BY_HAND)
    assert "Nothing has changed" in said(session)[0]
    session.add_note("two", target=PERIOD)
    keep_backup(session, BY_HAND)
    assert "Backed up" in said(session)[0] and len(listed_backups(session)) == 2


def test_one_that_cannot_be_made_is_told(session: Session, path: Path) -> None:
    keep_backup(session, OPENING)
    assert session.snapshot.problem is None, "there is nothing to back up yet"
    session.add_note("one", target=PERIOD)
    folder_of(path).parent.mkdir(parents=True)
    folder_of(path).write_text("in the way")
    keep_backup(session, OPENING)
    assert "could not be backed up" in said(session)[0] and texts(session) == ["one"]
    assert listed_backups(session) == []


def test_a_backup_is_put_back_and_taken_back(session: Session) -> None:
    session.add_note("one", target=PERIOD)
    keep_backup(session, OPENING)
    session.add_note("two", target=PERIOD)
    (first,) = listed_backups(session)
    session.put_back(first.path)
    assert texts(session) == ["one"] and said(session)[1] == PUT_BACK
    kept, _ = listed_backups(session)
    session.put_back(kept.path)
    assert texts(session) == ["one", "two"]
    session.add_note("three", target=PERIOD)
    assert texts(session) == ["one", "three", "two"]
    session.put_back(first.path.with_name("none"))
    assert "not a sound backup" in said(session)[0] and len(texts(session)) == 3


def test_an_archive_that_opens_after_a_damaged_notebook_does_not_hide_what_is_said_of_it(
    path: Path, shipped_archive: Path
) -> None:
    for n in range(40):
        add(path, f"{n} " * 300)
    whole = path.read_bytes()
    at = len(whole) - 4096 * 4
    path.write_bytes(whole[:at] + bytes(8192) + whole[at + 8192 :])
    session = Session()
    session.open_notebook(path)
    told = said(session)
    # nothing was backed up that could be put back
    assert told[1] == OPEN_NOTEBOOK and "no backup" in told[0]
    assert session.open_archive(shipped_archive)
    assert said(session) == told
    session.tell_findings(Findings(PARTLY, reasons=("Some rows are damaged.",)))
    assert said(session) == told
    session.dismiss_problem()
    session.tell_findings(Findings(PARTLY, reasons=("Some rows are damaged.",)))
    assert said(session)[0] == "Some rows are damaged."
    session.close()


def test_a_damaged_notebook_shows_what_can_be_read_and_offers_its_backup(path: Path) -> None:
    for n in range(40):
        add(path, f"{n} " * 300)
    assert back_up(path, BY_HAND)
    whole = path.read_bytes()
    at = len(whole) - 4096 * 4
    path.write_bytes(whole[:at] + bytes(8192) + whole[at + 8192 :])
    session = Session()
    session.open_notebook(path)
    sentence, offered = said(session)
    assert "is damaged" in sentence and "could be read and are shown" in sentence
    assert "could not be read" in sentence and "newest sound backup" in sentence
    assert offered == PUT_BACK and session.snapshot.notebook is not None
    assert session.snapshot.notebook.read_only and 20 < len(texts(session)) < 40
    damaged = path.read_bytes()
    session.add_note("not now", target=PERIOD)
    assert path.read_bytes() == damaged and session.snapshot.drafts == {str(PERIOD): "not now"}
    session.put_back(listed_backups(session)[0].path)
    assert len(texts(session)) == 40 and not session.snapshot.notebook.read_only
    session.add_note("now", target=PERIOD)
    assert len(texts(session)) == 41


def test_nothing_is_left_of_nothing(path: Path) -> None:
    path.write_bytes(b"")
    session = Session()
    session.open_notebook(path)
    assert session.snapshot.notebook is None and said(session)[1] == "open-notebook"


def joined(session: Session, *others: Path) -> tuple[int, int, tuple[str, ...]]:
    counts: list[tuple[int, int, tuple[str, ...]]] = []

    def done(preview: object) -> None:
        counts.append((preview.joined.new, preview.joined.conflicts, preview.refused))  # type: ignore[attr-defined] # as `preview_join` hands it over
        session.join(preview.logs)  # type: ignore[attr-defined] # as above

    preview_join(session, others, done)
    return counts[0]


def test_a_join_is_shown_before_and_conflicts_are_settled_after(
    session: Session, path: Path, tmp_path: Path
) -> None:
    note = add(path, "first")
    session.look_again()
    assert texts(session) == ["first"]
    other = tmp_path / "other.notebook.sqlite"
    shutil.copy(path, other)
    edit(other, note, "theirs")
    session.edit_note(note, "mine")
    assert joined(session, other, tmp_path / "none")[:2] == (1, 1)
    assert said(session)[1] == SETTLE and len(listed_backups(session)) == 1
    (conflict,) = session.snapshot.conflicts
    session.settle(conflict.id, "both")
    assert session.snapshot.conflicts == () and texts(session) == ["mine", "theirs"]
    session.undo()
    assert len(session.snapshot.conflicts) == 1
    session.settle(conflict.id, "A")
    assert texts(session) == ["theirs"]


def test_what_cannot_be_read_is_told_and_nothing_is_joined(
    session: Session, tmp_path: Path
) -> None:
    new, conflicts, refused = joined(session, tmp_path / "none")
    assert (new, conflicts) == (0, 0) and str(tmp_path / "none") in refused[0]


def test_what_another_window_writes_is_seen(session: Session, path: Path) -> None:
    session.add_note("one", target=PERIOD)
    session.look_again()
    before = session.snapshot
    session.look_again()
    assert session.snapshot is before
    other = Session()
    other.open_notebook(path)
    other.add_note("two", target=PERIOD)
    session.look_again()
    assert texts(session) == ["one", "two"]
    session.undo()
    assert texts(session) == ["one"], "the same user at the same computer"


def test_what_could_not_be_written_is_tried_again(session: Session, path: Path) -> None:
    session.add_note("one", target=PERIOD)
    gone = path.with_name("away")
    path.rename(gone)
    session.add_note("two", target=PERIOD)
    book = session.snapshot.notebook
    assert said(session)[1] == TRY_AGAIN and book and book.saving is Saving.FAILED
    assert session.snapshot.drafts == {str(PERIOD): "two"} and not path.exists()
    session.try_again()
    assert said(session)[1] == TRY_AGAIN and not path.exists(), "no new notebook in its place"
    gone.rename(path)
    session.try_again()
    book = session.snapshot.notebook
    assert texts(session) == ["one", "two"] and book and book.saving is Saving.SAVED
    assert session.snapshot.drafts == {}
    session.try_again()
    assert texts(session) == ["one", "two"]


def test_undo_goes_past_what_somebody_else_has_changed(session: Session, path: Path) -> None:
    session.add_note("before it", target=PERIOD)
    session.add_note("mine", target=PERIOD)
    note = session.snapshot.written[-1]
    with Notebook.open(path, writer=Writer("Bolat", "b" * 16)) as theirs:
        theirs.write(EditNote(note.id, "theirs"))
    session.undo()
    sentence, offered = said(session)
    assert "Bolat has changed this" in sentence and offered == GO_PAST
    book = session.snapshot.notebook
    assert book and book.saving is Saving.SAVED, "nothing failed"
    session.go_past()
    assert texts(session) == ["theirs"] and said(session) == ("", "")
    session.undo()
    assert texts(session) == ["theirs"]
    session.redo()
    assert texts(session) == ["before it", "theirs"]
    session.go_past()
    assert texts(session) == ["before it", "theirs"], "nothing is offered"
