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
    assert "The sources differ on the date." in shown
    assert "12 August 2015 (preferred)" in shown
    assert "6 August 2015" in shown
    assert "Source: The EEU" in shown


def test_where_the_data_name_no_source_none_is_named(session: Session) -> None:
    shown = _texts(session, "2001-06-shanghai-cooperation-organisation-founded")
    assert {"June 2001 (preferred)", "14 June 2001", "15 June 2001"} <= set(shown)
    assert shown.count("Source not recorded") == 2


def test_a_disputed_place_is_no_disputed_day(session: Session) -> None:
    shown = _texts(session, "1995-tajikistan-opens-an-embassy-in-tehran")
    assert "The sources differ on the date." not in shown
    assert {"Place: Tehran (preferred)", "Place: Türkiye"} <= set(shown)


def test_another_field_stands_as_the_archive_names_it(session: Session) -> None:
    shown = _texts(session, "usvisit-t220")
    assert "name of the president: Kamilov" in shown
