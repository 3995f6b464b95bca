"""The facets: every term in its place, counts that follow the brush, clicks that ask."""

from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QImage, QRegion
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from made_tables import event_tables
from timeline_app.model.columns import FIVE_STATES, VECTORS
from timeline_app.model.event_table import EventTable
from timeline_app.model.filter import NOTES, WITH_NOTE
from timeline_app.panes.facet_block import FacetBlock
from timeline_app.panes.facet_terms import terms_of
from timeline_app.panes.facets import FacetsPane
from timeline_app.session.nothing_open import nothing_open
from timeline_app.session.session import Session

from .conftest import Show

Brush = Callable[[str, str], None]


@pytest.fixture
def facets(show: Callable[[type[FacetsPane]], FacetsPane]) -> FacetsPane:
    return show(FacetsPane)


def _middle(block: FacetBlock, term: str) -> QPoint:
    rows = [t.term for t in block.list.rows.terms]
    return block.list.visualRect(block.list.rows.index(rows.index(term))).center()


def _click(
    qtbot: QtBot,
    block: FacetBlock,
    term: str,
    held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
) -> None:
    at = _middle(block, term)
    qtbot.mouseClick(block.list.viewport(), Qt.MouseButton.LeftButton, held, at)


def _counts(block: FacetBlock) -> dict[str, int]:
    rows = block.list.rows
    return {term.term: count for term, count in zip(rows.terms, rows.counts, strict=True)}


def test_the_nine_vectors_and_the_five_states_come_first(facets: FacetsPane) -> None:
    assert tuple(t.term for t in facets.blocks["vector"].list.rows.terms) == VECTORS
    assert tuple(t.term for t in facets.blocks["state"].list.rows.terms) == FIVE_STATES


def test_counts_are_those_of_the_filter_index(
    facets: FacetsPane, session: Session, brush: Brush
) -> None:
    brush("2013-11-01", "2014-06-30")
    table, passing = session.snapshot.table, session.snapshot.passing
    codes = table.terms["vector"]
    for term, count in _counts(facets.blocks["vector"]).items():
        held = [term in codes.of(int(row)) for row in np.flatnonzero(passing.mask)]
        assert count == sum(held)


def test_no_row_leaves_its_place_for_a_brush(
    facets: FacetsPane, session: Session, brush: Brush
) -> None:
    before = {c: [t.term for t in b.list.rows.terms] for c, b in facets.blocks.items()}
    brush("1991-12-16", "1991-12-16")
    assert 0 in _counts(facets.blocks["vector"]).values()
    assert before == {c: [t.term for t in b.list.rows.terms] for c, b in facets.blocks.items()}


def test_a_click_asks_and_a_second_click_takes_back(
    facets: FacetsPane, session: Session, qtbot: QtBot
) -> None:
    block = facets.blocks["vector"]
    _click(qtbot, block, "Russia")
    _click(qtbot, block, "China")
    assert session.snapshot.filter.terms("vector") == {"Russia", "China"}
    assert block.list.rows.ticked == {"Russia", "China"}
    _click(qtbot, block, "Russia")
    assert session.snapshot.filter.terms("vector") == {"China"}


