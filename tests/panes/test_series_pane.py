"""The pane Series: picked by what exists, listed, read as a table, copied, taken out again."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from timeline_app.dates.civil import day_of
from timeline_app.panes.series_pane import SeriesPane
from timeline_app.panes.series_tables import COPIED, UNIT_AT, VALUE_AT
from timeline_app.session.session import Session

from .conftest import Show

IMPORTS = "imports from partner"


@pytest.fixture
def pane(show: Show) -> SeriesPane:
    made = show(SeriesPane)
    assert isinstance(made, SeriesPane)
    return made


def pick(pane: SeriesPane) -> None:
    """Imports of Kazakhstan from Russia."""
    for field, value in (("measure", IMPORTS), ("entity", "KAZ"), ("partner", "RUS")):
        pane.picker.boxes[field].choose(value)


def words(pane: SeriesPane, table: str = "figures") -> list[list[str]]:
    model = getattr(pane, table).model()
    rows, columns = range(model.rowCount()), range(model.columnCount())
    return [[str(model.index(row, column).data()) for column in columns] for row in rows]


def test_choosing_adds_every_source_of_what_was_picked(pane: SeriesPane, qtbot: QtBot) -> None:
    assert not pane.picker.add.isEnabled()
    pick(pane)
    assert pane.picker.add.text() == "Add 2 series"
    with qtbot.waitSignal(pane.chart_wanted):
        QTest.mouseClick(pane.picker.add, Qt.MouseButton.LeftButton)
    listed = words(pane, "chosen")
    assert [row[0] for row in listed] == ["Kazakhstan: imports from Russia"] * 2
    assert listed[0][1:] == ["million USD (current)", "COW trade 4.0", "4.0", "1994 to 2014"]
    assert listed[1][1:] == ["billion USD", "Registan 2014-05-13", "2014-05-13", "2013"]
    assert not pane.picker.add.isEnabled()


def test_only_what_exists_is_offered_and_countries_have_names(pane: SeriesPane) -> None:
    pane.picker.boxes["measure"].choose("GDP")
    partner = pane.picker.boxes["partner"]
    assert [partner.itemText(n) for n in range(partner.count())] == [
        "Any partner (15)",
        "No partner (15)",
    ]
    country = pane.picker.boxes["entity"]
    listed = [country.itemText(n) for n in range(country.count())]
    assert "Kazakhstan (1)" in listed
    assert not [text for text in listed if text[:3].isupper()]


def test_typing_narrows_in_any_spelling(pane: SeriesPane) -> None:
    box = pane.picker.boxes["partner"]
    completer = box.completer()
    for typed, found in (("turkiye", "Türkiye"), ("chn", "China"), ("united ki", "United Kingdom")):
        completer.setCompletionPrefix(typed)
        model = completer.completionModel()
        held = [str(model.index(n, 0).data()) for n in range(model.rowCount())]
        assert any(text.startswith(found) for text in held), typed
        assert len(held) < 5
    QTest.keyClicks(box, "x")
    box.setEditText("turkiye")
    QTest.keyClick(box.lineEdit(), Qt.Key.Key_Return)
    assert box.currentText().startswith("Türkiye (")
    box.setEditText("no such country")
    QTest.keyClick(box.lineEdit(), Qt.Key.Key_Return)
    assert box.currentText().startswith("Türkiye (")


def test_figures_follow_the_brush_and_are_read_with_their_unit(
    pane: SeriesPane, brush: Callable[[str, str], None]
) -> None:
    pick(pane)
    pane.picker.add.click()
    assert len(words(pane)) == 22
    brush("2013", "2014")
    rows = words(pane)
    assert [row[:3] for row in rows] == [
        ["2013", "19,395", "million USD (current)"],
        ["2013", "17.6", "billion USD"],
        ["2014", "15,524", "million USD (current)"],
    ]
    index = pane.figures.model().index(0, VALUE_AT)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "19,395 million USD (current)"
    assert pane.figures.model().headerData(UNIT_AT, Qt.Orientation.Horizontal) == "Unit"


def test_copying_and_taking_out(pane: SeriesPane, session: Session) -> None:
    pick(pane)
    pane.picker.add.click()
    pane.chosen.selectRow(1)
    assert [row[1] for row in words(pane)] == ["17.6"]
    pane.copy.click()
    head, line = QGuiApplication.clipboard().text().splitlines()
    told = dict(zip(head.split("\t"), line.split("\t"), strict=True))
    assert tuple(told) == COPIED
    assert (told["date"], told["value"], told["unit"]) == ("2013", "17.6", "billion USD")
    assert told["source"] == "Registan 2014-05-13"
    pane.chosen.setFocus()
    QTest.keyClick(pane.chosen, Qt.Key.Key_Delete)
    assert [one.source for one in session.snapshot.series_chosen] == ["COW trade 4.0"]


def test_a_fifth_unit_is_listed_and_said_not_to_be_drawn(
    pane: SeriesPane, session: Session
) -> None:
    units: dict[str, int] = {}
    for one in session.series():
        units.setdefault(one.unit.split()[0], one.key)
    session.choose_series(list(units.values()))
    names = [row[0] for row in words(pane, "chosen")]
    drawn = [name for name in names if not name.endswith("four charts are the most)")]
    assert len(drawn) >= 4
    assert names[-1] not in drawn


def test_without_an_archive_it_says_so(qtbot: QtBot) -> None:
    session = Session()
    pane = SeriesPane(session)
    qtbot.addWidget(pane)
    pane.show_snapshot(None, session.snapshot)
    pane.show()
    assert pane.chosen._empty == "No archive is open."
    assert not words(pane)


def test_on_a_day_only_what_was_out_is_offered_and_the_rest_says_why(
    pane: SeriesPane, session: Session
) -> None:
    pick(pane)
    pane.picker.add.click()
    chosen = [one.source for one in session.snapshot.series_chosen]
    session.set_known(day_of(2014, 5, 13))
    rows = [row[0] for row in words(pane, "chosen")]
    for source, row in zip(chosen, rows, strict=True):
        assert ("not published by 13 May 2014" in row) == (source == "COW trade 4.0")
    assert {row[3].rpartition(" · ")[2] for row in words(pane)} == {"Registan 2014-05-13"}
    assert {one.source for one in pane.picker._series} == {"Registan 2014-05-13"}
    session.set_known(day_of(2000, 1, 1))
    assert words(pane) == []
    assert [one.source for one in session.snapshot.series_chosen] == chosen


def test_no_number_is_cut_short_in_a_narrow_pane(pane: SeriesPane, qtbot: QtBot) -> None:
    pane.picker.boxes["measure"].choose("GDP")
    pane.picker.boxes["entity"].choose("KAZ")
    pane.resize(760, 160)
    QTest.mouseClick(pane.picker.add, Qt.MouseButton.LeftButton)
    values = [row[VALUE_AT] for row in words(pane)]
    assert values
    assert all("," in value and "." not in value for value in values)
    table = pane.figures
    widest = max(table.fontMetrics().horizontalAdvance(value) for value in values)
    assert table.columnWidth(VALUE_AT) > widest
    index = table.model().index(0, VALUE_AT)
    assert "current USD" in index.data(Qt.ItemDataRole.ToolTipRole)
