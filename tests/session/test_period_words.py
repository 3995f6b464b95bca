"""Periods are said as shortly as can be, without losing a day."""

import pytest

from timeline_app.dates.civil import day_of
from timeline_app.dates.day import OPEN_FUTURE, OPEN_PAST
from timeline_app.session.period_words import period_words


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        ((2014, 3, 18), (2014, 3, 18), "18 March 2014"),
        ((2013, 11, 1), (2014, 6, 30), "1 November 2013 to 30 June 2014"),
        ((2014, 2, 1), (2014, 2, 28), "February 2014"),
        ((2016, 2, 1), (2016, 2, 28), "1 February 2016 to 28 February 2016"),
        ((2014, 1, 1), (2014, 12, 31), "2014"),
        ((2013, 1, 1), (2014, 12, 31), "2013 to 2014"),
        ((-499, 1, 1), (-499, 12, 31), "500 BCE"),
        ((0, 5, 2), (0, 5, 2), "2 May 1 BCE"),
    ],
)
def test_words(first: tuple[int, int, int], last: tuple[int, int, int], words: str) -> None:
    assert period_words(day_of(*first), day_of(*last)) == words


def test_open_ends_are_said() -> None:
    day = day_of(2014, 3, 18)
    assert period_words(OPEN_PAST, day) == "until 18 March 2014"
    assert period_words(day, OPEN_FUTURE) == "from 18 March 2014 on"
    assert period_words(OPEN_PAST, OPEN_FUTURE) == "all time"