def test_ctrl_or_a_double_click_leaves_only_this(
    facets: FacetsPane, session: Session, qtbot: QtBot
) -> None:
    block = facets.blocks["state"]
    _click(qtbot, block, "KAZ")
    _click(qtbot, block, "UZB", Qt.KeyboardModifier.ControlModifier)
    assert session.snapshot.filter.terms("state") == {"UZB"}
    at = _middle(block, "TJK")
    qtbot.mouseDClick(block.list.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert session.snapshot.filter.terms("state") == {"TJK"}


def test_the_keyboard_does_what_the_pointer_does(
    facets: FacetsPane, session: Session, qtbot: QtBot
) -> None:
    rows = facets.blocks["vector"].list
    rows.setCurrentIndex(rows.rows.index(0))
    qtbot.keyClick(rows, Qt.Key.Key_Down)
    qtbot.keyClick(rows, Qt.Key.Key_Space)
    assert session.snapshot.filter.terms("vector") == {"China"}
    qtbot.keyClick(rows, Qt.Key.Key_Down)
    qtbot.keyClick(rows, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert session.snapshot.filter.terms("vector") == {"West"}


def test_layers_are_switches_that_say_what_they_hold(
    facets: FacetsPane, session: Session, qtbot: QtBot
) -> None:
    archive = session.snapshot.archive
    assert archive is not None
    block = facets.blocks["layer"]
    qtbot.mouseClick(block.more, Qt.MouseButton.LeftButton)
    off = next(layer for layer in archive.edition.layers if layer.id not in archive.layers_on)
    term = next(t for t in block.list.rows.terms if t.term == off.id)
    assert term.resting
    assert _counts(block)[off.id] == off.events
    index = block.list.rows.index(block.list.rows.terms.index(term))
    spoken = block.list.rows.data(index, Qt.ItemDataRole.AccessibleTextRole)
    assert off.title in spoken
    assert off.covers_from[:4] in spoken
    _click(qtbot, block, off.id)
    now = session.snapshot.archive
    assert now is not None
    assert off.id in now.layers_on
    assert not next(t for t in block.list.rows.terms if t.term == off.id).resting


def test_long_columns_keep_their_rest_behind_more_and_a_search_field(
    facets: FacetsPane, session: Session, qtbot: QtBot
) -> None:
    block = facets.blocks["state"]
    assert block.findChild(QLineEdit) is None, "nobody pays for a field that was not asked for"
    qtbot.mouseClick(block.more, Qt.MouseButton.LeftButton)
    assert len(block.list.rows.terms) == len(session.snapshot.table.terms["state"].terms)
    block.search.setText("chin")
    assert [t.term for t in block.list.rows.terms] == ["CHN"]
    _click(qtbot, block, "CHN")
    qtbot.mouseClick(block.more, Qt.MouseButton.LeftButton)
    shown = [t.term for t in block.list.rows.terms]
    assert shown == [*FIVE_STATES, "CHN"], "what is asked for stays in sight"


def test_where_no_row_is_left_nothing_says_that_there_are_more(
    facets: FacetsPane, session: Session
) -> None:
    block, archive = facets.blocks["layer"], session.snapshot.archive
    assert archive is not None
    assert not block.more.isHidden()
    before = archive.layers_on
    session.switch_layers({layer.id for layer in archive.edition.layers})
    assert len(block.list.rows.terms) == len(block.terms)
    assert block.more.isHidden()
    session.switch_layers(before)
    assert not block.more.isHidden()


def test_a_note_and_its_tags_can_be_asked_for(
    facets: FacetsPane, session: Session, qtbot: QtBot
) -> None:
    session.select((int(session.snapshot.table.occurrence[3]),))
    session.add_note("Seen twice.", ("dating", "Қырым"))
    block = facets.blocks[NOTES]
    assert _counts(block) == {WITH_NOTE: 1, "dating": 1, "Қырым": 1}
    _click(qtbot, block, "Қырым")
    assert session.snapshot.passing.possible == 1


def test_a_folded_block_shows_its_header_alone(facets: FacetsPane, qtbot: QtBot) -> None:
    block = facets.blocks["kind"]
    qtbot.mouseClick(block.header, Qt.MouseButton.LeftButton)
    assert block.list.isHidden()
    assert block.more.isHidden()
    qtbot.mouseClick(block.header, Qt.MouseButton.LeftButton)
    assert not block.list.isHidden()


def test_a_hidden_pane_does_nothing_until_it_is_seen(
    facets: FacetsPane, session: Session, brush: Brush
) -> None:
    whole = _counts(facets.blocks["vector"])
    facets.hide()
    brush("2014", "2014")
    assert _counts(facets.blocks["vector"]) == whole
    facets.show()
    assert _counts(facets.blocks["vector"]) != whole


@given(event_tables())
def test_every_term_of_a_column_stands_in_its_block_once(table: EventTable) -> None:
    snapshot = replace(nothing_open(), table=table)
    for column, codes in table.terms.items():
        if column != "layer":
            shown = [term.term for term in terms_of(column, snapshot)]
            assert len(shown) == len(set(shown))
            assert {term.id for term in codes.terms} <= set(shown)


def test_blocks_that_grow_are_never_squeezed(show: Show, session: Session, qtbot: QtBot) -> None:
    pane = show(FacetsPane)
    assert isinstance(pane, FacetsPane)
    session.set_span(2456700, 2456800)

    def whole() -> bool:
        lists = [block.list for block in pane.blocks.values()]
        return all(rows.height() == rows.sizeHint().height() for rows in lists)

    qtbot.waitUntil(whole)


def _rendered(view: QWidget, part: QRect) -> QImage:
    made = QImage(view.size(), QImage.Format.Format_ARGB32_Premultiplied)
    made.fill(Qt.GlobalColor.white)
    view.render(made, QPoint(part.topLeft()), QRegion(part), QWidget.RenderFlag.DrawChildren)
    return made.copy(part)


def test_meters_and_counts_painted_alone_are_those_of_whole_rows(
    facets: FacetsPane, session: Session, brush: Brush
) -> None:
    brush("2014-02-20", "2014-03-31")
    session.set_terms("vector", ["Russia"])  # the rows of the others are quiet now
    for block in facets.blocks.values():
        view = block.list.viewport()
        amounts = view.rect()
        amounts.setLeft(view.width() - 60)
        whole = _rendered(view, view.rect()).copy(amounts)
        assert _rendered(view, amounts) == whole
