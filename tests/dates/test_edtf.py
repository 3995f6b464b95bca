"""Parsing: laws, and a table of what dates mean beyond the vectors of others."""

import sys
from itertools import pairwise

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from timeline_app.dates.civil import iso
from timeline_app.dates.date_error import DateError
from timeline_app.dates.day import OPEN_FUTURE, OPEN_PAST, DaySpan, is_open
from timeline_app.dates.edtf import parse
from timeline_app.dates.historical_date import HistoricalDate

from .edtf_texts import edtf


def read(text: str) -> HistoricalDate:
    """The date, or an example that does not count."""
    try:
        return parse(text)
    except DateError:
        assume(False)
        raise


@given(edtf())
def test_what_is_printed_reads_as_the_same(text: str) -> None:
    date = read(text)
    again = parse(date.edtf)
    assert again == date
    assert again.edtf == date.edtf


@given(edtf())
def test_the_inner_span_lies_in_the_bounds_and_they_in_the_outer(text: str) -> None:
    date = read(text)
    spans = [date.outer, date.bounds, *([date.inner] if date.inner else [])]
    for wider, one in pairwise(spans):
        assert wider.first <= one.first <= one.last <= wider.last
    if date.inner:
        assert not date.approximate
    if not date.approximate:
        assert date.outer == date.bounds


@given(edtf())
def test_marks_do_not_move_the_bounds(text: str) -> None:
    date = read(text)
    bare = parse("".join(letter for letter in text if letter not in "?~%"))
    assert date.bounds == bare.bounds
    assert not bare.qualifiers


ALPHABET = "0123456789-/.,[]{}?~%XYESTZ:+ u()абв٤５\n"


@settings(max_examples=400)
@given(st.one_of(st.text(ALPHABET, max_size=60), st.text(max_size=40)))
@example("[" * 1000)
@example("-" * 1000)
@example("(" * 300 + "06" + ")~" * 300)
@example("from " * 200)
@example("9" * 1000)
@example("Y1E" + "9" * 900)
@example("XXX1-02-29")
@example("XXXX-02-30")
@example("٢٠١٤")
def test_any_text_is_a_date_or_refused_with_something_near(text: str) -> None:
    for calendar in ("gregorian", "julian", "islamic"):
        try:
            assert parse(text, calendar).edtf
        except DateError as refusal:
            assert refusal.why
            if refusal.suggestion:
                assert parse(refusal.suggestion, calendar).edtf


def test_reading_is_linear() -> None:
    """Counted in lines run, since clocks lie: twice the text is at most about twice the work."""

    def work(text: str) -> int:
        lines = 0

        def count(*_: object) -> object:
            nonlocal lines
            lines += 1
            return count

        before = sys.gettrace()
        sys.settrace(count)  # type: ignore[arg-type]  # the stub wants the local trace's type
        try:
            parse(text)
        finally:
            sys.settrace(before)
        return lines

    short, long = (f"[{','.join(['2014-05-17?'] * n)}]" for n in (20, 80))  # read nowhere else
    assert work(long) < 5 * work(short)


def test_a_text_too_long_is_refused() -> None:
    assert parse("[" + ",".join(["2014"] * 199) + "]")
    with pytest.raises(DateError, match="at most 1000"):
        parse("[" + ",".join(["2014"] * 999) + "]")


OUTER = [
    ("2014-05-19", "2014-05-19", "2014-05-19"),
    ("2014-05-19?", "2014-05-19", "2014-05-19"),
    ("2014-05-19~", "2014-05-12", "2014-05-26"),
    ("2014-05-19%", "2014-05-12", "2014-05-26"),
    ("2014-05~", "2014-04-01", "2014-06-30"),
    ("2014~", "2013-01-01", "2015-12-31"),
    ("-0499~", "-0500-01-01", "-0498-12-31"),
    ("2014-01~", "2013-12-01", "2014-02-28"),
    ("2014-21~", "2014-02-01", "2014-06-30"),
    ("2004-06-~11", "2004-06-04", "2004-06-18"),
    ("2004-~06-11", "2004-05-11", "2004-07-11"),
    ("2004-06~-11", "2004-05-11", "2004-07-11"),
    ("2004~-06-11", "2003-06-11", "2005-06-11"),
    ("2004~-06-~11", "2003-06-11", "2005-06-11"),
    ("1984~/2004-06", "1983-01-01", "2004-06-30"),
    ("1984/2004-06~", "1984-01-01", "2004-07-31"),
    ("1984~/..", "1983-01-01", "inf"),
    ("[1984~,1990]", "1983-01-01", "1991-12-31"),
    ("1950S2", "1900-01-01", "1999-12-31"),
    ("Y171010000S3", "171000000-01-01", "171999999-12-31"),
    ("Y-171010000S2", "-179999999-01-01", "-170000000-12-31"),
    ("Y3388E2S3", "338000-01-01", "338999-12-31"),
    ("Y17E8", "1700000000-01-01", "1700000000-12-31"),
    ("Y1E15", "1000000000000000-01-01", "1000000000000000-12-31"),
    ("Y1E16", "1000000000000001-01-01", "inf"),
    ("Y-9E999999999999", "-inf", "-1000000000000001-12-31"),
    ("2001-29", "2001-09-01", "2001-11-30"),
    ("20XX-02-29", "2000-02-29", "2096-02-29"),
    ("190X-02-29", "1904-02-29", "1908-02-29"),
    ("-000X", "-0009-01-01", "-0001-12-31"),
    ("2004-XX-31", "2004-01-31", "2004-12-31"),
    ("2018-05-X0", "2018-05-10", "2018-05-30"),
]


