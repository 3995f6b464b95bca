"""Days told by counting: weeks and days of a year, eras, centuries, decades, parts of a year."""

import re

from timeline_app.dates import civil

_WEEK = re.compile(r"([0-9]{4})-?[Ww]([0-5][0-9])(?:-?([1-7]))?")
_ORDINAL = re.compile(r"([0-9]{4})-([0-9]{3})")
_HALF = re.compile("([0-9]{4})-?[Hh]([12])")
_ERA = re.compile(
    r"(.*[0-9]) ?(bce?|b\.? ?c\.?(?: ?e\.?)?|ad|ce|a\.d\.|до н\.? ?э\.?|до нашей эры|н\. ?э\.)"
)
_ROMAN = {"i": 1, "v": 5, "x": 10}
_CENTURY = re.compile(
    r"([0-9]{1,2}|[ivx]{1,5})(?:st|nd|rd|th|-?й|-?го|\.)? ?(?:c\.?|century|cent\.?|век[а]?|в\.?|"
    r"ғасыр|кылым|asr|аср|yüzyıl|yy\.?|asyr)"
)
_DECADE = re.compile(r"(?:the )?'?([0-9]{2})?([0-9])0(?:'?s|-?(?:е|х|ые|ых|лар|lar))(?: год\w*)?")
_PART = re.compile(
    r"(?:the )?(?:early|mid|middle|late|end|beginning|start|"
    r"начал[оае]|середин[аеы]|кон(?:ец|це|ца))"
    r"[ -](?:of )?(.+)"
)
_ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "i": 1, "ii": 2, "iii": 3, "iv": 4}
_ORDINALS |= {"перв": 1, "втор": 2, "трет": 3, "четв": 4}
_SHARE = re.compile(
    r"([1-4]|[^\W\d]+)(?:st|nd|rd|th|-?[йея])? (quarter|half|квартал|полугодие|тоқсан) (?:of )?"
    r"([0-9]{4})"
)
_FIRST_OF = {"q": 33, "к": 33, "т": 33, "h": 40, "п": 40}


def by_count(line: str) -> str:
    """EDTF of a week, a day of the year or a part of a year, or ""."""
    if found := _WEEK.fullmatch(line):
        return _week(int(found[1]), int(found[2]), int(found[3] or 0))
    if found := _ORDINAL.fullmatch(line):
        first = civil.day_of(int(found[1]), 1, 1)
        day = civil.iso(first + int(found[2]) - 1)
        return day if day[:4] == found[1] else ""
    if found := _HALF.fullmatch(line):
        return f"{found[1]}-{39 + int(found[2])}"
    if found := _SHARE.fullmatch(line.lower()):
        word = found[1]
        number = int(word) if word.isdigit() else _ORDINALS.get(word[:4], _ORDINALS.get(word, 0))
        most = 2 if found[2][0] in "hп" else 4
        code = _FIRST_OF[found[2][0]] + number - 1
        return f"{found[3]}-{code}" if 0 < number <= most else ""
    return ""


def whole_of(line: str) -> str:
    """What "early", "mid" or "the end of" speaks of, or "": EDTF has no such words."""
    found = _PART.fullmatch(line)
    return found[1] if found else ""


def decade_or_century(lower: str) -> str:
    """`198X` of "1980s" and "80-е годы", `18XX` of "XIX век", `-01XX` of "2nd century BC"."""
    if found := _DECADE.fullmatch(lower):
        return f"{found[1] or '19'}{found[2]}X"
    era = _ERA.fullmatch(lower) or re.fullmatch(r"(.*\S) (bce?|до н\. ?э\.)", lower)
    found = _CENTURY.fullmatch(era[1] if era else lower)
    number = _number(found[1]) if found else 0
    return f"{'-' if era and _is_before(era[2]) else ''}{number - 1:02d}XX" if number else ""


def split_era(lower: str) -> tuple[str, bool]:
    """What stands before "BC" or "AD", and whether years count backwards."""
    found = _ERA.fullmatch(lower)
    return (found[1], _is_before(found[2])) if found else (lower, False)


def _is_before(era: str) -> bool:
    return era[0] in "bд"


def _number(figures: str) -> int:
    """A number in figures or in Roman ones."""
    if figures.isdigit():
        return int(figures)
    values = [_ROMAN[letter] for letter in figures]
    after = [*values[1:], 0]
    return sum(-v if v < n else v for v, n in zip(values, after, strict=True))


def _week(year: int, week: int, day: int) -> str:
    """The Monday to Sunday of an ISO week, or one day of it; "" for a week that is none."""
    fourth = civil.day_of(year, 1, 4)
    monday = fourth - fourth % 7 + 7 * (week - 1)
    next_year = civil.day_of(year + 1, 1, 4)
    if week < 1 or monday >= next_year - next_year % 7:
        return ""
    if day:
        return civil.iso(monday + day - 1)
    return f"{civil.iso(monday)}/{civil.iso(monday + 6)}"
