"""The table of actions holds: words, menus, keys; each key means one thing."""

from collections import Counter

import pytest
from PySide6.QtGui import QKeySequence

from timeline_app.lanes.catalogue import GROUPINGS
from timeline_app.places import resources
from timeline_app.window.action import Action
from timeline_app.window.actions import ACTIONS
from timeline_app.window.menu_names import MENUS, SUBMENUS

ROWS = [pytest.param(row, id=row.key) for row in ACTIONS]


@pytest.mark.parametrize("row", ROWS)
def test_every_action_has_words_and_a_menu(row: Action) -> None:
    assert row.words.strip()
    assert row.menu in dict(MENUS) | SUBMENUS


@pytest.mark.parametrize("row", ROWS)
def test_every_key_is_one_that_qt_knows(row: Action) -> None:
    for key in row.keys:
        assert not QKeySequence(key).isEmpty()
        assert QKeySequence(key).toString() == key


@pytest.mark.parametrize("row", [p for p in ROWS if p.values[0].icon])
def test_every_icon_is_there(row: Action) -> None:
    assert (resources() / "icons" / f"{row.icon}.svg").is_file()


def test_no_key_means_two_things() -> None:
    counted = Counter(key for row in ACTIONS for key in (*row.keys, *row.letters))
    assert [key for key, n in counted.items() if n > 1] == []


def test_no_two_rows_have_one_key_or_one_place() -> None:
    assert len({row.key for row in ACTIONS}) == len(ACTIONS)
    assert len({(row.menu, row.words) for row in ACTIONS}) == len(ACTIONS)


def test_every_grouping_is_an_action() -> None:
    keys = {row.key for row in ACTIONS}
    assert {f"lanes-{grouping.id}" for grouping in GROUPINGS} <= keys


@pytest.mark.parametrize(
    ("keys", "meant"),
    [
        ("Ctrl+F", "search"),
        ("/", "search"),
        ("Ctrl+K", "palette"),
        ("Ctrl+Shift+P", "palette"),
        ("Ctrl+G", "go-to-date"),
        ("M", "note"),
        ("Ctrl+Z", "undo"),
        ("Ctrl+Shift+Z", "redo"),
        ("Ctrl+Y", "redo"),
        ("Q", "pane-detail"),
        ("F4", "pane-detail"),
        ("F1", "manual"),
        ("?", "manual"),
        ("F", "fit"),
        ("F F", "fit-all"),
        ("Ctrl+0", "fit-all"),
        ("W", "zoom-in"),
        ("S", "zoom-out"),
        ("A", "pan-left"),
        ("D", "pan-right"),
        ("+", "zoom-in"),
        ("-", "zoom-out"),
        ("Esc", "step-back"),
        ("Home", "first-event"),
        ("End", "last-event"),
    ],
)
def test_the_keys_are_those_that_hands_expect(keys: str, meant: str) -> None:
    row = next(row for row in ACTIONS if row.key == meant)
    assert keys in (*row.keys, *row.letters)
