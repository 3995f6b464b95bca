"""What the log must carry before it is needed: steps of several acts, and two logs in one."""

import sqlite3
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from timeline_app.model.act import Writer
from timeline_app.model.command import Change, Command, Objects
from timeline_app.model.note_commands import AddNote, EditNote, RemoveNote
from timeline_app.store.acts import heads
from timeline_app.store.acts_history import Stacks, Step
from timeline_app.store.notebook import Notebook

from .notebooks import ANNA, BOLAT, EVENT, SetClock, derived, opened, rows


@dataclass(frozen=True)
class Together:
    """Several commands as one step of undo."""

    parts: tuple[Command, ...]
    label: str = "several"

    def changes(self, objects: Objects) -> Sequence[Change]:
        return [change for part in self.parts for change in part.changes(objects)]


def join(into: Path, other: Path) -> None:
    """The union of two logs, and all that is made from it."""
    with closing(sqlite3.connect(into)) as connection:
        connection.execute("ATTACH ? AS other", (str(other),))
        connection.execute("INSERT OR IGNORE INTO act SELECT * FROM other.act")
        connection.commit()
    with opened(into) as notebook:
        notebook.rebuild()


def two_edits(folder: Path, mine: Command, theirs: Command) -> tuple[Path, Path]:
    """A notebook and its copy, each changed after they parted."""
    one, two = folder / "one.sqlite", folder / "two.sqlite"
    two.write_bytes(one.read_bytes())
    with opened(one, ANNA) as notebook:
        notebook.write(mine)
    with opened(two, BOLAT, SetClock(1_800_000_000_000)) as notebook:
        notebook.write(theirs)
    return one, two


def begun(folder: Path) -> str:
    with opened(folder / "one.sqlite", ANNA) as notebook:
        return notebook.write(AddNote(EVENT, "first")).target


def texts(path: Path, writer: Writer = ANNA) -> list[str]:
    with opened(path, writer) as notebook:
        return [note.text for note in notebook.notes()]


def head_texts(notebook: Notebook, note: str) -> set[str]:
    return {act.payload for act in heads(notebook.history_of(note))}


def test_a_step_of_several_acts_is_one_step_of_undo(tmp_path: Path) -> None:
    path = tmp_path / "one.sqlite"
    note = begun(tmp_path)
    with opened(path) as notebook:
        before = derived(path)
        step = Together((AddNote(EVENT, "second"), EditNote(note, "changed"), AddNote(EVENT, "3")))
        notebook.write(step)
        after = derived(path)
        assert len(notebook.notes()) == 3 and notebook.history.undo == "several"
        notebook.undo()
        assert derived(path) == before and notebook.history.redo == "several"
        notebook.redo()
        assert derived(path) == after
        notebook.undo()
        notebook.undo()
        assert notebook.notes() == [] and notebook.tampered() == []


def test_two_edits_that_did_not_know_each_other_are_both_kept(tmp_path: Path) -> None:
    note = begun(tmp_path)
    one, two = two_edits(tmp_path, EditNote(note, "Anna's"), EditNote(note, "Bolat's"))
    join(one, two)
    join(two, one)
    assert rows(one, "act") == rows(two, "act") and derived(one) == derived(two)
    assert texts(one) == ["Bolat's"]
    with opened(one, ANNA) as notebook:
        apart = head_texts(notebook, note)
        assert len(apart) == 2
        settled = notebook.write(EditNote(note, "Anna's and Bolat's"))
        assert len(settled.parents) == 2
        assert [note.text for note in notebook.notes()] == ["Anna's and Bolat's"]
        notebook.undo()
        assert head_texts(notebook, note) == apart
        notebook.redo()
        assert head_texts(notebook, note) == {settled.payload}
        assert notebook.tampered() == []


def test_a_joined_removal_gives_way_to_words(tmp_path: Path) -> None:
    note = begun(tmp_path)
    one, two = two_edits(tmp_path, EditNote(note, "kept"), RemoveNote(note))
    join(one, two)
    assert texts(one) == ["kept"]


def test_a_join_twice_is_a_join(tmp_path: Path) -> None:
    note = begun(tmp_path)
    one, two = two_edits(tmp_path, EditNote(note, "a"), AddNote(EVENT, "b"))
    join(one, two)
    once = rows(one, "act"), derived(one)
    join(one, two)
    assert (rows(one, "act"), derived(one)) == once
    assert sorted(texts(one)) == ["a", "b"]
    with opened(one, BOLAT) as notebook:
        notebook.undo()
        assert [note.text for note in notebook.notes()] == ["a"]
        assert notebook.undo() is None


def test_stacks_forget_what_a_new_step_overtakes() -> None:
    def step(id_: str, undoes: str = "") -> Step:
        return Step(id_, undoes, f"label {id_}")

    def ids(*steps: Step) -> tuple[list[str], list[str]]:
        stacks = Stacks().after(steps)
        return [one.id for one in stacks.undo], [one.id for one in stacks.redo]

    a, b, undo_b, redo_b = step("a"), step("b"), step("u", "b"), step("r", "u")
    assert ids(a, b) == (["a", "b"], [])
    assert ids(a, b, undo_b) == (["a"], ["u"])
    assert ids(a, b, undo_b, redo_b) == (["a", "r"], [])
    assert ids(a, b, undo_b, step("c")) == (["a", "c"], [])
    assert ids(a, step("x", "never seen")) == (["a"], [])
