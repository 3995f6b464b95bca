"""Dates in words, English and some Russian, as people type them; used for suggestions only."""

import re
from collections.abc import Callable

from timeline_app.dates import civil

_NAMES = (
    "january february march april may june july august september october november december",
    "январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь",
    "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
)
_MONTHS = {
    name: number
    for names in _NAMES
    for number, full in enumerate(names.split(), start=1)
    for name in (full, full[:3])
} | {"sept": 9, "сент": 9}
_SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}
_SEASONS |= {"весна": 21, "лето": 22, "осень": 23, "зима": 24}
_SEASONS |= {f"q{n}": 32 + n for n in range(1, 5)}

_ABOUT = re.compile(r"(?:c\.|ca\.?|circa|about|around|approx\.?|approximately|около|~|c) ?(?=\S)")
_PERHAPS = re.compile(r"(?:perhaps|probably|possibly|maybe|uncertain) ")
_OPEN = (
    (re.compile(r"(?:before|до) "), -1, "[..{}]"),
    (re.compile(r"(?:after|после) "), 1, "[{}..]"),
    (re.compile(r"(?:until|till|by|up to) "), 0, "../{}"),
    (re.compile(r"(?:since|from|с) "), 0, "{}/.."),
)
_ERA = re.compile(r"([0-9]{1,4}) ?(bce?|b\.c\.(?:e\.)?|ad|ce|a\.d\.|до н\. ?э\.)?")
_YEAR = r"(-?[0-9]{1,4})"
_DAY = r"([0-9]{1,2})(?:st|nd|rd|th)?"
_WORD = r"([^\W\d_]+[1-4]?)"
_FORMS = (
    (re.compile(rf"{_DAY} {_WORD} {_YEAR}"), (3, 2, 1)),
    (re.compile(rf"{_WORD} {_DAY} {_YEAR}"), (3, 1, 2)),
    (re.compile(rf"{_YEAR} {_WORD} {_DAY}"), (1, 2, 3)),
    (re.compile(rf"{_WORD} {_YEAR}"), (2, 1, 0)),
    (re.compile(rf"{_YEAR} {_WORD}"), (1, 2, 0)),
)
_SHARED = re.compile(rf"{_DAY} ?(?:-|to|/) ?{_DAY} {_WORD} {_YEAR}")
_SHARED_YEAR = re.compile(rf"((?:{_DAY} )?{_WORD}) ?(?:-|to|/) ?((?:{_DAY} )?{_WORD}) {_YEAR}")
_YEARS = re.compile(r"([0-9]{4}) ?(?:-|\.\.) ?([0-9]{4}|[0-9]{2})")
_JOINED = (
    (re.compile(r"between (\S.*?) and (.*\S)"), "[{}..{}]"),
    (re.compile(r"(\S.*?) or (.*\S)"), "[{},{}]"),
    (re.compile(r"(?:from )?(\S.*?)(?: - | to | until )(.*\S)"), "{}/{}"),
)
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
        return (found[1], end, "{}/{}") if _plausible(found[1], end) else None
    for pattern, form in _JOINED:
        if found := pattern.fullmatch(lower):
            return found[1], found[2], form
    return None


def _plausible(begin: str, end: str) -> bool:
    """Whether two figures after a year are another year: "1990-95", but "2014-13" is not."""
    return (int(end) % 100 > 12 and 0 < int(end) - int(begin) < 40) or end[:2] != begin[:2]


def _quiet(text: str) -> str:
    """Small letters, without the words that say nothing."""
    return " ".join(_NOISE.sub(" ", text.lower()).split())


def _plain(lower: str, other: Callable[[str], str]) -> str:
    for reading in (_era, _decade, _century, _month_or_season):
        found = reading(lower)
        if found:
            return found
    return other(lower)


def _marked(date: str, mark: str) -> str:
    return date + mark if date and date[-1] not in "?~%]}" else date


def _beside(date: str, step: int) -> str:
    """The day, month or year before or after a plain date."""
    found = re.fullmatch(r"(-?[0-9]{4})(?:-([0-9]{2}))?(?:-([0-9]{2}))?", date)
    if not found or step == 0:
        return date
    first = civil.day_of(int(found[1]), int(found[2] or 1), int(found[3] or 1))
    if step < 0:
        return civil.iso(first - 1)[: len(date)]
    following = first + 1 if found[3] else civil.months_later(first, 1 if found[2] else 12)
    return civil.iso(following)[: len(date)]


def _era(lower: str) -> str:
    found = _ERA.fullmatch(lower)
    if not found or int(found[1]) == 0:
        return ""
    year = int(found[1])
    if found[2] is None or found[2] == "ce" or found[2][0] == "a":
        return f"{year:04d}"
    return "0000" if year == 1 else f"-{year - 1:04d}"


def _decade(lower: str) -> str:
    found = re.fullmatch(r"([0-9]{3})0'?s", lower)
    return f"{found[1]}X" if found else ""


def _century(lower: str) -> str:
    found = re.fullmatch(r"([0-9]{1,2})(?:st|nd|rd|th) (?:c\.|century|cent\.?)", lower)
    return f"{int(found[1]) - 1:02d}XX" if found and found[1].strip("0") else ""


def _month_or_season(lower: str) -> str:
    tidy = " ".join(lower.replace(".", " ").split()).removesuffix(" г").removesuffix(" года")
    for pattern, (year_at, word_at, day_at) in _FORMS:
        found = pattern.fullmatch(tidy)
        number = (_MONTHS | _SEASONS).get(found[word_at], 0) if found else 0
        if found and number:
            year = int(found[year_at])
            day = f"-{int(found[day_at]):02d}" if day_at else ""
            return f"{'-' if year < 0 else ''}{abs(year):04d}-{number:02d}{day}"
    return ""
