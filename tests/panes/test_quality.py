"""The data quality pane: each row leads to just what it counts."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from made_folders import event, folder
from timeline_app.model.filter import QUALITY
from timeline_app.model.quality import DOUBLES
from timeline_app.panes.check_list import CheckRow
from timeline_app.panes.pane import Pane
from timeline_app.panes.quality import QualityPane
from timeline_app.panes.text import as_tooltip
from timeline_app.session.session import Session
from timeline_app.store.build.edition import build

Show = Callable[[type[Pane]], Pane]


@pytest.fixture
def pane(show: Show, qtbot: QtBot, session: Session) -> QualityPane:
    made = show(QualityPane)
    assert isinstance(made, QualityPane)
    made.resize(1100, 500)
    qtbot.waitUntil(lambda: session.snapshot.quality is not None)
    return made


def _rows(pane: QualityPane) -> dict[str, CheckRow]:
    return {row.check.id: row for row in pane.checks.rows.rows if row.check}


def _click(qtbot: QtBot, pane: QualityPane, check: str) -> None:
    at = next(n for n, r in enumerate(pane.checks.rows.rows) if r.check and r.check.id == check)
    index = pane.checks.rows.index(at)
    pane.checks.scrollTo(index)
    middle = pane.checks.visualRect(index).center()
    left = Qt.MouseButton.LeftButton
    qtbot.mouseClick(pane.checks.viewport(), left, pos=QPoint(60, middle.y()))


def test_a_click_on_each_row_of_events_lists_as_many(
    pane: QualityPane, session: Session, qtbot: QtBot
) -> None:
    events = [row for row in _rows(pane).values() if row.check and row.check.phrase]
    assert len(events) > 12
    for row in events:
        assert row.check is not None
        _click(qtbot, pane, row.check.id)
        assert session.snapshot.passing.possible == row.n
        if row.check.id != DOUBLES:
            assert pane.stack.currentWidget() is pane.events
            assert pane.events.model.rowCount() == row.n
        assert f": {row.n:,}" in pane.title.text()
        _click(qtbot, pane, row.check.id)
        assert not session.snapshot.filter


def test_numbers_follow_the_filter_and_stay_those_of_the_list(
    pane: QualityPane, session: Session, qtbot: QtBot
) -> None:
    everywhere = _rows(pane)["one-source"].n
    session.set_terms("state", ["TKM"])
    here = _rows(pane)["one-source"].n
    assert 0 < here < everywhere
    _click(qtbot, pane, "one-source")
    assert session.snapshot.passing.possible == here == _rows(pane)["one-source"].n
    session.clear_all()
    assert _rows(pane)["one-source"].n == everywhere


def test_layers_switched_on_are_judged(pane: QualityPane, session: Session, qtbot: QtBot) -> None:
    assert "3 of 10 layers are on" in pane.scope.text()
    assert session.snapshot.archive is not None
    session.switch_layers({layer.id for layer in session.snapshot.archive.edition.layers})
    qtbot.waitUntil(lambda: session.snapshot.quality is not None)
    assert "all layers are on" in pane.scope.text()
    assert _rows(pane)["machine-coded"].n > 1_000


def test_keys_choose_and_tell(pane: QualityPane, session: Session, qtbot: QtBot) -> None:
    pane.checks.setFocus()
    pane.checks.setCurrentIndex(pane.checks.rows.index(2))
    assert not session.snapshot.filter
    assert pane.meaning.text()
    qtbot.keyClick(pane.checks, Qt.Key.Key_Return)
    assert QUALITY in session.snapshot.filter.clauses
    qtbot.keyClick(pane.checks, Qt.Key.Key_Space)
    assert not session.snapshot.filter


def test_actors_and_places_lead_to_their_events(
    pane: QualityPane, session: Session, qtbot: QtBot
) -> None:
    for check, column in (("name-only-actors", "actor"), ("unplaced-places", "place")):
        _click(qtbot, pane, check)
        assert pane.stack.currentWidget() is pane.found
        assert pane.found.texts.rowCount() == _rows(pane)[check].n
        at = 0
        pane.found.setCurrentIndex(pane.found.model().index(at, 0))
        assert len(session.snapshot.filter.terms(column)) == 1
        assert f"{session.snapshot.passing.possible:,}" == pane.found.texts.rows[at][1]
        session.clear_all()


def test_an_actor_who_only_spoke_leads_to_a_claim(
    pane: QualityPane, session: Session, qtbot: QtBot
) -> None:
    _click(qtbot, pane, "name-only-actors")
    rows = pane.found.texts.rows
    at = next(n for n, (_, events, claims) in enumerate(rows) if not events and claims)
    pane.found.setCurrentIndex(pane.found.model().index(at, 0))
    assert not session.snapshot.filter
    assert session.snapshot.claim is not None
    claim = session.claim(session.snapshot.claim)
    assert claim is not None
    assert claim.speaker_id == pane._findings[at].id


def test_a_claim_is_selected(pane: QualityPane, session: Session, qtbot: QtBot) -> None:
    _click(qtbot, pane, "outcomes-without-source")
    pane.found.setCurrentIndex(pane.found.model().index(1, 0))
    assert session.snapshot.claim is not None
    claim = session.claim(session.snapshot.claim)
    assert claim is not None
    assert " ".join(claim.text.split()).startswith(pane.found.texts.rows[1][0][:60].rstrip("…"))


def test_a_pair_is_selected_whole(pane: QualityPane, session: Session, qtbot: QtBot) -> None:
    _click(qtbot, pane, DOUBLES)
    assert pane.stack.currentWidget() is pane.pairs
    quality = session.snapshot.quality
    assert quality is not None
    assert quality.doubles
    assert pane.pairs.texts.rowCount() == len(quality.doubles)
    pane.pairs.setCurrentIndex(pane.pairs.model().index(1, 0))
    assert set(session.snapshot.selected) == {quality.doubles[1].one, quality.doubles[1].other}
    assert f"{len(quality.doubles)} pairs" in pane.title.text()


def test_rows_are_named_for_who_does_not_see_them(pane: QualityPane, session: Session) -> None:
    session.narrow("one-source")
    said = [
        pane.checks.rows.index(n).data(Qt.ItemDataRole.AccessibleTextRole)
        for n in range(pane.checks.rows.rowCount())
    ]
    n = session.snapshot.passing.possible
    assert f"With one source only: {n:,}, shown alone" in said
    assert "Sources" in said


def test_texts_of_a_stranger_are_plain(
    show: Show, qtbot: QtBot, session: Session, tmp_path: Path
) -> None:
    nasty = "<b>bold</b> & {braces}"
    actor = {"name": nasty, "type": "person", "iso3": None, "role": "guest"}
    rows = [event("one", title=nasty, actors=[actor]), event("two", actors=[actor])]
    path = tmp_path / "strange.archive.sqlite"
    build(folder(tmp_path / "data", events=json.loads(json.dumps(rows))), path)
    session.open_archive(path)
    pane = show(QualityPane)
    assert isinstance(pane, QualityPane)
    qtbot.waitUntil(lambda: session.snapshot.quality is not None)
    _click(qtbot, pane, "name-only-actors")
    assert (nasty, "2", "") in pane.found.texts.rows
    pane.found.setColumnWidth(0, 60)
    hidden = pane.found.unseen(pane.found.texts.index(0, 0))
    assert hidden == nasty
    assert "<b>" not in as_tooltip(hidden)


def test_nothing_open_says_so(qtbot: QtBot) -> None:
    empty = Session()
    pane = QualityPane(empty)
    qtbot.addWidget(pane)
    pane.show()
    pane.show_snapshot(None, empty.snapshot)
    assert pane.scope.text() == "No archive is open."
    assert pane.checks.rows.rowCount() == 0
