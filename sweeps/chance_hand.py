"""Hands that do anything at all to a window: actions, clicks, drags, keys, letters, wheels."""

from collections.abc import Callable, Sequence
from random import Random
from typing import TypeVar

import shiboken6
from PySide6.QtCore import QEvent, QPoint, Qt, QTimer
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from benchmarks.children.hand import Hand

Of = TypeVar("Of")

ENDS = frozenset({"quit"})
"""What ends the sitting; of that nothing more can be asked."""

_LOOKS_UP_MS, _TOLD = 40, 6
_NOTCHES = (-3, -1, 1, 3)
_SIZES = (700, 1900), (500, 1100)
_WORDS = ("gas", "2014", "Россия", "a note", '"', "1991-12~", "kind:visit", ":", "Қазақстан")
_NO_KEYS, _CTRL, _SHIFT, _ALT = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)
_HELD = (*[_NO_KEYS] * 5, _CTRL, _SHIFT, _ALT, _CTRL | _SHIFT)
_KEYS = (
    *(Qt.Key(key) for key in range(Qt.Key.Key_A, Qt.Key.Key_Z + 1)),
    *(Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Tab),
    *(Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown),
    *(Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Space, Qt.Key.Key_Backspace),
    *(Qt.Key.Key_Delete, Qt.Key.Key_Plus, Qt.Key.Key_Minus, Qt.Key.Key_Slash),
    *(Qt.Key.Key_F1, Qt.Key.Key_F6),
)
_IN_DIALOGS = Qt.Key.Key_Tab, Qt.Key.Key_Return, Qt.Key.Key_Down, Qt.Key.Key_Space, Qt.Key.Key_A


class ChanceHand:
    """Does what chance says to whatever is seen of a window and its dialogs. `done` tells all
    that was done, the last act last."""

    def __init__(self, frame: QWidget, random: Random) -> None:
        self._frame, self._random = frame, random
        self.done: list[str] = []
        self._acts: Sequence[tuple[int, Callable[[], None]]] = (
            (25, self._action),
            (25, self._press),
            (20, self._key),
            (10, self._letters),
            (10, self._wheel),
            (3, self._resize),
        )
        self._at_work = True
        self._look_up()

    def act(self) -> None:
        """One act, until all of it is painted."""
        weights, acts = zip(*self._acts, strict=True)
        self._random.choices(acts, weights)[0]()
        QApplication.processEvents()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)

    def told(self) -> str:
        """The last that was done."""
        return f"{len(self.done)} acts: {'; '.join(self.done[-_TOLD:])}"

    def stop(self) -> None:
        """Closes what is open over the window, and lets go of every key."""
        self._at_work = False
        while over := _over():
            over.close()
        # Qt goes by the last event where it asks which are held
        QTest.keyRelease(self._frame, Qt.Key.Key_Escape, _NO_KEYS)

    def _one(self, of: Sequence[Of]) -> Of | None:
        return self._random.choice(of) if of else None

    def _spot(self, on: QWidget) -> QPoint:
        return QPoint(self._random.randrange(on.width()), self._random.randrange(on.height()))

    def _seen(self) -> QWidget | None:
        return self._one([w for w in self._frame.findChildren(QWidget) if _is_seen(w)])

    def _action(self) -> None:
        every = self._frame.findChildren(QAction)
        can = [a for a in every if a.isEnabled() and a.text() and not a.menu()]
        chosen = self._one([a for a in can if a.objectName() not in ENDS])
        if chosen is not None:
            self.done.append(f"action {chosen.objectName() or chosen.text()}")
            chosen.trigger()

    def _press(self) -> None:
        on = self._seen()
        if on is None:
            return
        right = self._random.random() < 1 / 7
        button = Qt.MouseButton.RightButton if right else Qt.MouseButton.LeftButton
        held, at, way = self._random.choice(_HELD), self._spot(on), self._random.random()
        self.done.append(f"press {type(on).__name__} {at.toTuple()} {held}")
        if way < 0.2:
            QTest.mouseDClick(on, button, held, at)
        elif way < 0.6:
            QTest.mouseClick(on, button, held, at)
        else:
            QTest.mousePress(on, button, held, at)
            for _ in range(4):
                if shiboken6.isValid(on) and _is_seen(on):
                    QTest.mouseMove(on, at := self._spot(on))
            if shiboken6.isValid(on):
                QTest.mouseRelease(on, button, held, at)

    def _key(self) -> None:
        on, key = self._focused(), self._random.choice(_KEYS)
        held = self._random.choice(_HELD)
        if key == Qt.Key.Key_Q and held & _CTRL:
            return  # it ends the sitting
        self.done.append(f"key {type(on).__name__} {key.name} {held}")
        QTest.keyClick(on, key, held)

    def _letters(self) -> None:
        on, word = self._focused(), self._random.choice(_WORDS)
        self.done.append(f"letters {type(on).__name__} {word}")
        for letter in word:
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                if shiboken6.isValid(on):
                    QApplication.sendEvent(on, QKeyEvent(kind, 0, _NO_KEYS, letter))

    def _wheel(self) -> None:
        on = self._seen()
        if on is None:
            return
        at, notches = self._spot(on), self._random.choice(_NOTCHES)
        held = self._random.choice(_HELD)
        self.done.append(f"wheel {type(on).__name__} {notches} {held}")
        Hand(on, held).turn(at.x(), at.y(), notches)

    def _resize(self) -> None:
        wide, high = (self._random.randrange(*of) for of in _SIZES)
        self.done.append(f"size {wide} {high}")
        self._frame.resize(wide, high)

    def _focused(self) -> QWidget:
        return QApplication.focusWidget() or self._frame

    def _look_up(self) -> None:
        """What a dialog holds up is gone on with from within it, and so is what holds up that."""
        if self._at_work:
            QTimer.singleShot(_LOOKS_UP_MS, self._look_up)  # anew: one that runs comes in no other
            self._answer()

    def _answer(self) -> None:
        """What is open over the window is pressed, typed at or closed."""
        over = _over()
        if over is None:
            return
        way = self._random.random()
        buttons = [b for b in over.findChildren(QAbstractButton) if _is_seen(b) and b.isEnabled()]
        button = self._one(buttons)
        self.done.append(f"over it {type(over).__name__}")
        if way < 0.35 and button is not None:
            self.done[-1] += f" {button.text()}"
            button.click()
        elif way < 0.5:
            QTest.keyClick(over, self._random.choice(_IN_DIALOGS))
        else:
            over.close()


def _is_seen(widget: QWidget) -> bool:
    return widget.isVisible() and widget.width() > 3 and widget.height() > 3


def _over() -> QWidget | None:
    return QApplication.activeModalWidget() or QApplication.activePopupWidget()
