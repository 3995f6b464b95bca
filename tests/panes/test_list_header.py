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
    QTest.mouseDClick(
        header.viewport(),
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
        QPoint(header.sectionViewportPosition(1) + 12, 10),
    )
    assert clicked == [1, 1]
