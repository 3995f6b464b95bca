"""The headings of a list: each click counts, however quickly it comes."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QStandardItemModel
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from timeline_app.panes.list_header import ListHeader


def test_two_quick_clicks_are_two(qtbot: QtBot) -> None:
    header = ListHeader([("date", "Date"), ("title", "Title")])
    qtbot.addWidget(header)
    model = QStandardItemModel(1, 2)
    header.setModel(model)
    header.resize(200, 25)
    header.show()
    clicked: list[int] = []
    header.sectionClicked.connect(clicked.append)
    at = QPoint(header.sectionViewportPosition(1) + 12, 10)
    left, plain = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    for act in (QTest.mouseClick, QTest.mouseDClick, QTest.mouseRelease):
        act(header.viewport(), left, plain, at)
    assert clicked == [1, 1]
