"""A frame at rest is composed a lane a turn, and is never seen in part; more than is in sight only
where days go on being dragged."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, QPointF, Qt
from PySide6.QtGui import QImage, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from canvas.apart import Apart
from timeline_app.canvas import timeline_picture
from timeline_app.canvas.centre import Centre
from timeline_app.canvas.frames import Frame
from timeline_app.canvas.gestures import NOTCH
from timeline_app.canvas.timeline_view import TimelineView
from timeline_app.model.view import View
from timeline_app.scene.composer import Composer
from timeline_app.scene.content import Content
from timeline_app.scene.time_scale import MARGIN_PX, TimeScale
from timeline_app.session.running import at_once
from timeline_app.session.session import Session

MOST_TURNS = 2000


@pytest.fixture
def session(apart: Apart, shipped_archive: Path) -> Iterator[Session]:
    """Its indexes come late."""
    made = Session(at_once, apart)
    assert made.open_archive(shipped_archive)
    yield made
    made.close()


@pytest.fixture
def view(centre: Centre) -> TimelineView:
    """The first index has not come."""
    return centre.timeline


def _picture(view: TimelineView) -> QImage:
    return view.grab().toImage()


def _turns(view: TimelineView) -> Iterator[QImage]:
    """What is seen after each turn, as long as lanes are composed."""
    for _ in range(MOST_TURNS):
        if not view.composes:
            return
        QCoreApplication.processEvents()
        yield _picture(view)


def _drawn(view: TimelineView) -> int:
    frame = view.frame()
    assert frame is not None
    return len(frame.drawn.spots)


def test_the_picture_of_before_stays_until_the_next_one_is_whole(
    view: TimelineView, apart: Apart
) -> None:
    before = _picture(view)
    apart.deliver()
    seen = list(_turns(view))
    assert len(seen) > 5
    assert all(one == before for one in seen[:-1])
    assert not view.composes
    whole = _picture(view)
    assert seen[-1] == whole != before
    view.settle()
    assert _picture(view) == whole


def test_who_asks_for_the_frame_meanwhile_has_all_of_it(view: TimelineView, apart: Apart) -> None:
    assert _drawn(view) == 0
    apart.deliver()
    some = _turns(view)
    next(some), next(some)
    assert view.composes
    drawn, whole = _drawn(view), _picture(view)
    assert drawn > 0
    assert not view.composes
    assert not list(some)
    view.settle()
    assert (_drawn(view), _picture(view)) == (drawn, whole)


def test_what_changes_meanwhile_is_seen_at_once(
    view: TimelineView, session: Session, apart: Apart
) -> None:
    apart.deliver()
    some = _turns(view)
    next(some), next(some)
    before = _picture(view)
    home = session.snapshot.home
    session.set_span(int(home.first + home.days / 4), int(home.first + home.days / 2))
    assert _picture(view) != before
    frame = view.frame()
    assert frame is not None
    assert frame.snapshot is session.snapshot
    assert len(frame.drawn.spots) > 0
    assert not view.composes


def test_what_was_open_stays_in_sight_until_the_next_table_is_indexed(
    view: TimelineView, session: Session, apart: Apart
) -> None:
    apart.deliver()
    list(_turns(view))
    before, drawn = _picture(view), _drawn(view)
    archive = session.snapshot.archive
    assert archive is not None
    rows = session.snapshot.table.rows_of([int(session.snapshot.table.occurrence[0])])
    session.select(session.snapshot.table.occurrence[rows].tolist())
    chosen = _picture(view)
    session.switch_layers(archive.layers_on - {sorted(archive.layers_on)[0]})
    assert chosen != _picture(view) == before  # but for what is selected, which is another's
    apart.deliver()
    assert all(one == before for one in list(_turns(view))[:-1])
    frame = view.frame()
    assert frame is not None
    assert frame.snapshot is session.snapshot
    assert 0 < _drawn(view) != drawn
    after = _picture(view)
    view.settle()
    assert _picture(view) == after


def test_who_asks_for_a_frame_of_the_next_table_has_one(
    view: TimelineView, session: Session, apart: Apart
) -> None:
    apart.deliver()
    list(_turns(view))
    archive = session.snapshot.archive
    assert archive is not None
    session.switch_layers(archive.layers_on - {sorted(archive.layers_on)[0]})
    frame = view.frame()
    assert frame is not None
    assert frame.snapshot is session.snapshot


def test_the_picture_of_before_stays_until_another_filter_is_indexed(
    view: TimelineView, session: Session, apart: Apart
) -> None:
    apart.deliver()
    list(_turns(view))
    before = _picture(view)
    session.set_terms("vector", ["Russia"])
    assert _picture(view) == before
    apart.deliver()
    first = next(_turns(view))
    session.set_terms("vector", ["China"])  # the one before is not wanted any more
    assert first == before == _picture(view)
    assert not view.composes
    apart.deliver()
    seen = list(_turns(view))
    assert all(one == before for one in seen[:-1])
    view.settle()
    assert seen[-1] == _picture(view) != before


@pytest.mark.parametrize("act", ["brush", "view", "selection"])
def test_a_hand_is_followed_though_a_filter_is_being_indexed(
    view: TimelineView, session: Session, apart: Apart, act: str
) -> None:
    apart.deliver()
    list(_turns(view))
    session.set_terms("vector", ["Russia"])
    before, home = _picture(view), session.snapshot.home
    if act == "brush":
        session.set_span(int(home.first + home.days / 4), int(home.first + home.days / 2))
    elif act == "view":
        session.set_view(replace(home, days=home.days / 2))
    else:
        session.select([int(session.snapshot.table.occurrence[-1])])
    assert _picture(view) != before
    frame = view.frame()
    assert frame is not None
    assert frame.snapshot is session.snapshot


def test_after_a_pan_labels_come_when_all_of_them_have_a_place(
    view: TimelineView, session: Session, apart: Apart, qtbot: QtBot
) -> None:
    apart.deliver()
    list(_turns(view))
    home = session.snapshot.home
    session.set_view(replace(home, days=home.days / 3))
    session.set_view(View(home.first + home.days / 9, home.days / 3))
    moving = _picture(view)
    qtbot.waitUntil(lambda: view.composes)
    QTest.mouseMove(view, QPoint(2, view.height() - 2))
    assert view.composes  # what is hovered is what is seen
    seen = list(_turns(view))
    assert all(one == moving for one in seen[:-1])
    at_rest = _picture(view)
    view.settle()
    assert _picture(view) == at_rest == seen[-1] != moving


def test_before_the_first_frame_is_whole_nothing_of_it_is_seen(
    view: TimelineView, apart: Apart
) -> None:
    bare = _picture(view)
    assert len({bare.pixel(x, y) for x in (1, 400, 800) for y in (1, 200, 300)}) == 1
    apart.deliver()
    assert all(one == bare for one in list(_turns(view))[:-1])
    whole = _picture(view)
    assert whole != bare
    view.settle()
    assert _picture(view) == whole


def test_a_first_frame_that_is_asked_for_or_of_another_size_is_there_at_once(
    view: TimelineView, apart: Apart
) -> None:
    apart.deliver()
    next(_turns(view))
    view.resize(view.width(), view.height() - 40)
    resized = _picture(view)
    assert _drawn(view) > 0
    assert _picture(view) == resized
    view.settle()
    assert _picture(view) == resized


def _rest(view: TimelineView, session: Session, apart: Apart) -> None:
    """A third of all days is in view and stands still."""
    apart.deliver()
    list(_turns(view))
    session.set_view(replace(session.snapshot.home, days=session.snapshot.home.days / 3))
    view.settle()


def _dragged(view: TimelineView, session: Session, by_px: int) -> Frame:
    """The frame after days were dragged so far to the left, as it is seen."""
    frame = view.frame()
    assert frame is not None
    session.set_view(frame.scale.panned(-by_px))
    _picture(view)
    seen = view.frame()
    assert seen is not None
    return seen


def test_days_that_are_moved_once_are_composed_as_they_are_seen_and_no_further(
    view: TimelineView, session: Session, apart: Apart
) -> None:
    _rest(view, session, apart)
    once = _dragged(view, session, 40)
    assert once.drawn.layers is None
    again = _dragged(view, session, 40)
    layers = again.drawn.layers
    assert layers is not None
    assert layers.far.scale.width_px > again.scale.width_px
    after_a_leap = _dragged(view, session, 2 * MARGIN_PX)
    assert after_a_leap.drawn.layers is None
    view.settle()


def test_what_was_begun_to_be_made_ready_is_ended_when_the_hand_is_quicker(
    unrested: None, view: TimelineView, session: Session, apart: Apart
) -> None:
    _rest(view, session, apart)
    at = QPoint(view.width() // 2, view.height() // 2)
    QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=at)
    QCoreApplication.processEvents()
    for n in range(1, 4):
        QTest.mouseMove(view, at + QPoint(12 * n, 0))
        seen = _picture(view)
        frame = view.frame()
        assert frame is not None
        assert frame.drawn.layers is not None
        assert frame.drawn.layers.by_px == 12 * n
        assert seen == _picture(view)
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=at + QPoint(36, 0))
    view.settle()


@pytest.fixture
def turned(unrested: None, view: TimelineView, session: Session, apart: Apart) -> TimelineView:
    """All days, at rest; from now on it is so only when it is told."""
    apart.deliver()
    session.fit_all()
    view.settle()
    return view


@pytest.fixture
def unrested(monkeypatch: pytest.MonkeyPatch) -> None:
    """A hand is never slow."""
    monkeypatch.setattr(timeline_picture, "REST_MS", 600_000)


def test_what_is_seen_does_not_follow_from_how_quick_the_hand_is(turned: TimelineView) -> None:
    quick = [_seen_after(turned, turns) for turns in (0, 0, 0, 0, 0)]
    turned.settle()
    _turn(turned, -len(quick))
    turned.settle()
    turned.grab()
    assert [_seen_after(turned, turns) for turns in (0, MOST_TURNS, 1, 2, 3)] == quick


def test_a_hand_that_waits_finds_what_it_asks_for(
    turned: TimelineView, monkeypatch: pytest.MonkeyPatch
) -> None:
    composed: list[TimeScale] = []
    drawing = Composer.composing

    def counted(of: Composer, content: Content, scale: TimeScale, *asked: Any, **more: Any) -> Any:
        composed.append(scale)
        return drawing(of, content, scale, *asked, **more)

    monkeypatch.setattr(Composer, "composing", counted)
    _seen_after(turned, 0)
    _wait(turned, MOST_TURNS)
    ready = composed.copy()
    _seen_after(turned, 0)
    frame = turned.frame()
    assert frame is not None
    assert frame.scale == ready[-1]
    assert composed == ready


def _turn(view: TimelineView, notches: int) -> None:
    at = QPointF(view.width() * 0.6, view.height() / 2)
    none, phase = Qt.MouseButton.NoButton, Qt.ScrollPhase.NoScrollPhase
    turned, place = QPoint(0, int(NOTCH) * notches), QPointF(view.mapToGlobal(at.toPoint()))
    keys = Qt.KeyboardModifier.NoModifier
    event = QWheelEvent(at, place, QPoint(), turned, none, keys, phase, False)
    QApplication.sendEvent(view, event)


def _seen_after(view: TimelineView, turns: int) -> QImage:
    """What is seen after a notch, when the event loop has had so many turns before."""
    _wait(view, turns)
    _turn(view, 1)
    return view.grab().toImage()


def _wait(view: TimelineView, turns: int) -> None:
    """So many turns of the event loop, or as long as something is made ready."""
    for _ in range(turns):
        if view.is_ready:
            return
        QCoreApplication.processEvents()
