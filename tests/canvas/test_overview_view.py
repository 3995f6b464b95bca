"""The overview is brushed, its brush moved, and a click goes there."""

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from timeline_app.canvas.centre import Centre
from timeline_app.canvas.overview_view import OverviewView
from timeline_app.dates.civil import day_of
from timeline_app.model.view import View
from timeline_app.session.session import Session

LEFT, PLAIN = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


def drag(view: OverviewView, start: int, end: int) -> None:
    QTest.mousePress(view, LEFT, PLAIN, QPoint(start, 30))
    for x in (start + (end - start) // 2, end):
        place = QPointF(x, 30)
        event = QMouseEvent(
            QEvent.Type.MouseMove,
            place,
            view.mapToGlobal(place),
            Qt.MouseButton.NoButton,
            LEFT,
            PLAIN,
        )
        QApplication.sendEvent(view, event)
    QTest.mouseRelease(view, LEFT, PLAIN, QPoint(end, 30))


def x_of(view: OverviewView, year: int, month: int = 1) -> int:
    return round(view.scale().x(float(day_of(year, month, 1))))


def test_a_drag_marks_a_period_and_another_moves_its_edge(centre: Centre, session: Session) -> None:
    view = centre.overview
    drag(view, x_of(view, 2000), x_of(view, 2010))
    span = session.snapshot.filter.span
    a_pixel = 1 / view.scale().px_per_day + 1
    assert span is not None
    assert abs(span.first - day_of(2000, 1, 1)) <= a_pixel
    assert abs(span.last - day_of(2010, 1, 1)) <= a_pixel
    assert session.snapshot.passing.possible < len(session.snapshot.table)
    drag(view, round(view.scale().x(float(span.first))), x_of(view, 2004))
    moved = session.snapshot.filter.span
    assert moved is not None and moved.last == span.last
    assert abs(moved.first - day_of(2004, 1, 1)) <= a_pixel


def test_the_middle_moves_it_whole_and_a_double_click_clears(
    centre: Centre, session: Session
) -> None:
    view = centre.overview
    session.set_span(day_of(2000, 1, 1), day_of(2009, 12, 31))
    drag(view, x_of(view, 2005), x_of(view, 2008))
    span = session.snapshot.filter.span
    assert span is not None
    assert span.last - span.first == day_of(2009, 12, 31) - day_of(2000, 1, 1)
    assert span.first > day_of(2002, 1, 1)
    QTest.mouseDClick(view, LEFT, PLAIN, QPoint(x_of(view, 2008), 30))
    assert session.snapshot.filter.span is None


def test_a_click_goes_there(centre: Centre, session: Session) -> None:
    view = centre.overview
    session.set_view(View(float(day_of(1995, 1, 1)), 400.0))
    QTest.mouseClick(view, LEFT, PLAIN, QPoint(x_of(view, 2012), 30))
    middle = session.snapshot.view.first + session.snapshot.view.days / 2
    assert abs(middle - day_of(2012, 1, 1)) < 1 / view.scale().px_per_day + 1
    assert session.snapshot.filter.span is None


def test_keys_move_an_edge_and_it_is_spoken(centre: Centre, session: Session) -> None:
    view = centre.overview
    session.set_span(day_of(2000, 1, 1), day_of(2009, 12, 31))
    QTest.keyClick(view, Qt.Key.Key_Right)
    span = session.snapshot.filter.span
    assert span is not None and span.last == day_of(2010, 1, 1)
    QTest.keyClick(view, Qt.Key.Key_Up)
    QTest.keyClick(view, Qt.Key.Key_Left, Qt.KeyboardModifier.ControlModifier)
    span = session.snapshot.filter.span
    assert span is not None and span.first == day_of(1999, 12, 1)
    assert "December 1999" in view.accessibleDescription()
    assert "start" in view.accessibleDescription()


def test_without_a_period_a_key_marks_what_is_in_view(centre: Centre, session: Session) -> None:
    session.set_view(View(float(day_of(2005, 1, 1)), 365.0))
    QTest.keyClick(centre.overview, Qt.Key.Key_Right)
    span = session.snapshot.filter.span
    assert span is not None and span.first == day_of(2005, 1, 1)


def test_a_click_on_a_brush_or_with_all_in_view_moves_nothing(
    centre: Centre, session: Session
) -> None:
    view, before = centre.overview, session.snapshot.view
    QTest.mouseClick(view, LEFT, PLAIN, QPoint(x_of(view, 1999), 30))
    assert session.snapshot.view == before
    session.set_span(day_of(2000, 1, 1), day_of(2009, 12, 31))
    near = View(float(day_of(2001, 1, 1)), 400.0)
    session.set_view(near)
    QTest.mouseDClick(view, LEFT, PLAIN, QPoint(x_of(view, 2005), 30))
    assert session.snapshot.filter.span is None
    assert session.snapshot.view == near


def test_what_is_in_view_is_told_in_words(centre: Centre, session: Session) -> None:
    first, last = day_of(2014, 3, 1), day_of(2014, 5, 31)
    session.set_view(View(float(first), float(last + 1 - first)))
    assert "In view: March to May 2014." in centre.overview.accessibleDescription()


@pytest.mark.parametrize("asked", [None, 2004, 2010])
def test_dragged_days_look_as_if_they_had_been_there_at_first(
    centre: Centre, session: Session, asked: int | None
) -> None:
    """The second time what lies under the days in view comes from a picture."""
    view, home = centre.overview, session.snapshot.home
    if asked is not None:
        session.set_span(day_of(asked, 1, 1), day_of(asked + 3, 5, 1))
    for n in range(4):
        session.set_view(View(home.first + n * 90, home.days / 5))
        again = view.grab().toImage()
        view._last = ()  # as at first
        assert again == view.grab().toImage()
    session.set_span(day_of(1995, 1, 1), day_of(1999, 5, 1))
    assert view.grab().toImage() != again
