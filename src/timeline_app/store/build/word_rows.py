"""The rows that say where each word stands, made block by block from the rows of the text index.

A short beginning of words that many words share has a row of its own with all that they stand in,
so that a search that has just begun is as quick as one that is nearly typed.
"""

from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

import numpy as np

from timeline_app.store.word_gaps import (
    BEGINNING,
    BLOCK,
    MOST_WORDS,
    OF_CLAIM,
    Numbers,
    pack,
)
from timeline_app.words.folding import BREAK, LEAST_LEVELLED, LOOSE, words_of

PART_OF = (0, 1, 1, 2, 3, 4)
"""The part of each column of the text index."""

WordRow = tuple[int, int, str, int, bytes]
_Places = dict[int, dict[str, "array[int]"]]


class WordRows:
    """Takes the rows of the text index, claims below zero first, and gives back those of words.

    Of one block at a time everything is held in memory.
    """

    def __init__(self) -> None:
        self._block = 0
        self._places: _Places = defaultdict(lambda: defaultdict(lambda: array("i")))

    def take(self, rows: Iterable[Sequence[object]]) -> Iterator[WordRow]:
        """The rows of the blocks that these rows, ascending by number, have made whole."""
        for number, *texts in rows:
            key = int(str(number))
            block, place = divmod(abs(key), BLOCK)
            if block != self._block:
                yield from self.finish()
                self._block = block
            kind = OF_CLAIM if key < 0 else 0
            for part, words in _words(texts).items():
                held = self._places[kind + part]
                for word in words:
                    held[word].append(place)

    def finish(self) -> Iterator[WordRow]:
        """The rows of the block that stands open."""
        for part, held in sorted(self._places.items()):
            words = sorted(held)
            lists = [np.frombuffer(held[word], np.int32) for word in words]
            if part >= OF_CLAIM:  # claims come with the last one first
                lists = [one[::-1] for one in lists]
            yield from self._packed(part, zip(words, lists, strict=True))
            yield from self._packed(part + BEGINNING, _beginnings(words, lists, 1))
        self._places.clear()

    def _packed(self, part: int, stand: Iterable[tuple[str, Numbers]]) -> Iterator[WordRow]:
        for some in _together(stand):
            lists = [numbers for _, numbers in some]
            for (word, _), packed in zip(some, pack(lists), strict=True):
                yield (part, self._block, word, *packed)


def _together(stand: Iterable[tuple[str, Numbers]]) -> Iterator[list[tuple[str, Numbers]]]:
    """So many lists at a time that packing them takes no more memory than their block did."""
    some: list[tuple[str, Numbers]] = []
    held = 0
    for word, numbers in stand:
        some.append((word, numbers))
        held += len(numbers)
        if held > BLOCK:
            yield some
            some, held = [], 0
    if some:
        yield some


def _words(texts: Iterable[object]) -> dict[int, set[str]]:
    """The words of each part."""
    found: dict[int, set[str]] = defaultdict(set)
    for part, text in zip(PART_OF, texts, strict=True):
        if text:
            found[part].update(words_of(str(text)))
    for words in found.values():
        words.discard(BREAK)
    return found


def _beginnings(
    words: list[str], lists: list[Numbers], length: int
) -> Iterator[tuple[str, Numbers]]:
    """Where any word stands that begins so, for each beginning of this length or a greater one
    that more than `MOST_WORDS` of these words (ascending) share."""
    first = 0
    while first < len(words):
        beginning = words[first][:length]
        last = first + 1
        while last < len(words) and words[last][:length] == beginning:
            last += 1
        if last - first > MOST_WORDS:
            if not beginning.startswith(LOOSE) or length > LEAST_LEVELLED:
                yield beginning, _union(lists[first:last])
            longer = first + (words[first] == beginning)
            yield from _beginnings(words[longer:last], lists[longer:last], length + 1)
        first = last


def _union(lists: list[Numbers]) -> Numbers:
    mask = np.zeros(BLOCK, np.bool_)
    mask[np.concatenate(lists)] = True
    return np.flatnonzero(mask).astype(np.int32)
