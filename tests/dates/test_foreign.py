"""Dates entered in the Julian and the Islamic calendar."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline_app.dates import civil, julian
from timeline_app.dates.date_error import DateError
from timeline_app.dates.edtf import parse

from .edtf_texts import edtf

JULIAN = [
    ("1917-10-25", "1917-11-07"),
    ("1917-10-25~", "1917-11-07~"),
    ("1917-10", "[1917-10-14..1917-11-13]"),
    ("1917", "[1917-01-14..1918-01-13]"),
    ("1917-10-25/1917-10-26", "1917-11-07/1917-11-08"),
    ("1917-10-25/..", "1917-11-07/.."),
    ("1917-10-25/", "1917-11-07/"),
    ("/1917-10", "/1917-11-13"),
    ("1865/1867", "[1865-01-13..1868-01-12]"),
    ("../1867", "[..1868-01-12]"),
    ("../..", "../.."),
    ("[1917-10-25,1917-11]", "[1917-11-07,1917-11-14..1917-12-13]"),
    ("[..1917-10-25]", "[..1917-11-07]"),
    ("-0043-03-15?", "-0043-03-13?"),
    ("1700-02-29", "1700-03-11"),
]


@pytest.mark.parametrize(("text", "edtf_text"), JULIAN)
def test_julian(text: str, edtf_text: str) -> None:
    date = parse(text, "julian")
    assert (date.edtf, date.as_written, date.calendar) == (edtf_text, text, "julian")
    assert date == parse(edtf_text)


ISLAMIC = [
    ("1435-01-01", "[2013-11-03?..2013-11-07?]"),
    ("1435-01", "[2013-11-03?..2013-12-06?]"),
    ("1435-01-01/1435-01-05", "[2013-11-03?..2013-11-11?]"),
    ("1435-01-01~", "[2013-11-03%..2013-11-07%]"),
]


@pytest.mark.parametrize(("text", "edtf_text"), ISLAMIC)
def test_islamic_is_shown_two_days_either_way_and_marked(text: str, edtf_text: str) -> None:
    date = parse(text, "islamic")
    assert (date.edtf, date.as_written, date.calendar) == (edtf_text, text, "islamic-civil")
    assert date.uncertain
    assert parse(text, date.calendar) == date


@given(st.dates())
def test_a_julian_day_is_that_day(gregorian: object) -> None:
    written = str(gregorian)
    day = civil.day_of(*(int(part) for part in written.split("-")))
    year, month, day_of_month = julian.date_of(day)
    if year > 0:
        assert parse(f"{year:04d}-{month:02d}-{day_of_month:02d}", "julian").edtf == written


@given(edtf(), st.sampled_from(["julian", "islamic"]))
def test_all_spans_follow_from_the_gregorian_text(text: str, calendar: str) -> None:
    try:
        date = parse(text, calendar)
    except DateError:
        return
    assert parse(date.edtf) == date


@pytest.mark.parametrize(
    ("text", "calendar", "why"),
    [
        ("1917-21", "julian", "Seasons"),
        ("1917-10-25T10:00:00", "julian", "time of day"),
        ("Y12345", "julian", "five figures"),
        ("Y-10000E12/..", "julian", "five figures"),
        ("../Y10000E12", "julian", "five figures"),
        ("../Y10000E12", "islamic", "five figures"),
        ("0000", "islamic", "begins with the year 1"),
        ("1435-02-30", "islamic", "1435-02 has 29 days"),
        ("1701-02-29", "julian", "1701-02 has 28 days"),
        ("1918/1917", "julian", "ends before"),
    ],
)
def test_what_they_do_not_know_is_refused(text: str, calendar: str, why: str) -> None:
    with pytest.raises(DateError, match=why):
        parse(text, calendar)
