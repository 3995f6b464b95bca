"""Events that may have been recorded twice. They are listed for a reader's eye, never folded.

Two events may be one when all of this holds:

- their outer spans lie at most NEAR_DAYS apart, and neither is longer than LONGEST_DAYS;
- they are of one kind, or of two kinds that compilers do not keep apart (FAMILIES);
- they name at least two actors in common; these are all that one of them names and LEAST_OF_ALL of
  what both name, or LEAST_OF_EACH of it, or all of it where a span is longer than SHORT_DAYS: a
  visitor meets many hosts in a week, and a year holds many visits;
- their titles share LEAST_ALIKE of the words of the shorter one, rare words weighing more;
- they are not two entries of one machine-coded layer, whose entries stand for themselves, unless
  their titles are the same and they are no votes: one resolution is voted on part by part.

Cost: rows are sorted by actor and day once, and each is held against those of the days after it
that share one of its actors, its commonest left out: two rows with two actors in common always
meet so. A million events of 35 years, a twentieth of them dated to a year, make 17 million meetings
and take some seconds. Some actors are gone through at a time, so that the memory this takes follows
the column of actors. Titles are read only for pairs that pass everything else.
"""

import math
import re
from collections import Counter
from collections.abc import Callable, Iterator, Set

import numpy as np
from numpy.typing import NDArray

from timeline_app.model.codes import AT_ONCE, Whole
from timeline_app.model.event_table import Codes, EventTable, Mask
from timeline_app.model.quality import Double, distinct
from timeline_app.words.folding import fold

NEAR_DAYS = 2
SHORT_DAYS = 92
LONGEST_DAYS = 366
LEAST_OF_ALL = 0.5
LEAST_OF_EACH = 2 / 3
LEAST_ALIKE = 0.3
MOST_FOUND = 5_000
"""So many pairs are listed, the likeliest."""

VOTE = "vote"

_FAMILIES = (
    "visit state-visit summit talks meeting multilateral contact conference peace-talks"
    " trade-talks",
    "agreement treaty-signing memorandum energy-deal energy-transport-deal trade",
    "accession membership-change entry-into-force in-force ratification",
    "organisation-founding entry-into-force in-force opening",
    "diplomatic-relations recognition embassy",
    "leadership-change election appointment",
    "basing deployment military handover",
)
FAMILIES = tuple(frozenset(family.split()) for family in _FAMILIES)

_AT_ONCE = 200_000
"""So many pairs are looked at in one call: longer ones would hold up the other threads."""
_WORD = re.compile(r"[^\W_]{3,}")

Ints = NDArray[np.int64]
Pairs = tuple[Ints, Ints]
Titles = Callable[[list[int]], dict[int, str]]
"""The titles of records by key."""


def find_doubles(
    table: EventTable,
    titles: Titles,
    machine_coded: Set[str],
    go_on: Callable[[], None] = lambda: None,
) -> tuple[Double, ...]:
    """The pairs that may be one event, the likeliest first; `machine_coded` are ids of layers.

    `go_on` is asked now and then, and raises where nobody waits any more.
    """
    if not len(table) or not {"actor", "kind"} <= table.terms.keys():
        return ()
    one, other = _near(table, go_on)
    same = _same_machine_layer(table, one, other, machine_coded)
    kept = ~(same & _votes(table, one))
    one, other, same = one[kept], other[kept], same[kept]
    keys = distinct(table.key[np.r_[one, other]])
    words = _Words(titles(keys.tolist()))
    found = []
    for a, b, alone in zip(one.tolist(), other.tolist(), same.tolist(), strict=True):
        pair = int(table.key[a]), int(table.key[b])
        alike = words.alike(*pair)
        if words.same(*pair) if alone else alike >= LEAST_ALIKE:
            found.append(_double(table, a, b, alike))
    found.sort(key=lambda pair: (-pair.alike, pair.gap_days, pair.one, pair.other))
    return tuple(found[:MOST_FOUND])


def _double(table: EventTable, a: int, b: int, alike: float) -> Double:
    actors, kinds = table.terms["actor"], table.terms["kind"]
    shared = set(actors.of(a)) & set(actors.of(b))
    labels = {actors.terms[c].id: actors.terms[c].label for c in _codes_of(actors, a)}
    return Double(
        one=int(table.occurrence[a]),
        other=int(table.occurrence[b]),
        gap_days=max(0, int(table.first[b] - table.last[a])),
        actors=tuple(label for id, label in labels.items() if id in shared),
        kinds=("".join(kinds.of(a)[:1]), "".join(kinds.of(b)[:1])),
        alike=alike,
    )


def _codes_of(codes: Codes, row: int) -> list[int]:
    held: list[int] = codes.entries(row, row + 1)[1].tolist()
    return held


def _near(table: EventTable, go_on: Callable[[], None]) -> Pairs:
    """Rows a < b that are near in time, of related kinds and with enough actors in common."""
    actors = table.terms["actor"]
    related = _Relations(table.terms["kind"])
    length = table.last - table.first
    found: list[Ints] = [np.zeros(0, np.int64)]
    n = len(table)
    for one, other in _meetings(table, actors):
        go_on()
        longer = np.maximum(length[one], length[other])
        kept = related.holds(one, other) & (longer <= LONGEST_DAYS)
        one, other, long = one[kept], other[kept], longer[kept] > SHORT_DAYS
        found.append((one * n + other)[_share(actors, one, other, long)])
    both = distinct(np.concatenate(found))
    return both // n, both % n


