"""The row of the day that is known by: hidden at first, one day for slider, field and session."""

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from timeline_app.canvas.centre import Centre
from timeline_app.dates.civil import day_of
from timeline_app.look import fonts
from timeline_app.model.filter import KNOWN
from timeline_app.session.known_on import days_to_choose, hidden_words
from timeline_app.session.session import Session

LEFT = Qt.MouseButton.LeftButton
CTRL, PLAIN = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.NoModifier
DAY = day_of(2014, 5, 13)


def chosen(session: Session) -> int:
    known = session.snapshot.filter.known
    assert known is not None
    return known.day


def test_it_comes_with_a_day_and_goes_with_it(centre: Centre, session: Session) -> None:
    assert centre.known.isHidden()
    lanes = centre.timeline.height()
    session.set_known(DAY)
    assert centre.known.isVisible()
    assert centre.known.slider.value() == DAY
    assert centre.known.field.text() == "2014-05-13"
    assert "13 May 2014" in centre.known.words.text()
    assert hidden_words(session.snapshot) in centre.known.words.text()
    assert "memberships" in centre.known.words.text()
    centre.known.close_button.click()
    assert session.snapshot.filter.known is None
    assert centre.known.isHidden()
    centre.layout().activate()
    assert centre.timeline.height() == lanes


def test_large_letters_leave_the_lanes_their_room(centre: Centre, session: Session) -> None:
    usual = centre.overview.height()
    fonts.set_percent(200)
    try:
        centre.window().resize(700, 700)
        session.set_known(DAY)
        QApplication.sendEvent(centre, QEvent(QEvent.Type.PaletteChange))
        centre.layout().activate()
        words = centre.known.words
        assert "13 May 2014" in words.text()
        assert words.heightForWidth(centre.width()) <= 2 * words.fontMetrics().lineSpacing() + 2
        assert hidden_words(session.snapshot) in words.accessibleName()
        assert words.text() == words.accessibleName() or words.toolTip() == words.accessibleName()
        assert centre.overview.height() > usual
        frame = centre.timeline.frame()
        assert frame is not None
        assert min(box.height for box in frame.drawn.boxes) >= 28
    finally:
        fonts.set_percent(100)


@pytest.mark.parametrize(
    ("key", "modifier", "day"),
    [
        (Qt.Key.Key_Left, PLAIN, (2014, 5, 30)),
        (Qt.Key.Key_Right, PLAIN, (2014, 6, 1)),
        (Qt.Key.Key_Left, CTRL, (2014, 4, 30)),
        (Qt.Key.Key_Right, CTRL, (2014, 6, 30)),
        (Qt.Key.Key_PageUp, PLAIN, (2015, 5, 31)),
        (Qt.Key.Key_PageDown, PLAIN, (2013, 5, 31)),
    ],
)
def test_keys_move_it_by_day_month_and_year(
    centre: Centre,
    session: Session,
    key: Qt.Key,
    modifier: Qt.KeyboardModifier,
    day: tuple[int, int, int],
) -> None:
    session.set_known(day_of(2014, 5, 31))
    QTest.keyClick(centre.known.slider, key, modifier)
    assert chosen(session) == day_of(*day)


def test_its_ends_are_the_first_and_the_last_day(centre: Centre, session: Session) -> None:
    session.set_known(DAY)
    days = days_to_choose(session.snapshot)
    assert days is not None
    for key, day in zip((Qt.Key.Key_Home, Qt.Key.Key_End), days, strict=True):
        QTest.keyClick(centre.known.slider, key)
        assert chosen(session) == day


def test_a_press_takes_it_to_the_day_under_the_pointer(centre: Centre, session: Session) -> None:
    session.set_known(DAY)
    scale, slider = centre.overview.scale(), centre.known.slider
    x = round(scale.x(float(day_of(2000, 1, 1))))
    QTest.mousePress(slider, LEFT, PLAIN, QPoint(x, 8))
    assert abs(chosen(session) - day_of(2000, 1, 1)) <= 1 / scale.px_per_day + 1
    QTest.mouseRelease(slider, LEFT, PLAIN, QPoint(x, 8))


def test_what_is_typed_is_its_last_day_or_is_refused(centre: Centre, session: Session) -> None:
    session.set_known(DAY)
    for text, day in (
        ("2013", (2013, 12, 31)),
        ("2012-02", (2012, 2, 29)),
        ("0900", (900, 12, 31)),
    ):
        centre.known.field.setText(text)
        QTest.keyClick(centre.known.field, Qt.Key.Key_Return)
        assert chosen(session) == day_of(*day)
    for text in ("soon", "2014-13", "2014/.."):
        centre.known.field.setText(text)
        QTest.keyClick(centre.known.field, Qt.Key.Key_Return)
        assert chosen(session) == day_of(900, 12, 31)
        assert text in centre.known.words.text()


def test_a_day_beyond_the_archive_is_held_by_the_slider(centre: Centre, session: Session) -> None:
    for year in (-9999, 9999, 3_000_000):
        session.set_known(day_of(year, 1, 1))
        assert centre.known.slider.value() == day_of(year, 1, 1) == chosen(session)
        centre.grab()


def test_layers_switched_do_not_move_the_day(centre: Centre, session: Session) -> None:
    session.set_known(day_of(2020, 12, 31))
    session.switch_layers({"igo-accessions"})
    assert session.snapshot.passing.possible == len(session.snapshot.table)
    session.switch_layers({"leaders"})
    assert session.snapshot.passing.possible == 0
    assert chosen(session) == centre.known.slider.value() == day_of(2020, 12, 31)


def test_it_is_named_by_its_day(centre: Centre, session: Session) -> None:
    session.set_known(DAY)
    seen = QAccessible.queryAccessibleInterface(centre.known.slider)
    assert seen.role() is QAccessible.Role.Slider
    assert seen.text(QAccessible.Text.Name) == "Known when: 13 May 2014"
    session.clear_clause(KNOWN)
    assert centre.known.isHidden()
