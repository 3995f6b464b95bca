"""A part of a widget that is painted once and then put there, for as long as it shows the same."""

from collections.abc import Callable, Hashable

from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QWidget

from timeline_app.look import fonts
from timeline_app.look.theme import current
from timeline_app.look.tokens import Tokens


class Kept:
    """A picture as large as its widget.

    It is painted anew where anything is another: the size, the pixels of the screen, the theme, the
    text size, or the `key`, which must hold all else that the picture follows from.
    """

    def __init__(self) -> None:
        self._key: tuple[Hashable, ...] = ()
        self._picture = QPixmap()

    def of(
        self, widget: QWidget, key: Hashable, paint: Callable[[QPainter, Tokens], None]
    ) -> QPixmap:
        """The picture, with the pixel ratio of its widget; `paint` covers all of it."""
        ratio, tokens = widget.devicePixelRatioF(), current()
        now = (widget.size().toTuple(), ratio, tokens, fonts.percent(), key)
        if now != self._key:
            self._key = now
            self._picture = QPixmap(widget.size() * ratio)
            self._picture.setDevicePixelRatio(ratio)
            painter = QPainter(self._picture)
            paint(painter, tokens)
            painter.end()
        return self._picture
