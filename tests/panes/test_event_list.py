"""The list: the passing rows in order, read by the page, in step with the selection both ways."""

from collections.abc import Callable

import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from timeline_app.panes.event_list import EventListPane
from timeline_app.panes.event_model import (
    COLUMNS,
    KIND_AT,
    PAGE,
    PLACE_AT,
    PUBLISHERS_AT,
    TITLE_AT,
)
from timeline_app.panes.event_table_view import GIVEN_UP
from timeline_app.session.browsing import MOST_SELECTED
from timeline_app.session.session import Session

Brush = Callable[[str, str], None]


@pytest.fixture
def events(show: Callable[[type[EventListPane]], EventListPane]) -> EventListPane:
    pane = show(EventListPane)
    pane.resize(900, 400)
    return pane


def _click(
    qtbot: QtBot,
    events: EventListPane,
    position: int,
    held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
) -> None:
    at = events.view.visualRect(events.model.index(position, TITLE_AT)).center()
    qtbot.mouseClick(events.view.viewport(), Qt.MouseButton.LeftButton, held, at)


def _chosen(events: EventListPane) -> list[int]:
    return sorted(index.row() for index in events.view.selectionModel().selectedRows())


def _occurrence(session: Session, position: int) -> int:
    return int(session.snapshot.table.occurrence[session.order()[position]])


def test_rows_are_what_passes_in_order(
    events: EventListPane, session: Session, brush: Brush
) -> None:
    brush("2013-11-01", "2014-06-30")
    n = session.snapshot.passing.possible
    assert events.model.rowCount() == n > PAGE // 2
    titles = [row.title for row in session.ordered_rows(0, n)]
    shown = [events.model.index(position, TITLE_AT).data() for position in range(n)]
    assert shown == titles


def test_a_place_stands_by_its_name_of_that_day_and_titles_as_they_are(
    events: EventListPane, brush: Brush
) -> None:
    brush("2018-11-08", "2019-06-09")
    said = {
        events.model.index(n, TITLE_AT).data(): events.model.index(n, PLACE_AT).data()
        for n in range(events.model.rowCount())
    }
    assert said["Tokayev elected president of Kazakhstan"] == "Nur-Sultan"
    assert said["CSTO summit in Astana"] == "Astana"
    assert said["EAEU summit in Nur-Sultan on the treaty's fifth anniversary"] == "Nur-Sultan"


def test_one_town_stands_together_whatever_it_was_called(
    events: EventListPane, session: Session
) -> None:
    session.sort_by("place")
    n = events.model.rowCount()
    places = [events.model.index(row, PLACE_AT).data().split(", ")[0] for row in range(n)]
    town = [row for row, place in enumerate(places) if place in ("Akmola", "Astana", "Nur-Sultan")]
    assert {places[row] for row in town} == {"Akmola", "Astana", "Nur-Sultan"}
    assert len(town) == town[-1] - town[0] + 1
    assert places.index("") == n - places.count("")


