"""What the detail pane says where sources differ."""

from PySide6.QtWidgets import QLabel

from timeline_app.panes.detail_event import EventHead, event_sections
from timeline_app.session.session import Session


def _texts(session: Session, record: str) -> list[str]:
    event = session.record(record)
    assert event is not None
    parts = [EventHead(event), *event_sections(event, event.kind)]
    return [label.text() for part in parts for label in part.findChildren(QLabel)]


def test_a_disputed_day_names_each_source(session: Session) -> None:
    shown = _texts(session, "2015-08-12-kyrgyzstan-becomes-a-full-member-of-the-eaeu")
    assert "date disputed" in shown
    assert "12 August 2015 (preferred)" in shown
    assert "6 August 2015" in shown
    assert any(text.startswith("Source: ") and text.endswith(", The EEU") for text in shown)


def test_where_the_data_name_no_source_none_is_named(session: Session) -> None:
    shown = _texts(session, "2001-06-shanghai-cooperation-organisation-founded")
    assert {"June 2001 (preferred)", "14 June 2001", "15 June 2001"} <= set(shown)
    assert shown.count("Source not recorded") == 2


def test_a_disputed_place_is_no_disputed_day(session: Session) -> None:
    shown = _texts(session, "1995-tajikistan-opens-an-embassy-in-tehran")
    assert "date disputed" not in shown
    assert "place disputed" in shown
    assert {"Place: Tehran (preferred)", "Place: Türkiye"} <= set(shown)


def test_another_field_stands_as_the_archive_names_it(session: Session) -> None:
    shown = _texts(session, "usvisit-t220")
    assert "name of the president: Kamilov" in shown


def test_a_record_that_was_folded_away_has_its_say(session: Session) -> None:
    shown = _texts(session, "2000-04-16-albright-visits-tashkent-samarkand-and-bukhara")
    assert shown.count("name of the president: Karimov (preferred)") == 1
    assert shown.count("name of the president: Kamilov") == 1
    assert "sources disagree" in shown


def test_a_place_is_shown_by_the_name_of_that_day(session: Session) -> None:
    shown = _texts(session, "2019-06-09-tokayev-elected-president-of-kazakhstan")
    assert "In Nur-Sultan (today Astana)" in shown
    assert "In Astana" in _texts(session, "2018-11-08-csto-summit-in-astana")
