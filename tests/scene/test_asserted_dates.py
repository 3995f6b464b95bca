"""What else is asserted of an event's days, each date once with all who say it."""

from dataclasses import replace

from timeline_app.model.records import Assertion, Event
from timeline_app.scene.asserted_dates import MOST_DATES, other_dates

EVENT = Event(
    1, "one", "one", "curated", "One", "", "visit", "2014-03-25", "", "", "", True, "", 5, 1,
    (), (), (), (), (), (),
)  # fmt: skip


def said(value: str, source: str, preferred: bool = False, field: str = "date") -> Assertion:
    return Assertion(field, value, source, preferred, "", "")


def told(*assertions: Assertion) -> list[tuple[str, bool]]:
    return [(d.words, d.preferred) for d in other_dates(replace(EVENT, assertions=assertions))]


def test_the_marks_own_date_is_no_other() -> None:
    both = (said("2014-03-25", "Registan", True), said("2014-03-18", "Turan"))
    assert told(*both) == [("18 March, Turan", False)]


def test_another_year_is_told_and_so_is_that_no_source_is_recorded() -> None:
    both = (said("2013-03-18", "not recorded", True), said("2014-03-25", "Turan"))
    assert told(*both) == [("18 Mar 2013, source not recorded", True)]


def test_sources_that_agree_share_a_date() -> None:
    three = (said("2014-03-25", "A", True), said("2014", "B"), said("2014", "C"))
    assert told(*three) == [("2014, B, C", False)]


def test_records_that_were_folded_away_have_their_say() -> None:
    event = replace(
        EVENT,
        assertions=(said("2014-03-25", "A", True),),
        asserted_elsewhere=(said("2014-03-18", "B", True),),
    )
    assert [(d.words, d.preferred) for d in other_dates(event)] == [("18 March, B", False)]


def test_what_is_no_date_and_what_is_not_about_days_is_left_out() -> None:
    assert told(said("2014-03-25", "A", True), said("some day", "B")) == []
    assert told(said("Osh", "A", True, "place"), said("2014", "B", False, "place")) == []


def test_a_stranger_cannot_fill_the_screen() -> None:
    many = [said(f"{year}", "A") for year in range(1000, 1100)]
    assert len(told(*many)) == MOST_DATES


def test_what_no_source_had_said_by_a_day_is_left_out() -> None:
    sides = (
        said("2014-03-25", "Registan", True),
        replace(said("2014-03-18", "Turan"), known_from=20),
        replace(said("2014-03-20", "Akipress"), known_from=30),
        said("2014-03-21", "Undated"),
    )
    event = replace(EVENT, assertions=sides)
    shown = [[d.words for d in other_dates(event, day)] for day in (19, 20, 30, None)]
    assert [len(words) for words in shown] == [0, 1, 2, 3]
    assert shown[1] == ["18 March, Turan"]
