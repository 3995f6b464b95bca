"""The values that a column can hold, packed: a column may have as many as events have actors.

To make a hundred thousand objects takes a third of a second in which no other thread has a turn, so
one is made when it is asked for. By its id a term is found by bisection.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import islice, pairwise
from typing import Any, SupportsIndex, overload

import numpy as np
from numpy.typing import NDArray

from timeline_app.dataclass import dataclass

Places = NDArray[np.integer[Any]]

_LIKELY = 1_000
"""What many terms hold is found among the first so many that are asked."""
_SOUGHT = 32
"""To look one up by its id takes as long as to go through so many."""
_WRITTEN, _READ = ("utf-8", "surrogatepass"), ("utf-8", "replace")
_FEW, _HEAD = 256, 32
"""More texts are sorted by their first so many bytes, which holds up no other thread."""


@dataclass(frozen=True, slots=True)
class Term:
    """A value a column can hold: its stable id ("RUS", "state-visit") and its words."""

    id: str
    label: str


class Texts(Sequence[str]):
    """Texts one after another in an array of bytes; the i-th lies from `ends[i]` to `ends[i + 1]`.

    What cannot be read, as where a cache was tampered with, is read as some odd letter.
    """

    def __init__(self, packed: NDArray[np.uint8], ends: Places) -> None:
        self.packed, self.ends = packed, ends
        self._bytes = packed.data

    @classmethod
    def of(cls, texts: Iterable[str]) -> "Texts":
        """These texts."""
        parts = [text.encode(*_WRITTEN) for text in texts]
        ends = np.zeros(len(parts) + 1, np.int64)
        np.cumsum([len(part) for part in parts], out=ends[1:])
        return cls(np.frombuffer(b"".join(parts), np.uint8), ends)

    def __len__(self) -> int:
        return len(self.ends) - 1

    @overload
    def __getitem__(self, at: SupportsIndex) -> str: ...
    @overload
    def __getitem__(self, at: slice) -> list[str]: ...
    def __getitem__(self, at: SupportsIndex | slice) -> str | list[str]:
        if isinstance(at, slice):
            return [self[n] for n in range(len(self))[at]]
        return self.raw(at.__index__()).decode(*_READ)

    def __iter__(self) -> Iterator[str]:
        whole = bytes(self._bytes)
        for begin, end in pairwise(self.ends.tolist()):
            yield whole[begin:end].decode(*_READ)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Texts):
            return NotImplemented
        same = np.array_equal(self.ends, other.ends)
        return self is other or (same and np.array_equal(self.packed, other.packed))

    def take(self, rows: Places) -> "Texts":
        """These of them, in this order."""
        long = np.diff(self.ends)[rows]
        ends = np.zeros(len(long) + 1, np.int64)
        np.cumsum(long, out=ends[1:])
        at = np.arange(ends[-1]) + np.repeat(self.ends[rows] - ends[:-1], long)
        return Texts(self.packed[at], ends)

    def raw(self, at: int) -> bytes:
        """One as bytes, which ascend as texts do. Raises IndexError where there is none."""
        at = range(len(self))[at]
        begin, end = self.ends[at : at + 2].tolist()
        return bytes(self._bytes[begin:end])

    def holding(self, text: str) -> Iterator[int]:
        """The places of those that hold this text, ascending."""
        whole, sought, at = bytes(self._bytes), text.encode(*_WRITTEN), 0
        while (found := whole.find(sought, at)) >= 0 and found < len(whole):
            one = int(self.ends.searchsorted(found, "right")) - 1
            end = int(self.ends[one + 1])
            if found + len(sought) <= end:
                yield one
                at = end
            else:  # it begins in one and ends in another
                at = found + 1

    @property
    def ascending(self) -> Places:
        """The places of all, by text; of equal ones as they stand."""
        if len(self) <= _FEW:
            return np.array(sorted(range(len(self)), key=self.raw), np.int32)
        heads = self._heads()
        order = np.lexsort(heads.T[::-1])
        news = np.flatnonzero((heads[order[1:]] != heads[order[:-1]]).any(axis=1)) + 1
        cuts = np.concatenate(([0], news, [len(self)]))
        for n in np.flatnonzero(np.diff(cuts) > 1).tolist():
            alike = slice(*cuts[n : n + 2].tolist())
            order[alike] = sorted(order[alike].tolist(), key=self.raw)
        return order.astype(np.int32)

    def _heads(self) -> NDArray[np.uint64]:
        """The first bytes of each as some numbers, which ascend as they do; nothing follows what is
        shorter."""
        heads = np.zeros((len(self), _HEAD), np.uint8)
        for n in range(_HEAD):
            there = np.flatnonzero(self.ends[:-1] + n < self.ends[1:])
            heads[there, n] = self.packed[self.ends[there] + n]
        return heads.view(">u8").astype(np.uint64)


class Terms(Sequence[Term]):
    """The terms of a column; the place of one is its code."""

    def __init__(self, ids: Texts, labels: Texts, **known: Any) -> None:
        """`known` are properties of these that were made before."""
        self.ids, self.labels = ids, labels
        self.__dict__ |= known

    @classmethod
    def of(cls, terms: Iterable[Term]) -> "Terms":
        """These terms; the same object where they are packed already."""
        if isinstance(terms, Terms):
            return terms
        listed = list(terms)
        return cls(Texts.of(t.id for t in listed), Texts.of(t.label for t in listed))

    @classmethod
    def nameless(cls, n: int) -> "Terms":
        """So many of which nothing is told."""
        none = Texts(np.zeros(0, np.uint8), np.zeros(n + 1, np.int64))
        return cls(none, none)

    def __len__(self) -> int:
        return len(self.ids)

    @overload
    def __getitem__(self, at: SupportsIndex) -> Term: ...
    @overload
    def __getitem__(self, at: slice) -> list[Term]: ...
    def __getitem__(self, at: SupportsIndex | slice) -> Term | list[Term]:
        if isinstance(at, slice):
            return [self[n] for n in range(len(self))[at]]
        return Term(self.ids[at], self.labels[at])

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Terms):
            return NotImplemented
        return self is other or (self.ids == other.ids and self.labels == other.labels)

    # -- by id

    @cached_property
    def by_id(self) -> Places:
        """All codes, by id."""
        return self.ids.ascending

    def codes(self, id: str) -> Sequence[int]:
        """The codes of the terms with this id: mostly one, or none."""
        if len(self) <= _FEW:
            return self._codes_of.get(id, ())
        sought, order, of = id.encode(*_WRITTEN), self.by_id, self._id_of
        first = bisect_left(order, sought, key=of)
        found: list[int] = order[first : bisect_right(order, sought, first, key=of)].tolist()
        return found

    @cached_property
    def _codes_of(self) -> dict[str, list[int]]:
        """The codes of each id, where there are few."""
        found: dict[str, list[int]] = {}
        for code, id in enumerate(self.ids):
            found.setdefault(id, []).append(code)
        return found

    def code(self, id: str) -> int | None:
        """The code of the term with this id, the last of several; None where there is none."""
        found = self.codes(id)
        return found[-1] if found else None

    def marked(self, ids: Iterable[str]) -> NDArray[np.bool_]:
        """Which terms have one of these ids; where they are many, all are gone through once."""
        wanted, marks = frozenset(ids), np.zeros(len(self), np.bool_)
        if len(wanted) * _SOUGHT > len(self):
            return np.fromiter((id in wanted for id in self.ids), np.bool_, len(self))
        for id in wanted:
            marks[list(self.codes(id))] = True
        return marks

    def within(self, ids: Iterable[str]) -> list[Term]:
        """The terms with one of these ids, in the order of their codes."""
        return [self[code] for code in sorted({code for id in ids for code in self.codes(id)})]

    def label(self, id: str) -> str:
        """What the term with this id is called; the id itself where there is none."""
        code = self.code(id)
        return id if code is None else self.labels[code]

    def _id_of(self, code: np.integer[Any]) -> bytes:
        return self.ids.raw(int(code))

    # -- by label

    @cached_property
    def folded(self) -> Texts:
        """The labels in small letters."""
        return Texts.of(label.casefold() for label in self.labels)

    @cached_property
    def by_label(self) -> Places:
        """All codes, by label in small letters, then by label."""
        both = zip(self.folded, self.labels, strict=True)
        return Texts.of(f"{folded}\0{label}" for folded, label in both).ascending

    def often(self, totals: Places) -> Places:
        """All codes, those with the largest of these totals first, then by label."""
        by_label = self.by_label
        return by_label[np.argsort(-totals[by_label].astype(np.int64), kind="stable")]

    def holding(self, text: str, order: Places, most: int) -> list[int]:
        """The places in `order` (codes) of the first terms whose label holds this text, whatever
        its case, `most` of them."""
        sought, folded = text.casefold(), self.folded
        if not sought:
            return [*range(len(order))[:most]]
        early = (at for at, code in enumerate(order[:_LIKELY].tolist()) if sought in folded[code])
        found = list(islice(early, most))
        if len(found) == most or len(order) <= _LIKELY:
            return found
        held = np.zeros(len(self), np.bool_)
        held[list(folded.holding(sought))] = True
        places: list[int] = np.flatnonzero(held[order])[:most].tolist()
        return places


def but(order: Places, codes: Iterable[int]) -> Places:
    """All codes in some order, without these."""
    kept = np.ones(len(order), np.bool_)
    kept[[*codes]] = False
    others: Places = order[kept[order]]
    return others
