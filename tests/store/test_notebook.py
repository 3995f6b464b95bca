"""Laws of the notebook: everything can be taken back, everything comes from the log."""

import sqlite3
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from timeline_app.model.annotation import About, HistoryStep, Target
from timeline_app.model.note_commands import AddNote, EditNote, RemoveNote
from timeline_app.store.notebook import Notebook
from timeline_app.store.store_error import Fault, StoreError

from .notebooks import ANNA, BOLAT, EVENT, SetClock, derived, opened, rows

SPEECH = "Начало «Пояса»\n\nthe speech"
WORDS = st.text(min_size=1, max_size=30).filter(lambda text: text.strip())
TAGS = st.lists(st.sampled_from(["visit", "транзит", "to check", "C5+1"]), max_size=3).map(tuple)


class Written(RuleBasedStateMachine):
    """A notebook against a plain model: a list of past states, and a place in it."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = TemporaryDirectory()
        self.path = Path(self.folder.name) / "a.notebook.sqlite"
        self.clock = SetClock()
        self.notebook = opened(self.path, clock=self.clock)
        self.past: list[dict[str, tuple[str, tuple[str, ...]]]] = [{}]
        self.labels: list[str] = []
        self.at = 0

    def teardown(self) -> None:
        self.notebook.close()
        self.folder.cleanup()

    @property
    def now(self) -> dict[str, tuple[str, tuple[str, ...]]]:
        return self.past[self.at]

    def _then(self, now: dict[str, tuple[str, tuple[str, ...]]], label: str) -> None:
        self.past[self.at + 1 :] = [now]
        self.labels[self.at :] = [label]
        self.at += 1

    @rule(text=WORDS, tags=TAGS)
    def add(self, text: str, tags: tuple[str, ...]) -> None:
        act = self.notebook.write(AddNote(EVENT, text, tags))
        self._then({**self.now, act.target: (text, tuple(dict.fromkeys(tags)))}, "write note")

    @precondition(lambda self: self.now)
    @rule(which=st.integers(0, 9), text=WORDS, tags=TAGS)
    def edit(self, which: int, text: str, tags: tuple[str, ...]) -> None:
        note = sorted(self.now)[which % len(self.now)]
        wanted = {**self.now, note: (text, tuple(dict.fromkeys(tags)))}
        self.notebook.write(EditNote(note, text, tags))
        if wanted != self.now:
            self._then(wanted, "edit note")

    @precondition(lambda self: self.now)
    @rule(which=st.integers(0, 9))
    def remove(self, which: int) -> None:
        note = sorted(self.now)[which % len(self.now)]
        self.notebook.write(RemoveNote(note))
        self._then({n: state for n, state in self.now.items() if n != note}, "remove note")

    @rule(steps=st.integers(1, 4))
    def undo(self, steps: int) -> None:
        for _ in range(steps):
            act = self.notebook.undo()
            assert (act is None) == (self.at == 0)
            self.at = max(self.at - 1, 0)

    @rule(steps=st.integers(1, 4))
    def redo(self, steps: int) -> None:
        for _ in range(steps):
            act = self.notebook.redo()
            assert (act is None) == (self.at == len(self.labels))
            self.at = min(self.at + 1, len(self.labels))

    @rule(ms=st.integers(-(10**9), 10**9))
    def set_the_clock(self, ms: int) -> None:
        self.clock.ms += ms

    @rule()
    def reopen(self) -> None:
        self.notebook.close()
        self.notebook = opened(self.path, clock=self.clock)

    @invariant()
    def notes_are_those_of_the_model(self) -> None:
        assert {n.id: (n.text, n.tags) for n in self.notebook.notes()} == self.now

    @invariant()
    def the_menu_names_the_steps(self) -> None:
        undo = self.labels[self.at - 1] if self.at else ""
        redo = self.labels[self.at] if self.at < len(self.labels) else ""
        assert self.notebook.history == HistoryStep(undo, redo)

    @invariant()
    def all_rows_come_from_the_log(self) -> None:
        if not self.path.exists():
            return
        before = derived(self.path)
        self.notebook.rebuild()
        assert derived(self.path) == before
        assert self.notebook.tampered() == []


TestWritten = Written.TestCase
TestWritten.settings = settings(max_examples=15, stateful_step_count=20, deadline=None)


@given(WORDS, TAGS, WORDS, TAGS)
@settings(
    max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_undo_leaves_every_row_as_it_was(
    tmp_path: Path, text: str, tags: tuple[str, ...], after: str, tags_after: tuple[str, ...]
) -> None:
    path = tmp_path / "a.notebook.sqlite"
    path.unlink(missing_ok=True)
    with opened(path) as notebook:
        note = notebook.write(AddNote(EVENT, text, tags)).target
        for command in (
            AddNote(EVENT, after, tags_after),
            EditNote(note, f"{after}!", tags_after),
            RemoveNote(note),
        ):
            before = derived(path)
            notebook.write(command)
            notebook.undo()
            assert derived(path) == before
            notebook.redo()
            redone = derived(path)
            notebook.undo()
            notebook.redo()
            assert derived(path) == redone != before
            notebook.undo()
            assert derived(path) == before


def test_the_log_only_grows(tmp_path: Path) -> None:
    path = tmp_path / "a.notebook.sqlite"
    with opened(path) as notebook:
        notebook.write(AddNote(EVENT, "one"))
        notebook.undo()
        notebook.redo()
        notebook.write(RemoveNote(notebook.notes()[0].id))
        acts = [row[0] for row in rows(path, "act")]
        assert len(acts) == 4
        assert [act.id for act in notebook.history_of(acts[0])] == acts


def test_a_note_is_there_after_closing(tmp_path: Path) -> None:
    path = tmp_path / "a.notebook.sqlite"
    about = About("diplomacy", "1", "Xi in Astana", "2013-09-07")
    with opened(path) as notebook:
        act = notebook.write(AddNote(EVENT, SPEECH, (" belt  road ",), about))
    with opened(path) as notebook:
        (note,) = notebook.notes()
        assert notebook.note(note.id) == note
    assert (note.text, note.tags, note.target) == (SPEECH, ("belt road",), EVENT)
    assert (note.author, note.created, note.act) == ("Anna", "2023-11-14T22:13:20.000Z", act.id)
    assert '"title":"Xi in Astana"' in act.payload


def test_what_changes_nothing_writes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "a.notebook.sqlite"
    with opened(path) as notebook:
        act = notebook.write(AddNote(EVENT, "one", ("a",)))
        assert notebook.write(EditNote(act.target, "one", ("a",))) == act
        assert notebook.restore(act.id) == act
        assert len(rows(path, "act")) == 1


@pytest.mark.parametrize(
    "command",
    [
        AddNote(EVENT, "  \n"),
        AddNote(EVENT, "x" * 1_000_001),
        AddNote(EVENT, "half \ud800 letter"),
        AddNote(Target("event", "\udcff"), "one"),
        AddNote(EVENT, "one", (" ",)),
        AddNote(EVENT, "one", ("x" * 201,)),
        AddNote(EVENT, "one", tuple(str(n) for n in range(101))),
        EditNote("none", "one"),
        RemoveNote("none"),
    ],
    ids=lambda command: type(command).__name__,
)
def test_a_refused_command_makes_no_file(
    tmp_path: Path, command: AddNote | EditNote | RemoveNote
) -> None:
    with opened(tmp_path / "a.notebook.sqlite") as notebook:
        with pytest.raises(StoreError) as refused:
            notebook.write(command)
        assert refused.value.kind is Fault.REFUSED and refused.value.sentence.endswith(".")
        with pytest.raises(StoreError, match="no act"):
            notebook.restore("none")
        assert (notebook.undo(), notebook.redo(), notebook.notes()) == (None, None, [])
    assert list(tmp_path.iterdir()) == []


def test_any_old_state_comes_back(tmp_path: Path) -> None:
    with opened(tmp_path / "a.notebook.sqlite") as notebook:
        first = notebook.write(AddNote(EVENT, "one", ("a",)))
        notebook.write(EditNote(first.target, "two", ()))
        notebook.write(RemoveNote(first.target))
        assert notebook.note(first.target) is None
        notebook.restore(first.id)
        note = notebook.note(first.target)
        assert note is not None and (note.text, note.tags) == ("one", ("a",))
        assert notebook.history.undo == "bring back note"
        notebook.undo()
        assert notebook.note(first.target) is None


def test_each_takes_back_only_what_is_their_own(tmp_path: Path) -> None:
    path = tmp_path / "a.notebook.sqlite"
    with opened(path, ANNA) as anna, opened(path, BOLAT) as bolat:
        note = anna.write(AddNote(EVENT, "Anna's")).target
        bolat.write(AddNote(EVENT, "Bolat's"))
        anna.undo()
        assert [n.text for n in bolat.notes()] == ["Bolat's"]
        assert anna.undo() is None
        anna.redo()
        bolat.write(EditNote(note, "Bolat's words"))
        with pytest.raises(StoreError, match="Bolat has changed this") as refused:
            anna.undo()
        assert refused.value.kind is Fault.REFUSED
        bolat.undo()
        assert {n.text for n in anna.notes()} == {"Anna's", "Bolat's"}


def test_a_clock_set_back_keeps_the_order(tmp_path: Path) -> None:
    clock = SetClock()
    with opened(tmp_path / "a.notebook.sqlite", clock=clock) as notebook:
        for n in range(5):
            notebook.write(AddNote(EVENT, str(n)))
            clock.ms -= 86_400_000
        assert [note.text for note in notebook.notes()] == list("01234")
    with opened(tmp_path / "a.notebook.sqlite", clock=clock) as notebook:
        notebook.write(AddNote(EVENT, "5"))
        notebook.undo()
        assert [note.text for note in notebook.notes()] == list("01234")


def test_a_changed_act_is_found(tmp_path: Path) -> None:
    path = tmp_path / "a.notebook.sqlite"
    with opened(path) as notebook:
        act, other = (notebook.write(AddNote(EVENT, text)) for text in ("one", "two"))
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute(
            "UPDATE act SET payload = replace(payload, 'one', 'won') WHERE id = ?", (act.id,)
        )
    with opened(path) as notebook:
        assert notebook.tampered() == [act.id] != [other.id]
        notebook.rebuild()
        assert notebook.note(act.target).text == "won"
        assert notebook.tampered() == [act.id]


def test_a_changed_row_is_found_and_made_again(tmp_path: Path) -> None:
    path = tmp_path / "a.notebook.sqlite"
    with opened(path) as notebook:
        kept, changed, lost = (notebook.write(AddNote(EVENT, t, ("a",))).id for t in "123")
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE tag SET tag = 'b' WHERE annotation = ?", (changed,))
        connection.execute("DELETE FROM tag WHERE annotation = ?", (lost,))
        connection.execute("DELETE FROM annotation WHERE id = ?", (lost,))
    with opened(path) as notebook:
        assert notebook.tampered() == [changed, lost]
        notebook.rebuild()
        assert notebook.tampered() == [] and notebook.note(kept) is not None
        assert {note.tags for note in notebook.notes()} == {("a",)}


def test_drafts_outlive_the_program_until_they_are_saved(tmp_path: Path) -> None:
    path = tmp_path / "a.notebook.sqlite"
    with opened(path) as notebook:
        notebook.keep_draft("event:x", "half a sen")
        notebook.keep_draft("event:y", "other")
        notebook.keep_draft("event:x", "half a sentence")
    with opened(path) as notebook:
        assert notebook.drafts() == {"event:x": "half a sentence", "event:y": "other"}
        assert notebook.history == HistoryStep()
        with pytest.raises(StoreError):
            notebook.write(AddNote(EVENT, ""), draft="event:x")
        assert "event:x" in notebook.drafts()
        notebook.write(AddNote(EVENT, "whole"), draft="event:x")
        notebook.keep_draft("event:y", "")
        assert notebook.drafts() == {}


def test_one_window_hears_of_the_other(tmp_path: Path) -> None:
    path = tmp_path / "a.notebook.sqlite"
    with opened(path) as one, opened(path) as two:
        assert not one.changed_elsewhere()
        two.write(AddNote(EVENT, "from two"))
        assert one.changed_elsewhere() and not one.changed_elsewhere()
        assert [note.text for note in one.notes()] == ["from two"]
        assert one.history == HistoryStep("write note")
        one.undo()
        assert not one.changed_elsewhere() and two.changed_elsewhere()
        assert two.history == HistoryStep("", "write note")


def test_the_file_opens_in_any_sqlite_browser(tmp_path: Path) -> None:
    path = tmp_path / "a.notebook.sqlite"
    with opened(path) as notebook:
        notebook.write(AddNote(EVENT, "one", ("a", "b")))
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("delete",)
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        assert connection.execute("SELECT target, tag FROM annotation, tag").fetchall() == [
            ("event:xi-astana-2013", "a"),
            ("event:xi-astana-2013", "b"),
        ]
    assert isinstance(Notebook.open(path).notes(), list)
