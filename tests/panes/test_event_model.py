"""A place is shown by the name of the event's day, and by the same one wherever it is shown."""

import numpy as np

from timeline_app.canvas.event_words import event_words
from timeline_app.cli.event_json import listed, whole
from timeline_app.panes.detail_event import place_words
from timeline_app.session.session import Session


def test_list_tip_detail_and_shell_agree_on_every_place_of_the_archive(session: Session) -> None:
    archive = session.snapshot.archive
    assert archive is not None
    session.switch_layers({layer.id for layer in archive.edition.layers})
    table = session.snapshot.table
    every = np.arange(len(table))
    placed, renamed = 0, 0
    shown = zip(session.rows(every), listed(session, every), table.occurrence, strict=True)
    for row, told, occurrence in shown:
        assert told["places"] == list(row.places)
        if not row.places:
            continue
        event = session.event(int(occurrence))
        assert event is not None
        assert row.title == event.title
        assert row.places == tuple(place.of_day for place in event.places)
        tip = event_words(row, 1)[1]
        assert f". In {', '.join(row.places)}. " in tip
        for name, place in zip(row.places, event.places, strict=True):
            assert place_words(place).split(" (")[0] == name
            renamed += name != place.name
        placed += 1
    assert placed > 1500 and renamed >= 5


def test_an_event_without_a_place_has_none_anywhere(session: Session) -> None:
    event = session.record("2019-05-07-kazakhstan-ratifies-the-interim-eaeu-iran-agreement")
    assert event is not None and not event.places
    (row,) = session.rows(np.flatnonzero(session.snapshot.table.key == event.key))
    assert row.places == ()
    assert ". In " not in event_words(row, 1)[1]


def test_the_shell_shows_one_event_as_the_list_does(session: Session) -> None:
    event = session.record("1997-12-12-three-state-central-asian-union-meets-in-the-new-kazakh")
    assert event is not None
    (place,) = whole(session, event)["places"]
    (row,) = session.rows(np.flatnonzero(session.snapshot.table.key == event.key))
    assert row.places == (place["of_day"],) == ("Akmola",)
