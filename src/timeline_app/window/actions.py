"""The ONE table of actions.

Menus, toolbar, palette, context menus and the manual's table of keys are made from it. An action
is a row here and nothing else.
"""

from timeline_app.lanes.catalogue import GROUPINGS
from timeline_app.model.columns import FIVE_STATES
from timeline_app.session.editions import SHOW_CHANGES
from timeline_app.session.snapshot import SHOW_DAMAGE
from timeline_app.window.action import (
    Action,
    can_redo,
    can_undo,
    can_write,
    has_archive,
    has_damage,
    has_selection,
    is_narrowed,
    redo_words,
    undo_words,
)
from timeline_app.window.desk import Desk
from timeline_app.words.tr import mark

STATE_WORDS = {
    "KAZ": mark("Kazakhstan"),
    "KGZ": mark("Kyrgyzstan"),
    "TJK": mark("Tajikistan"),
    "TKM": mark("Turkmenistan"),
    "UZB": mark("Uzbekistan"),
}
TEXT_STEP = 10


def toggle_state(desk: Desk, state: str) -> None:
    """Adds the state to those asked for, or takes it out."""
    desk.session.set_terms("state", desk.snapshot.filter.terms("state") ^ {state})


def resize_text(desk: Desk, step: int) -> None:
    """Makes all text larger or smaller by a step."""
    desk.change(text_percent=desk.settings.text_percent + step)


def _pane(
    key: str, words: str, pane: str, icon: str, keys: tuple[str, ...], *letters: str
) -> Action:
    return Action(
        key,
        words,
        "view",
        lambda d: d.toggle(pane),
        keys,
        letters,
        part=3,
        checked=lambda d: bool(getattr(d.settings, f"{pane}_shown")),
        icon=icon,
    )


def _grouping(id: str, words: str) -> Action:
    return Action(
        f"lanes-{id}",
        words,
        "view/lanes",
        lambda d: d.session.group_by(id),
        part=1,
        when=has_archive,
        checked=lambda d: d.snapshot.grouping == id,
    )


def _state(id: str) -> Action:
    return Action(
        f"state-{id}",
        STATE_WORDS[id],
        "view/states",
        lambda d: toggle_state(d, id),
        part=1,
        when=has_archive,
        checked=lambda d: id in d.snapshot.filter.terms("state"),
    )


def _theme(id: str, words: str) -> Action:
    return Action(
        f"theme-{id}",
        words,
        "view/theme",
        lambda d: d.change(theme=id),
        checked=lambda d: d.settings.theme == id,
    )


