"""Dates in words, English and Russian, months in more; used for suggestions only."""

import re
from collections.abc import Callable

from timeline_app.dates import civil
from timeline_app.dates.counted import decade_or_century, split_era, whole_of
from timeline_app.dates.month_lexicon import month_number

_ABOUT = re.compile(r"(?:c\.|ca\.?|circa|about|around|approx\.?|approximately|около|~|c) ?(?=\S)")
_PERHAPS = re.compile(r"(?:perhaps|probably|possibly|maybe|uncertain) ")
_OPEN = (
    (re.compile(r"(?:not? later than|не позднее|не позже) "), 0, "[..{}]"),
    (re.compile(r"(?:not? earlier than|не ранее|не раньше) "), 0, "[{}..]"),
    (re.compile(r"(?:before|earlier than|prior to|до|раньше|ранее) "), -1, "[..{}]"),
    (re.compile(r"(?:after|later than|после|позже|позднее) "), 1, "[{}..]"),
    (re.compile(r"(?:until|till|by|up to|к|по) "), 0, "../{}"),
    (re.compile(r"(?:since|from|с|со) "), 0, "{}/.."),
)
_YEAR = r"(-?[0-9]{3,4})"
_DAY = r"([0-9]{1,2})(?:st|nd|rd|th)?"
_WORD = r"([^\W\d_]+[1-4]?)"
_FORMS = (
    (re.compile(rf"{_DAY}[ .]?{_WORD} {_YEAR}"), (3, 2, 1)),
    (re.compile(rf"{_WORD} {_DAY} {_YEAR}"), (3, 1, 2)),
    (re.compile(rf"{_YEAR} {_WORD} {_DAY}"), (1, 2, 3)),
    (re.compile(rf"{_WORD} {_YEAR}"), (2, 1, 0)),
    (re.compile(rf"{_YEAR} {_WORD}"), (1, 2, 0)),
)
_SHARED = re.compile(rf"{_DAY} ?(?:-|to|/) ?{_DAY} {_WORD} {_YEAR}")
_SHARED_YEAR = re.compile(rf"((?:{_DAY} )?{_WORD}) ?(?:-|to|/) ?((?:{_DAY} )?{_WORD}) {_YEAR}")
_YEARS = re.compile(r"([0-9]{4}) ?(?:-|\.\.) ?([0-9]{4}|[0-9]{2})")
_JOINED = (
    (re.compile(r"(?:between|между) (\S.*?) (?:and|и) (.*\S)"), "[{}..{}]"),
    (re.compile(r"(\S.*?) (?:or|или) (.*\S)"), "[{},{}]"),
    (re.compile(r"(\S.*?) (?:and|и) (.*\S)"), "{{{},{}}}"),
    (re.compile(r"(?:from |с |со )?(\S.*?)(?: - | to | until | till | по | до )(.*\S)"), "{}/{}"),
)
_HYPHENED = re.compile(r"(?<=[0-9])-(?=[^\W\d_])|(?<=[^\W\d_])-(?=[0-9])")
_SEVERAL_DAYS = re.compile(r"[0-9]{1,2}(?: [0-9]{1,2})+")
_ONE_DAY = re.compile(r"[0-9]{1,2}\.?")
_DAY_AND_MONTH = re.compile(r"(?:[0-9]{1,2}[ .])?[^\W\d_]+|[^\W\d_]+ [0-9]{1,2}")
_NOISE = re.compile(r"\b(?:the|of|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b|,")


def from_words(text: str, other: Callable[[str], str]) -> str:
    """EDTF for words, or ""; `other` reads what is left after "before", "about" and the like."""
    lower = _quiet(text)
    for pattern, mark in ((_ABOUT, "~"), (_PERHAPS, "?")):
        found = pattern.match(lower)
        if found:
            return _marked(_plain(lower[found.end() :], other), mark)
    for pattern, step, form in _OPEN:
        found = pattern.match(lower)
        if found:
            date = _plain(lower[found.end() :], other)
            return form.format(_beside(date, step)) if date else ""
    return _plain(lower, lambda _: "")


