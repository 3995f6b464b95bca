"""Actions of the menu File: archives, notebooks, what goes out."""

from timeline_app.session.snapshot import PUT_BACK, SETTLE
from timeline_app.window.action import (
    Action,
    has_archive,
    has_conflicts,
    has_notebook,
    is_opening,
    takes_acts,
)
from timeline_app.words.tr import mark

ROWS: tuple[Action, ...] = (
    Action("open-archive", mark("Open archive…"), "file", lambda d: d.ask_archive(), ("Ctrl+O",)),
    Action(
        "stop-opening",
        mark("Stop opening the archive"),
        "file",
        lambda d: d.session.give_up_opening(),
        when=is_opening,
    ),
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
        "join-notebooks",
        mark("Join with notebooks…"),
        "file",
        lambda d: d.ask_join(),
        ("Ctrl+Shift+J",),
        part=1,
        when=takes_acts,
    ),
    Action(
        SETTLE,
        mark("Settle conflicts…"),
        "file",
        lambda d: d.show_dialog("conflicts"),
        part=1,
        when=has_conflicts,
    ),
    Action(
        "waiting",
        mark("Waiting for another archive"),
        "file",
        lambda d: d.show_dialog("waiting"),
        part=1,
        when=has_notebook,
    ),
    Action(
        "back-up", mark("Back up now"), "file", lambda d: d.back_up(), part=1, when=has_notebook
    ),
    Action(
        PUT_BACK,
        mark("Restore from backup…"),
        "file",
        lambda d: d.show_dialog("backups"),
        part=1,
        when=has_notebook,
    ),
    Action(
        "report",
        mark("Report…"),
        "file",
        lambda d: d.reports.ask(),
        ("Ctrl+Shift+R",),
        part=2,
        when=has_archive,
        icon="file-output",
    ),
    Action(
        "report-view",
        mark("Open the view of a report…"),
        "file",
        lambda d: d.reports.ask_view(),
        part=2,
        when=has_archive,
    ),
    Action(
        "export-sources",
        mark("Export sources…"),
        "file",
        lambda d: d.ask_sources_file(),
        part=2,
        when=has_archive,
    ),
    Action(
        "forget-recent",
        mark("Forget recent files"),
        "file",
        lambda d: d.forget_recent(),
        part=8,
    ),
    Action("quit", mark("Quit"), "file", lambda d: d.quit(), ("Ctrl+Q",), part=9),
)
