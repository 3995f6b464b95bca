"""Canonical EDTF: what was read, printed in one way."""

from timeline_app.dates.written import (
    MARKS,
    DateSet,
    Interval,
    Member,
    Open,
    ReckonedYear,
    Written,
    WrittenDate,
)


def print_edtf(written: Written) -> str:
    """The text that reads as `written` again; what means the same is printed the same."""
    if isinstance(written, Interval):
        return f"{_end(written.begin)}/{_end(written.end)}"
    if isinstance(written, DateSet):
        members = ",".join(_member(member) for member in written.members)
        return f"{{{members}}}" if written.all_of_them else f"[{members}]"
    return print_date(written)


def print_date(written: WrittenDate) -> str:
    """One date. Marks that hold from the year on stand once, behind the last they hold for."""
    if isinstance(written, ReckonedYear):
        return _reckoned_year(written)
    figures = [part for part in (written.year, written.month, written.day) if part]
    doubts = written.doubts
    if not any(doubts):
        return "-".join(figures) + written.time
    alike = 1
    while alike < len(doubts) and doubts[alike] == doubts[0]:
        alike += 1
    parts = [
        figure + MARKS[doubt if n == alike - 1 else 0] if n < alike else MARKS[doubt] + figure
        for n, (figure, doubt) in enumerate(zip(figures, doubts, strict=True))
    ]
    return "-".join(parts) + written.time


def _reckoned_year(written: ReckonedYear) -> str:
    prefix = ("Y" if written.long else "") + ("-" if written.negative else "")
    exponent = f"E{written.exponent}" if written.exponent else ""
    significant = f"S{written.significant}" if written.significant else ""
    return prefix + written.figures + exponent + significant + MARKS[written.doubts[0]]


def _end(end: WrittenDate | Open) -> str:
    return end if isinstance(end, str) else print_date(end)


def _member(member: Member) -> str:
    if member.first is member.last and member.first is not None:
        return print_date(member.first)
    first = print_date(member.first) if member.first else ""
    last = print_date(member.last) if member.last else ""
    return f"{first}..{last}"
