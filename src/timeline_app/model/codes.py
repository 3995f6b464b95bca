"""Columns of terms: which of a column's terms each row holds, in the layout that costs least.

A code is an index into `terms`. An *entry* is one code held by one row; entries stand in the order
of rows. Nothing here makes a Python object for a row, and what is asked of a stretch of rows costs
what that stretch holds.
"""

from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator, Set
from dataclasses import field
from functools import reduce

import numpy as np
from numpy.typing import NDArray

from timeline_app.dataclass import dataclass
from timeline_app.model.terms import Term as Term
from timeline_app.model.terms import Terms as Terms

Ints = NDArray[np.int64]
Whole = NDArray[np.integer]
Mask = NDArray[np.bool_]

AT_ONCE = 100_000
"""So many rows are gone through in one call: longer ones would hold up the other threads."""

FEW_TERMS = 8
"""So few terms are sooner compared with every entry than looked up by it."""


@dataclass(frozen=True, eq=False, slots=True)
class Codes(ABC):
    """What all layouts answer. `codes` holds every entry, in the narrowest whole numbers."""

    codes: Whole
    terms: Terms

    @abstractmethod
    def __len__(self) -> int:
        """How many rows there are."""

    @abstractmethod
    def entries(self, low: int, high: int) -> tuple[Whole, Whole]:
        """The entries of the rows from `low` up to `high`: their rows and their codes."""

    @abstractmethod
    def entries_of(self, rows: Whole) -> tuple[Whole, Whole]:
        """The entries of any rows: for each its place in `rows`, and its code."""

    @abstractmethod
    def each_of(self, rows: Whole) -> Iterator[tuple[Whole | slice, Whole]]:
        """The same in an order of its own, which is sooner found: the first entry of each row, then
        the second of those that hold two, and so on; which of `rows` they are of, and their codes.
        """

    @abstractmethod
    def parted(self, low: int, high: int, cuts: Whole) -> tuple[Whole, Ints]:
        """The codes of the entries of the rows from `low` up to `high`, and how many of them stand
        before each of these rows, which lie between. It costs nothing by the row."""

    @abstractmethod
    def parted_of(self, rows: Whole, cuts: Whole) -> tuple[Whole, Ints]:
        """The codes of the entries of any rows, and how many of them stand before each of these
        places in `rows`."""

    @abstractmethod
    def first_code(self, rows: Whole | None = None) -> Ints:
        """The first code of each row (of all, or of these); -1 for a row that holds none."""

    @abstractmethod
    def any_of(self, entries: Mask) -> Mask:
        """The rows of which one entry or more is marked."""

    @property
    def rows(self) -> Whole:
        """For each entry the row that holds it; as long as `codes`."""
        found, at = np.empty(len(self.codes), np.int64), 0
        for low in range(0, len(self), AT_ONCE):
            some = self.entries(low, min(low + AT_ONCE, len(self)))[0]
            found[at : at + len(some)] = some
            at += len(some)
        return found

    def of(self, row: int) -> tuple[str, ...]:
        """The term ids of one row."""
        return tuple(self.terms.ids[code] for code in self.entries(row, row + 1)[1].tolist())

    def holding(self, ids: Set[str]) -> Mask:
        """The rows that hold one of the terms with these ids."""
        wanted = self.terms.marked(ids)
        some = np.flatnonzero(wanted).astype(self.codes.dtype)
        if not len(some):
            return np.zeros(len(self), np.bool_)
        if len(some) > FEW_TERMS:
            return self.any_of(wanted[self.codes])
        return self.any_of(reduce(np.logical_or, (self.codes == code for code in some)))

    def bare(self) -> Mask:
        """The rows that hold no term."""
        return ~self.any_of(np.ones(len(self.codes), np.bool_))

    def counts(self, mask: Mask | None = None) -> Ints:
        """How many entries each term has, of all rows or of those in `mask`."""
        held = self.codes if mask is None else self.codes[mask[self.rows]]
        return np.bincount(held, minlength=len(self.terms)).astype(np.int64)

    def take(self, rows: Whole) -> "Codes":
        """The column for these rows in this order; the terms, and so the codes, stay the same."""
        parts = [rows[at : at + AT_ONCE] for at in range(0, len(rows), AT_ONCE)] or [rows]
        found = [self.parted_of(part, np.arange(len(part) + 1)) for part in parts]
        lengths = np.concatenate([np.diff(upto) for _, upto in found])
        return column_of(lengths, np.concatenate([codes for codes, _ in found]), self.terms)


