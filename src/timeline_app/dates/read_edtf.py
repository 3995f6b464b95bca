"""Reads an EDTF text whole: a date, an interval `a/b`, a set `[a,b..c]` or `{a,b..c}`."""

from timeline_app.dates.date_error import DateError
from timeline_app.dates.read_date import read_date
from timeline_app.dates.written import DateSet, Interval, Member, Open, Written, WrittenDate
from timeline_app.words.tr import tr

LONGEST = 1000
"""Characters of a text that is still read."""


def read(text: str) -> Written:
    """Takes a text apart by the grammar of EDTF levels 0 to 2. Raises DateError."""
    if len(text) > LONGEST:
        raise DateError(
            tr("A date has at most {most} characters; this has {n}.", most=LONGEST, n=len(text))
        )
    if text[:1] in ("[", "{"):
        return _set(text)
    if "/" in text:
        return _interval(text)
    if text.startswith("..") or text.endswith(".."):
        raise DateError(tr('".." belongs into an interval (../2014) or a set ([..2014]).'))
    return read_date(text)


def _interval(text: str) -> Interval:
    ends = text.split("/")
    if len(ends) != 2:
        raise DateError(tr("An interval has two ends, with one / between them."))
    begin, end = (_end(part) for part in ends)
    if begin == "" and end == "":
        raise DateError(tr("An interval with two unknown ends says nothing."))
    return Interval(begin, end)


def _end(part: str) -> WrittenDate | Open:
    if part == "..":
        return ".."
    return read_date(part) if part else ""


def _set(text: str) -> DateSet:
    all_of_them = text[0] == "{"
    if len(text) < 2 or text[-1] != ("}" if all_of_them else "]"):
        raise DateError(tr("A set ends with the bracket that belongs to the one at its start."))
    parts = text[1:-1].split(",")
    parts[1:] = [part.lstrip(" ") for part in parts[1:]]
    parts[:-1] = [part.rstrip(" ") for part in parts[:-1]]
    members = tuple(
        _member(part, first=n == 0, last=n == len(parts) - 1) for n, part in enumerate(parts)
    )
    return DateSet(all_of_them, members)


def _member(part: str, *, first: bool, last: bool) -> Member:
    begin, dots, end = part.partition("..")
    if not dots:
        date = read_date(begin)
        return Member(date, date)
    if not begin and not end:
        raise DateError(tr("A set needs a date beside its dots."))
    if (not begin and not first) or (not end and not last):
        raise DateError(tr('In a set, "or earlier" stands at the start, "or later" at the end.'))
    member = Member(
        read_date(begin) if begin else None,
        read_date(end) if end else None,
    )
    if member.first and member.last and member.first.shape != member.last.shape:
        raise DateError(tr("Both ends of a range in a set are days, or months, or years."))
    return member
