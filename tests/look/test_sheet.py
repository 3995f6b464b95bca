"""The sheet as it is painted: what a control can do is seen on it."""

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPushButton
from pytestqt.qtbot import QtBot

from timeline_app.look.sheet import style_sheet
from timeline_app.look.tokens import THEMES


@pytest.mark.parametrize("name", sorted(THEMES))
@pytest.mark.parametrize("look", ["primary", "default"])
def test_a_leading_button_that_can_do_nothing_does_not_lead(
    qtbot: QtBot, name: str, look: str
) -> None:
    dialog = QDialog()
    qtbot.addWidget(dialog)
    dialog.setStyleSheet(style_sheet(THEMES[name]))
    box = QDialogButtonBox(dialog)
    button = box.addButton("Restore", QDialogButtonBox.ButtonRole.AcceptRole)
    assert isinstance(button, QPushButton)
    if look == "primary":
        button.setProperty("look", "primary")
    else:
        button.setDefault(True)
    dialog.show()
    ink = QColor(THEMES[name].ink)
    for enabled in (True, False):
        button.setEnabled(enabled)
        image = button.grab().toImage()
        ground = image.pixelColor(4, image.height() // 2)
        assert (ground == ink) is enabled
