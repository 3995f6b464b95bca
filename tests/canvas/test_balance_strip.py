"""The strip of balance: on the axis of the lanes, in step with the brush, told in words."""

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QColor, QFocusEvent, QHelpEvent, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from timeline_app.canvas.balance_strip import BalanceStrip
from timeline_app.canvas.centre import Centre
from timeline_app.dates.civil import day_of
from timeline_app.look.theme import current
from timeline_app.session.measure import Measure
from timeline_app.session.session import Session
from timeline_app.session.strip_ids import BALANCE, COUNTS

A = day_of(2012, 3, 18), day_of(2014, 3, 17)
B = day_of(2016, 3, 18), day_of(2018, 3, 17)


@pytest.fixture
def strip(centre: Centre, session: Session, qtbot: QtBot) -> BalanceStrip:
    """Of Kazakhstan, with every interval."""
    session.measure_by(Measure(draws=100))
    session.set_terms("state", {"KAZ"})
    centre.show_strip(BALANCE)
    qtbot.waitUntil(lambda: centre.balance.is_whole)
    return centre.balance


def image(strip: BalanceStrip) -> QImage:
    return strip.grab().toImage()


def test_nothing_is_weighed_while_nobody_sees_it(centre: Centre, session: Session) -> None:
    session.set_terms("state", {"KAZ"})
    assert centre.balance.weight is None


def test_it_takes_the_place_of_the_counts(centre: Centre, strip: BalanceStrip) -> None:
    assert strip.isVisible()
    assert not centre.strip.isVisible()
    centre.show_strip(COUNTS)
    assert not strip.isVisible()


def test_a_share_is_drawn_at_its_day_and_height(strip: BalanceStrip) -> None:
    weight, scale = strip.weight, strip.scale()
    assert weight is not None
    assert scale is not None
    painted, windows = image(strip), weight.bands.windows
    at = int(np.flatnonzero(windows.middle > day_of(2010, 6, 1))[0])
    x = round(scale.x(float(windows.middle[at])))
    y = round(strip.rows.shares[2].y(float(windows.sums.shares[at, 2])))
    west = QColor(current().vector(2))
    near = [painted.pixelColor(x + i, y + j) for i in (-1, 0, 1) for j in (-2, -1, 0, 1, 2)]
    assert west in near


def test_the_brush_is_looked_up_and_told(strip: BalanceStrip, session: Session) -> None:
    before = image(strip)
    session.set_span(*A)
    assert strip.is_whole
    assert image(strip) != before
    weight = strip.weight
    assert weight is not None
    strip.setFocus()
    QApplication.sendEvent(strip, QFocusEvent(QEvent.Type.FocusIn))
    n = int(weight.within(*A).touching[0, 0])
    assert f"{n} event" in strip.accessibleDescription()
    assert "18 March 2012 to 17 March 2014" in strip.accessibleDescription()


def test_a_second_period_is_seen_without_colour(strip: BalanceStrip, session: Session) -> None:
    session.set_span(*A)
    one = image(strip).convertToFormat(QImage.Format.Format_Grayscale8)
    session.set_second(*B)
    two = image(strip).convertToFormat(QImage.Format.Format_Grayscale8)
    scale = strip.scale()
    assert scale is not None
    x = round(scale.x(float(B[0])))
    edge = [two.pixelColor(x - 1, y).value() for y in range(40, strip.height() - 10)]
    assert 5 < sum(value < 90 for value in edge) < len(edge)  # broken
    assert one != two


def test_keys_go_from_month_to_month(strip: BalanceStrip, session: Session) -> None:
    strip.setFocus()
    QTest.keyClick(strip, Qt.Key.Key_Right)
    first = strip.accessibleDescription()
    assert "Russia" in first
    assert "balance" in first
    QTest.keyClick(strip, Qt.Key.Key_Right)
    assert strip.accessibleDescription() != first
    QTest.keyClick(strip, Qt.Key.Key_Escape)


def test_rows_that_find_no_room_are_scrolled(centre: Centre, strip: BalanceStrip) -> None:
    strip.fit(centre.measures(), 260)
    assert strip.rows.hidden > 0
    before = image(strip)
    strip.setFocus()
    for _ in range(20):
        QTest.keyClick(strip, Qt.Key.Key_Down)
    assert image(strip) != before
    assert strip._scroll == strip.rows.hidden


def test_words_above_that_are_cut_are_whole_in_a_tip(strip: BalanceStrip) -> None:
    at = QPoint(strip.width() // 2, 6)
    asked = QHelpEvent(QEvent.Type.ToolTip, at, strip.mapToGlobal(at))
    QApplication.sendEvent(strip, asked)
    said = QToolTip.text()
    assert said.index("left out: ") < said.index("share of imports") < said.index("hollow marks")
    QToolTip.hideText()
