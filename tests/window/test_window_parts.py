"""What the parts of the window hear, and what they need not."""

from dataclasses import fields

import pytest

from timeline_app.model.view import View
from timeline_app.session.snapshot import Snapshot
from timeline_app.window.actions import ACTIONS
from timeline_app.window.main_window import MainWindow
from timeline_app.window.window_parts import DAYS_ALONE


def told_by_bars(window: MainWindow, now: Snapshot) -> list[object]:
    """All that is asked of a snapshot for bars, menus and the counts on tabs."""
    rows = window.dock_panes.slots.values()
    said: list[object] = [row.when(now) for row in ACTIONS]
    said += [row.said(now) for row in ACTIONS if row.said is not None]
    return said + [slot.row.count(now) for slot in rows]


def test_nothing_on_bars_and_tabs_tells_of_the_days_in_view(window: MainWindow) -> None:
    session = window.session
    assert {part.name for part in fields(Snapshot)} >= DAYS_ALONE
    for asks in (session.fit_all, lambda: session.search("Crimea"), session.clear_all):
        asks()
        now = session.snapshot
        elsewhere = now.having(view=View(now.home.first + 900, now.home.days / 9))
        assert told_by_bars(window, elsewhere) == told_by_bars(window, now)


def test_bars_hear_of_all_else_and_not_of_dragged_days(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard: list[Snapshot] = []
    monkeypatch.setattr(window.toolbar, "refresh", heard.append)
    session, home = window.session, window.session.snapshot.home
    session.set_view(View(home.first + 900, home.days / 9))
    assert heard == []
    session.set_terms("state", {"KAZ"})
    assert heard == [session.snapshot]
    session.set_view(home)
    assert heard[1:] == []
