"""The short way gives what the long way gives, for every day, month and year it knows."""

from hypothesis import given
from hypothesis import strategies as st

from timeline_app.dates.calendars import GREGORIAN
from timeline_app.dates.date_error import DateError
from timeline_app.dates.edtf import _the_long_way
from timeline_app.dates.plain import plain_date

years = st.integers(-9999, 9999).map(lambda y: f"{'-' if y < 0 else ''}{abs(y):04d}")
two = st.integers(0, 40).map("{:02d}".format)
texts = st.one_of(
    years,
    st.tuples(years, two).map("-".join),
    st.tuples(years, two, two).map("-".join),
    st.text("0123456789-X~?", max_size=11),
)


@given(texts)
def test_the_short_way_is_the_long_way(text: str) -> None:
    short = plain_date(text, "gregorian")
    if short is None:
        return
    long = _the_long_way(text, GREGORIAN)
    assert short == long
    assert (short.as_written, short.calendar) == (long.as_written, long.calendar)


@given(years, st.integers(1, 12), st.integers(1, 31))
def test_what_is_plain_goes_the_short_way(year: str, month: int, day: int) -> None:
    for text in (year, f"{year}-{month:02d}", f"{year}-{month:02d}-{day:02d}"):
        try:
            _the_long_way(text, GREGORIAN)
        except DateError:
            assert plain_date(text, "gregorian") is None
        else:
            assert plain_date(text, "gregorian") is not None
