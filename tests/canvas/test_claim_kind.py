"""The track of claims under the hand: clicks, keys, folding and words on the real archive."""

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from timeline_app.canvas.centre import Centre
from timeline_app.canvas.claim_words import claim_captions
from timeline_app.canvas.timeline_view import TimelineView
from timeline_app.canvas.track_kind import ShownTrack
from timeline_app.dates.civil import day_of
from timeline_app.model.view import View
from timeline_app.scene.claim_content import CLAIMS
from timeline_app.scene.claim_drawing import ClaimDrawing
from timeline_app.session.session import Session

LEFT = Qt.MouseButton.LeftButton
SPRING = View(float(day_of(2014, 2, 26)), 106.0)


def look_at(view: TimelineView, session: Session, days: View) -> None:
    session.set_view(days)
    view.settle()


def shown(view: TimelineView) -> tuple[ShownTrack, ClaimDrawing, int]:
    """The track, what it draws, and where the lanes begin."""
    frame = view.frame()
    assert frame is not None
    track = next(one for one in frame.tracks if one.kind.id == CLAIMS)
    assert isinstance(track.drawn, ClaimDrawing)
    return track, track.drawn, frame.ruler_px


@pytest.fixture
def view(centre: Centre, session: Session) -> TimelineView:
    centre.timeline.hide_tracks(("treaties", "memberships"))
    look_at(centre.timeline, session, SPRING)
    return centre.timeline


def an_arrow(view: TimelineView) -> tuple[QPoint, int]:
    """A pixel of the first arrow, and the key of its claim."""
    _, drawn, top = shown(view)
    arrow, y = drawn.arrows[0]
    at = QPoint(int((arrow.start + arrow.stop) / 2), int(y + top))
    return at, int(drawn.content.claims.key[arrow.row])


def test_spring_2014_has_its_predictions_as_arrows(view: TimelineView) -> None:
    _, drawn, _ = shown(view)
    assert len(drawn.arrows) >= 4
    captions = claim_captions(drawn)
    assert any("13 May" in line for line in captions)
    assert any("speakers" in line for line in captions)
    assert any("drawn" in line for line in captions)


def test_a_click_selects_the_claim_and_a_click_on_nothing_lets_go(
    view: TimelineView, session: Session
) -> None:
    at, key = an_arrow(view)
    QTest.mouseClick(view, LEFT, Qt.KeyboardModifier.NoModifier, at)
    assert session.snapshot.claim == key and session.snapshot.selected == ()
    frame = view.frame()
    assert frame is not None
    free = next(
        QPoint(x, y + frame.ruler_px)
        for y in range(int(frame.tracks[0].band.top) + 4, int(frame.tracks[0].band.bottom), 5)
        for x in range(int(frame.scale.left_px) + 30, int(frame.scale.right_px), 9)
        if frame.tracks[0].drawn.place_at(x, y) is None
    )
    QTest.mouseClick(view, LEFT, Qt.KeyboardModifier.NoModifier, free)
    assert session.snapshot.claim is None


def test_further_clicks_on_a_pile_select_one_after_another(
    view: TimelineView, session: Session
) -> None:
    _, drawn, top = shown(view)
    pile = max(drawn.piles, key=lambda one: one.count)
    at = QPoint(int(pile.x - 8), int(pile.y + top))
    chosen = []
    for _ in range(3):
        QTest.mouseClick(view, LEFT, Qt.KeyboardModifier.NoModifier, at)
        chosen.append(session.snapshot.claim)
        QTest.qWait(QApplication.doubleClickInterval() + 20)
    assert None not in chosen and len(set(chosen)) == 3


def test_a_double_click_shows_it_from_the_day_said_to_the_day_meant(
    view: TimelineView, session: Session
) -> None:
    at, key = an_arrow(view)
    QTest.mouseDClick(view, LEFT, Qt.KeyboardModifier.NoModifier, at)
    claims = session.snapshot.claims
    row = int(np.flatnonzero(claims.key == key)[0])
    assert session.snapshot.view.first <= claims.said.first[row]
    assert session.snapshot.view.end >= claims.horizon_last[row]


def test_a_click_on_the_head_folds_the_track_and_another_opens_it(view: TimelineView) -> None:
    for folded in (True, False):
        track, _, top = shown(view)
        head = QPoint(40, int(track.band.top + 12 + top))
        QTest.mouseClick(view, LEFT, Qt.KeyboardModifier.NoModifier, head)
        assert shown(view)[0].band.folded is folded


def test_keys_come_down_to_the_claims_and_step_among_them(
    view: TimelineView, session: Session
) -> None:
    for _ in range(12):
        QTest.keyClick(view, Qt.Key.Key_Down)
    one = session.snapshot.claim
    assert one is not None
    QTest.keyClick(view, Qt.Key.Key_Right)
    other = session.snapshot.claim
    assert other is not None and other != one
    assert view.accessibleDescription().startswith("Claim")
    QTest.keyClick(view, Qt.Key.Key_Up)
    assert session.snapshot.claim is None and session.snapshot.selected


def test_the_tip_says_who_said_it_and_what_came_of_it(
    view: TimelineView, session: Session, qtbot: QtBot
) -> None:
    at, key = an_arrow(view)
    claim = session.claim(key)
    assert claim is not None
    where, none = QPointF(at), Qt.MouseButton.NoButton
    over = view.mapToGlobal(where)
    moved = QMouseEvent(
        QEvent.Type.MouseMove, where, over, none, none, Qt.KeyboardModifier.NoModifier
    )
    QApplication.sendEvent(view, moved)
    qtbot.waitUntil(view.tip.isVisible, timeout=3000)
    assert claim.speaker in view.tip.words()
    assert claim.title in view.tip.words()


def test_the_track_can_be_taken_away(view: TimelineView) -> None:
    view.hide_tracks((CLAIMS, "treaties", "memberships"))
    frame = view.frame()
    assert frame is not None and frame.tracks == ()
    assert frame.lanes_px == frame.height - frame.ruler_px


def test_lanes_stay_where_events_are_and_the_track_is_below(view: TimelineView) -> None:
    frame = view.frame()
    assert frame is not None
    assert frame.tracks[0].band.top >= frame.height * 0.5
    assert frame.drawn.boxes[-1].bottom <= frame.lanes_px + 1
    assert frame.box_at(frame.tracks[0].band.top + 3) is None
