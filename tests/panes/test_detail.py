"""The detail pane: the edition's card, one event whole, several; only plain text throughout."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from timeline_app.dates.spoken import date_words
from timeline_app.model.annotation import Target
from timeline_app.model.records import Assertion, Event
from timeline_app.model.source_address import web_address, written_address
from timeline_app.panes.detail import DetailPane
from timeline_app.panes.detail_event import EventHead, event_sections
from timeline_app.panes.detail_sources import SourcesSection, standing_of
from timeline_app.panes.text import words
from timeline_app.panes.two_lines import TwoLines
from timeline_app.session.session import Session

HOSTILE = "<b>bold</b><img src='file:///etc/passwd'> &amp; \u202eright"


@pytest.fixture
def detail(show: Callable[[type[DetailPane]], DetailPane]) -> DetailPane:
    return show(DetailPane)


def _texts(widget: QWidget) -> list[str]:
    return [label.text() for label in widget.findChildren(QLabel) if not label.isHidden()]


def _event_with(session: Session, holds: Callable[[Event], bool]) -> Event:
    """The first event of the archive of this sort, which is then selected."""
    for occurrence in session.snapshot.table.occurrence.tolist():
        event = session.event(occurrence)
        if event is not None and holds(event):
            session.select((occurrence,))
            return event
    raise AssertionError("the archive holds no such event")


def test_nothing_selected_shows_the_edition(detail: DetailPane, session: Session) -> None:
    archive = session.snapshot.archive
    assert archive is not None
    shown = _texts(detail)
    assert archive.edition.title in shown
    for layer in archive.edition.layers:
        assert (layer.title in shown) == (layer.id in archive.layers_on)
    assert detail.card is not None
    assert detail.card.questions


def test_a_question_marks_its_period_and_fits_it(
    detail: DetailPane, session: Session, qtbot: QtBot
) -> None:
    assert detail.card is not None
    qtbot.mouseClick(detail.card.questions[0], Qt.MouseButton.LeftButton)
    span = session.snapshot.filter.span
    assert span is not None
    view = session.snapshot.view
    assert view.first <= span.first < span.last <= view.end
    assert view.days < 2 * (span.last - span.first)


def test_an_event_is_shown_whole(detail: DetailPane, session: Session) -> None:
    event = _event_with(session, lambda e: len(e.sources) > 1 and bool(e.outcome and e.places))
    shown = _texts(detail)
    for text in (event.title, event.summary, event.outcome, event.edtf, event.id):
        assert text in shown
    assert date_words(event.edtf) in shown
    for participant in event.participants:
        assert participant.name in shown
    joined = "\n".join(shown)
    for place in event.places:
        assert place.name in joined
    for source in event.sources:
        assert source.publisher in shown
        assert source.title in shown
        assert source.evidence in joined
        assert written_address(source) in joined


def test_roles_stand_beside_names(detail: DetailPane, session: Session) -> None:
    event = _event_with(session, lambda e: any(p.role for p in e.participants))
    shown = _texts(detail)
    for participant in event.participants:
        assert not participant.role or participant.role in shown


def test_an_address_is_copied(detail: DetailPane, session: Session, qtbot: QtBot) -> None:
    event = _event_with(session, lambda e: bool(e.sources and e.sources[0].url))
    assert detail.sources is not None
    qtbot.mouseClick(detail.sources.entries[0].copy, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == event.sources[0].url


def test_open_shows_where_it_leads_before_it_goes_there(
    detail: DetailPane, session: Session, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    event = _event_with(session, lambda e: bool(e.sources and web_address(e.sources[0])))
    address = web_address(event.sources[0])
    assert detail.sources is not None
    entry = detail.sources.entries[0]
    entry.open.click()
    assert entry.leading is not None
    assert address in entry.leading.accessibleName()
    assert not opened
    qtbot.keyClick(entry.leading, Qt.Key.Key_Escape)
    assert entry.leading.isHidden()
    entry.open.click()
    entry.leading.go.click()
    assert [url.toString() for url in opened] == [QUrl(address).toString()]


def test_sources_that_differ_on_the_date_are_both_told(session: Session) -> None:
    event = session.event(int(session.snapshot.table.occurrence[0]))
    assert event is not None
    said = (
        Assertion("start", "2014-03-25", "Registan", True, "the article's own dating"),
        Assertion("start", "2014-03-18", "Turan", False, ""),
    )
    disputed = replace(event, assertions=said)
    when = event_sections(disputed, "visit")[0]
    shown = _texts(when)
    assert "25 March 2014 (preferred)" in shown
    assert "18 March 2014" in shown
    assert "date disputed" in _texts(EventHead(disputed))
    assert "date disputed" not in _texts(EventHead(event))


def test_several_events_are_a_short_list(
    detail: DetailPane, session: Session, qtbot: QtBot
) -> None:
    occurrences = session.snapshot.table.occurrence[:40].tolist()
    session.select(occurrences)
    buttons = detail.findChildren(TwoLines)
    assert len(buttons) == 30
    assert "and 10 more" in _texts(detail)
    qtbot.mouseClick(buttons[2], Qt.MouseButton.LeftButton)
    assert session.snapshot.selected == (occurrences[2],)


def test_a_strangers_text_is_never_markup(session: Session) -> None:
    event = session.event(int(session.snapshot.table.occurrence[0]))
    assert event is not None
    source = replace(event.sources[0], publisher=HOSTILE, title=HOSTILE, url=HOSTILE)
    hostile = replace(
        event, title=HOSTILE, summary=HOSTILE, outcome=HOSTILE, edtf=HOSTILE, sources=(source,)
    )
    parts = [
        EventHead(hostile),
        *event_sections(hostile, HOSTILE),
        SourcesSection(hostile.sources, standing_of(hostile)),
    ]
    labels = [label for part in parts for label in part.findChildren(QLabel)]
    assert any(label.text() == HOSTILE for label in labels)
    assert all(label.textFormat() is Qt.TextFormat.PlainText for label in labels)
    for label in labels:
        tip = label.toolTip()
        assert "<img" not in tip
    assert words(HOSTILE).text() == HOSTILE


def test_the_pane_is_not_made_anew_for_a_brush(detail: DetailPane, session: Session) -> None:
    session.select((int(session.snapshot.table.occurrence[9]),))
    notes = detail.notes
    session.set_span(2_456_000, 2_457_000)
    session.keep_draft(Target("event", "another"), "words")
    assert detail.notes is notes


def test_what_was_not_published_yet_stays_and_is_marked(
    detail: DetailPane, session: Session
) -> None:
    def later(event: Event) -> bool:
        days = {source.known_from for source in event.sources}
        return len(days) > 1 and None not in days

    event = _event_with(session, later)
    days = sorted(source.known_from for source in event.sources if source.known_from is not None)
    assert detail.sources is not None
    entries = detail.sources.entries
    session.set_known(days[0])
    marked = [not entry.standing.isHidden() for entry in entries]
    assert marked == [source.known_from != days[0] for source in event.sources]
    assert any("Not yet published on" in text for text in _texts(detail))
    assert detail.sources.entries is entries
    session.clear_all()
    assert all(entry.standing.isHidden() for entry in entries)


def test_an_undated_source_says_so_on_any_day(detail: DetailPane, session: Session) -> None:
    _event_with(session, lambda event: any(s.known_from is None for s in event.sources))
    session.set_known(2_500_000)
    assert any(text.startswith("Undated: not counted as known") for text in _texts(detail))
