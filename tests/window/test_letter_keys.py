"""Letters are known by their place: the same key on a Latin and on a Cyrillic layout."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QPlainTextEdit, QSpinBox, QWidget
from pytestqt.qtbot import QtBot

from timeline_app.window.letter_keys import LetterKeys, chord_of, is_typing, letters_of

NONE, SHIFT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier
CTRL = Qt.KeyboardModifier.ControlModifier
CYRILLIC_SOFT_SIGN = 0x042C
XKB_M, XKB_W, XKB_Z = 58, 25, 52


def pressed(key: int, text: str, scan: int = 0, modifiers: Qt.KeyboardModifier = NONE) -> QKeyEvent:
    return QKeyEvent(QEvent.Type.KeyPress, key, modifiers, scan, 0, 0, text)


@pytest.mark.parametrize(
    ("event", "meant"),
    [
        (pressed(Qt.Key.Key_M.value, "m", XKB_M), "M"),
        (pressed(CYRILLIC_SOFT_SIGN, "ь", XKB_M), "M"),
        (pressed(0x0426, "ц", XKB_W), "W"),
        (pressed(Qt.Key.Key_M.value, "M", XKB_M, SHIFT), "Shift+M"),
        (pressed(Qt.Key.Key_M.value, "m"), "M"),
        (pressed(Qt.Key.Key_M.value, "\r", XKB_M, CTRL), ""),
        (pressed(Qt.Key.Key_Plus.value, "+", 21, SHIFT), "+"),
        (pressed(Qt.Key.Key_Equal.value, "=", 21), "+"),
        (pressed(Qt.Key.Key_Minus.value, "-", 20), "-"),
        (pressed(Qt.Key.Key_Question.value, "?", 61, SHIFT), "?"),
        (pressed(Qt.Key.Key_Slash.value, "/", 61), "/"),
        (pressed(Qt.Key.Key_Period.value, ".", 60), "."),
        (pressed(Qt.Key.Key_Home.value, "", 110), "Home"),
        (pressed(Qt.Key.Key_Home.value, "", 110, SHIFT), ""),
        (pressed(Qt.Key.Key_F5.value, "", 71), ""),
    ],
)
def test_a_key_is_known_by_its_place(
    event: QKeyEvent, meant: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.platform", "linux")
    assert letters_of(event) == meant


@pytest.mark.parametrize(
    ("made", "typing"),
    [(QLineEdit, True), (QPlainTextEdit, True), (QSpinBox, True), (QLabel, False)],
)
def test_who_types(made: type[QWidget], typing: bool, qtbot: QtBot) -> None:
    widget = made()
    qtbot.addWidget(widget)
    assert is_typing(widget) is typing


def test_what_is_only_read_is_not_typed_into(qtbot: QtBot) -> None:
    text, choice = QPlainTextEdit(), QComboBox()
    qtbot.addWidget(text)
    qtbot.addWidget(choice)
    text.setReadOnly(True)
    assert not is_typing(text)
    assert not is_typing(choice)
    assert not is_typing(None)


def test_twice_means_another_thing(qtbot: QtBot) -> None:
    ran: list[str] = []
    keys = LetterKeys(ran.append, lambda: True)
    watched = QWidget()
    qtbot.addWidget(watched)
    for _ in range(3):
        assert keys.eventFilter(watched, pressed(Qt.Key.Key_F.value, "f"))
    assert ran == ["fit", "fit-all", "fit"]


def test_letters_can_be_switched_off(qtbot: QtBot) -> None:
    ran: list[str] = []
    keys = LetterKeys(ran.append, lambda: False)
    watched = QWidget()
    qtbot.addWidget(watched)
    assert not keys.eventFilter(watched, pressed(Qt.Key.Key_F.value, "f"))
    assert ran == []


@pytest.mark.parametrize(
    ("event", "meant"),
    [
        (pressed(0x042F, "", XKB_Z, CTRL), "Ctrl+Z"),
        (pressed(0x042F, "", XKB_Z, CTRL | SHIFT), "Ctrl+Shift+Z"),
        (pressed(Qt.Key.Key_Z.value, "", XKB_Z, CTRL), ""),
        (pressed(0x042F, "я", XKB_Z), ""),
    ],
)
def test_a_chord_is_known_by_its_place_where_the_layout_has_no_latin(
    event: QKeyEvent, meant: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.platform", "linux")
    assert chord_of(event) == meant


def test_a_chord_does_its_action_or_edits_what_one_types(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.platform", "linux")
    ran: list[str] = []
    keys = LetterKeys(ran.append, lambda: True)
    field = QLineEdit("text")
    qtbot.addWidget(field)
    chord = pressed(0x042F, "", XKB_Z, CTRL)
    assert keys.eventFilter(field, chord)
    assert ran == ["undo"]
    with qtbot.waitActive(field):
        field.show()
    field.setFocus()
    field.insert(" more")
    assert keys.eventFilter(field, chord)
    assert (ran, field.text()) == (["undo"], "text")
