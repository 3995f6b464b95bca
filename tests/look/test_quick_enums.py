"""Enums that are made quickly are those that Python would have made."""

import enum
import pickle
import subprocess
import sys
from collections.abc import Iterator
from enum import KEEP, Enum, Flag, IntEnum, IntFlag
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6 import QtCore, QtGui, QtSvg, QtWidgets

from timeline_app.look import quick_enums
from timeline_app.look.quick_enums import make_enums_quickly, quick_enum

pytestmark = pytest.mark.skipif(sys.version_info[:2] != (3, 11), reason="left to Python")

Pairs = list[tuple[str, int]]
KINDS = (Enum, IntEnum, Flag, IntFlag)
PLAINLY = "from timeline_app.look.plain_imports import import_plainly; import_plainly();"
ASKED = """
from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QStyle, QWidget
sides = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
print(repr(sides), ~sides, list(sides), sides & 1 if hasattr(sides, "__index__") else None)
print(Qt.WindowState(12345), Qt.Key(65), [one.name for one in QStyle.StandardPixmap][:5])
print(QWidget().sizePolicy().horizontalPolicy(), QKeySequence.StandardKey.Copy.value)
print(Qt.Key.__module__, Qt.Key.__qualname__, Qt.Key.__doc__, Qt.Key.Key_A.__class__)
"""


def _own(kind: Any, name: str, members: Any, **how: Any) -> Any:
    """As Python makes it, whoever asks."""
    return quick_enums._own(kind, name, members, **how)


def _fields(made: Any) -> dict[str, Any]:
    """All that a class of enums has; its members by what they have."""
    fields: dict[str, Any] = {"is": (made.__name__, made.__qualname__, made.__mro__[1:])}
    for name, field in vars(made).items():
        if isinstance(field, made):
            said = {**vars(field), "__objclass__": vars(field)["__objclass__"] is made}
            fields[name] = said, type(field) is made, repr(field), str(field), hash(field)
        elif name in ("_member_map_", "_value2member_map_"):
            fields[name] = [(key, one.name) for key, one in field.items()]
        else:
            fields[name] = getattr(field, "__func__", field)
    return {
        name: field for name, field in fields.items() if name not in ("__dict__", "__weakref__")
    }


def _of_qt() -> Iterator[Any]:
    """Every enum of the parts of Qt that the window uses."""
    for module in (QtCore, QtGui, QtWidgets, QtSvg):
        for owner in (module, *(getattr(module, name) for name in dir(module))):
            found = (getattr(owner, name, None) for name in dir(owner))
            yield from (one for one in found if isinstance(one, enum.EnumType))


def test_every_enum_of_the_binding_is_the_same_in_each_field() -> None:
    every = {id(one): one for one in _of_qt()}.values()
    assert len(every) > 600
    for one in every:
        kind, how = one.__mro__[1], {"module": "somewhere", "boundary": KEEP}
        pairs = [(name, member.value) for name, member in one.__members__.items()]
        assert quick_enums._is_plain(kind, pairs, how)
        quick = quick_enum(kind, one.__name__, pairs, "somewhere", KEEP)
        assert _fields(quick) == _fields(_own(kind, one.__name__, pairs, **how))


NAMES = st.text("abcXYZ", min_size=1, max_size=3)
NUMBERS = st.integers(-3, 9) | st.integers(-(2**70), 2**70)


@given(st.sampled_from(KINDS), st.dictionaries(NAMES, NUMBERS, max_size=8), st.data())
def test_any_other_would_be_the_same_too(
    kind: Any, members: dict[str, int], data: st.DataObject
) -> None:
    pairs = list(members.items())
    quick = quick_enum(kind, "Made", pairs, "somewhere", KEEP)
    own = _own(kind, "Made", pairs, module="somewhere", boundary=KEEP)
    assert _fields(quick) == _fields(own)
    if members:
        one, other = (data.draw(st.sampled_from(list(members))) for _ in range(2))
        assert _answers(quick, one, other) == _answers(own, one, other)


def _answers(made: Any, one: str, other: str) -> list[str]:
    """What one can do with two members."""
    a, b = made[one], made[other]
    asked = [
        lambda: (a == b, a is b, a in made, made(a.value), list(made), len(made), dir(made)),
        lambda: (a | b, a & b, a ^ b, ~a, list(a | b), a in (a | b)),
        lambda: (made(1 << 20), made(-1)),
        lambda: (a < b, a + 1, int(b)),
        lambda: setattr(made, one, 1),
    ]
    return [_said(question) for question in asked]


def _said(question: Any) -> str:
    try:
        return repr(question())
    except (TypeError, ValueError, AttributeError) as refused:
        return repr(refused)


@pytest.fixture
def quickly(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(enum.EnumType, "_create_", quick_enums._own)
    make_enums_quickly()


@pytest.mark.usefixtures("quickly")
@pytest.mark.parametrize(
    "members",
    [
        "A B",
        ["A", "B"],
        {"A": 1},
        [("name", 1), ("value", 2)],
        [("A", 1), ("B", "2")],
        [("A", True)],
        [["A", 1]],
        [("real", 1)],
    ],
)
def test_what_python_looks_closer_at_is_left_to_it(members: Any) -> None:
    how = {"module": "somewhere", "boundary": KEEP}
    assert not quick_enums._is_plain(IntEnum, members, how)
    made, own = IntEnum("Made", members, **how), _own(IntEnum, "Made", members, **how)
    assert _values(made) == _values(own)


def _values(made: Any) -> list[tuple[str, Any]]:
    return [(one.name, one.value) for one in made]


@pytest.mark.usefixtures("quickly")
@pytest.mark.parametrize("members", [[("A", 1), ("A", 2)], [("_a_", 1)], [("mro", 1)], [("", 1)]])
def test_what_python_refuses_is_refused(members: Pairs) -> None:
    with pytest.raises((TypeError, ValueError)):
        Enum("Made", members)


@pytest.mark.usefixtures("quickly")
def test_an_enum_made_here_belongs_here(monkeypatch: pytest.MonkeyPatch) -> None:
    for members in ([("A", 1)], "A B"):
        kind: Any = IntEnum
        made = kind("made", members)
        monkeypatch.setitem(globals(), "made", made)
        assert made.__module__ == __name__
        assert pickle.loads(pickle.dumps(made.A)) is made.A


def _answered(code: str) -> str:
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return done.stdout


def test_the_binding_takes_them_for_its_own() -> None:
    app = "from PySide6.QtWidgets import QApplication; app = QApplication(['x']);"
    made = "from timeline_app.look import quick_enums; print(quick_enums._empty.cache_info().hits)"
    said, hits = _answered(PLAINLY + app + ASKED + made).rstrip().rsplit("\n", 1)
    assert int(hits) > 100
    assert said == _answered(app + ASKED).rstrip()
