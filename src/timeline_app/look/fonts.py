"""Source Sans 3, loaded from our own files and set by pixel size.

Every size follows the reader's text size, a percentage from 90 to 200.
"""

from functools import lru_cache

from PySide6.QtGui import QFont, QFontDatabase

from timeline_app.places import resources

FAMILY = "Source Sans 3"
FILES = ("SourceSans3-Regular.ttf", "SourceSans3-Semibold.ttf", "SourceSans3-It.ttf")

TITLE = 20.0
SENTENCE = 16.0
STATEMENT = 15.0
BODY = 14.0
LIST = 13.5
LABEL = 13.0
CELL_LABEL = 12.5
CAPTION = 12.0
TICK = 11.5

_percent = 100


def load() -> None:
    """Makes the family known to Qt; needs a QGuiApplication. Where a file is missing, Qt's own
    fallback font is used instead."""
    for name in FILES:
        QFontDatabase.addApplicationFont(str(resources() / "fonts" / name))


def set_percent(percent: int) -> None:
    """From now on fonts are this percentage of their size."""
    global _percent
    _percent = percent
    font.cache_clear()


def percent() -> int:
    """The reader's text size in percent."""
    return _percent


def scaled(px: float) -> int:
    """A measure that must grow with the text, in whole pixels at the reader's text size."""
    return int(px * _percent / 100 + 0.5)


@lru_cache(maxsize=64)
def font(px: float = BODY, semibold: bool = False, italic: bool = False) -> QFont:
    """The font of `px` pixels at 100 % text size. Do not change what this returns; copy it."""
    made = QFont(FAMILY)
    made.setPixelSize(scaled(px))
    made.setWeight(QFont.Weight.DemiBold if semibold else QFont.Weight.Normal)
    made.setItalic(italic)
    made.setHintingPreference(QFont.HintingPreference.PreferVerticalHinting)
    return made
