"""Dates in words."""

import pytest
from hypothesis import given

from timeline_app.dates.civil import day_of
from timeline_app.dates.date_error import DateError
from timeline_app.dates.day import OPEN_FUTURE, OPEN_PAST
from timeline_app.dates.edtf import parse
from timeline_app.dates.spoken import date_words, day_words, span_words
from timeline_app.words import tr as words

from .edtf_texts import edtf

DATES = [
    ("2014-03-25", "25 March 2014"),
    ("2014-03-25~", "about 25 March 2014"),
    ("2014-03?", "March 2014 (uncertain)"),
    ("2014%", "about 2014 (uncertain)"),
    ("2014", "2014"),
    ("0800", "800 CE"),
    ("-0499", "500 BCE"),
    ("0000", "1 BCE"),
    ("-0044-03-15", "15 March 45 BCE"),
    ("Y17E4", "170,000"),
    ("Y17E80", "the year 17E80"),
    ("2014-05-19/2014-05-21", "19 to 21 May 2014"),
    ("2014-05-28/2014-06-02", "28 May to 2 June 2014"),
    ("2013-12-28/2014-01-02", "28 December 2013 to 2 January 2014"),
    ("2013-11-01/2014-06-30", "1 November 2013 to 30 June 2014"),
    ("2013-09/2014-08", "September 2013 to August 2014"),
    ("2014-05/2014-08", "May to August 2014"),
    ("2014/2015", "2014 to 2015"),
    ("1984~/2004-06", "about 1984 to June 2004"),
    ("1985/..", "from 1985 on"),
    ("1985/", "from 1985, end unknown"),
    ("../1985", "until 1985"),
    ("/1985", "until 1985, begin unknown"),
    ("../..", "all time"),
    ("/..", "from an unknown day on"),
    ("../", "until an unknown day"),
    ("2014-XX", "some month in 2014"),
    ("2014-05-XX", "some day in May 2014"),
    ("2014-XX-XX", "some day in 2014"),
    ("199X", "the 1990s"),
    ("19XX", "some time within 1900 to 1999"),
    ("1950S2", "some time within 1900 to 1999"),
    ("2001-21", "spring 2001"),
    ("2014-33", "first quarter of 2014"),
    ("2014-21/2014-22", "spring 2014 to summer 2014"),
    ("[..1994]", "1994 or earlier"),
    ("[1995..]", "1995 or later"),
    ("[1667,1668,1670..1672]", "1667, 1668 or some time within 1670 to 1672"),
    ("{1960,1961-12}", "1960 and December 1961"),
    ("[2014-03-09?..2014-03-13?]", "some time within 9 to 13 March 2014 (uncertain)"),
    ("2014-05-19T10:10:10Z", "19 May 2014"),
]


@pytest.mark.parametrize(("text", "expected"), DATES)
def test_date_words(text: str, expected: str) -> None:
    assert date_words(text) == expected
    assert date_words(parse(text)) == expected


@given(edtf())
def test_every_date_has_words(text: str) -> None:
    try:
        date = parse(text)
    except DateError:
        return
    assert date_words(date)
    assert date_words(date, short=True)


def test_short_months() -> None:
    assert date_words("2014-03-25", short=True) == "25 Mar 2014"
    assert day_words(day_of(2014, 9, 1), short=True) == "1 Sep 2014"


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        ((2014, 1, 1), (2014, 12, 31), "2014"),
        ((2013, 9, 1), (2014, 8, 31), "September 2013 to August 2014"),
        ((2014, 5, 1), (2014, 5, 31), "May 2014"),
        ((2013, 11, 2), (2014, 6, 30), "2 November 2013 to 30 June 2014"),
        ((2014, 5, 19), (2014, 5, 19), "19 May 2014"),
        ((-499, 1, 1), (-499, 12, 31), "500 BCE"),
    ],
)
def test_span_words(first: tuple[int, int, int], last: tuple[int, int, int], expected: str) -> None:
    assert span_words(day_of(*first), day_of(*last)) == expected


def test_open_periods() -> None:
    assert span_words(OPEN_PAST, day_of(2014, 12, 31)) == "until 2014"
    assert span_words(day_of(2014, 5, 2), OPEN_FUTURE) == "from 2 May 2014 on"
    assert span_words(OPEN_PAST, OPEN_FUTURE) == "all time"
    assert day_words(OPEN_PAST) == "the open past"


def test_a_translator_has_the_phrase_and_not_the_bare_month(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    class Russian(type(words._catalogue)):  # type: ignore[misc]  # the class is known at run time
        def gettext(self, message: str) -> str:
            return {"{day} March": "{day} марта", "March": "март"}.get(message, message)

    monkeypatch.setattr(words, "_catalogue", Russian())
    assert date_words("2014-03-25") == "25 марта 2014"
    assert date_words("2014-03") == "март 2014"
