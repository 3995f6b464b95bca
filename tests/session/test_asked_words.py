"""Filters in words, one by one and in full."""

import pytest

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


@pytest.mark.parametrize("surely", [False, True])
def test_two_periods_are_told_with_the_counts_of_each(session: Session, surely: bool) -> None:
    a, b = (2455639, 2456734), (2456734, 2457830)  # they share a day
    session.set_terms("state", ["KAZ"])
    session.set_span(*a, surely=surely)
    session.set_second(*b)
    said = dict(asked_words(session.snapshot))
    assert said["Period A"].endswith("18 March 2011 to 17 March 2014")
    assert said["Period B"].endswith("17 March 2014 to 17 March 2017")
    assert "Period" not in said and "Events" not in said
    counts = []
    for span in (a, b):
        session.set_span(*span, surely=surely)
        counts.append(session.snapshot.passing)
    assert said["Events in A"].startswith(f"{counts[0].possible} of ")
    assert said["Events in B"].startswith(f"{counts[1].possible} of ")
    assert said["Events in B"].endswith(f"{counts[1].sure} of them surely")
    both = int((counts[0].mask & counts[1].mask).sum())
    assert ("Events in both" in said) == bool(both)
    if both:
        assert said["Events in both"].startswith(f"{both} that")
