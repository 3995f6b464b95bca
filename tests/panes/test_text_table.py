"""A table of texts: what it says where it has no rows is read whole."""

from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from timeline_app.look import theme
from timeline_app.panes.list_cells import row_height
from timeline_app.panes.text_table import TextTable

LONG = "Nothing stands here yet, and this is why, in more words than a narrow table has room for."


def test_what_an_empty_table_says_goes_on_in_the_next_line(qtbot: QtBot) -> None:
    table = TextTable((("one", "One"), ("other", "Other")), "A table")
    qtbot.addWidget(table)
    table.say_when_empty(LONG)
    table.resize(240, 200)
    table.show()
    image = table.viewport().grab().toImage()
    ground = QColor(theme.current().canvas)
    rows, right = image.height(), image.width()

    def inked(first: int, last: int, begin: int, end: int) -> bool:
        return any(
            image.pixelColor(x, y) != ground for x in range(first, last) for y in range(begin, end)
        )

    assert inked(0, right, 0, row_height())
    assert inked(0, right, row_height() + 10, rows)
    assert not inked(right - 3, right, 0, rows)


def test_columns_can_be_named_anew(qtbot: QtBot) -> None:
    table = TextTable((("mine", "State"), ("theirs", "Power")), "A table")
    qtbot.addWidget(table)
    table.show_headings((("mine", "Kazakhstan"), ("theirs", "Russia")))
    model = table.model()
    from_header = [model.headerData(n, table.header.orientation()) for n in range(2)]
    assert from_header == ["Kazakhstan", "Russia"]
