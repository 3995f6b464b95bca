"""The popover over an event takes the width its words want, and no more than its place has."""

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from timeline_app.canvas.tip import Tip


def test_short_words_stand_on_one_line_each(qtbot: QtBot) -> None:
    over = QWidget()
    qtbot.addWidget(over)
    over.resize(900, 400)
    tip = Tip(over)
    tip.announce("Last US troops leave", "Military base, 21 November 2005. 3 publishers.", QPoint())
    two_lines = tip.height()
    tip.announce("A", "B", QPoint())
    assert tip.height() == two_lines


def test_long_words_wrap_within_their_place(qtbot: QtBot) -> None:
    over = QWidget()
    qtbot.addWidget(over)
    over.resize(200, 400)
    tip = Tip(over)
    tip.announce("A very long title " * 5, "", QPoint(150, 10))
    assert tip.width() <= over.width()
    assert tip.x() >= 0
