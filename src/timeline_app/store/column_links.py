"""The columns of what events are linked to: actors, places, vectors, the publishers of sources."""

from collections import deque
from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from timeline_app.model.codes import Codes, Mask, Term, Terms, Whole, column_of, narrow
from timeline_app.store.archive import Archive
from timeline_app.store.link_rows import Link, Packed, UnlikeError
from timeline_app.store.meant import Meant, Places, away, meanings_of_each
from timeline_app.store.progress import Progress
from timeline_app.store.row_stream import Growing, Readable, Stretch, pairs, streams, whole_kind

LINKS = (
    Link("event_actor", "event", "actor", "actor"),
    Link(
        "event_vector",
        "event",
        "vector.rowid",
        "vector",
        joined="CROSS JOIN vector ON vector.id = vector",
    ),
    Link("event_place", "event", "place", "place"),
    Link("citation", "record", "source", "source"),
)
"""What is read for the columns of links, in this order."""

_PUBLISHERS = """
    SELECT source.key AS one, publisher.rowid AS other FROM source
    CROSS JOIN publisher ON publisher.id = source.publisher
    WHERE {after} ORDER BY source.key LIMIT ?
"""
_LONGEST_WALK = 12
"""Doubles within a row are looked for by comparing neighbours up to so far apart; rows that hold
more are sorted."""

_ANY_NUMBER = np.dtype(np.int64)

Links = tuple[NDArray[np.int32], Whole]
"""For each link the row of the event, ascending, and the number of what it is linked to."""


def link_columns(
    archive: Archive,
    keys: Whole,
    asked: Sequence[Readable],
    read: Iterator[Iterator[Stretch]],
    progress: Progress,
) -> dict[str, Codes]:
    """A column for each kind of link; `keys` are those of the rows, ascending, and `read` is what
    is found of each that was asked for, one for each of LINKS."""

    def columns(of: Links, *names: str) -> dict[str, Codes]:
        with archive.reading() as connection:
            meant = meanings_of_each(connection, *names)
        return {name: _column(of, some, len(keys)) for name, some in meant.items()}

    links = (
        _links_of(archive, link, rows, found, keys, progress)
        for link, rows, found in zip(LINKS, asked, read, strict=False)
    )
    found = columns(next(links), "state", "actor", "organisation")
    found |= columns(next(links), "vector")
    found |= columns(next(links), "place")
    return found | columns(_publishers(archive, next(links)), "source")


def _links_of(
    archive: Archive,
    link: Link,
    rows: Readable,
    found: Iterator[Stretch],
    keys: Whole,
    progress: Progress,
) -> Links:
    """What is found, or where that is not as it was asked for, what is read plainly."""
    if not isinstance(rows, Packed):
        return _links(found, keys)
    try:
        return _links(rows.apart(found), keys, whole_kind(0, rows.number))
    except UnlikeError:
        deque(found, maxlen=0)  # the other links come behind
    if not len(keys):
        return _links(iter(()), keys)
    ends = int(keys[0]), int(keys[-1])
    with streams(archive, [(link.plain(), ends)], progress) as again:
        return _links(next(again), keys)


def _links(found: Iterator[Stretch], keys: Whole, numbers: np.dtype[Any] = _ANY_NUMBER) -> Links:
    row, number = Growing(len(keys), np.dtype(np.int32)), Growing(len(keys), numbers)
    gapless = len(keys) > 0 and int(keys[-1]) - int(keys[0]) == len(keys) - 1
    for some in found:
        at, known = (_numbered_through if gapless else _sought)(keys, some["linked"])
        if known.all():
            row.add(at)
            number.add(some["number"])
        else:
            row.add(at[known])
            number.add(some["number"][known])
    return row.whole(), number.whole()


def _numbered_through(keys: Whole, event: Whole) -> tuple[Whole, Mask]:
    """The row of each event, and which of them have one, where keys follow each other."""
    at = away(event, keys[0])
    return at, at < len(keys)


def _sought(keys: Whole, event: Whole) -> tuple[Whole, Mask]:
    """The same of any keys. Both ascend, so only those between the first and the last event need
    be looked through."""
    low, high = np.searchsorted(keys, event[[0, -1]].astype(keys.dtype))
    here = keys[low : high + 1]
    if not len(here):
        return np.zeros(len(event), np.int32), np.zeros(len(event), np.bool_)
    at = np.minimum(np.searchsorted(here, event), len(here) - 1)
    return at + low, here[at] == event


def _publishers(archive: Archive, cited: Links) -> Links:
    """The publisher in the place of each source; sources without one are left out."""
    row, source = cited
    with archive.reading() as connection:
        sources, publishers = pairs(connection, _PUBLISHERS)
    at = Places(sources).of(source)
    known = at >= 0
    return row[known], publishers[at[known]]


def _column(links: Links, meant: list[Meant], n: int) -> Codes:
    """The column of n rows; a term that stands twice in a row counts once."""
    row, number = links
    code = Places([one.number for one in meant]).of(number)
    known = code >= 0
    if not known.all():
        row, code = row[known], code[known]
    once = _once(row, code)
    if not once.all():
        row, code = row[once], code[once]
    return codes_of(row, code, n, [m.term for m in meant])


def _once(row: Whole, code: Whole) -> NDArray[np.bool_]:
    """Marks what does not stand in its row before; rows ascend."""
    once = np.ones(len(row), np.bool_)
    longest = int(np.bincount(row - row[0]).max()) if len(row) else 0
    if longest > _LONGEST_WALK:
        both = row.astype(np.int64) * (int(code.max()) + 1) + code
        once[:] = False
        once[np.unique(both, return_index=True)[1]] = True
        return once
    for apart in range(1, longest):
        same = (row[apart:] == row[:-apart]) & (code[apart:] == code[:-apart])
        once[apart:] &= ~same
    return once


def codes_of(row: Whole, code: Whole, n: int, terms: Sequence[Term]) -> Codes:
    """A column of n rows from entries ordered by row; terms that no row has are left out."""
    code, kept = only_held(code, terms)
    return column_of(np.bincount(row, minlength=n), code, kept)


def only_held(code: Whole, terms: Sequence[Term]) -> tuple[Whole, Terms]:
    """The same entries as codes of those terms that any of them holds, and these."""
    used = np.bincount(code, minlength=len(terms)) > 0
    kept = Terms.of(term for term, held in zip(terms, used.tolist(), strict=True) if held)
    return narrow(np.cumsum(used) - 1, len(kept))[code], kept
