"""The short form of the sweep of hands, in a process of its own, as it is swept; and that what goes
wrong under them is found."""

import json
import subprocess
from collections.abc import Callable
from random import Random

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QDialog, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from sweeps.chance_hand import ENDS, ChanceHand
from sweeps.hands import listening
from sweeps.watching import TOP, trying

SEED = 77


@pytest.mark.parametrize(("subject", "few"), [("hands", 5), ("hands-on-many", 2)])
def test_a_window_that_is_used_by_chance_raises_nothing_and_keeps_what_was_written(
    subject: str, few: int
) -> None:
    command = trying(subject, SEED, 0, few)
    ran = subprocess.run(command, capture_output=True, text=True, check=True, cwd=TOP)
    ready, *lines = ran.stdout.splitlines()
    assert ready == "ready"
    assert [json.loads(line.split(" ", 2)[2]) for line in lines] == ["ok"] * few


@pytest.fixture
def frame(qtbot: QtBot) -> QWidget:
    """A window with a button."""
    made = QWidget()
    qtbot.addWidget(made)
    made.setLayout(QVBoxLayout())
    made.layout().addWidget(QPushButton("press me"))
    made.resize(300, 200)
    made.show()
    qtbot.waitExposed(made)
    return made


def _act(on: QWidget, words: str, does: Callable[[], object]) -> None:
    made = QAction(words, on)
    made.setObjectName(words)
    made.triggered.connect(does)


def test_hands_do_all_that_can_be_done_but_end_the_sitting(frame: QWidget) -> None:
    done: list[str] = []
    for words in ("one", "other", *ENDS):
        _act(frame, words, lambda _=False, words=words: done.append(words))
    frame.findChildren(QPushButton)[0].clicked.connect(lambda: done.append("pressed"))
    hand = ChanceHand(frame, Random(3))
    for _ in range(120):
        hand.act()
    hand.stop()
    assert QApplication.keyboardModifiers() == Qt.KeyboardModifier.NoModifier
    assert set(done) == {"one", "other", "pressed"}


def test_a_dialog_is_answered_and_what_it_held_up_goes_on(frame: QWidget) -> None:
    over: list[int] = []
    _act(frame, "ask", lambda: over.append(QDialog(frame).exec()))
    hand = ChanceHand(frame, Random(5))
    while len(over) < 3:
        hand.act()
    hand.stop()
    assert QApplication.keyboardModifiers() == Qt.KeyboardModifier.NoModifier
    assert any("QDialog" in done for done in hand.done)


def test_what_is_raised_under_the_hands_is_heard(frame: QWidget) -> None:
    def fall() -> None:
        raise LookupError("gone")

    _act(frame, "fall", fall)
    with listening() as heard:
        hand = ChanceHand(frame, Random(1))
        while not heard.said:
            hand.act()
        hand.stop()
    assert "LookupError: gone" in heard.said[0]