def _meetings(table: EventTable, actors: Codes) -> Iterator[Pairs]:
    """Rows a < b that share an actor and are near in time, some at a time and some twice."""
    rows, codes = _but_the_commonest(actors)
    ends = np.append(np.flatnonzero(np.diff(codes)) + 1, len(codes))
    low = 0
    while low < len(rows):  # some actors at a time: all at once take fourfold the columns
        one, few = np.searchsorted(ends, (low, low + _AT_ONCE), side="right")
        high = int(ends[max(one, few - 1)])
        yield from _meetings_of(table, rows[low:high], codes[low:high])
        low = high


def _meetings_of(table: EventTable, rows: Whole, codes: Whole) -> Iterator[Pairs]:
    """The same of some actors: their `rows`, by actor."""
    day = table.first[rows].astype(np.int64) - table.first[0]
    last = table.last[rows].astype(np.int64) - table.first[0]
    reach = np.minimum(last, day + LONGEST_DAYS) + NEAR_DAYS
    span = int(max(day.max(initial=0), reach.max(initial=0))) + 1
    actor = codes.astype(np.int64) * span
    ends = np.searchsorted(actor + day, actor + reach, side="right")
    starts = np.arange(1, len(rows) + 1)
    lengths = np.maximum(ends - starts, 0)
    upto = np.cumsum(lengths)
    first = 0
    while first < len(rows):
        done = upto[first - 1] if first else 0
        end = max(int(np.searchsorted(upto, done + _AT_ONCE, side="right")), first + 1)
        some = lengths[first:end]
        one = np.repeat(np.arange(first, end), some)
        within = np.arange(some.sum()) - np.repeat(np.cumsum(some) - some, some)
        yield rows[one].astype(np.int64), rows[starts[one] + within].astype(np.int64)
        first = end


def _but_the_commonest(actors: Codes) -> tuple[Whole, Whole]:
    """Entries of the column without the commonest actor of each row: by actor, then by row."""
    often, narrow = actors.counts(), np.min_scalar_type(len(actors))
    kept = [(np.zeros(0, narrow), actors.codes[:0])]
    for low in range(0, len(actors), AT_ONCE):
        rows, codes = actors.entries(low, min(low + AT_ONCE, len(actors)))
        order = np.lexsort((codes, often[codes], rows))
        rest = order[:-1][rows[1:] == rows[:-1]]
        kept.append((rows[rest].astype(narrow), codes[rest]))
    rows, codes = (np.concatenate(of) for of in zip(*kept, strict=True))
    order = np.argsort(codes, kind="stable")
    return rows[order], codes[order]


def _share(actors: Codes, one: Ints, other: Ints, long: Mask) -> Mask:
    """Whether these rows name enough actors in common."""
    (pair, codes), (with_, named) = actors.entries_of(one), actors.entries_of(other)
    a, b = (np.bincount(of, minlength=len(one)) for of in (pair, with_))
    width = max(len(actors.terms), 1)
    held = np.sort(with_.astype(np.int64) * width + named, kind="stable")
    wanted = pair.astype(np.int64) * width + codes
    at = np.minimum(np.searchsorted(held, wanted), len(held) - 1)
    common = np.bincount(pair[held[at] == wanted], minlength=len(one))
    part = common / (a + b - common)
    within = common == np.minimum(a, b)
    enough = (within & (part >= LEAST_OF_ALL)) | (part >= LEAST_OF_EACH)
    shared: Mask = (common >= 2) & np.where(long, part == 1, enough)
    return shared


def _same_machine_layer(table: EventTable, one: Ints, other: Ints, machine_coded: Set[str]) -> Mask:
    layers = table.terms.get("layer")
    if layers is None:
        return np.zeros(len(one), np.bool_)
    machine = np.array([term.id in machine_coded for term in layers.terms], np.bool_)
    of = layers.first_code()
    same: Mask = (of[one] == of[other]) & machine[of[one]]
    return same


def _votes(table: EventTable, one: Ints) -> Mask:
    kinds = table.terms["kind"]
    votes: Mask = np.array([term.id == VOTE for term in kinds.terms], np.bool_)
    return votes[kinds.first_code(one)]


class _Relations:
    """Which kinds are one kind to whoever writes down an event."""

    def __init__(self, kinds: Codes) -> None:
        ids = [term.id for term in kinds.terms]
        self._related = np.array(
            [[a == b or any({a, b} <= family for family in FAMILIES) for b in ids] for a in ids],
            np.bool_,
        )
        self._kind = kinds.first_code()

    def holds(self, one: Ints, other: Ints) -> Mask:
        """Whether the kinds of these rows go together."""
        related: Mask = self._related[self._kind[one], self._kind[other]]
        return related


class _Words:
    """Titles as sets of folded words, each weighed by how few of these titles have it."""

    def __init__(self, titles: dict[int, str]) -> None:
        self._whole = {key: " ".join(fold(title).split()) for key, title in titles.items()}
        self._of = {key: frozenset(_WORD.findall(whole)) for key, whole in self._whole.items()}
        often = Counter(word for words in self._of.values() for word in words)
        n = len(self._of)
        self._weight = {word: math.log(1 + n / times) for word, times in often.items()}

    def same(self, one: int, other: int) -> bool:
        """Whether both titles are there, and one text but for case, marks and spaces."""
        return one in self._whole and self._whole[one] == self._whole.get(other)

    def alike(self, one: int, other: int) -> float:
        """The weight of the words in common over that of the shorter title, from 0 to 1."""
        a, b = self._of.get(one, frozenset()), self._of.get(other, frozenset())
        least = min(self._weigh(a), self._weigh(b))
        return self._weigh(a & b) / least if least else 0.0

    def _weigh(self, words: frozenset[str]) -> float:
        return sum(self._weight[word] for word in words)
