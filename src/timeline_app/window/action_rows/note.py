"""Actions of the menu Note: what one writes, and what is done with it."""

from collections.abc import Callable

from timeline_app.session.snapshot import Snapshot
from timeline_app.window.action import (
    Action,
    can_keep,
    can_mark,
    can_write,
    has_corrections,
    has_period,
    has_written,
)
from timeline_app.window.desk import Desk
from timeline_app.words.tr import mark

Do = Callable[[Desk], None]


def _on_selection(
    key: str, words: str, letter: str, icon: str, do: Do, *, period: bool = False
) -> Action:
    """What is put on what is selected; where nothing is, on a brushed `period`, if it can be."""
    when = can_mark if period else can_write
    return Action(key, words, "note", do, (), (letter,), part=1, when=when, icon=icon)


def _by_itself(
    key: str, words: str, do: Do, part: int, letter: str = "", *, there: bool = False
) -> Action:
    """What stands by itself: written, or shown where some is `there`."""
    letters = (letter,) if letter else ()
    when = has_written if there else can_keep
    return Action(key, words, "note", do, (), letters, part=part, when=when)


def _file(key: str, words: str, when: Callable[[Snapshot], bool], do: Do) -> Action:
    """What goes out as a file, or comes in."""
    return Action(key, words, "note", do, part=4, when=when)


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
    Action(
        "note-period",
        mark("Note on the brushed period…"),
        "note",
        lambda d: d.writing.note_on_period(),
        (),
        ("Shift+M",),
        when=has_period,
    ),
    _on_selection(
        "star", mark("Star"), "B", "star", lambda d: d.writing.toggle_star(), period=True
    ),
    _on_selection(
        "highlight",
        mark("Highlight"),
        "H",
        "highlighter",
        lambda d: d.writing.toggle_highlight(),
        period=True,
    ),
    _on_selection("tag", mark("Tag…"), "T", "tag", lambda d: d.writing.ask("tag"), period=True),
    _on_selection(
        "judge",
        mark("Judge…"),
        "J",
        "scale",
        lambda d: d.writing.ask("judgement"),
        period=True,
    ),
    _on_selection("link", mark("Link two events…"), "L", "link-2", lambda d: d.writing.link()),
    _on_selection(
        "correct",
        mark("Propose a correction…"),
        "K",
        "pencil",
        lambda d: d.writing.ask("correction"),
    ),
    _by_itself(
        "own-event",
        mark("Event of my own…"),
        lambda d: d.writing.ask_new("own_event"),
        2,
        "Shift+E",
    ),
    _by_itself("thesis", mark("Thesis…"), lambda d: d.writing.ask_new("thesis"), 2, "Shift+T"),
    _by_itself("theses", mark("Theses"), lambda d: d.writing.show_theses(), 2, there=True),
    _by_itself("save-view", mark("Save view…"), lambda d: d.writing.save_view(), 3, "Shift+V"),
    _by_itself("views", mark("Saved views"), lambda d: d.writing.show_views(), 3, "V", there=True),
    _file("export-notes", mark("Export notes…"), has_written, lambda d: d.writing.ask_export()),
    _file(
        "send-corrections",
        mark("Send corrections…"),
        has_corrections,
        lambda d: d.writing.ask_corrections(),
    ),
    _file("import-notes", mark("Import notes…"), can_keep, lambda d: d.writing.ask_import()),
    _file(
        "send-copy",
        mark("Send a copy…"),
        has_written,
        lambda d: d.writing.ask_copy(without_name=False),
    ),
    _file(
        "send-nameless",
        mark("Send a copy without my name…"),
        has_written,
        lambda d: d.writing.ask_copy(without_name=True),
    ),
)
