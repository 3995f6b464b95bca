"""A button of the toolbar that opens a menu: words, and a chevron that nothing is written over."""

from PySide6.QtGui import QColor, QImage

from timeline_app.look import fonts, icons, theme
from timeline_app.window.main_window import MainWindow
from timeline_app.window.toolbar import MenuButton

WORDS = "Lanes: Organisation"


def _shown(window: MainWindow, narrower: int) -> tuple[MenuButton, QImage]:
    button = window.toolbar.lanes
    button.say(WORDS)
    button.resize(button.sizeHint().width() - narrower, 36)
    return button, button.grab().toImage()


def _inked(button: MenuButton, image: QImage, first: int, last: int) -> int:
    """How many pixels between two columns, but for the frame, are not of the ground."""
    ground = QColor(theme.current().canvas)
    rows = range(4, button.height() - 4)
    return sum(image.pixelColor(x, y) != ground for x in range(first, last) for y in rows)


def test_words_keep_clear_of_the_chevron_however_narrow_it_is(window: MainWindow) -> None:
    for narrower in (0, 10, 30, 60, 90):
        button, image = _shown(window, narrower)
        chevron = button.width() - MenuButton.EDGE - fonts.scaled(icons.SMALL)
        assert _inked(button, image, chevron - 2, chevron) == 0, narrower
        assert _inked(button, image, 10, chevron - 2) > 50
        assert _inked(button, image, chevron, button.width() - MenuButton.EDGE) > 5


def test_the_icon_gives_way_before_the_words(window: MainWindow) -> None:
    """With room for an icon less, all words are there: they begin at the edge and end where they
    would."""
    button, image = _shown(window, 24)
    wide = button.fontMetrics().horizontalAdvance(WORDS)
    begin = MenuButton.EDGE
    assert _inked(button, image, begin, begin + 10) > 10
    assert _inked(button, image, begin + wide - 10, begin + wide) > 10
