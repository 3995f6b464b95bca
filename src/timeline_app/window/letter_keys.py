"""Letters that act by the key's place, so that a Cyrillic layout works; never while one types.

Qt's shortcuts know the letter a layout gives, not the key. So the window's own key presses are read
before they reach a widget, and the key is known by its scan code (where there is none, by letter).
"""

import sys
from collections.abc import Callable

from PySide6.QtCore import QElapsedTimer, QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

from timeline_app.window.actions import ACTIONS

TWICE_MS = 500
_SIGNS = {"+": "+", "=": "+", "-": "-", "_": "-", "/": "/", "?": "?"}
_ROWS = {16: "QWERTYUIOP", 30: "ASDFGHJKL", 44: "ZXCVBNM,./"}
_PLACES = {first + n: key for first, row in _ROWS.items() for n, key in enumerate(row)}
_XKB_OFFSET = 8
_LATIN_END = 0x100
_EDITING = frozenset({"Ctrl+Z", "Ctrl+Shift+Z", "Ctrl+Y", "Ctrl+X", "Ctrl+C", "Ctrl+V", "Ctrl+A"})
"""What a field that is written in does by itself."""
_NAMED = {
    Qt.Key.Key_Home.value: "Home",
    Qt.Key.Key_End.value: "End",
    Qt.Key.Key_PageUp.value: "PgUp",
    Qt.Key.Key_PageDown.value: "PgDown",
}


class LetterKeys(QObject):
    """Watches the window's keys; `run` is called with the key of the action that was meant.

    `run` answers nothing; `wanted` tells whether letters act at all (a setting).
    """

    def __init__(self, run: Callable[[str], None], wanted: Callable[[], bool]) -> None:
        super().__init__()
        self._run = run
        self._wanted = wanted
        self._actions = {letters: row.key for row in ACTIONS for letters in row.letters}
        self._chords = {chord: row.key for row in ACTIONS for chord in row.keys}
        self._last = ""
        self._since = QElapsedTimer()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if QApplication.activePopupWidget() or QApplication.activeModalWidget():
            return False
        typing = is_typing(QApplication.focusWidget())
        chord = chord_of(event)
        if chord and not (typing and chord in _EDITING):
            return self._do(self._chords.get(chord, ""))
        if chord or typing or not self._wanted():
            return self._edit(event, chord)
        letters = letters_of(event)
        if letters in _NAMED.values() and scrolls(QApplication.focusWidget()):
            return False
        return self._do(self._meant(letters))

    def _do(self, key: str) -> bool:
        if key:
            self._run(key)
        return bool(key)

    def _edit(self, event: QKeyEvent, chord: str) -> bool:
        """Gives the field that is written in the Latin key it knows."""
        field = QApplication.focusWidget()
        if not chord or field is None:
            return False
        pressed = QKeyEvent(QEvent.Type.KeyPress, ord(chord[-1]), event.modifiers())
        QApplication.sendEvent(field, pressed)
        return True

    def _meant(self, letters: str) -> str:
        """The action's key; the same letter twice in quick succession may mean another one."""
        twice = f"{self._last} {letters}"
        quick = self._since.isValid() and self._since.elapsed() < TWICE_MS
        if quick and twice in self._actions:
            self._last = ""
            return self._actions[twice]
        self._last = letters
        self._since.start()
        return self._actions.get(letters, "")


def is_typing(widget: QWidget | None) -> bool:
    """True while letters belong to a text."""
    if isinstance(widget, QLineEdit | QPlainTextEdit | QTextEdit):
        return not widget.isReadOnly()
    if isinstance(widget, QComboBox):
        return widget.isEditable()
    return isinstance(widget, QAbstractSpinBox)


def scrolls(widget: QWidget | None) -> bool:
    """True where Home, End and the page keys move within what has the focus."""
    return isinstance(widget, QAbstractScrollArea)


def letters_of(event: QKeyEvent) -> str:
    """The key that was pressed, as the table of actions writes it: "M", "Shift+M", "/", or ""."""
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    if modifiers & ~Qt.KeyboardModifier.ShiftModifier:
        return ""
    if event.key() in _NAMED:
        return "" if modifiers else _NAMED[event.key()]
    if event.text() in _SIGNS:
        return _SIGNS[event.text()]
    place = _PLACES.get(_evdev(event.nativeScanCode())) or _by_letter(event.key())
    if place and modifiers:
        return f"Shift+{place}" if place.isalpha() else ""
    return place


def chord_of(event: QKeyEvent) -> str:
    """Ctrl with the key at this place ("Ctrl+Z"), where the layout has no Latin letter for it and
    Qt's shortcuts therefore do not know it; else ""."""
    modifiers = event.modifiers()
    place = _PLACES.get(_evdev(event.nativeScanCode()), "")
    if not modifiers & Qt.KeyboardModifier.ControlModifier or not place or event.key() < _LATIN_END:
        return ""
    shift = "Shift+" if modifiers & Qt.KeyboardModifier.ShiftModifier else ""
    return f"Ctrl+{shift}{place}"


def _evdev(scan_code: int) -> int:
    """The code of a key's place: X11 and Wayland add 8 to it, Windows gives it as it is."""
    return scan_code - _XKB_OFFSET if sys.platform.startswith("linux") else scan_code


def _by_letter(key: int) -> str:
    """Where no scan code is known; Latin layouts only."""
    letter = chr(key) if 32 < key < 128 else ""
    return letter if letter in _PLACES.values() else ""
