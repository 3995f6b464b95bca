"""Figures and marks in the wrong places: `2014-5-9`, `13.05.2014`, `199u`, `1984?~`, `20140513`."""

import re
from collections.abc import Iterator

from timeline_app.dates.civil import days_in_month

_PARTS = re.compile(r"(-?)([0-9]{1,5})[-./ ]([0-9]{1,2})(?:[-./ ]([0-9]{1,5}))?([?~%]?)")
_QUARTER = re.compile("(-?[0-9]{4})[ -]?[Qq]([1-4])")
_LEGACY_GROUP = re.compile(r"\(([0-9X-]+)\)([?~%])")
_NO_FIGURE = re.compile("[xXuU?_хХ]")
_UNKNOWN_YEAR = re.compile("([0-9]{2,3}?)([?_xXхХ-]|[?_xXхХ-]{2})")
_UNKNOWN_PARTS = re.compile("([0-9]{4})-([0-9xXuU?_хХ]{1,2})(?:-([0-9xXuU?_хХ]{1,2}))?")
_MONTH_YEAR = re.compile("([0-9]{1,2})[-./ ]([0-9]{4})([?~%]?)")
_YEAR_MONTH = re.compile(
    "((?:1[0-9]|20)[0-9]{2})(?:[/.](?=[0-9]{1,2}[?~%]?$)|(?=[0-9]{2}[?~%]?$))([0-9]+)([?~%]?)"
)
_SHORT_YEAR = re.compile("([0-3]?[0-9])[./]([01]?[0-9])[./]'?([0-9]{2})")
_LAST_OF_2000S = 30
_SHORT_TIME = re.compile(r".*T[0-9]{2}:[0-9]{2}")


def respelt(text: str) -> Iterator[str]:
    """Forms that `text` may have been meant to be, nearest first; not all of them are dates."""
    yield from _unknown_figures(text)
    yield from _month_and_year(text)
    legacy = _legacy(text)
    yield legacy
    yield _two_marks(legacy)
    quarter = _QUARTER.fullmatch(text)
    if quarter:
        yield f"{quarter[1]}-{32 + int(quarter[2])}"
    parts = _PARTS.fullmatch(legacy)
    if parts:
        yield from _rearranged(*(parts[n] or "" for n in range(1, 6)))
    yield from _years(legacy)
    if _SHORT_TIME.fullmatch(text):
        yield text + ":00"
    yield text.upper()
    if text.startswith("..") or text.endswith(".."):
        yield f"../{text[2:]}" if text.startswith("..") else f"{text[:-2]}/.."


def _unknown_figures(text: str) -> Iterator[str]:
    """`2014-5-1x`, `2014-??-??`, `201?`, `19--`: any sign for a figure that is not known."""
    if found := _UNKNOWN_YEAR.fullmatch(text):
        yield found[1] + "X" * len(found[2])
    if (found := _UNKNOWN_PARTS.fullmatch(text)) and _NO_FIGURE.search(text[5:]):
        yield "-".join((found[1], *(_two_signs(part) for part in found.groups()[1:] if part)))


def _two_signs(part: str) -> str:
    signs = _NO_FIGURE.sub("X", part)
    return signs.rjust(2, "X" if signs == "X" else "0")


def _month_and_year(text: str) -> Iterator[str]:
    """`5/2014`, `05.2014`, `2014/5`; `201405`; `31.12.99`."""
    if (found := _MONTH_YEAR.fullmatch(text)) and 1 <= int(found[1]) <= 12:
        yield f"{found[2]}-{int(found[1]):02d}{found[3]}"
    if (found := _YEAR_MONTH.fullmatch(text)) and 1 <= int(found[2]) <= 12:
        yield f"{found[1]}-{int(found[2]):02d}{found[3]}"
    if found := _SHORT_YEAR.fullmatch(text):
        century = "20" if int(found[3]) <= _LAST_OF_2000S else "19"
        yield from _in_order(century + found[3], int(found[2]), int(found[1]), "")


def first_part(text: str) -> str:
    """What stands before a time of day, or before the first blank."""
    return re.split("[T^ ]", text)[0]


def shortened(text: str) -> Iterator[str]:
    """Without its last component, and without the one before."""
    shorter = "" if re.search(r"[/,\[{]|\.\.", text) else text
    while "-" in shorter[1:]:
        shorter = shorter.rpartition("-")[0]
        yield shorter


def _legacy(text: str) -> str:
    """The letters and brackets of drafts before the standard."""
    changed = re.sub(r"(?<=[0-9uxUX-])[ux](?![a-z])|(?<=[0-9])u+", _as_x, text)
    while changed != (again := re.sub(r"(?<=[0-9X-])[uxU]", "X", changed)):
        changed = again
    changed = re.sub(r"^([?~%]?)y(?=-?[0-9])", r"\1Y", changed)
    changed = re.sub(r"(?<=[0-9])e(?=[0-9])", "E", changed)
    return changed.replace("?~", "%").replace("~?", "%")


def _as_x(found: re.Match[str]) -> str:
    return "X" * len(found[0])


def _two_marks(text: str) -> str:
    """`2004-(06)?-11` as `2004-?06-11`; `~2004~` as `2004~`."""
    changed = _LEGACY_GROUP.sub(_marked_each, text)
    if re.fullmatch(r"[?~%]-?[0-9X]{4}[?~%]", changed):
        mark = changed[0] if changed[0] == changed[-1] else "%"
        return changed[1:-1] + mark
    return changed


def _marked_each(found: re.Match[str]) -> str:
    return "-".join(found[2] + part for part in found[1].split("-"))


def _rearranged(sign: str, a: str, b: str, c: str, mark: str) -> Iterator[str]:
    if len(a) >= 3 or (sign and len(c) < 3) or (not int(a) and len(c) < 3):
        yield from _in_order(sign + a.zfill(4), int(b), int(c or 0), mark)
    if len(c) >= 3:
        yield from _in_order(c.zfill(4), int(b), int(a), mark)


def _in_order(year: str, month: int, day: int, mark: str) -> Iterator[str]:
    """With noughts; day and month the other way round; the nearest there is."""
    if day == 0:
        yield f"{year}-{month:02d}{mark}"
        yield f"{year}-{min(max(month, 1), 12):02d}{mark}"
        return
    yield f"{year}-{month:02d}-{day:02d}{mark}"
    if month > 12 and day <= 12:
        month, day = day, month
        yield f"{year}-{month:02d}-{day:02d}{mark}"
    month = min(max(month, 1), 12)
    yield f"{year}-{month:02d}-{min(day, days_in_month(int(year), month)):02d}{mark}"


def _years(text: str) -> Iterator[str]:
    """Years that are too short or too long, and days without hyphens."""
    found = re.fullmatch(r"\+?(Y?)(-?)([0-9]+)([?~%]?)", text)
    if not found:
        return
    _, sign, figures, mark = found.groups()
    if len(figures) == 8:
        year, month, day = sign + figures[:4], int(figures[4:6]), int(figures[6:])
        yield from _in_order(year, month, day, mark)
    shorter = figures.lstrip("0") or "0"
    if len(shorter) > 4:
        yield f"Y{sign}{shorter}{mark}"
    elif len(figures) == 2 and not sign:
        yield f"19{figures}{mark}" if int(figures) > _LAST_OF_2000S else f"{figures}XX{mark}"
    else:
        yield f"{sign if shorter != '0' else ''}{shorter.zfill(4)}{mark}"
