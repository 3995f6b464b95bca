"""The strip of votes: on the axis of the lanes, read by hand and by key, told in words."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from timeline_app.canvas.centre import Centre
from timeline_app.canvas.lettering import measure
from timeline_app.canvas.votes_painter import cell_at, counts_with_room, vote_rows
from timeline_app.canvas.votes_strip import VotesStrip
from timeline_app.dates.civil import day_of
from timeline_app.look import fonts
from timeline_app.look.theme import current
from timeline_app.session.session import Session
from timeline_app.session.strip_ids import COUNTS, VOTES
from timeline_app.session.vote_rule import VoteRule
from timeline_app.session.voting_words import RULE_WORDS


@pytest.fixture
def strip(centre: Centre, session: Session, qtbot: QtBot) -> VotesStrip:
    """The years about the resolution on Crimea."""
    session.show_days(day_of(2012, 9, 1), day_of(2015, 8, 31))
    centre.show_strip(VOTES)
    qtbot.waitUntil(lambda: centre.votes.agreed is not None)
    return centre.votes


def test_it_takes_the_place_of_the_counts(centre: Centre, strip: VotesStrip) -> None:
    assert strip.isVisible()
    assert not centre.strip.isVisible()
    centre.show_strip(COUNTS)
    assert not strip.isVisible()


def test_nothing_is_read_while_nobody_sees_it(centre: Centre, session: Session) -> None:
    session.set_terms("state", {"KAZ"})
    assert centre.votes.agreed is None


def test_the_part_agreed_on_is_drawn_at_its_day_and_height(strip: VotesStrip) -> None:
    scene, agreed = strip.scene(), strip.agreed
    assert scene is not None
    assert agreed is not None
    place = agreed.sessions.index(68)
    image = strip.grab().toImage()
    x = round(scene.scale.x(day_of(2013, 11, 15)))
    for power, vector in ((0, 0), (1, 1), (2, 2)):
        part = agreed.rows[power][place].agreement
        assert part is not None
        y = round(strip.scene().rows.powers[power].y(part))
        colours = {image.pixelColor(x, y + step).name() for step in (-1, 0, 1)}
        assert QColor(current().vector(vector)).name() in colours


def test_figures_never_lie_over_each_other(strip: VotesStrip, session: Session) -> None:
    shown = []
    for years in ((2013, 2014), (2005, 2020), (1991, 2026)):
        session.show_days(day_of(years[0], 1, 1), day_of(years[1], 12, 31))
        scene = strip.scene()
        assert scene is not None
        figures = counts_with_room(scene)
        ends = [x + measure(said, fonts.TICK) for said, x in figures]
        assert all(end < x for end, (_, x) in zip(ends, figures[1:], strict=False))
        shown.append(len(figures))
    assert 1 <= shown[0] < shown[1]


def test_a_click_asks_for_the_roll_calls_of_its_cell(strip: VotesStrip, qtbot: QtBot) -> None:
    scene = strip.scene()
    assert scene is not None
    row = scene.rows.powers[2]
    at = QPoint(round(scene.scale.x(day_of(2014, 3, 27))), round(row.top + row.height / 2))
    with qtbot.waitSignal(strip.calls_wanted) as asked:
        QTest.mouseClick(strip, Qt.MouseButton.LeftButton, pos=at)
    agreed, power, place = asked.args
    assert agreed.powers[power] == "USA"
    assert agreed.sessions[place] == 68
    assert cell_at(scene, 2, at.y()) is None


def test_keys_go_from_cell_to_cell_and_it_is_told(strip: VotesStrip, qtbot: QtBot) -> None:
    strip.setFocus()
    QTest.keyClick(strip, Qt.Key.Key_Down)
    assert "China" in strip.accessibleDescription()
    first = strip.accessibleDescription()
    QTest.keyClick(strip, Qt.Key.Key_Left)
    assert strip.accessibleDescription() != first
    for _ in range(60):
        QTest.keyClick(strip, Qt.Key.Key_Left)
    assert "Session 46" in strip.accessibleDescription()
    with qtbot.waitSignal(strip.calls_wanted) as asked:
        QTest.keyClick(strip, Qt.Key.Key_Return)
    assert asked.args[1:] == [1, 0]


def test_the_menu_changes_what_is_counted(strip: VotesStrip, session: Session) -> None:
    menu = strip.choices.menu()
    menu.aboutToShow.emit()
    named = {action.text(): action for action in menu.actions()}
    assert named["Kazakhstan"].isChecked()
    named["Uzbekistan"].trigger()
    assert session.snapshot.vote_rule.state == "UZB"
    menu.aboutToShow.emit()
    inner = [
        action
        for outer in menu.actions()
        if outer.menu() is not None
        for action in outer.menu().actions()
    ]
    chosen = {action.text(): action for action in inner}
    chosen["nuclear"].trigger()
    assert session.snapshot.vote_rule.issue == "nuclear"
    assert set(RULE_WORDS.values()) <= set(chosen)
    parts = [action for action in menu.actions() if "parts of texts" in action.text()]
    parts[0].trigger()
    assert session.snapshot.vote_rule.paragraphs


def test_another_rule_is_counted_anew(strip: VotesStrip, session: Session, qtbot: QtBot) -> None:
    session.count_votes_by(VoteRule(state="TJK"))
    qtbot.waitUntil(lambda: strip.agreed is not None and strip.agreed.state == "TJK")
    assert strip.choices.text() == "Tajikistan"


def test_rows_hold_letters_however_little_room_there_is() -> None:
    low, high = vote_rows(False, 10.0, 8), vote_rows(True, 2000.0, 8)
    assert all(row.height >= 15 for row in low.powers)
    assert high.height > low.height
    for rows in (low, high):
        tops = [row.top for row in rows.powers]
        assert tops == sorted(tops)
        assert rows.calls.bottom <= rows.height
