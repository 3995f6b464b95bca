"""Filters in words, one by one and in full."""

from timeline_app.session.asked_words import asked_words
from timeline_app.session.known_on import read_day
from timeline_app.session.session import Session


def test_everything_that_is_asked_is_said_in_full(session: Session) -> None:
    vectors = ["Russia", "China", "West", "Iran", "Regional"]
    session.set_terms("vector", vectors)
    session.set_terms("state", ["KAZ"])
    session.set_span(2456659, 2457023, surely=True)
    session.set_known(read_day("2020"))
    session.search("summit")
    said = dict(asked_words(session.snapshot))
    assert all(vector in said["Vector"] for vector in vectors)
    assert said["Country"] == "Kazakhstan"
    assert said["Period"] == "surely within 2014"
    assert "2020" in said["Known when"]
    assert said["Search"] == "summit"
    assert said["Layers"] == "Curated events, Curated events, set 2, Seed article"


def test_nothing_asked_is_layers_and_count(session: Session) -> None:
    assert [word for word, _ in asked_words(session.snapshot)] == ["Layers", "Events"]
    assert dict(asked_words(Session().snapshot))["Layers"] == "none"
