"""The theme is put on once for the whole program, and the letters are our own."""

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QFontInfo
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from source_tree import SOURCE
from timeline_app.look import fonts, icons, theme
from timeline_app.look.tokens import DARK, LIGHT
from timeline_app.places import resources


@pytest.fixture
def app(qapp: QApplication) -> Iterator[QApplication]:
    fonts.load()
    yield qapp
    theme.put_on(qapp, theme.Wish("light"))


def test_named_themes_are_taken_as_named(app: QApplication) -> None:
    assert theme.chosen("dark") is DARK
    assert theme.chosen("light") is LIGHT
    assert theme.chosen("system").name in ("light", "dark")


def test_a_theme_reaches_palette_and_painters(app: QApplication) -> None:
    theme.put_on(app, theme.Wish("dark"))
    assert theme.current() is DARK
    assert app.palette().window().color().name().upper() == DARK.bg


def test_text_size_reaches_every_control(app: QApplication, qtbot: QtBot) -> None:
    label = QLabel("Құрмет")
    button = QPushButton("A much longer name than usual")
    for widget in (label, button):
        qtbot.addWidget(widget)
        widget.show()
    theme.put_on(app, theme.Wish("light", 100))
    small, narrow = label.fontInfo().pixelSize(), button.sizeHint().width()
    theme.put_on(app, theme.Wish("light", 200))
    assert label.fontInfo().pixelSize() == 2 * small
    assert button.sizeHint().width() > 1.7 * narrow


@pytest.mark.parametrize("semibold", [False, True])
def test_the_letters_are_ours(app: QApplication, semibold: bool) -> None:
    found = QFontInfo(fonts.font(14, semibold))
    assert found.family() == fonts.FAMILY
    assert found.weight() == (600 if semibold else 400)


def test_every_icon_can_be_drawn_in_any_colour(app: QApplication) -> None:
    for file in (resources() / "icons").glob("*.svg"):
        drawn = icons.pixmap(file.stem, "#B3261E", 16, 2.0).toImage()
        colours = {drawn.pixelColor(x, y).name() for x in range(32) for y in range(32)}
        assert "#b3261e" in colours, file.name


def test_the_programs_icon_has_every_size(app: QApplication) -> None:
    found = {size.width() for size in icons.app_icon().availableSizes()}
    assert found == set(icons.APP_SIZES)


def test_only_icons_that_are_used_are_carried() -> None:
    source = "".join(file.read_text("utf-8") for file in SOURCE.rglob("*.py"))
    files = (resources() / "icons").glob("*.svg")
    assert [file.name for file in files if f'"{file.stem}"' not in source] == []
