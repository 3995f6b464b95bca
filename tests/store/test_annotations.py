"""Laws for everything one can write: each act has an inverse, and all comes from the log."""

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from timeline_app.model.annotation import Target
from timeline_app.model.written.catalogue import BY_NAME
from timeline_app.model.written.commands import Add, Edit, Remove, Together
from timeline_app.store.notebook import Notebook
from timeline_app.store.store_error import StoreError
from written_values import additions, values_of

from .notebooks import ANNA, BOLAT, EVENT, SetClock, derived, opened

State = dict[str, tuple[str, str, Any]]


def standing(notebook: Notebook) -> State:
    return {one.id: (one.kind, str(one.target), dict(one.state)) for one in notebook.written()}


@given(st.lists(additions(), min_size=1, max_size=6))
@settings(max_examples=60, deadline=None)
def test_apply_then_invert_leaves_every_row_the_same(commands: list[Add]) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "n.notebook.sqlite"
        clock = SetClock()
        with opened(path, clock=clock) as notebook:
            for command in commands:
                clock.ms += 1000
                notebook.write(command)
            after = derived(path)
        with opened(path, clock=clock) as notebook:
            undone = 0
            while notebook.undo():
                undone += 1
            assert undone <= len(commands)
            assert not any(derived(path).values())
            while notebook.redo():
                undone -= 1
            assert undone == 0 and derived(path) == after and notebook.tampered() == []


class Walk(RuleBasedStateMachine):
    """A notebook of all kinds against a plain model: a list of past states, and a place in it."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = TemporaryDirectory()
        self.path = Path(self.folder.name) / "a.notebook.sqlite"
        self.clock = SetClock()
        self.notebook = opened(self.path, clock=self.clock)
        self.past: list[State] = [{}]
        self.at = 0

    def teardown(self) -> None:
        self.notebook.close()
        self.folder.cleanup()

    def _then(self) -> None:
        now = standing(self.notebook)
        if now != self.past[self.at]:
            self.past[self.at + 1 :] = [now]
            self.at += 1

    @rule(command=additions())
    def add(self, command: Add) -> None:
        act = self.notebook.write(command)
        assert standing(self.notebook)[act.target][0] == command.kind.name
        self._then()

    @rule(commands=st.lists(additions(), min_size=1, max_size=4))
    def add_several_as_one_step(self, commands: list[Add]) -> None:
        self.notebook.write(Together(commands, "several"))
        self._then()

    @precondition(lambda self: self.past[self.at])
    @rule(which=st.integers(0, 9), given=st.data())
    def edit(self, which: int, given: st.DataObject) -> None:
        id_ = sorted(self.past[self.at])[which % len(self.past[self.at])]
        kind = BY_NAME[self.past[self.at][id_][0]]
        self.notebook.write(Edit(kind, id_, given.draw(values_of(kind))))
        self._then()

    @precondition(lambda self: self.past[self.at])
    @rule(which=st.integers(0, 9))
    def remove(self, which: int) -> None:
        id_ = sorted(self.past[self.at])[which % len(self.past[self.at])]
        self.notebook.write(Remove(BY_NAME[self.past[self.at][id_][0]], id_))
        self._then()
        assert id_ not in standing(self.notebook)

    @rule(steps=st.integers(1, 4))
    def undo(self, steps: int) -> None:
        for _ in range(steps):
            assert (self.notebook.undo() is None) == (self.at == 0)
            self.at = max(self.at - 1, 0)

    @rule(steps=st.integers(1, 4))
    def redo(self, steps: int) -> None:
        for _ in range(steps):
            assert (self.notebook.redo() is None) == (self.at == len(self.past) - 1)
            self.at = min(self.at + 1, len(self.past) - 1)

    @rule()
    def reopen(self) -> None:
        self.notebook.close()
        self.notebook = opened(self.path, clock=self.clock)

    @invariant()
    def what_stands_is_what_the_model_says(self) -> None:
        assert standing(self.notebook) == self.past[self.at]

    @invariant()
    def all_rows_come_from_the_log(self) -> None:
        if self.path.exists():
            before = derived(self.path)
            self.notebook.rebuild()
            assert derived(self.path) == before and self.notebook.tampered() == []


TestWalk = Walk.TestCase
TestWalk.settings = settings(max_examples=15, stateful_step_count=20, deadline=None)


def test_of_one_author_one_star_stands_on_a_target(tmp_path: Path) -> None:
    path = tmp_path / "n.notebook.sqlite"
    star = Add(BY_NAME["star"], {}, EVENT)
    with opened(path) as notebook:
        first = notebook.write(star)
        assert notebook.write(star) == first
        notebook.write(Add(BY_NAME["star"], {}, Target("event", "another")))
    with opened(path, BOLAT) as notebook:
        notebook.write(star)
        assert [one.author for one in notebook.written("star")] == ["Anna", "Anna", "Bolat"]


def test_a_highlight_written_again_changes_its_colour(tmp_path: Path) -> None:
    with opened(tmp_path / "n.notebook.sqlite") as notebook:
        for colour in ("yellow", "green"):
            notebook.write(Add(BY_NAME["highlight"], {"colour": colour}, EVENT))
        (one,) = notebook.written("highlight")
        assert one.said("colour") == "green"
        notebook.undo()
        assert notebook.written("highlight")[0].said("colour") == "yellow"


def test_steps_are_named_by_their_kind(tmp_path: Path) -> None:
    with opened(tmp_path / "n.notebook.sqlite", ANNA) as notebook:
        star = notebook.write(Add(BY_NAME["star"], {}, EVENT))
        assert notebook.history.undo == "star"
        notebook.write(Remove(BY_NAME["star"], star.target))
        assert notebook.history.undo == "remove star"
        notebook.restore(star.id)
        assert notebook.history.undo == "bring back star"


def test_what_is_not_there_is_refused(tmp_path: Path) -> None:
    with opened(tmp_path / "n.notebook.sqlite") as notebook:
        for command in (Edit(BY_NAME["tag"], "none", {"tag": "x"}), Remove(BY_NAME["link"], "no")):
            with pytest.raises(StoreError, match="There is no"):
                notebook.write(command)


def test_what_did_not_change_is_the_same_object_when_it_is_read_again(tmp_path: Path) -> None:
    path = tmp_path / "n.notebook.sqlite"
    with opened(path) as notebook, opened(path, BOLAT) as other:
        notebook.write(Add(BY_NAME["note"], {"text": "one", "tags": ()}, EVENT))
        two = other.write(Add(BY_NAME["note"], {"text": "two", "tags": ()}, EVENT))
        before = notebook.written()
        other.write(Edit(BY_NAME["note"], two.target, {"text": "another"}))
        after = notebook.written()
        assert [one.text for one in after] == ["one", "another"]
        assert after[0] is before[0] and after[1] is not before[1]
        assert after == other.written() == notebook.written("note")
