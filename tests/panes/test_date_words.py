"""Dates of an archive in words, and what a layer covers."""

import pytest

from timeline_app.panes.date_words import covers_words, date_words, written_words


def test_what_is_no_date_stands_as_it_is() -> None:
    assert date_words("2014-05~") == "about May 2014"
    assert date_words("long ago") == "long ago"


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [
        ("1991", "2026", "1991 to 2026"),
        ("2014", "2014", "2014"),
        ("-0499", "2019", "500 BCE to 2019"),
        ("1991-12-16", "2014-05", "16 Dec 1991 to May 2014"),
        ("", "2014", ""),
        ("1991", "", ""),
    ],
)
def test_a_layer_covers_years_as_people_count_them(first: str, last: str, said: str) -> None:
    assert covers_words(first, last) == said


def test_a_date_as_written_names_its_calendar_where_that_is_another() -> None:
    assert written_words("1917-10-25", "julian") == "1917-10-25 (Julian calendar)"
    assert "Islamic" in written_words("1435-09-01", "islamic-civil")
    assert written_words("2014-05", "gregorian") == "2014-05"
