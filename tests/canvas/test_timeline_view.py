"""The timeline under the hand: clicks, drags, turns of the wheel and keys on the real archive."""

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from timeline_app.canvas.centre import Centre
from timeline_app.canvas.overlay_painter import _plate_of
from timeline_app.canvas.timeline_view import TimelineView
from timeline_app.dates.civil import day_of
from timeline_app.model.view import View
from timeline_app.scene.display_list import Label, SpotKind
from timeline_app.scene.hit_test import Place, place_at, places_of
from timeline_app.session.session import Session

LEFT = Qt.MouseButton.LeftButton
PLAIN, SHIFT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier
CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
SPRING = View(float(day_of(2014, 2, 26)), 106.0)


def look_at(view: TimelineView, session: Session, days: View) -> None:
    session.set_view(days)
    view.settle()


def shown(view: TimelineView) -> list[Label]:
    frame = view.frame()
    assert frame is not None
    return list(frame.drawn.labels)


def at(view: TimelineView, place: Place) -> QPoint:
    frame = view.frame()
    assert frame is not None
    return QPoint(int(place.x), int(place.y + frame.ruler_px))


def places(view: TimelineView, kind: SpotKind) -> list[Place]:
    """One place each of the events drawn so, well inside the window."""
    frame = view.frame()
    assert frame is not None
    spots = frame.drawn.spots
    found = [
        places_of(frame.drawn, int(spots.rows_of(i)[0]))[0]
        for i in range(len(spots))
        if spots.kind[i] == kind
    ]
    scale = frame.scale
    return [p for p in found if scale.left_px + 20 < p.x < scale.right_px - 20]


def empty(view: TimelineView) -> QPoint:
    """A spot of the lanes where nothing is."""
    frame = view.frame()
    assert frame is not None
    for y in range(20, view.height() - frame.ruler_px, 7):
        for x in range(int(frame.scale.left_px) + 40, int(frame.scale.right_px) - 40, 11):
            if place_at(frame.drawn, x, y) is None:
                return QPoint(x, y + frame.ruler_px)
    raise AssertionError("no empty spot")


def occurrence(session: Session, row: int) -> int:
    return int(session.snapshot.table.occurrence[row])


def drag(view: TimelineView, start: QPoint, by: QPoint, held: Qt.KeyboardModifier = PLAIN) -> None:
    QTest.mousePress(view, LEFT, held, start)
    for part in (3, 2, 1):
        _move(view, start + by / part, held, LEFT)
    QTest.mouseRelease(view, LEFT, held, start + by)


def _move(
    view: TimelineView,
    to: QPoint,
    held: Qt.KeyboardModifier = PLAIN,
    button: Qt.MouseButton = Qt.MouseButton.NoButton,
) -> None:
    place, over = QPointF(to), view.mapToGlobal(QPointF(to))
    none = Qt.MouseButton.NoButton
    QApplication.sendEvent(
        view, QMouseEvent(QEvent.Type.MouseMove, place, over, none, button, held)
    )


