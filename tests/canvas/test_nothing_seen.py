"""Where no event is in view the lanes say where the nearest one is."""

from timeline_app.canvas.nothing_seen import nothing_words
from timeline_app.dates.spoken_days import day_words
from timeline_app.model.view import View
from timeline_app.session.session import Session


def test_nothing_is_said_while_events_are_seen(session: Session) -> None:
    assert nothing_words(session.snapshot) == ""


def test_the_nearest_event_is_named(session: Session) -> None:
    session.set_terms("vector", ("Iran",))
    nearest = float(session.snapshot.table.first[session.snapshot.passing.mask].min())
    session.set_view(View(nearest - 10.0, 9.0))
    assert day_words(int(nearest)) in nothing_words(session.snapshot)
    session.set_view(View(nearest - 3.0, 9.0))
    assert nothing_words(session.snapshot) == ""


def test_without_an_archive_that_is_said() -> None:
    assert nothing_words(Session().snapshot) == "No archive is open."
