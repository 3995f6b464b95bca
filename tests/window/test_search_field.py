"""The search box narrows as one types, says what was found, explains itself and never fails."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFrame, QLabel
from pytestqt.qtbot import QtBot

from painted import Painted
from timeline_app.cli.frame import run
from timeline_app.look import theme
from timeline_app.model.query import COLUMNS, DAYS, NOTES, TEXTS, read_query
from timeline_app.panes.catalogue import CLAIMS
from timeline_app.session.finding import FIRST
from timeline_app.session.seeking import FIRST_CLAIMS
from timeline_app.window.found_claim import FoundClaim
from timeline_app.window.found_events import SEEN
from timeline_app.window.main_window import MainWindow
from timeline_app.window.search_field import found_words
from timeline_app.window.search_popover import TYPED, SearchPopover

Seek = Callable[[str], None]
MakeWindow = Callable[..., MainWindow]


@pytest.fixture
def seek(window: MainWindow, qtbot: QtBot) -> Seek:
    """Puts words into the box, as an input method does, and waits until they were asked."""

    def typing(text: str) -> None:
        field = window.toolbar.search
        field.setFocus()
        field.setText(text)
        field.textEdited.emit(text)
        qtbot.waitUntil(lambda: window.session.snapshot.query == text)

    return typing


def popover_of(window: MainWindow) -> SearchPopover:
    popover = window.toolbar.search.popover
    assert popover is not None
    return popover


def words_in(popover: SearchPopover) -> list[str]:
    """What stands in it now."""
    return [label.text() for label in popover.findChildren(QLabel) if not label.isHidden()]


def test_the_empty_box_explains_what_can_be_typed(window: MainWindow) -> None:
    window.live.run("search")
    popover = popover_of(window)
    assert popover.isVisible()
    assert window.toolbar.search.hasFocus()
    said = " ".join(words_in(popover))
    for field in (*TEXTS, *COLUMNS, *NOTES, *DAYS):
        assert f"{field}:" in said
    assert all(read_query(typed) and not read_query(typed).doubts for typed, _ in TYPED)
    window.centre.setFocus()
    assert not popover.isVisible()


def test_no_word_of_the_empty_box_runs_under_the_key_that_leads_there(
    make_window: MakeWindow, shipped_archive: Path
) -> None:
    window = make_window((1024, 700))
    window.open_archive(shipped_archive)
    field = window.toolbar.search
    (hint,) = (label for label in field.findChildren(QLabel) if label.isVisible())
    image, ground = field.grab().toImage(), QColor(theme.current().canvas)
    before_it = range(hint.x() - 4, hint.x())
    rows = range(4, field.height() - 4)
    assert all(image.pixelColor(x, y) == ground for x in before_it for y in rows)
    field.setText("manas")
    assert not hint.isVisible() and field.textMargins().right() == 0


def test_what_was_found_goes_with_what_was_typed(
    window: MainWindow, seek: Seek, qtbot: QtBot
) -> None:
    """Taken back by Esc in the box, or by a key that frees all, while one is in the box."""
    field, session = window.toolbar.search, window.session
    for take_back in ("step-back", "clear-all"):
        seek("manas")
        found = words_in(popover_of(window))[0]
        assert session.snapshot.query and found.endswith("found.")
        window.live.run(take_back)
        qtbot.waitUntil(lambda: not session.snapshot.query)
        assert (field.text(), field.hasFocus()) == ("", True)
        said = words_in(popover_of(window))
        assert TYPED[0][0] in said and found not in said


def test_a_key_is_not_taken_from_under_the_hand(window: MainWindow, seek: Seek) -> None:
    seek("manas")
    QTest.keyClicks(window.toolbar.search, " base")
    window.session.clear_all()
    assert window.toolbar.search.text() == "manas base"


def test_what_is_found_is_said_under_the_box(window: MainWindow, seek: Seek) -> None:
    seek("Registan")
    said = words_in(popover_of(window))
    now = window.session.snapshot
    assert said[0] == f"{now.passing.possible} events and {len(now.found_claims)} claims found."
    claim = window.session.claim_rows(now.found_claims)[0]
    assert any(claim.text in line and claim.speaker in line for line in said)
    assert window.toolbar.search.accessibleDescription() == said[0]
    QTest.keyClick(window.toolbar.search, Qt.Key.Key_Return)
    assert not popover_of(window).isVisible()


def test_the_first_events_found_stand_under_the_box(window: MainWindow, seek: Seek) -> None:
    seek("kyzylorda")
    popover, session = popover_of(window), window.session
    assert popover.isVisible() and popover.events.isVisible()
    assert len(popover.events) == min(session.snapshot.passing.possible, FIRST)
    first = session.ordered_rows(0, 1)[0]
    assert first.title in popover.events.accessibleDescription()


def test_with_each_key_something_is_found_before_it_is_asked_for(window: MainWindow) -> None:
    field = window.toolbar.search
    field.setFocus()
    QTest.keyClicks(field, "gaz")
    assert window.session.snapshot.query == ""
    said = words_in(popover_of(window))[0]
    window.session.search("gaz")
    now = window.session.snapshot
    assert said == found_words(now.passing.possible, len(now.found_claims))


def test_with_another_key_nothing_under_what_was_found_is_painted(
    window: MainWindow, qtbot: QtBot
) -> None:
    field = window.toolbar.search
    field.setFocus()
    QTest.keyClicks(field, "ka")
    popover = popover_of(window)
    qtbot.waitUntil(lambda: window.session.snapshot.query == "ka")
    Painted(popover).settle()
    rows = popover.findChildren(QLabel)
    painted = Painted(popover, window.sentence, window.centre.overview, window.centre.timeline)
    QTest.keyClicks(field, "z")
    qtbot.waitUntil(lambda: popover in painted.seen)
    assert set(painted.seen) == {popover}
    assert popover.findChildren(QLabel) == rows


def test_the_edge_of_what_was_found_comes_and_goes_with_it(window: MainWindow) -> None:
    field = window.toolbar.search
    field.setFocus()
    QTest.keyClicks(field, "ka")
    popover = popover_of(window)
    frames = [f for f in popover.window().findChildren(QFrame) if f.isVisible()]
    (edge,) = (f for f in frames if f.geometry() == popover.geometry().adjusted(-4, -4, 4, 4))
    assert edge.property("look") == "popover"
    window.centre.setFocus()
    assert not popover.isVisible() and not edge.isVisible()


def test_a_found_event_is_chosen_by_keys_or_by_a_click(window: MainWindow, seek: Seek) -> None:
    seek("kind:summit")
    field, events = window.toolbar.search, popover_of(window).events
    told = window.session.snapshot.table.occurrence[window.session.order()].tolist()
    for _ in range(2):
        QTest.keyClick(field, Qt.Key.Key_Down)
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert window.session.snapshot.selected == (told[1],)
    assert not popover_of(window).isVisible()
    seek("kind:summi")
    at = QPoint(30, events.height() // min(len(events), SEEN) // 2)
    QTest.mouseClick(events, Qt.MouseButton.LeftButton, pos=at)
    assert window.session.snapshot.selected == (told[0],)


def test_more_events_than_are_seen_are_reached_by_the_arrow_keys(
    window: MainWindow, seek: Seek
) -> None:
    seek("title:kazakhstan")
    field, events = window.toolbar.search, popover_of(window).events
    claims = popover_of(window).findChildren(FoundClaim)
    assert len(events) == FIRST
    for _ in range(len([c for c in claims if c.isVisible()]) + FIRST + 3):
        QTest.keyClick(field, Qt.Key.Key_Down)
    assert events.reached == FIRST - 1
    told = window.session.snapshot.table.occurrence[window.session.order()].tolist()
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert window.session.snapshot.selected == (told[FIRST - 1],)


def test_nothing_found_is_said_and_harms_nothing(window: MainWindow, seek: Seek) -> None:
    seek("xyzzyplugh")
    assert words_in(popover_of(window)) == ["Nothing found."]
    QTest.keyClick(window.toolbar.search, Qt.Key.Key_Return)
    assert window.session.snapshot.selected == ()
    seek("gas before:soon")
    assert "“soon” is no date, so it is searched as a word." in words_in(popover_of(window))


def test_enter_steps_through_the_hits_and_back(window: MainWindow, seek: Seek) -> None:
    seek("manas")
    table, mask = window.session.snapshot.table, window.session.snapshot.passing.mask
    hits = table.occurrence[mask].tolist()
    window.session.select((hits[0],))
    for hit in hits[1:]:
        QTest.keyClick(window.toolbar.search, Qt.Key.Key_Return)
        assert window.session.snapshot.selected == (hit,)
    QTest.keyClick(window.toolbar.search, Qt.Key.Key_Enter, Qt.KeyboardModifier.ShiftModifier)
    assert window.session.snapshot.selected == (hits[-2],)


@pytest.mark.parametrize("query", ["Назарбаев газ", "in:2014 -vector:russia", '"', "kind:summit"])
def test_shell_and_window_find_the_same(
    window: MainWindow,
    seek: Seek,
    query: str,
    shipped_archive: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    seek(query)
    rows = window.session.order()
    shown = [row.id for row in window.session.rows(rows.tolist())]
    where = ["--archive", str(shipped_archive), "--notebook", str(tmp_path / "n.sqlite")]
    assert run(["events", "list", "--search", query, *where, "--json"]) == 0
    assert [one["id"] for one in json.loads(capsys.readouterr().out)] == shown


@given(typed=st.text(max_size=60) | st.text(alphabet=':"-*OR()in2014 a\0', max_size=40))
@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
def test_no_typed_string_is_an_error(window: MainWindow, typed: str) -> None:
    field = window.toolbar.search
    field.setFocus()
    field.setText(typed)
    field.textEdited.emit(field.text())
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert window.session.snapshot.query == field.text().strip()
    assert window.session.snapshot.problem is None


def test_a_found_claim_is_chosen_by_keys_or_by_a_click(window: MainWindow, seek: Seek) -> None:
    seek("Registan")
    found = window.session.snapshot.found_claims
    field = window.toolbar.search
    QTest.keyClick(field, Qt.Key.Key_Down)
    QTest.keyClick(field, Qt.Key.Key_Down)
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert window.session.snapshot.claim == found[1]
    assert not popover_of(window).isVisible()
    seek("Registan union")
    lines = popover_of(window).findChildren(FoundClaim)
    shown = [line for line in lines if line.isVisible()]
    assert field.hasFocus()
    QTest.mouseClick(shown[0], Qt.MouseButton.LeftButton)
    assert window.session.snapshot.claim == shown[0].key
    assert window.dock_panes[CLAIMS].isVisible()


def test_the_last_line_leads_to_all_claims_found(window: MainWindow, seek: Seek) -> None:
    seek("Kazakhstan")
    field = window.toolbar.search
    for _ in range(FIRST_CLAIMS + 1):
        QTest.keyClick(field, Qt.Key.Key_Down)
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert window.dock_panes[CLAIMS].isVisible()
    assert window.session.snapshot.claim is None


def test_no_step_below_the_last_claim_and_up_again_chooses_none(
    window: MainWindow, seek: Seek
) -> None:
    seek("Registan")
    field = window.toolbar.search
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Up):
        QTest.keyClick(field, key)
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert window.session.snapshot.claim is None
    assert window.session.snapshot.selected