@dataclass(frozen=True, eq=False, slots=True)
class OneEach(Codes):
    """Every row holds exactly one code."""

    def __len__(self) -> int:
        return len(self.codes)

    def entries(self, low: int, high: int) -> tuple[Whole, Whole]:
        """See `Codes`."""
        return np.arange(low, high), self.codes[low:high]

    def entries_of(self, rows: Whole) -> tuple[Whole, Whole]:
        """See `Codes`."""
        return np.arange(len(rows)), self.codes[rows]

    def each_of(self, rows: Whole) -> Iterator[tuple[Whole | slice, Whole]]:
        """See `Codes`."""
        yield slice(None), self.codes.take(rows)

    def parted(self, low: int, high: int, cuts: Whole) -> tuple[Whole, Ints]:
        """See `Codes`."""
        return self.codes[low:high], (cuts - low).astype(np.int64)

    def parted_of(self, rows: Whole, cuts: Whole) -> tuple[Whole, Ints]:
        """See `Codes`."""
        return self.codes[rows], cuts.astype(np.int64)

    def first_code(self, rows: Whole | None = None) -> Ints:
        """See `Codes`."""
        return (self.codes if rows is None else self.codes.take(rows)).astype(np.int64)

    def any_of(self, entries: Mask) -> Mask:
        """See `Codes`."""
        return entries

    def counts(self, mask: Mask | None = None) -> Ints:
        """See `Codes`."""
        held = self.codes if mask is None else self.codes[mask]
        return np.bincount(held, minlength=len(self.terms)).astype(np.int64)

    def take(self, rows: Whole) -> Codes:
        """See `Codes`."""
        return OneEach(self.codes[rows], self.terms)


@dataclass(frozen=True, eq=False, slots=True)
class Several(Codes):
    """Row i holds `codes[offsets[i]:offsets[i + 1]]`; `offsets` has an entry more than rows."""

    offsets: Whole

    def __len__(self) -> int:
        return len(self.offsets) - 1

    def entries(self, low: int, high: int) -> tuple[Whole, Whole]:
        """See `Codes`."""
        cuts = self.offsets[low : high + 1]
        if len(cuts) < 2:
            return np.zeros(0, np.int64), self.codes[:0]
        rows = np.repeat(np.arange(low, high), np.diff(cuts))
        return rows, self.codes[int(cuts[0]) : int(cuts[-1])]

    def entries_of(self, rows: Whole) -> tuple[Whole, Whole]:
        """See `Codes`."""
        starts = self.offsets[rows].astype(np.int64)
        return _gathered(self.codes, starts, self.offsets[rows + 1] - starts)

    def each_of(self, rows: Whole) -> Iterator[tuple[Whole | slice, Whole]]:
        """See `Codes`."""
        which: Whole | None = None
        at, end = self.offsets.take(rows), self.offsets.take(rows + 1)
        while len(at):
            if not (at < end).all():
                left = np.flatnonzero(at < end)
                at, end = at[left], end[left]
                which = left if which is None else which[left]
            yield slice(None) if which is None else which, self.codes.take(at)
            at = at + 1

    def parted(self, low: int, high: int, cuts: Whole) -> tuple[Whole, Ints]:
        """See `Codes`."""
        begin, end = int(self.offsets[low]), int(self.offsets[high])
        return self.codes[begin:end], self.offsets[cuts].astype(np.int64) - begin

    def parted_of(self, rows: Whole, cuts: Whole) -> tuple[Whole, Ints]:
        """See `Codes`."""
        starts = self.offsets[rows].astype(np.int64)
        return _parted_of(self.codes, starts, self.offsets[rows + 1] - starts, cuts)

    def first_code(self, rows: Whole | None = None) -> Ints:
        """See `Codes`."""
        starts, stops = self.offsets[:-1], self.offsets[1:]
        if rows is not None:
            starts, stops = starts[rows], stops[rows]
        found = np.full(len(starts), -1, np.int64)
        held = starts < stops
        found[held] = self.codes[starts[held]]
        return found

    def any_of(self, entries: Mask) -> Mask:
        """See `Codes`."""
        marked = np.empty(len(self), np.bool_)
        for low in range(0, len(self), AT_ONCE):
            cuts = self.offsets[low : low + AT_ONCE + 1].astype(np.int64)
            some = entries[cuts[0] : cuts[-1]]
            upto = np.zeros(len(some) + 1, np.int32)
            np.cumsum(some, out=upto[1:])
            held = upto[cuts - cuts[0]]
            marked[low : low + AT_ONCE] = held[1:] > held[:-1]
        return marked


