"""The head of the strip under the lanes, which says what it shows and lets one choose another."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from timeline_app.look import fonts, icons, theme
from timeline_app.session.strip_ids import BALANCE, COUNTS, SERIES, VOTES
from timeline_app.words.tr import mark, tr

STRIPS: tuple[tuple[str, str], ...] = (
    (COUNTS, mark("Events by vector")),
    (BALANCE, mark("Vector balance")),
    (VOTES, mark("Votes in the UN")),
    (SERIES, mark("Chosen series")),
)
"""What the strip can show: key and title."""

LEFT_PX, TOP_PX, HIGH_PX = 5, 3, 24


class StripSwitch(QToolButton):
    """`wanted` carries the key of what the reader wants to see instead."""

    wanted = Signal(str)

    def __init__(self, shown: str, parent: QWidget) -> None:
        super().__init__(parent)
        title = next(tr(words) for key, words in STRIPS if key == shown)
        self.setProperty("look", "strip")
        self._head_px = 0
        self.say(title)
        self.setToolTip(tr("Choose what is shown under the timeline"))
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self.setMenu(self._choices(shown))

    def say(self, title: str) -> None:
        """Names what the strip shows just now."""
        if title == self.text():
            return
        self.setText(title)
        self.setAccessibleName(tr("Chart under the timeline: {chart}", chart=title))
        if self._head_px:
            self.place(self._head_px)

    def place(self, head_px: int) -> None:
        """Takes its place in a head column of this width, in the text size and theme in force."""
        self._head_px = head_px
        side = fonts.scaled(icons.SMALL)
        self.setIcon(icons.icon("chevron-down", theme.current().ink2, size=side))
        wide = min(self.sizeHint().width(), head_px - LEFT_PX - 2)
        self.setGeometry(LEFT_PX, TOP_PX, wide, max(HIGH_PX, fonts.scaled(HIGH_PX)))

    def _choices(self, shown: str) -> QMenu:
        menu, group = QMenu(self), QActionGroup(self)
        for key, words in STRIPS:
            choice = menu.addAction(tr(words))
            choice.setCheckable(True)
            choice.setActionGroup(group)
            choice.setChecked(key == shown)
            choice.triggered.connect(partial(self._choose, key))
        self._shown = shown
        menu.aboutToShow.connect(self._tick)
        return menu

    def _tick(self) -> None:
        """A menu belongs to one strip: whatever was chosen last, it is this strip that is seen."""
        for (key, _), choice in zip(STRIPS, self.menu().actions(), strict=True):
            choice.setChecked(key == self._shown)

    def _choose(self, key: str, *_: object) -> None:
        if key != self._shown:
            self.wanted.emit(key)
