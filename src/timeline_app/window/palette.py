"""The palette: all actions in one list, filtered as one types."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QColor, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QLabel,
    QLineEdit,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from timeline_app.look import fonts, theme
from timeline_app.window.actions import ACTIONS
from timeline_app.window.live_actions import LiveActions, keys_of
from timeline_app.window.menu_names import MENUS, SUBMENUS
from timeline_app.words.folding import fold
from timeline_app.words.tr import tr

WIDE, HIGH = 520, 420
KEY = Qt.ItemDataRole.UserRole


class Palette(QDialog):
    """Type a few letters of the words, Enter does it, Esc closes.

    What cannot be done now stays in its place and says so by being faint. Words may stand in any
    order; the menu's name finds its actions as well.
    """

    def __init__(self, live: LiveActions, parent: QWidget) -> None:
        super().__init__(parent)
        self._live = live
        self._items: list[QTreeWidgetItem] = []
        self.setWindowTitle(tr("All actions"))
        self.field = QLineEdit(self)
        self.field.setPlaceholderText(tr("Type what you want to do"))
        self.field.setAccessibleName(tr("Find an action"))
        self.field.textChanged.connect(self._filter)
        self.field.installEventFilter(self)
        self.list = QTreeWidget(self)
        self.list.setAccessibleName(tr("Actions"))
        self.list.setHeaderHidden(True)
        self.list.setRootIsDecorated(False)
        self.list.setUniformRowHeights(True)
        self.list.setColumnCount(2)
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.list.itemActivated.connect(lambda *_: self._do())
        self.list.itemClicked.connect(lambda *_: self._do())
        self._none = QLabel(tr("No action has these words."), self)
        self._none.setProperty("look", "caption")
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 12)
        for widget in (self.field, self.list, self._none):
            column.addWidget(widget)
        self._fill()
        self._filter("")
        self.resize(fonts.scaled(WIDE), fonts.scaled(HIGH))

    def _fill(self) -> None:
        menus = dict(MENUS) | SUBMENUS
        for row in ACTIONS:
            action = self._live.by_key[row.key]
            where = tr(menus[row.menu]).replace("&", "")
            words = action.text().rstrip("…")
            if row.menu in SUBMENUS:
                words = f"{where}: {words}"
            item = QTreeWidgetItem([words, ", ".join(keys_of(row))])
            item.setData(0, KEY, (row.key, fold(f"{words} {where}")))
            item.setDisabled(not action.isEnabled())
            if not action.isEnabled():
                for part in (0, 1):
                    item.setForeground(part, QColor(theme.current().ink3))
            item.setTextAlignment(1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            self._items.append(item)
        self.list.addTopLevelItems(self._items)
        self.list.header().setStretchLastSection(False)
        self.list.header().setSectionResizeMode(0, self.list.header().ResizeMode.Stretch)
        self.list.header().setSectionResizeMode(1, self.list.header().ResizeMode.ResizeToContents)

    def shown_keys(self) -> list[str]:
        """The keys of the actions that pass the filter, in their order."""
        return [item.data(0, KEY)[0] for item in self._items if not item.isHidden()]

    def _filter(self, text: str) -> None:
        asked = fold(text).split()
        first = None
        for item in self._items:
            passes = all(word in item.data(0, KEY)[1] for word in asked)
            item.setHidden(not passes)
            if passes and first is None and not item.isDisabled():
                first = item
        self._none.setVisible(not self.shown_keys())
        if first is not None:
            self.list.setCurrentItem(first)

    def _do(self) -> None:
        item = self.list.currentItem()
        if item is None or item.isHidden() or item.isDisabled():
            return
        self.accept()
        self._live.run(item.data(0, KEY)[0])

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Up and down move in the list, Enter does it, while the caret stays in the field."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._do()
            return True
        moves = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)
        if event.key() in moves:
            self.list.keyPressEvent(event)
            return True
        return False
