"""What is true of every kind of thing one can write."""

import pytest
from hypothesis import given

from timeline_app.model.annotation import Target
from timeline_app.model.command import Change, RefusedError, State
from timeline_app.model.written.catalogue import BY_NAME, KINDS
from timeline_app.model.written.commands import Add, Edit
from written_values import additions

EVENT = Target("event", "e")


class Held:
    """The objects of a notebook that is written by one person."""

    def __init__(self) -> None:
        self.states: dict[tuple[str, str], State] = {}

    def state(self, kind: str, target: str) -> State | None:
        return self.states.get((kind, target))

    def mine(self, kind: str, target: str) -> list[tuple[str, State]]:
        return [
            (id_, state)
            for (of, id_), state in self.states.items()
            if of == kind and state.get("target", "") == target
        ]

    def put(self, change: Change) -> str:
        id_ = change.target or f"n{len(self.states)}"
        assert change.state is not None
        self.states[change.kind, id_] = change.state
        return id_


def written(kind: str, target: Target | None = None, **values: object) -> State:
    (change,) = Add(BY_NAME[kind], values, target).changes(Held())
    assert change.state is not None
    return change.state


def test_names_words_and_options_are_each_for_one_thing() -> None:
    assert len({kind.name for kind in KINDS}) == len({kind.word for kind in KINDS}) == len(KINDS)
    for kind in KINDS:
        options = [option for field in kind.fields for option in field.options]
        options += [*kind.target_options, "--event", "--batch"] if kind.on else ["--batch"]
        assert len(set(options)) == len(options), kind.name
        assert set(kind.once or ()) <= {field.name for field in kind.fields}


@given(additions())
def test_what_was_written_is_written_again_alike(command: Add) -> None:
    """A state put in as values comes out the same: it can be edited and imported."""
    held = Held()
    (change,) = command.changes(held)
    id_ = held.put(change)
    assert change.state is not None
    (again,) = Edit(command.kind, id_, change.state).changes(held)
    assert again == Change(command.kind.name, id_, change.state)


@given(additions(tuple(kind for kind in KINDS if kind.once is not None)))
def test_what_is_there_once_is_changed_when_written_again(command: Add) -> None:
    held = Held()
    id_ = held.put(*command.changes(held))
    (again,) = command.changes(held)
    assert again.target == id_


@pytest.mark.parametrize(
    ("kind", "target", "values"),
    [
        ("note", EVENT, {}),
        ("note", None, {"text": "x"}),
        ("note", EVENT, {"text": 4}),
        ("note", EVENT, {"text": "x", "tags": "one"}),
        ("tag", EVENT, {}),
        ("tag", EVENT, {"tag": "x" * 201}),
        ("highlight", EVENT, {"colour": "mauve"}),
        ("highlight", EVENT, {"colour": "#12345"}),
        ("judgement", EVENT, {}),
        ("judgement", EVENT, {"judgement": "perhaps"}),
        ("link", EVENT, {"to": "event:e"}),
        ("link", EVENT, {"to": "nothing:e"}),
        ("link", Target("period", "2014"), {"to": "event:x"}),
        ("correction", EVENT, {"field": "date"}),
        ("correction", EVENT, {"field": "date", "value": "2014-13"}),
        ("correction", EVENT, {"field": "colour", "value": "x"}),
        ("own_event", None, {"title": "x"}),
        ("own_event", None, {"title": "x", "edtf": "soon"}),
        ("own_event", None, {"title": "x", "edtf": "2014", "vectors": ["Mars"]}),
        ("own_event", EVENT, {"title": "x", "edtf": "2014"}),
        ("thesis", None, {"text": " "}),
        ("thesis", None, {"text": "x", "for": ["event:a"], "against": ["event:a"]}),
    ],
)
def test_what_makes_no_sense_is_refused_with_a_sentence(
    kind: str, target: Target | None, values: dict[str, object]
) -> None:
    with pytest.raises(RefusedError) as refused:
        Add(BY_NAME[kind], values, target).changes(Held())
    assert refused.value.sentence.endswith((".", "?"))


def test_words_are_understood_in_other_spellings() -> None:
    assert written("judgement", EVENT, judgement="Needs a source")["judgement"] == "needs-source"
    assert written("link", EVENT, to="other", link="led to")["link"] == "led-to"
    assert written("link", EVENT, to="other", link="paved the way for")["link"] == (
        "paved the way for"
    )
    assert written("link", EVENT, to="other")["to"] == "event:other"
    assert written("highlight", EVENT)["colour"] == "yellow"
    corrected = written("correction", EVENT, field="edtf", value=" 2014-03 ")
    assert (corrected["field"], corrected["value"]) == ("date", "2014-03")
    assert written("own_event", None, title=" A  visit ", edtf="2014-03 ")["title"] == "A visit"
