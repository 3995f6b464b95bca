"""Actions of the menu Note: what one writes."""

from timeline_app.window.action import Action, can_write
from timeline_app.words.tr import mark

ROWS: tuple[Action, ...] = (
    Action(
        "note",
        mark("Note"),
        "note",
        lambda d: d.write_note(),
        (),
        ("M",),
        when=can_write,
        icon="sticky-note",
    ),
)
