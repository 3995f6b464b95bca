"""The toolbar: undo and redo, search, lanes and states, zoom, note, the three panes."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QMenu,
    QStyle,
    QStyleOptionToolButton,
    QStylePainter,
    QToolButton,
    QWidget,
)

from timeline_app.lanes.catalogue import GROUPINGS
from timeline_app.look import fonts, icons, theme
from timeline_app.session.snapshot import Snapshot
from timeline_app.window.action_rows.view import STATE_WORDS
from timeline_app.window.live_actions import LiveActions
from timeline_app.window.menus import menu_of
from timeline_app.window.search_field import SearchField
from timeline_app.words.tr import tr, trn

HEIGHT = 44
SEARCH_WIDTH = 340
SEARCH_STRETCH = 1000


class MenuButton(QToolButton):
    """A boxed button that opens a menu: icon, words, and a chevron. Where there is not room for all
    the icon gives way first."""

    CHEVRON = 22
    EDGE, GAP = 9, 4

    def __init__(self, icon: str, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._icon = icon
        self._name = name
        self.setProperty("look", "box")
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setMenu(QMenu(self))
        self.menu().setAccessibleName(name)

    def say(self, words: str) -> None:
        """What the button says; its name tells what it is for as well."""
        if words == self.text():
            return
        self.setText(words)
        self.setAccessibleName(words if words.startswith(self._name) else f"{self._name}: {words}")
        self.setToolTip(self.accessibleName())

    def put_on_theme(self) -> None:
        """The icon in the colour of the theme in force."""
        self.setIcon(icons.icon(self._icon, theme.current().ink2, size=fonts.scaled(icons.SIZE)))
        self.setIconSize(_beside_words())

    def sizeHint(self) -> QSize:
        return super().sizeHint() + QSize(fonts.scaled(self.CHEVRON), 0)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.width() < self.sizeHint().width():
            self._paint_words_alone()
        else:
            super().paintEvent(event)
        chevron = icons.pixmap(
            "chevron-down",
            theme.current().ink2,
            fonts.scaled(icons.SMALL),
            self.devicePixelRatioF(),
        )
        at = QRect(0, 0, fonts.scaled(icons.SMALL), fonts.scaled(icons.SMALL))
        at.moveCenter(self.rect().center())
        at.moveRight(self.width() - self.EDGE)
        QPainter(self).drawPixmap(at, chevron)

    def _paint_words_alone(self) -> None:
        """The words as far as they have room before the chevron."""
        painter, option = QStylePainter(self), QStyleOptionToolButton()
        self.initStyleOption(option)
        words, option.text, option.icon = self.text(), "", QIcon()
        painter.drawComplexControl(QStyle.ComplexControl.CC_ToolButton, option)
        taken = fonts.scaled(icons.SMALL) + self.EDGE + self.GAP
        room = self.rect().adjusted(self.EDGE, 0, -taken, 0)
        shown = self.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, room.width())
        painter.setPen(QColor(theme.current().ink))
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)


class Toolbar(QFrame):
    """44 high; under 1360 wide the buttons keep their words as tooltip and name only."""

    def __init__(self, live: LiveActions, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("look", "toolbar")
        self.setAccessibleName(tr("Toolbar"))
        self._live = live
        self._worded: list[QToolButton] = []
        self.buttons: dict[str, QToolButton] = {}
        self.search = SearchField(self)
        self.lanes = self._menu_button("rows-3", tr("Lanes"), "view/lanes")
        self.states = self._menu_button("landmark", tr("States"), "view/states")
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(12, 0, 12, 0)
        self._row.setSpacing(4)
        self._lay_out()
        self.put_on_theme()

    def _lay_out(self) -> None:
        order: tuple[str | QWidget | None, ...] = (
            *("undo", "redo", None, self.search, None, self.lanes, self.states, "", "zoom-out"),
            *(
                "zoom-in",
                "fit",
                None,
                "compare",
                "note",
                "report",
                None,
                "pane-facets",
                "pane-dock",
                "pane-detail",
            ),
        )
        for part in order:
            if part is None:
                self._line()
            elif part == "":
                self._row.addStretch(1)
            elif isinstance(part, QWidget):
                self._row.addWidget(part, SEARCH_STRETCH if part is self.search else 0)
            else:
                self.buttons[part] = self._button(part)

    def _button(self, key: str) -> QToolButton:
        made = QToolButton(self)
        action = self._live.by_key[key]
        made.setDefaultAction(action)
        made.setAccessibleName(action.iconText())
        if key in ("fit", "compare", "note", "report"):
            self._worded.append(made)
        self._row.addWidget(made)
        return made

    def _line(self) -> None:
        line = QFrame(self)
        line.setProperty("look", "hair")
        line.setFixedSize(1, 20)
        self._row.addSpacing(2)
        self._row.addWidget(line)
        self._row.addSpacing(2)

    def _menu_button(self, icon: str, name: str, menu: str) -> MenuButton:
        made = MenuButton(icon, name, self)
        menu_of(menu, self._live, made.menu())
        return made

    def set_worded(self, worded: bool) -> None:
        """Whether buttons show their words beside their icons."""
        style = Qt.ToolButtonStyle
        for button in self._worded:
            button.setToolButtonStyle(
                style.ToolButtonTextBesideIcon if worded else style.ToolButtonIconOnly
            )

    def put_on_theme(self) -> None:
        """Icons and measures of the theme and text size in force."""
        for part in (self.search, self.lanes, self.states):
            part.put_on_theme()
        for button in self.buttons.values():
            button.setIconSize(_alone() if button not in self._worded else _beside_words())
        self.search.setMinimumWidth(fonts.scaled(SEARCH_WIDTH) // 4)
        self.search.setMaximumWidth(fonts.scaled(SEARCH_WIDTH))
        self.setMinimumHeight(fonts.scaled(HEIGHT))

    def refresh(self, now: Snapshot) -> None:
        """Says by what the lanes are laid and which states are asked for."""
        label = {g.id: g.label for g in GROUPINGS}.get(now.grouping, now.grouping)
        self.lanes.say(tr("Lanes: {grouping}", grouping=tr(label)))
        self.states.say(states_in_words(now.filter.terms("state")))
        self.search.show_snapshot(now)


def _alone() -> QSize:
    """The room of an icon that is all there is on its button."""
    return QSize(fonts.scaled(icons.SIZE), fonts.scaled(icons.SIZE))


def _beside_words() -> QSize:
    """The same with a little air on both sides, so that the words do not touch it."""
    return _alone() + QSize(4, 0)


def states_in_words(states: frozenset[str]) -> str:
    """ "All five states", one or two by name, or how many."""
    if not states:
        return tr("All five states")
    named = [tr(STATE_WORDS[id]) for id in STATE_WORDS if id in states]
    if len(named) < len(states) or len(named) > 2:
        return trn("{n} state", "{n} states", len(states))
    return tr("{one} and {other}", one=named[0], other=named[1]) if named[1:] else named[0]
