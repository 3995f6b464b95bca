"""The nearest valid form of a text that was refused, or "" where nothing is near.

Whatever is suggested has been read: a suggestion is never refused itself.
"""

import re
from collections.abc import Iterator
from itertools import islice

from timeline_app.dates.calendars import CALENDARS, GREGORIAN, ISLAMIC, Calendar
from timeline_app.dates.civil import iso
from timeline_app.dates.counted import by_count
from timeline_app.dates.date_error import DateError
from timeline_app.dates.foreign import to_gregorian
from timeline_app.dates.misspelt import first_part, respelt, shortened
from timeline_app.dates.printing import print_edtf
from timeline_app.dates.read_edtf import read
from timeline_app.dates.reckon import bounds, reckon_date
from timeline_app.dates.tidying import tidied
from timeline_app.dates.worded import from_words, split_range
from timeline_app.dates.written import DateSet, Interval

_LONGEST = 200
"""Characters; nobody mistypes more, and looking takes longer than reading."""
_BEGUN = re.compile("-?[0-9X]{4}(?:-[0-9X]{2}){0,2}[?~%]?(?![0-9X])")
"""A date at the beginning of what goes on in another way."""
_LATE_DAY = re.compile(r"(-?[0-9]{4}-[0-9]{2}-)(29|3[01])([?~%]?)")
_MOST_DASHES = 12
_SEVERAL = re.compile(r"[0-9]{4}[^,;]*(?:[,;] ?[0-9]{4}[^,;]*)+")
_BETWEEN = re.compile(r" ?(?:\.\.|--?) ?")
_SHARES_END = re.compile(r"[0-3]?[0-9]\.?")
_ISLAMIC = re.compile(r"(.+?) ?(?:a\.? ?h\.?|h\.|г\. ?х\.|хиджры)", re.IGNORECASE)


def suggest(text: str, calendar: str) -> str:
    """The first rewriting that can be read in that calendar."""
    if len(text) > _LONGEST or calendar not in CALENDARS:
        return ""
    known = CALENDARS[calendar]
    tidy = tidied(text)
    tried = {text}
    for candidate in _candidates(tidy, known):
        if candidate in tried:
            continue
        tried.add(candidate)
        found = _readable(candidate, known)
        if found:
            return found
    return ""


def _candidates(tidy: str, calendar: Calendar) -> Iterator[str]:
    yield tidy
    yield tidy.replace(" ", "")
    yield by_count(tidy)
    yield _from_islamic(tidy)
    if tidy[:1] not in ("[", "{"):
        yield from _slashed(tidy)
    ends = split_range(tidy)
    if ends:
        yield from _intervals(*ends, calendar)
    if tidy.count("/") == 1:
        first, _, last = tidy.partition("/")
        yield from _intervals(first, last, "{}/{}", calendar)
    yield from respelt(tidy)
    worded = from_words(tidy, lambda part: _one(part, calendar))
    if worded:
        yield worded
    yield from _dashed(tidy, calendar)
    yield from respelt(first_part(tidy))
    if _SEVERAL.fullmatch(tidy):
        yield from _sets(f"[{tidy}]", calendar)
    if late := _LATE_DAY.fullmatch(tidy):
        yield from (f"{late[1]}{day}{late[3]}" for day in range(int(late[2]), 27, -1))
    yield first_part(tidy)
    if tidy[:1] in ("[", "{"):
        yield from _sets(tidy, calendar)
    begun = _BEGUN.match(tidy)
    if begun:
        yield begun[0]
    yield from shortened(tidy)


def _slashed(tidy: str) -> Iterator[str]:
    """`2014/5` is a month, `1999/00` are two years."""
    if re.fullmatch("[0-9]{4}/[0-9]{1,2}|[0-9]{1,2}/[0-9]{4}", tidy):
        yield from islice(respelt(tidy), 1)
        century, year = int(tidy[:2]), int(tidy[2:4])
        later = century + (int(tidy[5:7]) < year) if tidy[4] == "/" else century
        yield f"{tidy[:4]}/{later}{tidy[5:7]}"


