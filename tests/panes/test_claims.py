"""The list of claims: what passes, sorted and asked for, in step with the selection both ways."""

from collections.abc import Callable

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from timeline_app.look import fonts
from timeline_app.model.claim_table import CLAIM_TYPE, SPEAKER, VERDICT
from timeline_app.panes.claim_filter import claim_terms
from timeline_app.panes.claim_model import CLAIM_AT, COLUMNS, OUTCOME_AT, SPEAKER_AT
from timeline_app.panes.claims import GIVEN_UP, ClaimsPane
from timeline_app.session.session import Session


@pytest.fixture
def claims(show: Callable[[type[ClaimsPane]], ClaimsPane]) -> ClaimsPane:
    pane = show(ClaimsPane)
    pane.resize(1100, 400)
    return pane


def keys(claims: ClaimsPane) -> list[int]:
    return [int(key) for key in claims.model.keys]


def test_rows_are_the_claims_that_pass(claims: ClaimsPane, session: Session) -> None:
    now = session.snapshot
    assert claims.model.rowCount() == len(now.claims) > 100
    session.set_claim_terms(VERDICT, {"partly"})
    passing = session.snapshot.claims.key[session.snapshot.claims_passing.mask]
    assert keys(claims) == passing.tolist()
    for position, key in enumerate(passing.tolist()):
        claim = session.claim(key)
        assert claim is not None
        assert claims.model.index(position, CLAIM_AT).data() == claim.text
        assert claim.speaker in claims.model.index(position, SPEAKER_AT).data()
        assert claims.model.index(position, OUTCOME_AT).data() == claim.verdict


@pytest.mark.parametrize("column", [SPEAKER, "horizon", VERDICT, "day"])
def test_a_heading_sorts_and_turns_round(claims: ClaimsPane, session: Session, column: str) -> None:
    section = [name for name, _ in COLUMNS].index(column)
    session.sort_claims_by("speaker" if column == "day" else "day")
    claims.view.header.sectionClicked.emit(section)
    once = keys(claims)
    assert sorted(once) == sorted(session.snapshot.claims.key.tolist())
    claims.view.header.sectionClicked.emit(section)
    assert session.snapshot.claim_sorting.descending
    assert keys(claims) != once
    if column == "day":
        assert keys(claims) == once[::-1]
    if column == SPEAKER:
        rows = [claims.model.row(n) for n in range(len(once))]
        shown = [row.speaker.casefold() for row in rows if row is not None]
        assert shown == sorted(shown, reverse=True)


def test_what_is_claimed_sorts_nothing(claims: ClaimsPane, session: Session) -> None:
    before = session.snapshot
    claims.view.header.sectionClicked.emit(CLAIM_AT)
    assert session.snapshot is before


def test_a_click_selects_and_a_selection_comes_into_sight(
    claims: ClaimsPane, session: Session, qtbot: QtBot
) -> None:
    at = claims.view.visualRect(claims.model.index(2, CLAIM_AT)).center()
    qtbot.mouseClick(claims.view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert session.snapshot.claim == keys(claims)[2]
    claims.view.clearFocus()
    session.select_claim(keys(claims)[-1])
    row = claims.view.selectionModel().selectedRows()[0].row()
    assert row == len(keys(claims)) - 1
    seen = claims.view.viewport().rect()
    assert seen.intersects(claims.view.visualRect(claims.model.index(row, CLAIM_AT)))
    session.select((int(session.snapshot.table.occurrence[0]),))
    assert not claims.view.selectionModel().hasSelection()


def test_the_arrow_keys_walk_the_list(claims: ClaimsPane, session: Session) -> None:
    session.select_claim(keys(claims)[0])
    claims.view.setFocus()
    QTest.keyClick(claims.view, Qt.Key.Key_Down)
    assert session.snapshot.claim == keys(claims)[1]


def test_to_come_to_the_list_selects_nothing(claims: ClaimsPane, session: Session) -> None:
    claims.view.setFocus(Qt.FocusReason.TabFocusReason)
    assert session.snapshot.claim is None


@pytest.mark.parametrize("column", [VERDICT, CLAIM_TYPE, SPEAKER])
def test_a_button_opens_the_terms_with_their_counts(
    claims: ClaimsPane, session: Session, column: str
) -> None:
    claims.asking.buttons[column].click()
    popover = claims.asking.popover
    assert popover is not None
    codes = session.snapshot.claims.said.terms[column]
    rows = popover.block.list.rows
    total = dict(zip((t.id for t in codes.terms), np.bincount(codes.codes).tolist(), strict=True))
    assert [total[t.term] for t in rows.terms] == rows.counts
    term = rows.terms[-1].term
    popover.block.list.chosen.emit(term, False)
    assert session.snapshot.claims_passing.possible == total[term]
    assert claims.model.rowCount() == total[term]
    popover.block.list.chosen.emit(term, False)
    assert not session.snapshot.claim_filter
    popover.close()
    QApplication.processEvents()
    assert claims.asking.popover is None


def test_the_row_says_what_is_asked_and_clears_it(claims: ClaimsPane, session: Session) -> None:
    n = len(session.snapshot.claims)
    assert claims.asking.clear.isHidden()
    session.set_claim_terms(VERDICT, {"borne out"})
    assert "Borne out" in claims.asking.buttons[VERDICT].text()
    assert claims.asking._count.text() == f"30 of {n} claims"
    claims.asking.clear.click()
    assert claims.model.rowCount() == n


def test_outcomes_stand_in_their_own_order(session: Session) -> None:
    labels = [term.label for term in claim_terms(session.snapshot, VERDICT)]
    assert labels == ["Open", "Borne out", "Not borne out", "Partly", "Not testable"]


def test_an_empty_list_says_why(claims: ClaimsPane, session: Session) -> None:
    session.set_span(0, 1)
    assert claims.model.rowCount() == 0
    assert claims.view._empty == "No claim passes what is asked for."


def test_in_a_narrow_list_what_is_claimed_keeps_its_room(claims: ClaimsPane) -> None:
    claims.resize(560, 300)
    QApplication.processEvents()
    assert all(claims.view.isColumnHidden(column) for column in GIVEN_UP)
    assert claims.view.columnWidth(CLAIM_AT) > 100
    claims.resize(1600, 300)
    QApplication.processEvents()
    assert not any(claims.view.isColumnHidden(column) for column in GIVEN_UP)


def test_in_large_letters_no_column_is_cut_by_the_edge(claims: ClaimsPane) -> None:
    fonts.set_percent(200)
    try:
        claims.resize(700, 300)
        claims.view.fit_columns()
        header = claims.view.header
        assert header.length() <= claims.view.viewport().width()
    finally:
        fonts.set_percent(100)


def test_the_menu_offers_what_can_be_done_with_a_claim(
    claims: ClaimsPane, session: Session, qtbot: QtBot
) -> None:
    session.select_claim(keys(claims)[0])
    with qtbot.waitSignal(claims.citation_wanted):
        claims.view.menu_wanted.emit(claims.mapToGlobal(claims.rect().center()))
        menu = claims.findChildren(QMenu)[0]
        next(a for a in menu.actions() if a.text() == "Copy citation").trigger()
    menu.close()