ACTIONS: tuple[Action, ...] = (
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
    Action(
        "undo",
        mark("Undo"),
        "edit",
        lambda d: d.session.undo(),
        ("Ctrl+Z",),
        when=can_undo,
        said=undo_words,
        icon="undo-2",
    ),
    Action(
        "redo",
        mark("Redo"),
        "edit",
        lambda d: d.session.redo(),
        ("Ctrl+Shift+Z", "Ctrl+Y"),
        when=can_redo,
        said=redo_words,
        icon="redo-2",
    ),
    Action(
        "copy",
        mark("Copy event"),
        "edit",
        lambda d: d.copy_selection(),
        ("Ctrl+C",),
        part=1,
        when=has_selection,
        icon="copy",
    ),
    Action(
        "copy-citation",
        mark("Copy citation"),
        "edit",
        lambda d: d.copy_citation(),
        ("Ctrl+Shift+C",),
        part=1,
        when=has_selection,
    ),
    Action(
        "copy-view-citation",
        mark("Copy citation of the view"),
        "edit",
        lambda d: d.copy_view_citation(),
        ("Ctrl+Alt+C",),
        part=1,
        when=has_archive,
    ),
    Action(
        "search",
        mark("Find events"),
        "edit",
        lambda d: d.focus_search(),
        ("Ctrl+F",),
        ("/",),
        part=2,
        icon="search",
    ),
    Action(
        "clear-all",
        mark("Clear all filters"),
        "edit",
        lambda d: d.session.clear_all(),
        ("Ctrl+Shift+X",),
        part=2,
        when=is_narrowed,
        icon="x",
    ),
    Action("step-back", mark("One step back"), "edit", lambda d: d.step_back(), ("Esc",), part=2),
    Action(
        "settings",
        mark("Settings…"),
        "edit",
        lambda d: d.show_dialog("settings"),
        ("Ctrl+,",),
        part=3,
    ),
    Action(
        "zoom-in",
        mark("Zoom in"),
        "view",
        lambda d: d.zoom(0.5),
        (),
        ("W", "+"),
        when=has_archive,
        icon="zoom-in",
    ),
    Action(
        "zoom-out",
        mark("Zoom out"),
        "view",
        lambda d: d.zoom(2.0),
        (),
        ("S", "-"),
        when=has_archive,
        icon="zoom-out",
    ),
    Action(
        "fit",
        mark("Fit"),
        "view",
        lambda d: d.fit(),
        (),
        ("F",),
        when=has_archive,
        icon="maximize",
    ),
    Action(
        "fit-all",
        mark("Show everything"),
        "view",
        lambda d: d.fit_all(),
        ("Ctrl+0",),
        ("F F",),
        when=has_archive,
    ),
    *(_grouping(g.id, g.label) for g in GROUPINGS),
    Action(
        "all-states",
        mark("All five states"),
        "view/states",
        lambda d: d.session.clear_clause("state"),
        when=has_archive,
        checked=lambda d: not d.snapshot.filter.terms("state"),
    ),
    *(_state(id) for id in FIVE_STATES),
    _pane("pane-facets", mark("Filters"), "facets", "panel-left", ("F2",)),
    _pane("pane-dock", mark("List"), "dock", "panel-bottom", ("F3",)),
    _pane("pane-detail", mark("Details and notes"), "detail", "panel-right", ("F4",), "Q"),
    _theme("system", mark("As the desktop")),
    _theme("light", mark("Light")),
    _theme("dark", mark("Dark")),
    Action("text-larger", mark("Larger"), "view/text", lambda d: resize_text(d, TEXT_STEP)),
    Action("text-smaller", mark("Smaller"), "view/text", lambda d: resize_text(d, -TEXT_STEP)),
    Action("text-usual", mark("Usual size"), "view/text", lambda d: d.change(text_percent=100)),
    Action("full-screen", mark("Full screen"), "view", lambda d: d.full_screen(), ("F11",), part=5),
    Action(
        "palette",
        mark("All actions…"),
        "go",
        lambda d: d.show_dialog("palette"),
        ("Ctrl+K", "Ctrl+Shift+P"),
    ),
    Action(
        "go-to-date",
        mark("Go to date…"),
        "go",
        lambda d: d.ask_date(),
        ("Ctrl+G",),
        part=1,
        when=has_archive,
    ),
    Action(
        "pan-left",
        mark("Earlier"),
        "go",
        lambda d: d.pan(-0.25),
        (),
        ("A",),
        part=1,
        when=has_archive,
    ),
    Action(
        "pan-right",
        mark("Later"),
        "go",
        lambda d: d.pan(0.25),
        (),
        ("D",),
        part=1,
        when=has_archive,
    ),
    Action(
        "next-event",
        mark("Next event in the lane"),
        "go",
        lambda d: d.step_in_lane(1),
        (),
        (".",),
        part=2,
        when=has_archive,
    ),
    Action(
        "previous-event",
        mark("Previous event in the lane"),
        "go",
        lambda d: d.step_in_lane(-1),
        (),
        (",",),
        part=2,
        when=has_archive,
    ),
    Action(
        "first-event",
        mark("First event"),
        "go",
        lambda d: d.session.select_end(last=False),
        letters=("Home",),
        part=2,
        when=has_archive,
    ),
    Action(
        "last-event",
        mark("Last event"),
        "go",
        lambda d: d.session.select_end(last=True),
        letters=("End",),
        part=2,
        when=has_archive,
    ),
    Action(
        "screen-back",
        mark("One screen earlier"),
        "go",
        lambda d: d.pan(-1.0),
        letters=("PgUp",),
        part=1,
        when=has_archive,
    ),
    Action(
        "screen-on",
        mark("One screen later"),
        "go",
        lambda d: d.pan(1.0),
        letters=("PgDown",),
        part=1,
        when=has_archive,
    ),
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
        "manual",
        mark("Manual"),
        "help",
        lambda d: d.show_dialog("manual"),
        ("F1",),
        ("?",),
        icon="circle-help",
    ),
    Action("legend", mark("Legend of marks"), "help", lambda d: d.show_dialog("legend")),
    Action(
        SHOW_CHANGES,
        mark("What this edition changed"),
        "help",
        lambda d: d.show_dialog("edition-changes"),
        when=lambda now: now.since is not None,
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


def action(key: str) -> Action:
    """The row with this key; KeyError for none."""
    return {a.key: a for a in ACTIONS}[key]
