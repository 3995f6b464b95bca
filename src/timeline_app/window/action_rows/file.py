"""Actions of the menu File: archives, notebooks, what goes out."""

from timeline_app.window.action import Action, has_archive
from timeline_app.words.tr import mark

ROWS: tuple[Action, ...] = (
    Action("open-archive", mark("Open archive…"), "file", lambda d: d.ask_archive(), ("Ctrl+O",)),
    Action(
        "open-notebook",
        mark("Open notebook…"),
        "file",
        lambda d: d.ask_notebook(),
        ("Ctrl+Shift+O",),
        part=1,
    ),
    Action("new-notebook", mark("New notebook…"), "file", lambda d: d.ask_new_notebook(), part=1),
    Action(
        "export-sources",
        mark("Export sources…"),
        "file",
        lambda d: d.ask_sources_file(),
        part=2,
        when=has_archive,
    ),
    Action("quit", mark("Quit"), "file", lambda d: d.quit(), ("Ctrl+Q",), part=9),
)
