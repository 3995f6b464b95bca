"""The menu bar, made from the table; and the menus of the toolbar's boxed buttons."""

from PySide6.QtWidgets import QMenu, QMenuBar

from timeline_app.window.actions import ACTIONS
from timeline_app.window.live_actions import LiveActions
from timeline_app.window.menu_names import MENUS, SUBMENUS
from timeline_app.words.tr import tr

ROOM_FOR_SUBMENUS = {"view": 2}
"""Before which part of a menu its submenus stand."""


def fill_menu_bar(bar: QMenuBar, live: LiveActions) -> dict[str, QMenu]:
    """Adds every menu in the place of those that the first frame showed empty; the menus by their
    name in the table."""
    bar.clear()
    made = {}
    for name, words in MENUS:
        made[name] = bar.addMenu(tr(words))
        made |= _fill(made[name], name, live)
    return made


def menu_of(name: str, live: LiveActions, menu: QMenu) -> QMenu:
    """Puts the actions of one menu of the table into `menu`."""
    _fill(menu, name, live)
    return menu


def _fill(menu: QMenu, name: str, live: LiveActions) -> dict[str, QMenu]:
    """The actions of `name` by their parts, a line between two parts; then its submenus."""
    made: dict[str, QMenu] = {}
    last = None
    for row in sorted((r for r in ACTIONS if r.menu == name), key=lambda r: r.part):
        if last is not None and row.part != last:
            if last < ROOM_FOR_SUBMENUS.get(name, 0) <= row.part:
                made = _submenus(menu, name, live)
            menu.addSeparator()
        menu.addAction(live.by_key[row.key])
        last = row.part
    return made


def _submenus(menu: QMenu, name: str, live: LiveActions) -> dict[str, QMenu]:
    made = {}
    menu.addSeparator()
    for sub, words in SUBMENUS.items():
        if sub.startswith(f"{name}/"):
            made[sub] = menu.addMenu(tr(words))
            _fill(made[sub], sub, live)
    return made