@pytest.mark.parametrize(("text", "first", "last"), OUTER)
def test_outer(text: str, first: str, last: str) -> None:
    outer = parse(text).outer
    assert (iso(outer.first), iso(outer.last)) == (first, last)


INNER = [
    ("2014-05-19", ("2014-05-19", "2014-05-19")),
    ("2014-05-19?", ("2014-05-19", "2014-05-19")),
    ("2014-05-19~", None),
    ("2014-05", None),
    ("2014-05-XX", None),
    ("2014", None),
    ("2014-05-19/2014-05-21", ("2014-05-19", "2014-05-21")),
    ("2013-09/2014-08", ("2013-09-30", "2014-08-01")),
    ("2014/2015", ("2014-12-31", "2015-01-01")),
    ("2014/2014", None),
    ("2014-05/2014-05-10", None),
    ("2014-05-19/2014-06~", None),
    ("1985/..", ("1985-12-31", "inf")),
    ("../1985", ("-inf", "1985-01-01")),
    ("1985/", None),
    ("/1985", None),
    ("[2014-05-19]", ("2014-05-19", "2014-05-19")),
    ("[2014-05-19,2014-05-21]", None),
    ("{2014-05-19..2014-05-21}", None),
]


@pytest.mark.parametrize(("text", "expected"), INNER)
def test_inner(text: str, expected: tuple[str, str] | None) -> None:
    inner = parse(text).inner
    assert (inner and (iso(inner.first), iso(inner.last))) == expected


CANONICAL = [
    ("?2014-05", "2014?-05"),
    ("%2001", "2001%"),
    ("?2004-06~", "2004%-~06"),
    ("?2004-?06-?11", "2004-06-11?"),
    ("2004?-06~", "2004%-~06"),
    ("2004-06~-11", "2004-06~-11"),
    ("2004-?06-11", "2004-?06-11"),
    ("{1960, 1961-12}", "{1960,1961-12}"),
    ("{1960 ,  1961-12}", "{1960,1961-12}"),
    ("2014-05-19T10:00:00+06:00", "2014-05-19T10:00:00+06:00"),
]


@pytest.mark.parametrize(("text", "canonical"), CANONICAL)
def test_what_means_the_same_is_printed_the_same(text: str, canonical: str) -> None:
    date = parse(text)
    assert date.edtf == canonical
    assert date.as_written == text
    assert date == parse(canonical)


@pytest.mark.parametrize(
    ("text", "qualifiers", "approximate", "uncertain"),
    [
        ("2014", "", False, False),
        ("2014?", "?", False, True),
        ("2014~", "~", True, False),
        ("2014%", "%", True, True),
        ("2014?/2015~", "?~", True, True),
    ],
)
def test_qualifiers(text: str, qualifiers: str, approximate: bool, uncertain: bool) -> None:
    date = parse(text)
    assert (date.qualifiers, date.approximate, date.uncertain) == (
        qualifiers,
        approximate,
        uncertain,
    )


@pytest.mark.parametrize(
    ("text", "precision"),
    [
        ("2014-05-19", "day"),
        ("2014-05-XX", "month"),
        ("2014-05", "month"),
        ("2014-XX", "year"),
        ("2014", "year"),
        ("Y17E7", "year"),
        ("2014-22", "season"),
        ("201X", "decade"),
        ("20XX", "century"),
        ("2XXX", "millennium"),
        ("2014/2015", "interval"),
        ("[2014,2015]", "set"),
    ],
)
def test_precision(text: str, precision: str) -> None:
    assert parse(text).precision == precision


def test_open_and_unknown_ends_differ() -> None:
    assert parse("2014/").end_unknown and not parse("2014/..").end_unknown
    assert parse("/2014").begin_unknown and not parse("../2014").begin_unknown
    assert parse("../..").bounds == DaySpan(OPEN_PAST, OPEN_FUTURE)
    assert is_open(parse("2014/").outer.last)


def test_an_unknown_calendar_is_refused() -> None:
    with pytest.raises(DateError, match="gregorian, julian, islamic"):
        parse("2014", "mayan")
