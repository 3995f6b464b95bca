"""What waits for the next turn of the event loop, and for its rest."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from timeline_app.window.turns import Turns


def test_what_was_asked_to_be_painted_is_painted_by_the_next_turn(qtbot: QtBot) -> None:
    told: list[str] = []

    class Picture(QWidget):
        def paintEvent(self, event: QPaintEvent) -> None:
            told.append("painted")

    picture = Picture()
    qtbot.addWidget(picture)
    picture.show()
    qtbot.waitExposed(picture)
    qtbot.wait(20)
    told.clear()
    turns = Turns(picture)
    picture.update()
    turns.next(lambda: told.append("first"))
    turns.next(lambda: told.append("second"))
    assert not told
    qtbot.waitUntil(lambda: len(told) == 3)
    assert told == ["painted", "first", "second"]


def test_an_act_of_a_turn_may_ask_for_another(qtbot: QtBot) -> None:
    told: list[int] = []
    owner = QObject()
    turns = Turns(owner)

    def again() -> None:
        told.append(len(told))
        if len(told) < 3:
            turns.next(again)

    turns.next(again)
    qtbot.waitUntil(lambda: told == [0, 1, 2])


def test_at_rest_only_the_newest_is_done(qtbot: QtBot) -> None:
    told: list[int] = []
    owner = QObject()
    turns = Turns(owner)
    for n in range(5):
        turns.at_rest(lambda n=n: told.append(n))
        qtbot.wait(5)
    assert not told
    qtbot.waitUntil(lambda: bool(told))
    qtbot.wait(200)
    assert told == [4]