def test_texts_are_read_in_one_question_and_once(
    events: EventListPane, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[tuple[int, int]] = []
    read = session.listed_rows

    def counted(first: int, count: int) -> NDArray[np.integer]:
        asked.append((first, count))
        return read(first, count)

    session.sort_by("title")
    events.view.viewport().repaint()
    monkeypatch.setattr(session, "listed_rows", counted)
    for _ in range(3):
        events.view.viewport().repaint()
    assert asked == []
    events.view.scrollToBottom()
    events.view.viewport().repaint()
    ((first, count),) = asked
    assert first + count == events.model.rowCount()
    assert count <= events.view.viewport().height() // 25 + 2


def test_everything_of_a_long_list_is_not_selected_at_once(
    events: EventListPane, session: Session, qtbot: QtBot
) -> None:
    _click(qtbot, events, 4)
    chosen = session.snapshot.selected
    assert events.model.rowCount() > MOST_SELECTED
    events.view.selectAll()
    assert session.snapshot.selected == chosen
    assert _chosen(events) == [4]
    assert session.snapshot.problem is not None
    assert "1,000" in session.snapshot.problem.sentence


def test_everything_of_a_short_list_is_selected_at_once(
    events: EventListPane, session: Session, brush: Brush
) -> None:
    brush("2014-01-01", "2014-06-30")
    events.view.selectAll()
    assert len(session.snapshot.selected) == session.snapshot.passing.possible > 10
    assert _chosen(events) == list(range(session.snapshot.passing.possible))


def test_page_keys_and_ends_move_the_focus(
    events: EventListPane, session: Session, qtbot: QtBot
) -> None:
    _click(qtbot, events, 2)
    qtbot.keyClick(events.view, Qt.Key.Key_End)
    last = session.snapshot.passing.possible - 1
    assert session.snapshot.selected == (_occurrence(session, last),)
    assert (
        events.view.viewport().rect().contains(events.view.visualRect(events.model.index(last, 0)))
    )
    qtbot.keyClick(events.view, Qt.Key.Key_PageUp)
    (place,) = _chosen(events)
    assert last - 30 < place < last - 3
    qtbot.keyClick(events.view, Qt.Key.Key_Home)
    assert session.snapshot.selected == (_occurrence(session, 0),)


def test_a_chosen_row_is_selected_everywhere_with_one_notice(
    events: EventListPane, session: Session, qtbot: QtBot
) -> None:
    session.fit_all()
    told: list[tuple[int, ...]] = []
    session.listen(lambda before, after: told.append(after.selected))
    _click(qtbot, events, 4)
    assert told == [(_occurrence(session, 4),)]
    assert _chosen(events) == [4]


def test_ctrl_and_shift_add_and_range(
    events: EventListPane, session: Session, qtbot: QtBot
) -> None:
    _click(qtbot, events, 2)
    _click(qtbot, events, 5, Qt.KeyboardModifier.ShiftModifier)
    assert sorted(session.snapshot.selected) == sorted(_occurrence(session, n) for n in range(2, 6))
    _click(qtbot, events, 8, Qt.KeyboardModifier.ControlModifier)
    assert session.snapshot.selected[-1] == _occurrence(session, 8)
    assert _chosen(events) == [2, 3, 4, 5, 8]


def test_what_is_chosen_elsewhere_comes_into_sight(events: EventListPane, session: Session) -> None:
    last = events.model.rowCount() - 1
    session.select((_occurrence(session, last),))
    assert _chosen(events) == [last]
    seen = events.view.visualRect(events.model.index(last, 0))
    assert events.view.viewport().rect().contains(seen)


def test_arrow_keys_walk_the_list(events: EventListPane, session: Session, qtbot: QtBot) -> None:
    _click(qtbot, events, 0)
    qtbot.keyClick(events.view, Qt.Key.Key_Down)
    assert session.snapshot.selected == (_occurrence(session, 1),)


def test_the_selection_outlives_another_order_and_a_filter(
    events: EventListPane, session: Session, qtbot: QtBot, brush: Brush
) -> None:
    brush("2014", "2014")
    _click(qtbot, events, 6)
    chosen = session.snapshot.selected
    session.sort_by("title")
    assert session.snapshot.selected == chosen
    assert _chosen(events) == [session.position_of(chosen[0])]
    brush("1992", "1992")
    assert session.snapshot.selected == chosen
    assert _chosen(events) == []
    session.clear_all()
    assert _chosen(events) == [session.position_of(chosen[0])]


def test_a_heading_sorts_and_turns_round(
    events: EventListPane, session: Session, qtbot: QtBot
) -> None:
    header = events.view.header
    at = QPoint(header.sectionViewportPosition(TITLE_AT) + 20, 10)
    for descending in (False, True):
        qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=at)
        assert session.snapshot.sorting.column == "title"
        assert session.snapshot.sorting.descending is descending
        titles = [events.model.index(n, TITLE_AT).data().casefold() for n in range(30)]
        assert titles == sorted(titles, reverse=descending)


def test_every_column_can_be_sorted_by(events: EventListPane, session: Session) -> None:
    for column, _ in COLUMNS:
        session.sort_by(column)
        assert events.model.rowCount() == session.snapshot.passing.possible


def test_a_written_note_is_marked(events: EventListPane, session: Session, qtbot: QtBot) -> None:
    _click(qtbot, events, 3)
    session.add_note("Look again.")
    assert [n for n in range(10) if events.model.has_note(n)] == [3]
    index = events.model.index(3, len(COLUMNS) - 1)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "with a note"
    session.undo()
    assert not events.model.has_note(3)


def test_the_menu_copies_the_title_and_asks_for_a_citation(
    events: EventListPane, session: Session, qtbot: QtBot
) -> None:
    _click(qtbot, events, 4)
    event = session.event(session.snapshot.selected[0])
    assert event is not None
    events.view.menu_wanted.emit(QPoint(0, 0))
    direct = Qt.FindChildOption.FindDirectChildrenOnly
    menu = events.findChildren(QMenu, options=direct)[0]
    title, citation, *_ = menu.actions()
    title.trigger()
    assert QGuiApplication.clipboard().text() == event.title
    with qtbot.waitSignal(events.citation_wanted):
        citation.trigger()
    menu.close()


def test_another_list_begins_at_its_top(
    events: EventListPane, session: Session, brush: Brush
) -> None:
    events.view.scrollToBottom()
    brush("2000", "2014")
    assert events.view.verticalScrollBar().value() == 0


def test_a_narrow_list_gives_up_columns_and_never_scrolls_sideways(events: EventListPane) -> None:
    for wide, hidden in (
        (900, ()),
        (720, (PUBLISHERS_AT,)),
        (600, (PUBLISHERS_AT, KIND_AT)),
        (350, GIVEN_UP),
    ):
        events.resize(wide, 400)
        gone = [column for column in range(len(COLUMNS)) if events.view.isColumnHidden(column)]
        assert gone == sorted(hidden)
        assert events.view.header.length() <= events.view.viewport().width()


def test_an_empty_list_says_whether_an_archive_is_open(
    events: EventListPane, brush: Brush, qtbot: QtBot
) -> None:
    brush("1800", "1800")
    nothing_passes = events.view.grab().toImage()
    events.view.show_empty_words(False)
    assert events.view.grab().toImage() != nothing_passes
