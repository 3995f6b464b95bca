"""The pane Compare: its rows are the numbers, its counts lead to lists, all of it by keys too."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest

from timeline_app.model.columns import VECTORS
from timeline_app.panes.compare import ComparePane
from timeline_app.panes.compare_table import A_AT, B_AT, CHART_AT, LEAN_AT, MOVED_AT, N_B_AT
from timeline_app.panes.pane import Pane
from timeline_app.session.lean import Lean
from timeline_app.session.measure import Measure
from timeline_app.session.session import Session

Show = Callable[[type[Pane]], Pane]


@pytest.fixture
def pane(show: Show, session: Session) -> ComparePane:
    """Kazakhstan before and after 18 March 2014."""
    session.measure_by(Measure(draws=100))
    made = show(ComparePane)
    assert isinstance(made, ComparePane)
    made.resize(1200, 400)
    session.set_terms("state", {"KAZ"})
    session.compare_preset("crimea")
    assert made.making.is_current
    return made


def test_it_says_how_to_begin(show: Show, session: Session) -> None:
    made = show(ComparePane)
    assert isinstance(made, ComparePane)
    assert "Mark two periods" in made.statement.said
    assert made.table.model_.rowCount() == 0
    made.presets["eaeu"].click()
    assert session.snapshot.preset == "eaeu"
    assert made.presets["eaeu"].isChecked()
    made.presets["eaeu"].click()
    assert made.presets["eaeu"].isChecked()


def test_its_rows_are_the_numbers(pane: ComparePane) -> None:
    made, model = pane.comparison, pane.table.model_
    assert made is not None
    assert made.found is not None
    assert model.rowCount() == len(VECTORS)
    for n in range(7):
        assert model.words(n, A_AT) == f"{100 * made.found.a.shares.found[n]:.0f} %"
        assert model.words(n, B_AT) == f"{100 * made.found.b.shares.found[n]:.0f} %"
    assert model.words(0, MOVED_AT).startswith("−")
    assert " to " in model.words(0, LEAN_AT)
    spoken = model.data(model.index(0, CHART_AT), Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.startswith("A ") and ", B " in spoken


def test_a_count_of_the_paragraph_leads_to_its_list(pane: ComparePane) -> None:
    made = pane.comparison
    assert made is not None and made.found is not None
    pane.statement.linkActivated.emit("b")
    assert pane.right.currentWidget() is pane.behind
    assert pane.behind.model.rowCount() == made.found.b.n
    assert pane.behind.title.text() == f"{made.found.b.n}: In B, with a partner"
    pane.statement.linkActivated.emit("pairs")
    assert pane.behind.lines.texts.rowCount() == made.placebo.pairs if made.placebo else 0
    pane.behind.back.click()
    assert pane.right.currentWidget() is pane.said


def test_enter_lists_a_row_and_a_choice_is_selected_everywhere(
    pane: ComparePane, session: Session
) -> None:
    pane.table.setFocus()
    pane.table.setCurrentIndex(pane.table.model_.index(2, N_B_AT))
    QTest.keyClick(pane.table, Qt.Key.Key_Return)
    listed = pane.behind.model.rowCount()
    assert str(listed) == pane.table.model_.words(2, N_B_AT)
    pane.behind.view.selectRow(0)
    row = int(pane.behind.model.counted[0])
    assert session.snapshot.selected == (int(session.snapshot.table.occurrence[row]),)
    pane.table.setCurrentIndex(pane.table.model_.index(2, A_AT))
    QTest.keyClick(pane.table, Qt.Key.Key_Return)
    assert pane.behind.model.rowCount() != listed


def test_a_and_b_are_told_apart_without_colour(pane: ComparePane) -> None:
    """The ring of A is hollow where its middle is lighter than its edge; the dot of B is not."""
    grey = pane.table.grab().toImage().convertToFormat(QImage.Format.Format_Grayscale8)
    made, view = pane.comparison, pane.table
    assert made is not None
    cell = view.visualRect(view.model_.index(0, CHART_AT)).adjusted(8, 0, -8, 0)
    top = view.header.height()
    for share, part, light in (
        (made.sums_a.shares[0, 0], 0.32, True),
        (made.sums_b.shares[0, 0], 0.72, False),
    ):
        x = cell.left() + 4 + float(share) * (cell.width() - 8)
        y = top + cell.top() + cell.height() * part
        assert (grey.pixelColor(round(x), round(y)).value() > 120) is light


def test_periods_that_are_too_long_are_said_to_be(pane: ComparePane, session: Session) -> None:
    span = session.snapshot.filter.span
    assert span is not None
    session.set_second(span.last + 1, span.last + 10_000 * 365)
    assert "longer than 1,000 years" in pane.statement.said
    session.set_second(span.last + 1, span.last + 400)
    assert "longer than" not in pane.statement.said


def test_periods_that_overlap_are_named(pane: ComparePane, session: Session) -> None:
    span = session.snapshot.filter.span
    assert span is not None
    session.set_second(span.last, span.last + 400)
    assert "share days" in pane.statement.said
    pane.clear.click()
    assert session.snapshot.second is None
    assert "Mark two periods" in pane.statement.said


def test_in_a_narrow_pane_the_last_columns_go(pane: ComparePane) -> None:
    pane.table.resize(380, 300)
    pane.table.fit_columns()
    assert pane.table.isColumnHidden(LEAN_AT)
    assert not pane.table.isColumnHidden(N_B_AT)


def test_what_it_leans_on_stands_beside_it(pane: ComparePane, session: Session) -> None:
    assert not pane.less.isVisible()
    pane.lean.one_source.click()
    assert session.snapshot.measure.lean.one_source
    assert pane.leaning.is_current
    assert pane.less.isVisible()
    assert pane.less_title.text() == "With two sources or more"
    less = pane.leaning.comparison
    assert less is not None and less.found is not None
    assert f"{less.found.a.n} events with a partner" in pane.less.said
    assert pane.less.said != pane.statement.said
    pane.less.linkActivated.emit("a")
    assert pane.behind.model.rowCount() == less.found.a.n
    pane.lean.one_source.click()
    assert not pane.less.isVisible()


def test_every_publisher_behind_the_periods_can_be_dropped(
    pane: ComparePane, session: Session
) -> None:
    made, box = pane.comparison, pane.lean.publisher
    assert made is not None
    behind = set(made.of.table.terms["source"].entries_of(made.only_a.row)[1].tolist())
    behind |= set(made.of.table.terms["source"].entries_of(made.only_b.row)[1].tolist())
    assert box.count() == len(behind) + 1
    box.choose(made.of.table.terms["source"].terms[next(iter(behind))].id)
    assert session.snapshot.measure.lean.publisher
    assert pane.less.isVisible()
    assert pane.lean.language.count() == 2
    box.choose("")
    assert not session.snapshot.measure.lean


def test_where_there_is_little_room_it_goes_to_what_is_read(pane: ComparePane) -> None:
    pane.resize(762, 300)
    QTest.qWait(1)
    assert not pane.table.isColumnHidden(MOVED_AT)
    room = pane.said.viewport().width()
    assert pane.statement.width() > 0.85 * room
    pane.lean.one_source.click()
    QTest.qWait(1)
    assert pane.said.viewport().width() > room
    assert abs(pane.statement.width() - pane.less.width()) <= 2
    pane.lean.one_source.click()
    QTest.qWait(1)
    assert pane.said.viewport().width() == room
    pane.statement.linkActivated.emit("a")
    QTest.qWait(1)
    assert pane.behind.width() > room


def test_what_may_be_dropped_is_offered_only_where_something_is_compared(
    pane: ComparePane, session: Session
) -> None:
    always = [part for part in pane.lean.parts if part is not pane.lean.by_hand]
    assert all(part.isVisible() for part in always)
    session.clear_second()
    assert not any(part.isVisible() for part in pane.lean.parts)


def test_machine_coded_layers_can_be_dropped_where_they_count(
    pane: ComparePane, session: Session
) -> None:
    assert not pane.lean.by_hand.isVisible()
    session.measure_by(Measure(draws=100, machine_coded=True))
    assert pane.lean.by_hand.isVisible()
    pane.lean.one_source.click()
    pane.lean.by_hand.click()
    assert session.snapshot.measure.lean == Lean(one_source=True, by_hand=True)
    assert pane.less_title.text().endswith("without machine-coded layers")
