"""Our `dataclass` against Python's own: the same classes, fields, answers and refusals."""

import copy
import dataclasses
import inspect
import pickle
import re
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from source_tree import SOURCE, name_of
from timeline_app import dataclass as ours
from timeline_app.dataclass import dataclass

WAYS: list[dict[str, bool]] = [
    {"frozen": frozen, "eq": eq, "slots": slots}
    for frozen in (False, True)
    for eq in (False, True)
    for slots in (False, True)
]
values = st.none() | st.integers() | st.text(max_size=3)


def _body() -> type:
    class Sample:
        """Some fields of every sort."""

        one: Any
        two: Any
        three: Any = "three"
        many: list[int] = dataclasses.field(default_factory=list)

        def both(self) -> tuple[Any, Any]:
            return self.one, self.two

    return Sample


def _pair(way: dict[str, bool]) -> tuple[Any, Any]:
    """Such a class by our hand and by Python's."""
    mine: Callable[..., Any] = dataclass
    own: Callable[..., Any] = dataclasses.dataclass
    return mine(**way)(_body()), own(**way)(_body())


@dataclass(frozen=True, slots=True)
class Kept:
    """One that pickle finds by its name."""

    one: int
    two: tuple[int, ...] = ()


@given(st.sampled_from(WAYS), st.tuples(values, values), st.tuples(values, values))
def test_it_answers_as_pythons_own(way: dict[str, bool], a: tuple[Any, ...], b: Any) -> None:
    for order in (slice(None), slice(None, None, -1)):  # whichever is asked first
        mine, own = _pair(way)
        asked = (
            lambda made: repr(made(*a)),
            lambda made: made(*a) == made(*b),
            lambda made: made(*a) == made(*a),
            lambda made: made(*a) == "something else",
            lambda made: made(one=a[0], two=a[1], many=[1]).many,
            lambda made: made(*a).many is made(*a).many,
            lambda made: dataclasses.asdict(dataclasses.replace(made(*a), two=b[1])),
            lambda made: [one.name for one in dataclasses.fields(made)],
            lambda made: made.__match_args__,
            lambda made: made(*a).both(),
            lambda made: hasattr(made(*a), "__dict__"),
        )
        for ask in asked[order]:
            assert ask(mine) == ask(own)


@pytest.mark.parametrize("way", WAYS)
def test_it_refuses_as_pythons_own(way: dict[str, bool]) -> None:
    refused: list[list[type[BaseException] | None]] = []
    for made in _pair(way):
        one, kinds = made(1, 2), []
        for act in (
            lambda made=made: made(),
            lambda made=made: made(1, 2, 3, 4, 5),
            lambda made=made: made(1, 2, four=4),
            lambda one=one: setattr(one, "one", 2),
            lambda one=one: delattr(one, "two"),
            lambda made=made: hash(made("a", "b", many=())),
        ):
            try:
                act()
            except (TypeError, AttributeError) as error:
                kinds.append(type(error))
            else:
                kinds.append(None)
        refused.append(kinds)
    assert refused[0] == refused[1]


def test_equal_ones_have_one_hash() -> None:
    assert hash(Kept(1, (2,))) == hash(Kept(1, (2,)))
    assert len({Kept(1), Kept(1), Kept(2)}) == 2


def test_one_that_is_frozen_can_be_copied_and_carried() -> None:
    one = Kept(1, (2, 3))
    assert copy.copy(one) == copy.deepcopy(one) == pickle.loads(pickle.dumps(one)) == one


def test_what_a_class_says_itself_stays() -> None:
    @dataclass(frozen=True, slots=True)
    class Own:
        one: int
        two: int = 0

        def __post_init__(self) -> None:
            object.__setattr__(self, "two", self.one + 1)

        def __repr__(self) -> str:
            return "own"

        def __eq__(self, other: object) -> bool:
            return isinstance(other, Own) and self.one % 2 == other.one % 2

        def __hash__(self) -> int:
            return self.one % 2

    assert Own(1).two == 2
    assert Own(1) == Own(3)
    assert hash(Own(1)) == hash(Own(3)) == 1
    assert repr(Own(1)) == "own"


def test_a_class_adds_its_fields_to_those_of_the_one_above() -> None:
    @dataclass(frozen=True, slots=True)
    class More(Kept):
        three: str = "3"

    assert More(1, (), "x") == More(1, three="x")
    assert repr(More(1)).endswith("More(one=1, two=(), three='3')")
    assert More(1) != Kept(1)


def test_methods_are_written_when_they_are_called() -> None:
    @dataclass(frozen=True, slots=True)
    class Fresh:
        one: int

    before = Fresh.__init__
    Fresh(1)
    after = Fresh.__init__
    Fresh(2)
    assert before is not after
    assert Fresh.__init__ is after
    assert after.__module__ == __name__
    assert ours.__name__ not in Fresh.__eq__.__qualname__


def test_every_class_of_ours_is_made_so() -> None:
    files = [file for file in SOURCE.rglob("*.py") if file != SOURCE / "dataclass.py"]
    own = re.compile(r"^from dataclasses import [^\n]*\bdataclass\b|dataclasses\.dataclass", re.M)
    assert not [name_of(file) for file in files if own.search(file.read_text("utf-8"))]


NAMES = st.lists(
    st.sampled_from(["_0", "_1", "_2", "one", "two", "none", "ö"]), unique=True, max_size=6
)


@given(NAMES, st.integers(0, 6), st.booleans(), st.booleans())
def test_fields_of_any_names_go_where_they_belong(
    names: list[str], given_last: int, frozen: bool, slots: bool
) -> None:
    defaults = {name: f"given {name}" for name in names[len(names) - given_last :]}
    body = {"__annotations__": dict.fromkeys(names, Any), "__doc__": "Some.", **defaults}
    mine: Any = ours.dataclass
    made, own = (
        of(frozen=frozen, slots=slots)(type("Some", (), dict(body)))
        for of in (mine, dataclasses.dataclass)
    )
    few = [n for n, name in enumerate(names) if name not in defaults]
    for args in (few, range(len(names))):
        assert dataclasses.asdict(made(*args)) == dataclasses.asdict(own(*args))
        named = dict(zip(names, args, strict=False))
        assert dataclasses.asdict(made(**named)) == dataclasses.asdict(own(**named))
    assert list(inspect.signature(made).parameters) == list(inspect.signature(own).parameters)
    with pytest.raises(TypeError, match="argument"):
        made(*range(len(names) + 1))
