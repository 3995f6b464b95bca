"""What the parts of the window hear, and what they need not."""

from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from timeline_app.look import fonts
from timeline_app.model.view import View
from timeline_app.session.session import Session
from timeline_app.session.snapshot import Snapshot
from timeline_app.window.actions import ACTIONS
from timeline_app.window.frame import Frame
from timeline_app.window.main_window import MainWindow
from timeline_app.window.memory import Memory
from timeline_app.window.settings import settings_file
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


@pytest.fixture
def furnished(qtbot: QtBot, shipped_archive: Path) -> Iterator[MainWindow]:
    """A window that has not moved in, and an archive that is open already."""
    fonts.load()
    session, memory = Session(), Memory(settings_file())
    session.open_archive(shipped_archive)
    frame = Frame(memory)
    frame.place((1440, 900))
    frame.show()
    qtbot.waitExposed(frame)
    window = MainWindow(frame, session, memory, at_once=False)
    for _ in window.steps:
        qtbot.wait(1)
    yield window
    frame.close()
    session.close()


def test_a_part_is_seen_when_it_has_been_told_and_then_of_the_archive(
    furnished: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    own, told = furnished, list[Snapshot]()
    seen: list[list[bool]] = []
    refresh = own.toolbar.refresh
    monkeypatch.setattr(own.toolbar, "refresh", lambda now: (told.append(now), refresh(now)))
    parts = (own.toolbar, own.sentence, own.centre, own.facets, own.dock, own.first_run)
    assert not any(part.updatesEnabled() for part in parts)
    for _ in own.moving_in():
        seen.append([part.updatesEnabled() for part in parts])
        qtbot.wait(1)
    assert all(part.updatesEnabled() for part in (*parts, own.status))
    assert all(one == sorted(one, reverse=True) for one in seen)
    assert sorted({sum(one) for one in seen}) == [*range(len(parts) + 1)]
    assert seen == sorted(seen, key=sum)
    assert told == [own.session.snapshot]


def test_who_touches_the_window_while_it_moves_in_finds_all_of_it(
    furnished: MainWindow,
) -> None:
    steps = furnished.moving_in()
    for _ in range(4):
        next(steps)
    assert furnished.detail.isVisible()
    furnished.session.set_terms("state", {"KAZ"})
    for _ in steps:
        pass
    assert furnished.facets.updatesEnabled()
    assert not furnished.answers.waiting
    assert furnished.list.model.rowCount() == furnished.session.snapshot.passing.possible
