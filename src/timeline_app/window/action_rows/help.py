"""Actions of the menu Help."""

from timeline_app.session.editions import SHOW_CHANGES
from timeline_app.session.snapshot import SHOW_DAMAGE
from timeline_app.window.action import Action, has_archive, has_damage
from timeline_app.words.tr import mark

ROWS: tuple[Action, ...] = (
    Action(
        "manual",
        mark("Manual"),
        "help",
        lambda d: d.show_dialog("manual"),
        ("F1",),
        ("?",),
        icon="circle-help",
    ),
    Action(
        "methods",
        mark("How this archive was made"),
        "help",
        lambda d: d.show_dialog("methods"),
        ("Shift+F1",),
        when=has_archive,
    ),
    Action("legend", mark("Legend of marks"), "help", lambda d: d.show_dialog("legend")),
    Action(
        SHOW_CHANGES,
        mark("What this edition changed"),
        "help",
        lambda d: d.show_dialog("edition-changes"),
        when=lambda now: now.since is not None and now.since.changes is not None,
    ),
    Action(
        SHOW_DAMAGE,
        mark("Show which rows are damaged"),
        "help",
        lambda d: d.show_dialog("damage"),
        when=has_damage,
    ),
    Action("first-run", mark("Three things to try"), "help", lambda d: d.show_first_run()),
    Action("about", mark("About this program"), "help", lambda d: d.show_dialog("about"), part=1),
)
