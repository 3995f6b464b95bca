"""The list of memberships says all that the bands show, and follows brush and countries."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from timeline_app.dates.edtf import parse
from timeline_app.panes.membership_model import COLUMNS
from timeline_app.panes.memberships import MembershipsPane, memberships_passing
from timeline_app.session.session import Session

HEADINGS = [column for column, _ in COLUMNS]


@pytest.fixture
def pane(qtbot: QtBot, shipped_archive: Path) -> Iterator[MembershipsPane]:
    session = Session()
    assert session.open_archive(shipped_archive)
    made = MembershipsPane(session)
    qtbot.addWidget(made)
    session.listen(made.show_snapshot)
    made.resize(1200, 300)
    made.show_snapshot(None, session.snapshot)
    made.show()
    yield made
    session.close()


def column(pane: MembershipsPane, name: str) -> list[str]:
    at = HEADINGS.index(name)
    return [pane.model.words(row, at, short=True) for row in range(pane.model.rowCount())]


def test_all_are_listed_the_most_telling_organisation_first(pane: MembershipsPane) -> None:
    assert pane.model.rowCount() == len(pane.session.snapshot.memberships) == 334
    assert column(pane, "organisation")[0].startswith("CSTO, ")
    assert "known to 31 Dec 2014" in column(pane, "to")


def test_countries_and_the_marked_period_are_followed(pane: MembershipsPane) -> None:
    pane.session.set_terms("state", {"UZB"})
    span = parse("2000/2005").outer
    pane.session.set_span(span.first, span.last)
    assert set(column(pane, "state")) == {"Uzbekistan"}
    told = list(zip(column(pane, "organisation"), column(pane, "from"), strict=True))
    closest = [begun for name, begun in told if name.startswith("CSTO")]
    assert closest == ["2002"]  # by the register; the other source knows of no year within
    assert memberships_passing(pane.session.snapshot) == pane.model.rowCount()


def test_a_heading_sorts_and_turns_round(pane: MembershipsPane) -> None:
    header = pane.view.header
    at = HEADINGS.index("state")
    header.sectionClicked.emit(at)
    assert column(pane, "state") == sorted(column(pane, "state"))
    header.sectionClicked.emit(at)
    assert column(pane, "state") == sorted(column(pane, "state"), reverse=True)


def test_cells_are_spoken_whole(pane: MembershipsPane) -> None:
    index = pane.model.index(0, HEADINGS.index("from"))
    spoken = pane.model.data(index, Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "15 May 1992"
    assert pane.model.headerData(0, Qt.Orientation.Horizontal) == "Organisation"


def test_a_row_is_drawn_behind_the_lanes_by_click_or_key(pane: MembershipsPane) -> None:
    view, session = pane.view, pane.session
    index = pane.model.index(0, 0)
    QTest.mouseClick(
        view.viewport(),
        Qt.MouseButton.LeftButton,
        pos=view.visualRect(index).center(),
    )
    assert session.snapshot.membership_bands == (pane.model.key(0),)
    assert pane.model.is_behind(0)
    spoken = pane.model.data(index, Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.endswith(", behind the lanes")
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert session.snapshot.membership_bands == ()
    QTest.keyClick(view, Qt.Key.Key_Space)
    assert session.snapshot.membership_bands == (pane.model.key(0),)
