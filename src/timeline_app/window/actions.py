"""The ONE table of actions.

Menus, toolbar, palette, context menus and the manual's table of keys are made from it. An action
is a row in the file of its menu and nothing else.
"""

from timeline_app.window.action import Action
from timeline_app.window.action_rows import analyse, edit, file, go, help, note, view

ACTIONS: tuple[Action, ...] = (
    *file.ROWS,
    *edit.ROWS,
    *view.ROWS,
    *go.ROWS,
    *note.ROWS,
    *analyse.ROWS,
    *help.ROWS,
)


def action(key: str) -> Action:
    """The row with this key; KeyError for none."""
    return {a.key: a for a in ACTIONS}[key]
