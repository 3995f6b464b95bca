"""The dock under the centre: tabs that collapse to their bar."""

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from timeline_app.look import fonts, icons, theme
from timeline_app.words.tr import grouped, tr

TAB_BAR = 32
_EDGE = 6
_BESIDE_TITLE = 36
"""What a tab needs beside its sign and its title."""


class _Head(QFrame):
    """The bar in which the tabs stand. It places them itself: a number in a tab follows a brush,
    and a layout would ask everything around it at every move whether it still fits."""

    def __init__(self, tabs: QTabBar, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("look", "tabs")
        self._tabs = tabs
        tabs.setParent(self)
        tabs.currentChanged.connect(self._place)  # its title is bold, and so wider, from now on

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Resize):
            self._place()
        return done

    def _place(self) -> None:
        room = self.contentsRect().adjusted(_EDGE, 0, -_EDGE, 0)
        wide = min(self._tabs.sizeHint().width(), room.width())
        self._tabs.setGeometry(room.left(), room.top(), wide, room.height())


class Dock(QFrame):
    """Panes behind tabs. A click on the open tab collapses the dock, any other click opens it.

    `opened` tells whether a pane is in sight, `turned` that it is another. Where the titles of all
    have no room, the tabs that are not open show their sign alone.
    """

    opened = Signal(bool)
    turned = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("look", "dock")
        self.setAccessibleName(tr("Dock"))
        self._titles: dict[int, str] = {}
        self._tall: set[QWidget] = set()
        self._counts: dict[int, int | None] = {}
        self._told: dict[int, tuple[str, str]] = {}
        self._tabs = QTabBar(self)
        self._tabs.setAccessibleName(tr("Panes under the timeline"))
        self._tabs.setExpanding(False)
        self._tabs.setDrawBase(False)
        self._tabs.setElideMode(Qt.TextElideMode.ElideNone)
        self._stack = QStackedWidget(self)
        self._head = _Head(self._tabs, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 1, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head)
        column.addWidget(self._stack, 1)
        self._tabs.currentChanged.connect(self._turn)
        self._tabs.tabBarClicked.connect(self._clicked)
        self.put_on_theme()

    @property
    def wants_tall(self) -> bool:
        """Whether the pane in sight wants more room than a list."""
        return self.is_open() and self._stack.currentWidget() in self._tall

    def add(self, pane: QWidget, title: str, tall: bool = False) -> None:
        """A pane with its tab, last in the row; one that is `tall` wants more room than a list."""
        if tall:
            self._tall.add(pane)
        self._stack.addWidget(pane)
        self._titles[self._tabs.count()] = title
        self._tabs.addTab(title)
        self._told.clear()
        self._name_tabs()
        pane.setVisible(pane is self._stack.currentWidget())

    def take(self, pane: QWidget) -> None:
        """Gives the pane back; its tab goes."""
        at = self._stack.indexOf(pane)
        if at < 0:
            return
        self._stack.removeWidget(pane)
        self._tall.discard(pane)
        self._tabs.removeTab(at)
        del self._titles[max(self._titles)]
        self._counts.pop(at, None)
        self._told.clear()

    def holds(self, pane: QWidget) -> bool:
        """True while the pane lives here."""
        return self._stack.indexOf(pane) >= 0

    def bring(self, pane: QWidget) -> None:
        """Shows the pane's tab, opening the dock."""
        self._tabs.setCurrentIndex(self._stack.indexOf(pane))
        self.set_open(True)

    def count(self, numbers: Mapping[QWidget, int | None]) -> None:
        """Writes the number of rows of each pane behind its tab's title."""
        counts = self._counts | {self._stack.indexOf(pane): n for pane, n in numbers.items()}
        if counts != self._counts:
            self._counts = counts
            self._name_tabs()

    def set_icon(self, pane: QWidget, name: str) -> None:
        """The sign before the tab's title, in the theme and text size in force."""
        side = fonts.scaled(icons.SIZE)
        self._tabs.setIconSize(QSize(side, side))
        drawn = icons.icon(name, theme.current().ink2, size=side)
        self._tabs.setTabIcon(self._stack.indexOf(pane), drawn)
        self._name_tabs()  # with smaller signs there may be room for more

    def is_open(self) -> bool:
        """False while only the tab bar is seen."""
        return self._stack.isVisibleTo(self)

    def set_open(self, wanted: bool) -> None:
        """Opens the dock, or collapses it to its tab bar."""
        if wanted == self.is_open():
            return
        self._stack.setVisible(wanted)
        self._bound()
        self.opened.emit(wanted)

    def put_on_theme(self) -> None:
        """Measures of the text size in force."""
        self._head.setFixedHeight(max(fonts.scaled(TAB_BAR), TAB_BAR))
        self._bound()
        self._name_tabs()

    def _bound(self) -> None:
        bar = max(fonts.scaled(TAB_BAR), TAB_BAR) + 1
        self.setMaximumHeight(16_777_215 if self.is_open() else bar)
        self.setMinimumHeight(bar + (fonts.scaled(60) if self.is_open() else 0))

    def _turn(self, index: int) -> None:
        self._stack.setCurrentIndex(index)
        self._name_tabs()
        self.turned.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._name_tabs()

    def _name_tabs(self) -> None:
        """Titles with their numbers; where room is short the chosen one's alone has its number,
        and then the chosen one alone its title."""
        names = [self._named(at) for at in range(self._tabs.count())]
        for at, (name, told) in enumerate(zip(names, self._fitting(names), strict=True)):
            if self._told.get(at) == (told, name):
                continue  # a number follows the brush: Qt asks nothing of a tab that stays
            self._told[at] = told, name
            self._tabs.setTabText(at, told)
            self._tabs.setAccessibleTabName(at, name)
            self._tabs.setTabToolTip(at, "" if told else name)

    def _fitting(self, names: list[str]) -> list[str]:
        """The longest of the three forms that has room."""
        chosen, room = self._tabs.currentIndex(), self.width() - 2 * _EDGE
        plain = [name if at == chosen else self._titles[at] for at, name in enumerate(names)]
        if self._wide(names) <= room:
            return names
        if self._wide(plain) <= room:
            return plain
        return [name if at == chosen else "" for at, name in enumerate(names)]

    def _wide(self, told: list[str]) -> int:
        """How wide tabs of these words are, in px."""
        metrics = self._tabs.fontMetrics()
        beside = self._tabs.iconSize().width() + _BESIDE_TITLE
        return sum(metrics.horizontalAdvance(one) + beside for one in told)

    def _named(self, at: int) -> str:
        n = self._counts.get(at)
        return self._titles[at] if n is None else f"{self._titles[at]}  {grouped(n)}"

    def _clicked(self, index: int) -> None:
        if index >= 0:
            self.set_open(not (self.is_open() and index == self._tabs.currentIndex()))
