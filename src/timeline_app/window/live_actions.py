"""The rows of the table of actions as Qt actions, kept in step with the snapshot."""

from collections.abc import Callable, Iterator
from functools import partial

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QToolButton

from timeline_app.look import fonts, icons, theme
from timeline_app.session.snapshot import Snapshot
from timeline_app.window.action import Action
from timeline_app.window.actions import ACTIONS
from timeline_app.window.desk import Desk
from timeline_app.words.tr import tr

_UNDER = {when: [row for row in ACTIONS if row.when is when] for when in {r.when for r in ACTIONS}}
"""What can be done under each condition; many share one, which is asked once."""
_SWITCHES = [(row, row.checked) for row in ACTIONS if row.checked is not None]
_SAYING = [(row, row.said) for row in ACTIONS if row.said is not None]


class LiveActions(QObject):
    """One QAction a row. Menus, toolbar and palette show these and no others."""

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._can: dict[Callable[[Snapshot], bool], bool] = {}
        self._on: dict[str, bool] = {}
        """As was told last of every condition and switch: to ask Qt costs more than to remember."""
        self.by_key: dict[str, QAction] = {row.key: self._made(row) for row in ACTIONS}

    def _made(self, row: Action) -> QAction:
        made = QAction(tr(row.words), self)
        made.setObjectName(row.key)
        made.setIconText(tr(row.words).rstrip("…"))
        made.setMenuRole(QAction.MenuRole.NoRole)
        made.setIconVisibleInMenu(False)
        if row.keys:
            made.setShortcuts([QKeySequence(key) for key in row.keys])
        elif row.letters:
            _show_letters(made, row.letters[0])
        made.setCheckable(row.checked is not None)
        made.setToolTip(_tip(row))
        made.triggered.connect(partial(self.run, row.key))
        return made

    def run(self, key: str, *_: object) -> None:
        """Does the action, if it can be done now; switches are put back to what is so."""
        row = next(row for row in ACTIONS if row.key == key)
        if row.when(self._desk.snapshot):
            row.do(self._desk)
        self._on.clear()  # Qt has turned the switch itself
        self.refresh(self._desk.snapshot)

    def refresh(self, now: Snapshot) -> None:
        """What can be done, what is switched on, and what undo would undo."""
        for when, rows in _UNDER.items():
            if (can := when(now)) != self._can.get(when):
                self._can[when] = can
                for row in rows:
                    self.by_key[row.key].setEnabled(can)
        for row, checked in _SWITCHES:
            if (on := checked(self._desk)) != self._on.get(row.key):
                self._on[row.key] = on
                self.by_key[row.key].setChecked(on)
        for row, words in _SAYING:
            live = self.by_key[row.key]
            if (said := words(now)) != live.text():
                live.setText(said)
                live.setToolTip(_tip(row, said))

    def dressing(self) -> Iterator[None]:
        """Icons in the colours of the theme in force, one after the other, of what stands on a
        button: a menu shows none and a drawing costs half a millisecond."""
        tokens = theme.current()
        for row in ACTIONS:
            if row.icon and _has_button(self.by_key[row.key]):
                drawn = icons.icon(row.icon, tokens.ink2, tokens.strong, fonts.scaled(icons.SIZE))
                self.by_key[row.key].setIcon(drawn)
                yield


def _has_button(action: QAction) -> bool:
    return any(isinstance(one, QToolButton) for one in action.associatedObjects())


def _show_letters(made: QAction, letters: str) -> None:
    """Shows the letters beside the words. Nothing has this action's focus, so that Qt never acts
    on them itself: `LetterKeys` does, by the key's place."""
    made.setShortcut(QKeySequence(letters.replace(" ", ", ")))
    made.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)


def _tip(row: Action, words: str = "") -> str:
    """Words and keys as plain text."""
    keys = ", ".join(keys_of(row))
    said = (words or tr(row.words)).rstrip("…")
    return f"{said} ({keys})" if keys else said


def keys_of(row: Action) -> tuple[str, ...]:
    """All keys of the action, as the reader's system writes them."""
    named = [QKeySequence(k).toString(QKeySequence.SequenceFormat.NativeText) for k in row.keys]
    return (*named, *row.letters)