def turn(view: TimelineView, at: QPoint, notches: float, held: Qt.KeyboardModifier = PLAIN) -> None:
    event = QWheelEvent(
        QPointF(at),
        view.mapToGlobal(QPointF(at)),
        QPoint(),
        QPoint(0, int(120 * notches)),
        Qt.MouseButton.NoButton,
        held,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(view, event)


def test_a_click_selects_and_a_click_on_nothing_lets_go(centre: Centre, session: Session) -> None:
    view = centre.timeline
    look_at(view, session, SPRING)
    place = places(view, SpotKind.GLYPH)[0]
    QTest.mouseClick(view, LEFT, PLAIN, at(view, place))
    assert len(session.snapshot.selected) == 1
    QTest.mouseClick(view, LEFT, PLAIN, empty(view))
    assert session.snapshot.selected == ()


def test_a_click_on_a_label_selects_its_event(centre: Centre, session: Session) -> None:
    view = centre.timeline
    for days in (session.snapshot.home, SPRING):
        look_at(view, session, days)
        frame = view.frame()
        assert frame is not None
        label = shown(view)[0]
        spot = QPoint(int(label.x + label.width / 2), int(label.y - 3 + frame.ruler_px))
        QTest.mouseClick(view, LEFT, PLAIN, spot)
        assert session.snapshot.selected == (occurrence(session, label.row),)


def test_ctrl_adds_and_shift_takes_all_between(centre: Centre, session: Session) -> None:
    view = centre.timeline
    look_at(view, session, SPRING)
    frame = view.frame()
    assert frame is not None
    one, other = shown(view)[0], shown(view)[1]
    spots = [QPoint(int(label.x + 4), int(label.y - 3 + frame.ruler_px)) for label in (one, other)]
    QTest.mouseClick(view, LEFT, PLAIN, spots[0])
    QTest.mouseClick(view, LEFT, CTRL, spots[1])
    assert set(session.snapshot.selected) == {
        occurrence(session, one.row),
        occurrence(session, other.row),
    }
    QTest.mouseClick(view, LEFT, PLAIN, spots[0])
    QTest.mouseClick(view, LEFT, SHIFT, spots[1])
    low, high = sorted((one.row, other.row))
    assert len(session.snapshot.selected) == high - low + 1


def test_dragging_pans_by_as_many_days_as_pixels(centre: Centre, session: Session) -> None:
    view = centre.timeline
    look_at(view, session, SPRING)
    frame = view.frame()
    assert frame is not None
    drag(view, empty(view), QPoint(-60, 0))
    moved = session.snapshot.view.first - SPRING.first
    assert abs(moved - 60 / frame.scale.px_per_day) < 0.1
    assert session.snapshot.selected == ()


def test_shift_and_the_ruler_mark_a_period(centre: Centre, session: Session) -> None:
    view = centre.timeline
    look_at(view, session, SPRING)
    frame = view.frame()
    assert frame is not None
    scale = frame.scale
    start = empty(view)
    drag(view, start, QPoint(120, 0), SHIFT)
    span = session.snapshot.filter.span
    assert span is not None
    assert span.first == int(scale.day(start.x()))
    assert abs(span.last - scale.day(start.x() + 120)) <= 1
    assert session.snapshot.view == SPRING
    drag(view, QPoint(int(scale.left_px) + 300, 8), QPoint(90, 0))
    again = session.snapshot.filter.span
    assert again is not None and again != span


def test_an_edge_is_dragged_and_a_double_click_clears(centre: Centre, session: Session) -> None:
    view = centre.timeline
    look_at(view, session, SPRING)
    first, last = day_of(2014, 3, 20), day_of(2014, 4, 20)
    session.set_span(first, last)
    frame = view.frame()
    assert frame is not None
    edge = QPoint(int(frame.scale.x(float(last + 1))), 10)
    drag(view, edge, QPoint(80, 0))
    span = session.snapshot.filter.span
    assert span is not None and span.first == first and span.last > last + 5
    inside = QPoint(int(frame.scale.x(float(first + 10))), 10)
    QTest.mouseDClick(view, LEFT, PLAIN, inside)
    assert session.snapshot.filter.span is None


def test_the_wheel_zooms_at_the_pointer_and_shift_pans(centre: Centre, session: Session) -> None:
    view = centre.timeline
    look_at(view, session, SPRING)
    spot = empty(view)
    frame = view.frame()
    assert frame is not None
    day = frame.scale.day(spot.x())
    turn(view, spot, 3)
    frame = view.frame()
    assert frame is not None
    assert abs(session.snapshot.view.days - SPRING.days / 2) < 0.5
    assert abs(frame.scale.day(spot.x()) - day) < 0.05
    before = session.snapshot.view
    turn(view, spot, 1, SHIFT)
    assert session.snapshot.view.days == before.days
    assert session.snapshot.view.first < before.first


def test_alt_and_the_wheel_make_lanes_higher(centre: Centre, session: Session) -> None:
    view = centre.timeline
    frame = view.frame()
    assert frame is not None and frame.hidden_px == 0
    turn(view, empty(view), 4, ALT)
    frame = view.frame()
    assert frame is not None and frame.hidden_px > 100


def test_a_double_click_comes_closer_or_fits_the_event(centre: Centre, session: Session) -> None:
    view = centre.timeline
    look_at(view, session, SPRING)
    QTest.mouseDClick(view, LEFT, PLAIN, empty(view))
    assert session.snapshot.view.days < SPRING.days / 2
    look_at(view, session, SPRING)
    place = places(view, SpotKind.GLYPH)[0]
    QTest.mouseDClick(view, LEFT, PLAIN, at(view, place))
    first = int(session.snapshot.table.first[place.rows[0]])
    middle = session.snapshot.view.first + session.snapshot.view.days / 2
    assert abs(middle - first) < 2


def test_arrows_step_in_time_and_over_lanes(centre: Centre, session: Session) -> None:
    view = centre.timeline
    look_at(view, session, SPRING)
    QTest.keyClick(view, Qt.Key.Key_Right)
    one = session.snapshot.selected
    QTest.keyClick(view, Qt.Key.Key_Right)
    other = session.snapshot.selected
    assert one and other and one != other
    QTest.keyClick(view, Qt.Key.Key_Left)
    assert session.snapshot.selected == one
    for _ in range(3):
        QTest.keyClick(view, Qt.Key.Key_Down)
    told = session.snapshot.table.occurrence.tolist()
    row = told.index(session.snapshot.selected[0])
    assert any(row in lane.rows for lane in session.snapshot.lanes.lanes[1:])


def test_the_event_in_focus_is_told_in_words(centre: Centre, session: Session) -> None:
    view = centre.timeline
    assert "No event is selected" in view.accessibleDescription()
    row = session.rows([100])[0]
    session.select((occurrence(session, 100),))
    assert row.title.rstrip(".") in view.accessibleDescription()


def test_hovering_says_the_whole_title_as_plain_text(
    centre: Centre, session: Session, qtbot: QtBot
) -> None:
    view = centre.timeline
    look_at(view, session, SPRING)
    place = places(view, SpotKind.GLYPH)[0]
    _move(view, at(view, place))
    qtbot.waitUntil(view.tip.isVisible, timeout=3000)
    assert session.rows(place.rows)[0].title in view.tip.words()
    _move(view, empty(view))
    assert not view.tip.isVisible()


def test_a_click_on_the_head_opens_the_quiet_lanes(centre: Centre, session: Session) -> None:
    view = centre.timeline
    session.group_by("state")
    look_at(view, session, SPRING)
    frame = view.frame()
    assert frame is not None
    folded = next(box for box in frame.drawn.boxes if box.folded)
    QTest.mouseClick(view, LEFT, PLAIN, QPoint(30, int(folded.top + 10 + frame.ruler_px)))
    frame = view.frame()
    assert frame is not None
    still = {lane for box in frame.drawn.boxes if box.folded for lane in box.lanes}
    assert not still & set(folded.lanes)


def test_nothing_is_composed_for_a_selection(centre: Centre, session: Session) -> None:
    view = centre.timeline
    frame = view.frame()
    assert frame is not None
    session.select((occurrence(session, 5),))
    again = view.frame()
    assert again is not None and again.drawn is frame.drawn


def test_the_plate_lies_beside_its_mark_at_the_edge_too(centre: Centre, session: Session) -> None:
    view = centre.timeline
    for row in (0, len(session.snapshot.table) - 1):
        session.select(())
        bare = view.grab().toImage()
        session.select((occurrence(session, row),))
        view.clearFocus()
        frame = view.frame()
        assert frame is not None
        place = places_of(frame.drawn, row)[0]
        inside = QPoint(round(place.left) + 1, round(place.y + frame.ruler_px))
        assert view.grab().toImage().pixelColor(inside) == bare.pixelColor(inside), (
            "the mark is covered"
        )


def test_the_plate_stays_within_its_lane(centre: Centre, session: Session) -> None:
    view = centre.timeline
    seen = 0
    for row in range(0, len(session.snapshot.table), 7):
        session.select((occurrence(session, row),))
        frame = view.frame()
        assert frame is not None
        place = next((p for p in places_of(frame.drawn, row) if p.x > frame.scale.left_px), None)
        overlay = view._overlay(frame)
        plate = _plate_of(frame, overlay, place) if place is not None else None
        box = frame.box_at(place.y) if place is not None else None
        if plate is not None and box is not None and box.height >= plate.height:
            seen += 1
            assert box.top <= plate.y and plate.y + plate.height <= box.bottom
    assert seen > 50


def test_the_head_of_a_lane_says_its_whole_name(centre: Centre, session: Session) -> None:
    session.group_by("organisation")
    view = centre.timeline
    frame = view.frame()
    assert frame is not None
    box = frame.drawn.boxes[3]
    _move(view, QPoint(40, round((box.top + box.bottom) / 2) + frame.ruler_px), PLAIN)
    assert frame.content.lanes[box.lanes[0]].lane.label in view.tip.words()


def test_what_was_hovered_is_let_go_when_the_view_moves(
    centre: Centre, session: Session, qtbot: QtBot
) -> None:
    view = centre.timeline
    _move(view, at(view, places(view, SpotKind.CELL)[0]), PLAIN)
    qtbot.waitUntil(view.tip.isVisible)
    session.set_view(SPRING)
    assert not view.tip.isVisible()


def test_ctrl_shift_and_a_drag_mark_the_second_period(
    centre: Centre, session: Session, qtbot: QtBot
) -> None:
    view = centre.timeline
    frame = view.frame()
    assert frame is not None
    scale = frame.scale
    session.set_span(day_of(2001, 1, 1), day_of(2003, 1, 1))
    start, end = (QPoint(int(scale.x(day_of(year, 1, 1))), 12) for year in (2010, 2012))
    QTest.mousePress(view, LEFT, CTRL | SHIFT, start)
    QTest.mouseMove(view, end)
    move = QMouseEvent(QEvent.Type.MouseMove, QPointF(end), QPointF(end), LEFT, LEFT, CTRL | SHIFT)
    QApplication.sendEvent(view, move)
    QTest.mouseRelease(view, LEFT, CTRL | SHIFT, end)
    span, second = session.snapshot.filter.span, session.snapshot.second
    assert span is not None and second is not None
    assert span.first == day_of(2001, 1, 1)
    assert abs(second.first - day_of(2010, 1, 1)) <= 1 / scale.px_per_day + 1
    assert abs(second.last - day_of(2012, 1, 1)) <= 1 / scale.px_per_day + 1
    edge = QPoint(int(scale.x(second.last + 1)), 12)
    QTest.mousePress(view, LEFT, PLAIN, edge)
    by = QPointF(edge + QPoint(30, 0))
    QApplication.sendEvent(view, QMouseEvent(QEvent.Type.MouseMove, by, by, LEFT, LEFT, PLAIN))
    QTest.mouseRelease(view, LEFT, PLAIN, edge + QPoint(30, 0))
    moved = session.snapshot.second
    assert moved is not None
    assert moved.first == second.first
    assert moved.last > second.last
    QTest.mouseDClick(view, LEFT, PLAIN, start + QPoint(15, 0))
    assert session.snapshot.second is None
    assert session.snapshot.filter.span == span