def split_range(text: str) -> tuple[str, str, str] | None:
    """The two ends of a period in words, and the EDTF form they belong into.

    "19-21 May 2014", "May to June 2014", "1990-95", "2014 or 2015".
    """
    lower = _quiet(text)
    if found := _SHARED.fullmatch(lower):
        month = f"{found[3]} {found[4]}"
        return f"{found[1]} {month}", f"{found[2]} {month}", "{}/{}"
    if found := _SHARED_YEAR.fullmatch(lower):
        return f"{found[1]} {found[7]}", f"{found[4]} {found[7]}", "{}/{}"
    if found := _YEARS.fullmatch(lower):
        end = found[2] if len(found[2]) == 4 else found[1][:2] + found[2]
        return (found[1], end, "{}/{}") if _plausible(found[1], end, len(found[2])) else None
    for pattern, form in _JOINED:
        found = pattern.fullmatch(lower)
        if found and not _SEVERAL_DAYS.fullmatch(found[1]):
            return _shared(found[1], found[2]), found[2], form
    return None


def _shared(first: str, last: str) -> str:
    """`first` with what it leaves to be read off `last`: "19" of "19 or 20 May 2014"."""
    words = last.split()
    if _ONE_DAY.fullmatch(first) and len(words) > 1:
        return " ".join((first, *words[1:]))
    year = words[-1]
    if _DAY_AND_MONTH.fullmatch(first) and year.isdigit() and len(year) == 4:
        return f"{first} {year}"
    return first


def _plausible(begin: str, end: str, figures: int) -> bool:
    """Whether two figures after a year are another year: "1990-95", but "2014-13" is not."""
    if figures == 4:
        return int(begin) < int(end)
    return (int(end) % 100 > 12 and 0 < int(end) - int(begin) < 40) or end[:2] != begin[:2]


def _quiet(text: str) -> str:
    """Small letters, without the words that say nothing."""
    return " ".join(_NOISE.sub(" ", text.lower()).split())


def _plain(lower: str, other: Callable[[str], str]) -> str:
    lower = whole_of(lower) or lower
    for reading in (_era, decade_or_century, _month_or_season, _without_year):
        found = reading(lower)
        if found:
            return found
    return other(lower)


def _marked(date: str, mark: str) -> str:
    return date + mark if date and date[-1] not in "?~%]}" else date


def _beside(date: str, step: int) -> str:
    """The day, month or year before or after a plain date."""
    found = re.fullmatch(r"(-?[0-9]{4})(?:-([0-9]{2}))?(?:-([0-9]{2}))?", date)
    if not found or step == 0 or int(found[2] or 1) > 12:
        return date
    first = civil.day_of(int(found[1]), int(found[2] or 1), int(found[3] or 1))
    if step < 0:
        return civil.iso(first - 1)[: len(date)]
    following = first + 1 if found[3] else civil.months_later(first, 1 if found[2] else 12)
    return civil.iso(following)[: len(date)]


def _era(lower: str) -> str:
    """A year or a day with its era, or a year alone."""
    rest, backwards = split_era(lower)
    if rest == lower and not lower.isdigit():
        return ""
    figures = rest.rpartition(" ")[2]
    if not figures.isdigit() or int(figures) == 0:
        return ""
    year = 1 - int(figures) if backwards else int(figures)
    if figures == rest:
        return _year(year) if backwards or rest != lower or len(figures) < 5 else ""
    dated = _month_or_season(f"{rest.removesuffix(figures)}2000")
    return f"{_year(year)}{dated[4:]}" if dated else ""


def _year(year: int) -> str:
    sign = "-" if year < 0 else ""
    return f"Y{year}" if abs(year) > 9999 else f"{sign}{abs(year):04d}"


def _month_or_season(lower: str) -> str:
    tidy = " ".join(_HYPHENED.sub(" ", lower.replace(".", " ")).split())
    for pattern, (year_at, word_at, day_at) in _FORMS:
        found = pattern.fullmatch(tidy)
        number = month_number(found[word_at]) if found else 0
        if found and number:
            year = int(found[year_at])
            day = _day(number, int(found[day_at]), year) if day_at else ""
            return f"{'-' if year < 0 else ''}{abs(year):04d}-{number:02d}{day}"
    return ""


def _day(month: int, day: int, year: int) -> str:
    """A day that is none becomes the nearest of its month; a season has none."""
    if month > 12:
        return ""
    return f"-{min(max(day, 1), civil.days_in_month(year, month)):02d}"


def _without_year(lower: str) -> str:
    """`XXXX-03-25` of "25 March"."""
    dated = _month_or_season(f"{lower} 2000")
    return f"XXXX{dated[4:]}" if len(dated) == len("2000-03-25") else ""
