"""A box with a list of choices that shortens as one types, in any script and spelling."""

from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QComboBox, QCompleter, QLineEdit, QSizePolicy

from timeline_app.dataclass import dataclass
from timeline_app.look import theme
from timeline_app.panes.arrow_box import ArrowBox
from timeline_app.panes.text import as_tooltip
from timeline_app.words.folding import fold

type_index = QModelIndex | QPersistentModelIndex

_FOLDED = int(Qt.ItemDataRole.UserRole) + 1
_ROWS = 14
_INSET_PX = 2
"""So far from its edge a field of Qt's begins its text."""
_NO_PARENT = QModelIndex()


@dataclass(frozen=True, slots=True)
class Choice:
    """What can be chosen: its value, the words for it, and other words it is found by."""

    value: str | None
    words: str
    known_as: str = ""


class ChoiceBox(ArrowBox):
    """`chosen` carries the value that the reader chose."""

    chosen = Signal(object)

    def __init__(self, name: str) -> None:
        super().__init__()
        self._choices: tuple[Choice, ...] = ()
        self._offered = _Offered()
        self.setModel(self._offered)
        self._current: str | None = None
        self.setProperty("look", "choice")
        self._typed = _Typed()
        self._typed.setProperty("look", "in-box")
        self.setLineEdit(self._typed)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(8)
        self.setMaxVisibleItems(_ROWS)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(name)
        self._completer = _Narrowing(self)
        self.setCompleter(self._completer)
        self._typed.setAccessibleName(name)
        self._typed.editingFinished.connect(self._settle)
        self.activated.connect(self._choose)

    def show_choices(self, choices: Sequence[Choice], current: str | None) -> None:
        """Offers these and shows the one whose value is `current`; where both are what they were,
        nothing is done, and what is being typed stays."""
        if tuple(choices) == self._choices and current == self._current:
            return
        if tuple(choices) != self._choices:
            self._choices = tuple(choices)
            self._offered.show_choices(self._choices)
        self._current = current
        self._show_current()

    def choose(self, value: str | None) -> None:
        """As if the reader had chosen this one."""
        place = next(n for n, one in enumerate(self._choices) if one.value == value)
        self.setCurrentIndex(place)
        self._choose(place)

    def showPopup(self) -> None:
        wide = self.view().sizeHintForColumn(0) + 40
        self.view().setMinimumWidth(max(self.width(), min(wide, self.window().width() // 2)))
        super().showPopup()

    def _choose(self, place: int) -> None:
        if not 0 <= place < len(self._choices):
            return
        value = self._choices[place].value
        if value != self._current:
            self._current = value
            self.chosen.emit(value)
        self._show_current()

    def _settle(self) -> None:
        """What was typed and names one choice is that; anything else is taken back."""
        typed = fold(self.currentText())
        if typed and typed != fold(self._words_of_current()):
            found = [n for n, one in enumerate(self._choices) if typed == fold(one.words)]
            fits = found or [n for n, one in enumerate(self._choices) if typed in _known_as(one)]
            if len(fits) == 1:
                self._choose(fits[0])
                return
        self._show_current()

    def _words_of_current(self) -> str:
        return next((one.words for one in self._choices if one.value == self._current), "")

    def _show_current(self) -> None:
        values = [one.value for one in self._choices]
        place = values.index(self._current) if self._current in values else -1
        self.setCurrentIndex(place)
        self.setEditText(self._words_of_current())
        self._typed.setCursorPosition(0)
        self.setToolTip(as_tooltip(self._words_of_current()))


class _Typed(QLineEdit):
    """What is chosen or typed; what has no room ends in dots while nobody types."""

    def paintEvent(self, event: QPaintEvent) -> None:
        room = self.contentsRect().adjusted(_INSET_PX, 0, -_INSET_PX, 0)
        shown = self.fontMetrics().elidedText(
            self.text(), Qt.TextElideMode.ElideRight, room.width()
        )
        if self.hasFocus() or shown == self.text():
            super().paintEvent(event)
            return
        painter = QPainter(self)
        painter.setPen(QColor(theme.current().ink))
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)


class _Offered(QAbstractListModel):
    """The choices as Qt asks for them: of thousands few are ever told."""

    def __init__(self) -> None:
        super().__init__()
        self._choices: tuple[Choice, ...] = ()

    def show_choices(self, choices: tuple[Choice, ...]) -> None:
        """Others than before."""
        self.beginResetModel()
        self._choices = choices
        self.endResetModel()

    def rowCount(self, parent: type_index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._choices)

    def data(self, index: type_index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not 0 <= index.row() < len(self._choices):
            return None
        choice = self._choices[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return choice.words
        if role == Qt.ItemDataRole.ToolTipRole:
            return as_tooltip(choice.words)
        return _known_as(choice) if role == _FOLDED else None


@lru_cache(maxsize=8_192)
def _known_as(choice: Choice) -> str:
    """All words by which it is found, as they are compared."""
    return fold(f"{choice.words} {choice.known_as}")


class _Narrowing(QCompleter):
    """Offers what holds the typed letters anywhere, both folded."""

    def __init__(self, box: QComboBox) -> None:
        super().__init__(box.model(), box)
        self.setCompletionRole(_FOLDED)
        self.setFilterMode(Qt.MatchFlag.MatchContains)
        self.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        self.setMaxVisibleItems(_ROWS)

    def splitPath(self, path: str) -> list[str]:
        return [fold(path)]

    def pathFromIndex(self, index: QModelIndex | QPersistentModelIndex) -> str:
        words = index.data(Qt.ItemDataRole.DisplayRole)
        return words if isinstance(words, str) else ""
