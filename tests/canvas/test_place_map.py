"""The map of places: what is drawn, found by the hand, and walked with the keys."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from timeline_app.analysis.where import Site, Where
from timeline_app.canvas.place_map import PlaceMap
from timeline_app.look.theme import current
from timeline_app.session.placing import MOST_DRAWN, Key, Placed, placed
from timeline_app.session.session import Session


@pytest.fixture
def made(session: Session) -> Placed:
    session.set_span(2456659, 2457023)
    return placed(session.snapshot, session.positions())


@pytest.fixture
def shown(made: Placed, qapp: QApplication) -> Iterator[PlaceMap]:
    widget = PlaceMap()
    widget.resize(700, 500)
    widget.show()
    widget.show_placed(made)
    yield widget
    widget.close()
    widget.deleteLater()


def _at(shown: PlaceMap, n: int) -> QPoint:
    dot = shown.scene.dots[n]
    return QPoint(round(dot.x), round(dot.y))


def test_every_place_with_a_position_is_a_dot_within_the_picture(
    shown: PlaceMap, made: Placed
) -> None:
    assert len(shown.scene.dots) == len(made.where.on_map) > 5
    image = shown.grab().toImage()
    for n in range(len(shown.scene.dots)):
        assert shown.rect().contains(_at(shown, n))
    at = _at(shown, 0)
    assert image.pixelColor(at) == QColor(current().ink2)
    assert image.pixelColor(2, 2) in (QColor(current().sunk), QColor(current().canvas))
    assert shown.scene.names[0][0].startswith(made.name(made.where.on_map[0]))


def test_a_click_asks_for_the_events_of_that_dot_and_a_click_beside_for_none(
    shown: PlaceMap, made: Placed
) -> None:
    heard: list[Key] = []
    shown.chosen.connect(heard.append)
    QTest.mouseClick(shown, Qt.MouseButton.LeftButton, pos=_at(shown, 0))
    assert heard == [made.where.on_map[0].places]
    QTest.mouseClick(shown, Qt.MouseButton.LeftButton, pos=QPoint(3, 3))
    assert len(heard) == 1


def test_the_pointer_is_told_the_place_and_its_count(shown: PlaceMap, made: Placed) -> None:
    QTest.mouseMove(shown, _at(shown, 0))
    site = made.where.on_map[0]
    assert shown.scene.hovered == 0
    assert f"{made.name(site)}: {site.n} event" in shown._tip.words()
    QTest.mouseMove(shown, QPoint(3, 3))
    assert shown.scene.hovered is None


def test_arrows_go_from_dot_to_dot_and_enter_asks(shown: PlaceMap, made: Placed) -> None:
    heard: list[Key] = []
    shown.chosen.connect(heard.append)
    shown.setFocus()
    QTest.keyClick(shown, Qt.Key.Key_Left)
    start = shown.accessibleDescription().splitlines()[0]
    QTest.keyClick(shown, Qt.Key.Key_Right)
    assert shown.accessibleDescription().splitlines()[0] != start
    QTest.keyClick(shown, Qt.Key.Key_Return)
    (key,) = heard
    site = next(one for one in made.where.on_map if one.places == key)
    assert f"{made.name(site)}: {site.n}" in shown.accessibleDescription().splitlines()[0]


def test_the_wheel_zooms_at_the_pointer_a_drag_pans_and_0_fits_again(shown: PlaceMap) -> None:
    fit, at = shown.view, _at(shown, 0)
    shown.wheelEvent(
        QWheelEvent(
            QPointF(at),
            QPointF(at),
            QPoint(),
            QPoint(0, 120),
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
    )
    assert shown.view.px > fit.px
    assert (_at(shown, 0) - at).manhattanLength() <= 1
    QTest.mousePress(shown, Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    QTest.mouseMove(shown, QPoint(65, 45))
    QTest.mouseRelease(shown, Qt.MouseButton.LeftButton, pos=QPoint(65, 45))
    assert (_at(shown, 0) - at - QPoint(60, 40)).manhattanLength() <= 2
    QTest.keyClick(shown, Qt.Key.Key_0)
    assert shown.view == fit
    QTest.keyClick(shown, Qt.Key.Key_1)
    assert 40 < shown.view.lat < 50 and 60 < shown.view.lon < 75


def test_what_is_moved_by_hand_stays_where_the_brush_moves(
    shown: PlaceMap, session: Session
) -> None:
    QTest.keyClick(shown, Qt.Key.Key_1)
    by_hand = shown.view
    session.clear_all()
    shown.show_placed(placed(session.snapshot, session.positions()))
    assert shown.view == by_hand
    shown.fit()
    assert shown.view != by_hand


def test_where_nothing_is_placed_central_asia_is_shown(
    session: Session, qapp: QApplication
) -> None:
    widget = PlaceMap()
    widget.resize(600, 400)
    widget.show_placed(placed(session.snapshot, {}))
    assert widget.scene.dots == ()
    assert 40 < widget.view.lat < 50
    QTest.keyClick(widget, Qt.Key.Key_Right)
    QTest.keyClick(widget, Qt.Key.Key_Return)
    assert not widget.grab().isNull()


def test_the_largest_dot_is_the_most_frequent_place(shown: PlaceMap, made: Placed) -> None:
    sites: tuple[Site, ...] = made.where.on_map
    radii = [dot.r for dot in shown.scene.dots]
    assert radii == sorted(radii, reverse=True)
    assert sites[0].n == max(site.n for site in sites)


def test_of_very_many_places_the_most_frequent_are_drawn_and_that_is_said(
    shown: PlaceMap, made: Placed
) -> None:
    n = MOST_DRAWN + 50
    sites = tuple(Site((f"p{at}",), (at % 80.0, at % 170.0 + at / n), n - at) for at in range(n))
    many = Where(events=n, placed=n, sites=sites)
    shown.show_placed(replace(made, where=many))
    assert len(shown.scene.dots) == MOST_DRAWN
    assert "2,000 places that most name" in shown.accessibleDescription()
    assert not shown.grab().isNull()
