"""Joining notebooks by file: what is counted, what is kept, what each may take back afterwards."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from timeline_app.model.act import Act
from timeline_app.model.note_commands import AddNote, EditNote, RemoveNote
from timeline_app.model.written.catalogue import BY_NAME
from timeline_app.model.written.commands import Add, Edit
from timeline_app.store.acts import put
from timeline_app.store.notebook import Notebook
from timeline_app.store.other_log import read_other
from timeline_app.store.sending import send_copy
from timeline_app.store.store_error import Fault, StoreError

from .notebooks import ANNA, BOLAT, EVENT, SetClock, derived, opened, rows

LATER = SetClock(1_800_000_000_000)


def parted(folder: Path) -> tuple[Path, Path, str]:
    """Anna's notebook, Bolat's copy of it, and the note that both have."""
    one, two = folder / "one.sqlite", folder / "two.sqlite"
    with opened(one, ANNA) as notebook:
        note = notebook.write(AddNote(EVENT, "first")).target
    two.write_bytes(one.read_bytes())
    return one, two, note


def texts(notebook: Notebook) -> list[str]:
    return [note.text for note in notebook.notes()]


def in_conflict(folder: Path) -> tuple[Path, str]:
    one, two, note = parted(folder)
    with opened(two, BOLAT, LATER) as theirs:
        theirs.write(EditNote(note, "Bolat's", ("b",)))
    with opened(one, ANNA) as mine:
        mine.write(EditNote(note, "Anna's", ("a",)))
        mine.join([read_other(two)])
    return one, note


def test_what_came_by_export_and_then_by_join_is_no_conflict(tmp_path: Path) -> None:
    one, two = tmp_path / "one.sqlite", tmp_path / "two.sqlite"
    with opened(one, ANNA) as notebook:
        same = notebook.write(AddNote(EVENT, "same")).target
        other = notebook.write(AddNote(EVENT, "first", ("a",))).target
        handed_on = notebook.written()
    with opened(two, BOLAT, LATER) as theirs:
        theirs.bring(handed_on)
        theirs.write(EditNote(other, "Bolat's"))
    with opened(one, ANNA) as mine:
        assert mine.join([read_other(two)]).conflicts == 1
        assert [conflict.target for conflict in mine.conflicts()] == [other]
        assert mine.note(same) is not None


def test_a_preview_counts_what_the_join_then_does_and_writes_nothing(tmp_path: Path) -> None:
    one, two, note = parted(tmp_path)
    with opened(two, BOLAT, LATER) as theirs:
        theirs.write(EditNote(note, "Bolat's"))
        theirs.write(AddNote(EVENT, "more"))
    with opened(one, ANNA) as mine:
        mine.write(EditNote(note, "Anna's"))
        before, log = one.read_bytes(), read_other(two)
        told = mine.preview([log])
        assert one.read_bytes() == before
        assert (told.new, told.same, told.conflicts, told.damaged) == (2, 1, 1, 0)
        assert mine.join([log]) == told
        assert mine.join([log]).new == 0
    assert rows(one, "act") != rows(two, "act")
    with opened(two, BOLAT) as theirs:
        theirs.join([read_other(one)])
    assert rows(one, "act") == rows(two, "act") and derived(one) == derived(two)


def test_a_join_into_a_notebook_that_is_not_there_makes_it(tmp_path: Path) -> None:
    one, _, _ = parted(tmp_path)
    with opened(tmp_path / "new.sqlite", BOLAT) as notebook:
        assert notebook.preview([read_other(one)]).new == 1
        assert not (tmp_path / "new.sqlite").exists()
        notebook.join([read_other(one)])
    assert rows(one, "act") == rows(tmp_path / "new.sqlite", "act")


def test_both_sides_are_kept_until_one_is_chosen(tmp_path: Path) -> None:
    path, note = in_conflict(tmp_path)
    with opened(path, ANNA) as notebook:
        (conflict,) = notebook.conflicts()
        assert [side.author for side in conflict.sides] == ["Anna", "Bolat"]
        assert conflict.letters == "AB" and conflict.id == f"note:{note}"
        notebook.settle(conflict.id, "A")
        assert notebook.conflicts() == [] and texts(notebook) == ["Anna's"]
        notebook.undo()
        (again,) = notebook.conflicts()
        assert [side.author for side in again.sides] == ["Anna", "Bolat"]
        notebook.settle(note, "b")
        assert texts(notebook) == ["Bolat's"]


def test_taking_both_leaves_two_notes(tmp_path: Path) -> None:
    path, note = in_conflict(tmp_path)
    with opened(path, ANNA) as notebook:
        notebook.settle(note, "both")
        assert texts(notebook) == ["Anna's", "Bolat's"]
        assert [one.tags for one in notebook.notes()] == [("a",), ("b",)]
        notebook.undo()
        assert len(notebook.conflicts()) == 1
        notebook.redo()
        assert notebook.conflicts() == [] and texts(notebook) == ["Anna's", "Bolat's"]


def test_both_of_words_and_a_removal_are_the_words(tmp_path: Path) -> None:
    one, two, note = parted(tmp_path)
    with opened(two, BOLAT, LATER) as theirs:
        theirs.write(RemoveNote(note))
    with opened(one, ANNA) as mine:
        mine.write(EditNote(note, "kept"))
        mine.join([read_other(two)])
        assert len(mine.conflicts()) == 1
        mine.settle(note, "both")
        assert texts(mine) == ["kept"] and mine.conflicts() == []


def test_the_same_words_twice_are_no_conflict(tmp_path: Path) -> None:
    one, two, note = parted(tmp_path)
    with opened(two, BOLAT, LATER) as theirs:
        theirs.write(EditNote(note, "agreed"))
    with opened(one, ANNA) as mine:
        mine.write(EditNote(note, "agreed"))
        mine.join([read_other(two)])
        assert mine.conflicts() == [] and texts(mine) == ["agreed"]


@pytest.mark.parametrize(("conflict", "take"), [("note:none", "A"), ("", "A")])
def test_no_such_conflict(tmp_path: Path, conflict: str, take: str) -> None:
    path, _ = in_conflict(tmp_path)
    with opened(path, ANNA) as notebook, pytest.raises(StoreError, match="no conflict"):
        notebook.settle(conflict, take)


@pytest.mark.parametrize("take", ["C", "", "AB", "Б"])
def test_no_such_side(tmp_path: Path, take: str) -> None:
    path, note = in_conflict(tmp_path)
    with opened(path, ANNA) as notebook, pytest.raises(StoreError, match="no side"):
        notebook.settle(note, take)


def test_after_a_join_one_takes_back_ones_own(tmp_path: Path) -> None:
    one, two, note = parted(tmp_path)
    with opened(two, BOLAT, LATER) as theirs:
        theirs.write(AddNote(EVENT, "Bolat's own"))
    with opened(one, ANNA) as mine:
        mine.write(EditNote(note, "second"))
        mine.join([read_other(two)])
        mine.undo()
        assert sorted(texts(mine)) == ["Bolat's own", "first"]
        mine.undo()
        assert texts(mine) == ["Bolat's own"]
        assert mine.undo() is None


def test_what_a_colleague_went_on_from_is_not_overwritten_by_undo(tmp_path: Path) -> None:
    one, two, note = parted(tmp_path)
    with opened(one, ANNA) as mine:
        mine.write(EditNote(note, "second"))
    two.write_bytes(one.read_bytes())
    with opened(two, BOLAT, LATER) as theirs:
        theirs.write(EditNote(note, "Bolat went on"))
    with opened(one, ANNA) as mine:
        mine.join([read_other(two)])
        with pytest.raises(StoreError, match="Bolat has changed this since") as refused:
            mine.undo()
        assert refused.value.kind is Fault.REFUSED and texts(mine) == ["Bolat went on"]


def test_past_what_a_colleague_changed_the_step_before_it_is_taken_back(tmp_path: Path) -> None:
    one, two, note = parted(tmp_path)
    with opened(one, ANNA) as mine:
        other = mine.write(AddNote(EVENT, "before it")).target
        mine.write(EditNote(note, "second"))
    two.write_bytes(one.read_bytes())
    with opened(two, BOLAT, LATER) as theirs:
        theirs.write(EditNote(note, "Bolat went on"))
    with opened(one, ANNA) as mine:
        mine.join([read_other(two)])
        mine.undo(past=True)
        assert texts(mine) == ["Bolat went on"] and mine.note(other) is None
        with pytest.raises(StoreError, match="Others have changed all of it"):
            mine.undo(past=True)
        log = len(mine.history_of(note))
    with opened(one, ANNA) as mine:  # what was passed over stays so, and is not done again
        assert len(mine.history_of(note)) == log
        mine.redo()
        assert sorted(texts(mine)) == ["Bolat went on", "before it"]
        assert mine.redo() is None and mine.tampered() == []
        mine.undo()
        assert texts(mine) == ["Bolat went on"]
    with opened(two, BOLAT) as theirs:
        theirs.join([read_other(one)])
        theirs.undo()
        assert texts(theirs) == ["second"]


def test_redo_too_goes_past_what_a_colleague_changed(tmp_path: Path) -> None:
    one, two, note = parted(tmp_path)
    with opened(one, ANNA) as mine:
        mine.write(AddNote(EVENT, "later"))
        mine.write(EditNote(note, "second"))
        mine.undo()
        mine.undo()
        mine.redo()
        mine.undo()
        mine.redo()
    two.write_bytes(one.read_bytes())
    with opened(two, BOLAT, LATER) as theirs:
        theirs.write(EditNote(note, "Bolat went on"))
    with opened(one, ANNA) as mine:
        mine.join([read_other(two)])
        with pytest.raises(StoreError, match="Bolat has changed this since"):
            mine.redo()
        with pytest.raises(StoreError, match="Others have changed all of it"):
            mine.redo(past=True)
        assert mine.undo(past=True) is not None
        assert texts(mine) == ["Bolat went on"]


def once_parted(folder: Path, kind: str, **values: str) -> tuple[Path, str]:
    """One thing of this kind that Anna and Bolat each gave these words, and Anna has both."""
    one, two = folder / "one.sqlite", folder / "two.sqlite"
    with opened(one, ANNA) as notebook:
        id_ = notebook.write(Add(BY_NAME[kind], {**values, "text": "first"}, EVENT)).target
    two.write_bytes(one.read_bytes())
    for path, who in ((two, BOLAT), (one, ANNA)):
        with opened(path, who, LATER if who is BOLAT else None) as notebook:
            notebook.write(Edit(BY_NAME[kind], id_, {"text": f"{who.author}'s"}))
    with opened(one, ANNA) as mine:
        mine.join([read_other(two)])
    return one, id_


def test_both_of_a_judgement_are_each_ones_own(tmp_path: Path) -> None:
    path, id_ = once_parted(tmp_path, "judgement", judgement="doubt")
    with opened(path, ANNA) as notebook:
        notebook.settle(id_, "both")
        found = notebook.written("judgement")
        assert [(one.author, one.text) for one in found] == [
            ("Anna", "Anna's"),
            ("Bolat", "Bolat's"),
        ]
        notebook.write(Add(BY_NAME["judgement"], {"judgement": "agree"}, EVENT))
        assert len(notebook.written("judgement")) == 2


def test_both_of_ones_own_judgement_are_one_with_the_words_of_both(tmp_path: Path) -> None:
    one, two = tmp_path / "one.sqlite", tmp_path / "two.sqlite"
    desk, travel = ANNA, replace(ANNA, device="c" * 16)
    with opened(one, desk) as notebook:
        star = notebook.write(Add(BY_NAME["star"], {}, EVENT)).target
        doubt = notebook.write(Add(BY_NAME["judgement"], {"judgement": "doubt"}, EVENT)).target
    two.write_bytes(one.read_bytes())
    for path, who, said, clock in ((one, desk, "agree", None), (two, travel, "wrong", LATER)):
        with opened(path, who, clock) as notebook:
            words = {"judgement": said, "text": f"because {said}"}
            notebook.write(Edit(BY_NAME["judgement"], doubt, words))
    with opened(one, desk) as notebook:
        notebook.join([read_other(two)])
        notebook.settle(doubt, "both")
        (kept,) = notebook.written("judgement")
        assert kept.said("judgement") == "wrong"
        assert kept.text == "because agree\n\nbecause wrong"
        assert [found.id for found in notebook.written("star")] == [star]
        assert notebook.conflicts() == []


def spoil(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("UPDATE act SET payload = replace(payload, 'first', 'FIRST')")
        connection.commit()


def test_an_act_that_was_changed_is_not_taken_in(tmp_path: Path) -> None:
    one, two, _ = parted(tmp_path)
    spoil(two)
    with opened(tmp_path / "new.sqlite", BOLAT) as notebook:
        notebook.write(AddNote(EVENT, "own"))
        joined = notebook.join([read_other(two), read_other(one)])
        assert (joined.new, joined.damaged) == (1, 1)
        assert sorted(texts(notebook)) == ["first", "own"]


def test_a_sound_act_heals_one_that_was_changed_here(tmp_path: Path) -> None:
    one, two, _ = parted(tmp_path)
    before = rows(one, "act")
    spoil(one)
    with opened(one, ANNA) as notebook:
        assert notebook.tampered()
        notebook.join([read_other(two)])
        assert notebook.tampered() == []
    assert rows(one, "act") == before


def _shorter(act: Act) -> Act:
    return replace(act, id=act.id[:16])


def _late(act: Act) -> Act:
    return replace(act, hlc="f" * 16, id="f" * 16 + act.id[16:])


def _not_json(act: Act) -> Act:
    return replace(act, payload="{")


@pytest.mark.parametrize("change", [_shorter, _late, _not_json])
def test_an_act_that_no_program_writes_is_not_taken_in(
    tmp_path: Path, change: Callable[[Act], Act]
) -> None:
    one, two, note = parted(tmp_path)
    with opened(one, ANNA) as notebook:
        (act,) = notebook.history_of(note)
    with closing(sqlite3.connect(two)) as connection:
        connection.execute("DELETE FROM act")
        put(connection, change(act).sealed())
        connection.commit()
    with opened(one, ANNA) as notebook:
        assert notebook.join([read_other(two)]).damaged == 1


def test_two_acts_of_one_name_are_told_apart(tmp_path: Path) -> None:
    one, two, note = parted(tmp_path)
    with opened(one, ANNA) as notebook:
        (act,) = notebook.history_of(note)
    forged = replace(act, payload=act.payload.replace("first", "forged")).sealed()
    with closing(sqlite3.connect(two)) as connection:
        connection.execute("DELETE FROM act")
        put(connection, forged)
        connection.commit()
    with opened(one, ANNA) as notebook:
        joined = notebook.join([read_other(two)])
        assert (joined.new, joined.damaged) == (0, 1) and texts(notebook) == ["first"]


def test_a_copy_without_a_name_comes_back_as_what_it_was(tmp_path: Path) -> None:
    one, two, note = parted(tmp_path)
    two.unlink()
    with opened(one, ANNA) as mine:
        contents = mine.contents()
        assert contents is not None
        send_copy(two, contents, "Anna")
    with opened(two, BOLAT, LATER) as theirs:
        assert [one.author for one in theirs.notes()] == [""]
        theirs.write(EditNote(note, "Bolat went on"))
    before = rows(one, "act")
    with opened(one, ANNA) as mine:
        joined = mine.join([read_other(two)])
        assert (joined.new, joined.same, joined.conflicts, joined.damaged) == (1, 1, 0, 0)
        assert texts(mine) == ["Bolat went on"]
    assert set(before) <= set(rows(one, "act"))
    with opened(two, BOLAT) as theirs:
        assert theirs.join([read_other(one)]).new == 0
        assert [one.author for one in theirs.notes()] == ["Anna"]
    assert rows(one, "act") == rows(two, "act") and derived(one) == derived(two)
