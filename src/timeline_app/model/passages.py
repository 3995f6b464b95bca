"""Passages of a text, kept by quote and position, so that they are found in an edited text."""

from dataclasses import replace
from enum import Enum

from timeline_app.dataclass import dataclass
from timeline_app.model.annotation import About

AROUND = 32
"""So many letters before and after a passage are kept with it."""
_LEAST_AROUND = 4
_MOST_GROWN = 3


class Stand(Enum):
    """How a passage stands in the text as it is now."""

    SAME = "as written"
    MOVED = "moved"
    CHANGED = "changed"
    GONE = "gone"


@dataclass(frozen=True, slots=True)
class Place:
    """Where a passage is now, from letter `first` up to before `end`, and how it stands."""

    first: int
    end: int
    stand: Stand


def quoted(about: About, text: str, first: int, end: int) -> About:
    """What a record looked like, with the passage from `first` up to before `end` of its text."""
    return replace(
        about,
        quote=text[first:end],
        before=text[max(0, first - AROUND) : first],
        after=text[end : end + AROUND],
    )


def find_passage(text: str, first: int, end: int, about: About) -> Place:
    """Where the passage that stood at these letters is in the text as it is now.

    Where its words stand several times, the one whose surroundings agree best; where they were
    changed, what now stands between their surroundings.
    """
    quote = about.quote
    if not quote:
        whole = end <= len(text)
        return Place(first, min(end, len(text)), Stand.SAME if whole else Stand.GONE)
    places = _all_of(quote, text)
    if places:
        best = max(places, key=lambda at: (_agreeing(text, at, about), -abs(at - first)))
        return Place(best, best + len(quote), Stand.SAME if best == first else Stand.MOVED)
    return _between(text, first, about) or Place(first, first, Stand.GONE)


def _all_of(quote: str, text: str) -> list[int]:
    places = []
    at = text.find(quote)
    while at >= 0:
        places.append(at)
        at = text.find(quote, at + 1)
    return places


def _agreeing(text: str, at: int, about: About) -> int:
    """How many letters next to a place are those that were next to the passage."""
    before, after = text[:at], text[at + len(about.quote) :]
    return _alike(before[::-1], about.before[::-1]) + _alike(after, about.after)


def _alike(one: str, other: str) -> int:
    pairs = zip(one, other, strict=False)
    return next((n for n, (a, b) in enumerate(pairs) if a != b), min(len(one), len(other)))


def _between(text: str, first: int, about: About) -> Place | None:
    """What stands between the letters that were before and those that were after."""
    most = _MOST_GROWN * len(about.quote) + AROUND
    around = AROUND
    while around >= _LEAST_AROUND:
        before, after = about.before[-around:], about.after[:around]
        starts = [at + len(before) for at in _all_of(before, text)] if before else [0]
        found = [
            (start, end)
            for start in starts
            if (end := text.find(after, start) if after else len(text)) > start
            and end - start <= most
        ]
        if found and (before or after):
            start, end = min(found, key=lambda place: abs(place[0] - first))
            return Place(start, end, Stand.CHANGED)
        around //= 2
    return None
