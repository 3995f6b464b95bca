"""The pane of two actors: picked, drawn on one lane, selected everywhere."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest

from timeline_app.look.theme import current
from timeline_app.panes.pair import PairPane
from timeline_app.session.pair_words import pair_words
from timeline_app.session.pairing import actors_by_events
from timeline_app.session.session import Session

from .conftest import Show


@pytest.fixture
def pane(show: Show) -> PairPane:
    made = show(PairPane)
    assert isinstance(made, PairPane)
    made.resize(900, 400)
    return made


def test_the_two_with_the_most_events_are_shown_at_first(pane: PairPane, session: Session) -> None:
    first, second = (term.id for term, _ in actors_by_events(session.snapshot)[:2])
    assert pane.paired is not None
    assert (pane.paired.one, pane.paired.other) == (first, second)
    assert pane.said.text().startswith(pair_words(pane.paired.found))
    assert pane.view.model().rowCount() == len(pane.paired.found.rows)


def test_another_is_picked_and_stays_when_the_filter_changes(
    pane: PairPane, session: Session
) -> None:
    russia = next(t.id for t, _ in actors_by_events(session.snapshot) if t.label == "Russia")
    pane.boxes[1].chosen.emit(russia)
    assert pane.paired is not None
    assert pane.paired.other == russia
    whole = len(pane.paired.found.rows)
    session.set_span(2456659, 2457023)
    assert pane.paired.other == russia
    assert 0 < len(pane.paired.found.rows) < whole
    pane.boxes[1].chosen.emit(pane.picked[0])
    assert pane.paired is None
    assert "different" in pane.said.text()
    assert pane.view.model().rowCount() == 0


def test_an_event_is_drawn_at_its_day_and_a_click_selects_it(
    pane: PairPane, session: Session
) -> None:
    made = pane.paired
    assert made is not None
    table = made.table
    rows = [r for r in made.found.rows.tolist() if table.first[r] == table.last[r]]
    days = {int(table.first[r]) for r in rows}
    alone = [
        r
        for r in rows
        if not any(abs(int(table.first[r]) - d) < 150 for d in days - {int(table.first[r])})
    ]
    row = alone[0] if alone else rows[-1]
    x = round(pane.lane.left_of(int(table.first[row])))
    image = pane.lane.grab().toImage()
    assert QColor(current().ink).name() in {image.pixelColor(x + s, 12).name() for s in (0, 1)}
    QTest.mouseClick(pane.lane, Qt.MouseButton.LeftButton, pos=QPoint(x, 12))
    (chosen,) = session.snapshot.selected
    assert chosen in made.occurrences
    near = int(table.first[table.row_of(chosen) or 0])
    assert abs(pane.lane.left_of(near) - x) <= 8


def test_a_row_selects_its_event_and_the_lane_is_told(pane: PairPane, session: Session) -> None:
    pane.view.selectRow(2)
    assert pane.paired is not None
    assert session.snapshot.selected == (pane.paired.occurrences[2],)
    assert pane.lane.accessibleDescription() == pane.said.text()