def _dashed(tidy: str, calendar: Calendar) -> Iterator[str]:
    """Two dates with a dash or dots between them, which may share their end."""
    for found in islice(_BETWEEN.finditer(tidy), _MOST_DASHES):
        first, last = tidy[: found.start()], tidy[found.end() :]
        if _SHARES_END.fullmatch(first):
            first = first.rstrip(".") + last[len(first.rstrip(".")) :] if "." in last else first
        begin, end = _one(first, calendar), _one(last, calendar)
        whole = re.search("[0-9]{3}", last) and "XXXX" not in begin + end
        if begin and end and whole and not {"/", "["} & {*begin, *end}:
            yield f"{begin}/{end}"


def _from_islamic(tidy: str) -> str:
    """A date that says itself that it is of the Islamic calendar, in Gregorian days."""
    found = _ISLAMIC.fullmatch(tidy)
    try:
        return print_edtf(to_gregorian(read(found[1]), ISLAMIC)) if found else ""
    except DateError:
        return ""


def _intervals(first: str, last: str, form: str, calendar: Calendar) -> Iterator[str]:
    """The end filled up from the begin; both put right; the end told by day; then swapped."""
    if len(last) < len(first) and "/" in form:
        yield form.format(first, first[: -len(last)] + last if last else last)
    begin, end = _end(first.strip(), calendar), _end(last.strip(), calendar)
    if begin is None or end is None:
        return
    yield form.format(begin, end)
    yield form.format(begin, f"{end}-XX")
    last_day = _last_day(end, calendar)
    if last_day:
        yield form.format(begin, last_day)
    yield form.format(end, begin)


def _end(part: str, calendar: Calendar) -> str | None:
    if part in ("", "..") or part.lower() in ("unknown", "?"):
        return ".." if part == ".." else ""
    if part.lower() in ("open", "now", "present", "today"):
        return ".."
    return _one(part, calendar) or None


def _one(part: str, calendar: Calendar) -> str:
    """A single date, put right; "" if it cannot be."""
    for candidate in (part, part.replace(" ", ""), *respelt(part)):
        found = _readable(candidate, calendar)
        if found and "/" not in found:
            return found
    worded = from_words(part, lambda _: "")
    found = _readable(worded, calendar) if worded else ""
    return found or _readable(first_part(part), calendar)


def _sets(tidy: str, calendar: Calendar) -> Iterator[str]:
    """The brackets closed, the members put right, ranges the right way round."""
    closing = {"[": "]", "{": "}"}[tidy[0]]
    inside = tidy[1:].rstrip("]} ").replace("/", "..")
    members = [part for part in re.split("[,;]|(?<=[0-9X]) (?=[0-9])", inside) if part.strip()]
    put_right: list[str] = []
    for member in members:
        first, dots, last = member.strip().partition("..")
        ends = [_one(end.strip(), calendar) if end.strip() else "" for end in (first, last)]
        put_right.append(dots.join(ends) if dots else ends[0])
    yield tidy[0] + ",".join(put_right) + closing
    yield tidy[0] + ",".join("..".join(reversed(m.split(".."))) for m in put_right) + closing


def _readable(candidate: str, calendar: Calendar) -> str:
    """The candidate, spelt canonically, if it is a date of that calendar; else ""."""
    try:
        written = read(candidate)
        if calendar is GREGORIAN:
            bounds(written, calendar)
        else:
            bounds(to_gregorian(written, calendar), GREGORIAN)
    except DateError:
        return ""
    return print_edtf(written)


def _last_day(end: str, calendar: Calendar) -> str:
    """The last day of an end that is a season."""
    try:
        written = read(end)
        if isinstance(written, Interval | DateSet):
            return ""
        last = reckon_date(written, calendar).last
    except DateError:
        return ""
    return iso(last)