@dataclass(frozen=True, eq=False, slots=True)
class Few(Codes):
    """Of `n` rows a few hold something: entry i stands in row `held[i]` (ascending)."""

    held: Whole
    n: int = field(default=0)

    def __len__(self) -> int:
        return self.n

    def entries(self, low: int, high: int) -> tuple[Whole, Whole]:
        """See `Codes`."""
        begin, end = np.searchsorted(self.held, (low, high))
        return self.held[begin:end], self.codes[begin:end]

    def entries_of(self, rows: Whole) -> tuple[Whole, Whole]:
        """See `Codes`."""
        begin = np.searchsorted(self.held, rows)
        return _gathered(self.codes, begin, np.searchsorted(self.held, rows, side="right") - begin)

    def each_of(self, rows: Whole) -> Iterator[tuple[Whole | slice, Whole]]:
        """See `Codes`."""
        yield self.entries_of(rows)

    def holds_what(self, other: "Few") -> bool:
        """Whether every row holds the same as in another column."""
        return (
            (self.n, self.terms) == (other.n, other.terms)
            and np.array_equal(self.held, other.held)
            and np.array_equal(self.codes, other.codes)
        )

    def parted(self, low: int, high: int, cuts: Whole) -> tuple[Whole, Ints]:
        """See `Codes`."""
        begin, end = np.searchsorted(self.held, (low, high))
        return self.codes[begin:end], np.searchsorted(self.held, cuts) - begin

    def parted_of(self, rows: Whole, cuts: Whole) -> tuple[Whole, Ints]:
        """See `Codes`."""
        begin = np.searchsorted(self.held, rows)
        lengths = np.searchsorted(self.held, rows, side="right") - begin
        return _parted_of(self.codes, begin, lengths, cuts)

    def first_code(self, rows: Whole | None = None) -> Ints:
        """See `Codes`."""
        asked = np.arange(self.n) if rows is None else rows
        at = np.searchsorted(self.held, asked)
        found = np.full(len(asked), -1, np.int64)
        there = at < len(self.held)
        there[there] = self.held[at[there]] == asked[there]
        found[there] = self.codes[at[there]]
        return found

    def any_of(self, entries: Mask) -> Mask:
        """See `Codes`."""
        marked = np.zeros(self.n, np.bool_)
        marked[self.held[entries]] = True
        return marked

    def take(self, rows: Whole) -> Codes:
        """See `Codes`; only the rows that hold something are looked at closely."""
        marked = np.zeros(self.n, np.bool_)
        marked[self.held] = True
        some = np.flatnonzero(marked[rows]) if len(self.held) else self.held
        place, codes = self.entries_of(rows[some])
        held = some[place].astype(self.held.dtype)
        return Few(codes, self.terms, held, len(rows))


def _parted_of(codes: Whole, starts: Ints, lengths: Ints, cuts: Whole) -> tuple[Whole, Ints]:
    """So many codes from each start on, and how many there are before each of these starts."""
    upto = np.concatenate(([0], np.cumsum(lengths)))
    places = np.arange(int(upto[-1])) + np.repeat(starts - upto[:-1], lengths)
    return codes[places], upto[cuts]


def _gathered(codes: Whole, starts: Ints, lengths: Ints) -> tuple[Ints, Whole]:
    """So many codes from each start on: for each the number of its start, and the code."""
    place = np.repeat(np.arange(len(starts)), lengths)
    before = np.cumsum(lengths) - lengths
    return place, codes[np.arange(len(place)) + np.repeat(starts - before, lengths)]


def narrow(codes: Whole, terms: int) -> Whole:
    """The codes of so many terms in the narrowest whole numbers that hold them."""
    for kind in (np.uint8, np.uint16):
        if terms <= np.iinfo(kind).max + 1:
            return codes.astype(kind, copy=False)
    return codes.astype(np.int32, copy=False)


def several(lengths: Whole, codes: Whole, terms: Iterable[Term]) -> Several:
    """A column whose row i holds the next `lengths[i]` of `codes`."""
    kind = np.int32 if int(lengths.sum()) < 2**31 else np.int64
    offsets: Whole = np.zeros(len(lengths) + 1, kind)
    np.cumsum(lengths, out=offsets[1:])
    packed = Terms.of(terms)
    return Several(narrow(codes, len(packed)), packed, offsets)


def one_each(codes: Whole, terms: Iterable[Term]) -> OneEach:
    """A column whose row i holds `codes[i]`."""
    packed = Terms.of(terms)
    return OneEach(narrow(codes, len(packed)), packed)


def few(held: Whole, codes: Whole, terms: Iterable[Term], n: int) -> Few:
    """A column of n rows of which row `held[i]` holds `codes[i]`; rows ascend."""
    packed = Terms.of(terms)
    return Few(narrow(codes, len(packed)), packed, held, n)


def column_of(lengths: Whole, codes: Whole, terms: Iterable[Term]) -> Codes:
    """A column whose row i holds the next `lengths[i]` of `codes`, in the layout that costs
    least."""
    n = len(lengths)
    if len(codes) == n and bool((lengths == 1).all()):
        return one_each(codes, terms)
    if 2 * len(codes) < n < 2**31:
        held = np.repeat(np.arange(n, dtype=np.int32), lengths)
        return few(held, codes, terms, n)
    return several(lengths, codes, terms)
