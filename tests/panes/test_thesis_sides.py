"""A thesis with its sides: what is listed, where it leads, and what the buttons put where."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTreeWidgetItem
from pytestqt.qtbot import QtBot

from timeline_app.dates.edtf import parse
from timeline_app.model.written.catalogue import BY_NAME
from timeline_app.panes.thesis_sides import WAIT_MS, ThesisSides
from timeline_app.session.marking import add, remove
from timeline_app.session.session import Session


@pytest.fixture
def sides(session: Session, qtbot: QtBot) -> ThesisSides:
    event = session.ordered_rows(0, 1)[0]
    add(session, BY_NAME["thesis"], None, {"text": "It ends.", "for": [f"event:{event.id}"]})
    made = ThesisSides(session, session.snapshot.written[-1], None)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(made)
    made.show()
    return made


def heading(sides: ThesisSides, n: int) -> QTreeWidgetItem:
    item = sides.tree.topLevelItem(n)
    assert item is not None
    return item


def counts(sides: ThesisSides) -> list[str]:
    return [heading(sides, n).text(0) for n in range(sides.tree.topLevelItemCount())]


def test_the_sides_are_listed_and_follow_the_brush(
    sides: ThesisSides, session: Session, qtbot: QtBot
) -> None:
    event = session.ordered_rows(0, 1)[0]
    row = heading(sides, 0).child(0)
    assert row is not None and event.title in row.text(0) and sides.accessibleName()
    days = parse("2014-03").bounds
    session.set_span(days.first, days.last)
    passing = session.snapshot.passing.possible + session.snapshot.claims_passing.possible
    wanted = ["For (1)", "Against (0)", f"On neither side ({passing})"]
    qtbot.waitUntil(lambda: counts(sides) == wanted, timeout=50 * WAIT_MS)


def test_a_row_leads_to_its_record(sides: ThesisSides, session: Session) -> None:
    row = heading(sides, 0).child(0)
    assert row is not None
    sides.tree.itemActivated.emit(row, 0)
    table = session.snapshot.table
    assert session.snapshot.selected == (int(table.occurrence[session.order()[0]]),)
    sides.tree.itemActivated.emit(heading(sides, 1), 0)
    assert len(session.snapshot.selected) == 1


def test_the_buttons_put_what_is_current_on_a_side(
    sides: ThesisSides, session: Session, qtbot: QtBot
) -> None:
    assert not any(button.isEnabled() for button in sides.puts.values())
    sides.tree.setCurrentItem(heading(sides, 2).child(0))
    assert sides.puts["for"].isEnabled() and not sides.puts[""].isEnabled()
    sides.puts["against"].click()
    qtbot.waitUntil(lambda: counts(sides)[1] == "Against (1)", timeout=50 * WAIT_MS)
    current = sides.tree.currentItem()
    assert current is not None and sides.side_of(current) == "against"
    session.undo()
    qtbot.waitUntil(lambda: counts(sides)[1] == "Against (0)", timeout=50 * WAIT_MS)


def test_it_closes_once_its_thesis_is_gone(
    sides: ThesisSides, session: Session, qtbot: QtBot
) -> None:
    closed: list[int] = []
    sides.finished.connect(closed.append)
    remove(session, session.snapshot.written[-1])
    qtbot.waitUntil(lambda: bool(closed), timeout=50 * WAIT_MS)
