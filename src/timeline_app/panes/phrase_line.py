"""The phrases of the sentence, one after another on one line that never wraps.

Where the room ends, the last remark goes first and then the longest phrases are cut with "…"; a
cut one is whole in its tooltip.
"""

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from timeline_app.look import fonts
from timeline_app.panes.phrase_button import PhraseButton
from timeline_app.panes.text import as_tooltip

Part = QLabel | PhraseButton

SHORTEST = 72
"""A cut phrase keeps at least this many pixels."""


class PhraseLine(QWidget):
    """Lays its parts out by itself; the last part may be left out."""

    def __init__(self) -> None:
        super().__init__()
        self.parts: list[Part] = []
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)

    def show_parts(self, parts: list[Part]) -> None:
        """Puts these in the place of the old parts."""
        for old in self.parts:
            old.hide()
            old.deleteLater()
        self.parts = parts
        for part in parts:
            part.setParent(self)
            part.show()
        before: QWidget = self
        for part in parts:
            if isinstance(part, PhraseButton):
                QWidget.setTabOrder(before, part)
                before = part
        self.arrange()

    def sizeHint(self) -> QSize:
        return QSize(sum(self._widths()), fonts.scaled(26))

    def least_width(self) -> int:
        """What the parts need uncut; the last one may be left out."""
        return _least(self._widths())

    def minimumSizeHint(self) -> QSize:
        return QSize(120, fonts.scaled(26))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.arrange()

    def _widths(self) -> list[int]:
        return [part.sizeHint().width() for part in self.parts]

    def arrange(self) -> int:
        """Gives every part its place; after a text has changed. Returns `least_width`."""
        sizes = [part.sizeHint() for part in self.parts]
        widths = [size.width() for size in sizes]
        least = _least(widths)
        shown = len(widths)
        if sum(widths) > self.width() and shown > 1:
            shown -= 1
        longest = self._longest(widths[:shown])
        x = 0
        for n, part in enumerate(self.parts):
            part.setVisible(n < shown)
            if n < shown:
                cut = isinstance(part, PhraseButton)
                wide = min(widths[n], longest) if cut else widths[n]
                high = sizes[n].height()
                part.setGeometry(x, (self.height() - high) // 2, wide, high)
                whole = as_tooltip(part.text()) if wide < widths[n] else ""
                if part.toolTip() != whole:
                    part.setToolTip(whole)
                x += wide
        return least

    def _longest(self, widths: list[int]) -> int:
        """The width phrases are cut to, so that all parts fit."""
        phrases = [
            wide
            for wide, part in zip(widths, self.parts, strict=False)
            if isinstance(part, PhraseButton)
        ]
        room = self.width() - (sum(widths) - sum(phrases))
        longest = max(phrases, default=0)
        while longest > SHORTEST and sum(min(wide, longest) for wide in phrases) > room:
            longest -= 1
        return longest


def _least(widths: list[int]) -> int:
    return sum(widths[:-1]) if len(widths) > 1 else sum(widths)
