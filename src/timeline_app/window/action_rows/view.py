"""Actions of the menu View: how the timeline is laid out and how the window looks."""

from typing import Any

from timeline_app.canvas.strip_switch import STRIPS
from timeline_app.canvas.track_catalogue import TRACKS
from timeline_app.canvas.track_kind import TrackKind
from timeline_app.lanes.catalogue import GROUPINGS
from timeline_app.model.columns import FIVE_STATES
from timeline_app.panes.catalogue import DOCK, DockPane
from timeline_app.window.action import Action, has_archive
from timeline_app.window.desk import Desk
from timeline_app.words.tr import mark, tr

STATE_WORDS = {
    "KAZ": mark("Kazakhstan"),
    "KGZ": mark("Kyrgyzstan"),
    "TJK": mark("Tajikistan"),
    "TKM": mark("Turkmenistan"),
    "UZB": mark("Uzbekistan"),
}
TEXT_STEP = 10
_BANDS = mark("Membership behind the lanes…")
_NO_BANDS = mark("No membership behind the lanes")


def toggle_state(desk: Desk, state: str) -> None:
    """Adds the state to those asked for, or takes it out."""
    desk.session.set_terms("state", desk.session.asked.terms("state") ^ {state})


def toggle_track(desk: Desk, track: str) -> None:
    """Shows the track under the lanes, or takes it away."""
    desk.change(hidden_tracks=tuple(sorted({track} ^ set(desk.settings.hidden_tracks))))


def switch_bands(desk: Desk) -> None:
    """Takes away what is behind the lanes; where nothing is, shows the list to choose from."""
    if desk.snapshot.membership_bands:
        desk.session.clear_membership_bands()
    else:
        desk.bring("memberships")


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


def _dock_pane(place: int, pane: DockPane) -> Action:
    return Action(
        f"dock-{pane.key}",
        pane.title,
        "view/dock",
        lambda d: d.bring(pane.key),
        (f"Alt+{place}",),
        icon=pane.icon,
    )


def _track(kind: type[TrackKind[Any]]) -> Action:
    return Action(
        f"track-{kind.id}",
        kind.title,
        "view/tracks",
        lambda d: toggle_track(d, kind.id),
        keys=kind.keys,
        when=has_archive,
        checked=lambda d: kind.id not in d.settings.hidden_tracks,
    )


def _strip(id: str, words: str) -> Action:
    return Action(
        f"strip-{id}",
        words,
        "view/strip",
        lambda d: d.change(strip=id),
        checked=lambda d: d.settings.strip == id,
    )


def _theme(id: str, words: str) -> Action:
    return Action(
        f"theme-{id}",
        words,
        "view/theme",
        lambda d: d.change(theme=id),
        checked=lambda d: d.settings.theme == id,
    )


ROWS: tuple[Action, ...] = (
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
    Action(
        "known-when",
        mark("Known when"),
        "view",
        lambda d: d.toggle_known(),
        ("Ctrl+Shift+K",),
        part=2,
        when=has_archive,
        checked=lambda d: d.snapshot.filter.known is not None,
    ),
    *(_track(kind) for kind in TRACKS),
    Action(
        "organisations",
        mark("Organisations…"),
        "view/tracks",
        lambda d: d.show_dialog("organisations"),
        part=1,
        when=lambda now: bool(now.memberships.organisations),
    ),
    Action(
        "membership-bands",
        _BANDS,
        "view/tracks",
        switch_bands,
        ("Ctrl+Shift+M",),
        part=1,
        when=lambda now: bool(now.memberships.organisations),
        said=lambda now: tr(_NO_BANDS if now.membership_bands else _BANDS),
    ),
    _pane("pane-facets", mark("Filters"), "facets", "panel-left", ("F2",)),
    _pane("pane-dock", mark("List"), "dock", "panel-bottom", ("F3",)),
    *(_dock_pane(place, pane) for place, pane in enumerate(DOCK, start=1)),
    _pane("pane-detail", mark("Details and notes"), "detail", "panel-right", ("F4",), "Q"),
    *(_strip(id, words) for id, words in STRIPS),
    _theme("system", mark("As the desktop")),
    _theme("light", mark("Light")),
    _theme("dark", mark("Dark")),
    Action("text-larger", mark("Larger"), "view/text", lambda d: resize_text(d, TEXT_STEP)),
    Action("text-smaller", mark("Smaller"), "view/text", lambda d: resize_text(d, -TEXT_STEP)),
    Action("text-usual", mark("Usual size"), "view/text", lambda d: d.change(text_percent=100)),
    Action("full-screen", mark("Full screen"), "view", lambda d: d.full_screen(), ("F11",), part=5),
)
