"""Each side is told once, the preferred one first, whichever record of an occurrence holds it."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from timeline_app.model.disagreement import disputed_fields, is_disputed, sides, source_named
from timeline_app.model.records import Assertion, Event

NONE = Event(
    1, "one", "one", "curated", "One", "", "visit", "2014-05-29", "", "", "", True, "", 5, 1,
    (), (), (), (), (), (),
)  # fmt: skip

words = st.sampled_from(["2014-03-18", "2014-03-25", "2014"])
asserted = st.builds(
    Assertion,
    st.sampled_from(["date", "place", "wording"]),
    words,
    st.sampled_from(["Turan", "Registan", "", "not recorded"]),
    st.booleans(),
    st.just(""),
)
events = st.builds(
    lambda own, others: replace(
        NONE, assertions=tuple(own), asserted_elsewhere=tuple(others)
    ),
    st.lists(asserted, max_size=6),
    st.lists(asserted, max_size=6),
)  # fmt: skip


@given(events)
def test_every_word_and_only_what_was_said_is_a_side(event: Event) -> None:
    every = (*event.assertions, *event.asserted_elsewhere)
    for field in {said.field for said in every}:
        told = sides(event, field)
        pairs = [(said.value, said.source) for said in told]
        assert len(pairs) == len(set(pairs))
        assert set(pairs) == {(s.value, s.source) for s in every if s.field == field}


@given(events)
def test_at_most_one_side_is_preferred_and_it_comes_first(event: Event) -> None:
    every = (*event.assertions, *event.asserted_elsewhere)
    for field in {said.field for said in every}:
        first, *others = sides(event, field)
        assert first.preferred == any(s.preferred for s in every if s.field == field)
        assert not any(said.preferred for said in others)
        own = [s for s in event.assertions if s.field == field and s.preferred]
        if own:
            assert first == own[0]


@given(events)
def test_what_is_said_in_one_way_is_not_disputed(event: Event) -> None:
    every = (*event.assertions, *event.asserted_elsewhere)
    told = {f: {s.value for s in every if s.field == f} for f in {s.field for s in every}}
    assert set(disputed_fields(event)) == {f for f, values in told.items() if len(values) > 1}
    for field, values in told.items():
        assert is_disputed(event, (field,)) == (len(values) > 1)


def test_no_source_is_supplied_where_none_is_recorded() -> None:
    assert not source_named(Assertion("date", "2014", "not recorded", True, ""))
    assert not source_named(Assertion("date", "2014", "", True, ""))
    assert source_named(Assertion("date", "2014", "Turan", True, ""))
