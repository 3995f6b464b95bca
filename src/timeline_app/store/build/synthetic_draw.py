"""The numbers of an archive that is made to measure with: days, kinds, who, where, which words.

Only the days of all events are held; the rest is drawn a part at a time, whenever it is asked for,
from the seed and the part's number. So the memory needed is eight bytes an event.
"""

from collections.abc import Iterator
from enum import IntEnum

import numpy as np
from numpy.typing import NDArray

from timeline_app.dataclass import dataclass
from timeline_app.dates.civil import day_of
from timeline_app.model.columns import VECTORS
from timeline_app.model.kinds import KINDS
from timeline_app.store.build.synthetic_words import CYRILLIC, LATIN, drawn

STATES = ("Kazakhstan", "Kyrgyzstan", "Tajikistan", "Turkmenistan", "Uzbekistan")
ACTORS, ORGANISATIONS, PLACES, PUBLISHERS = 2_000, 48, 300, 48
PERSONS = len(STATES) + ORGANISATIONS
"""The number of the first actor who is a person; states come first, then organisations."""
ROLES = 3
"""Who takes part in an event: a state, an organisation, a person."""
FIRST, LAST = day_of(1992, 1, 1), day_of(2026, 12, 31)
TITLE_WORDS, TEXT_WORDS = 5, 18
"""Words of a title, and of title and summary."""
IN_CYRILLIC = 3
_IN_BURSTS, _LASTING = 4, 8
"""One in so many, as above."""
_PART = 20_000
DAYS = LAST - FIRST + 1

Numbers = NDArray[np.int64]


class Stream(IntEnum):
    """What a generator draws: each has a stream of its own, so that none shifts another."""

    BEGUN = 0
    ENDED = 1
    LINKED = 2
    TOLD = 3
    CLAIMED = 4
    SIGNED = 5
    JOINED = 6


@dataclass(frozen=True, eq=False, slots=True)
class Part:
    """Some events in the order of time, a column each; days count from FIRST.

    `actors` are ROLES wide, `words` TEXT_WORDS (numbers into the vocabulary).
    """

    key: Numbers
    first: Numbers
    last: Numbers
    kind: Numbers
    actors: Numbers
    place: Numbers
    vector: Numbers
    source: Numbers
    words: Numbers


class Drawn:
    """`n` events from a seed, of so many `actors`; the same in every run."""

    def __init__(self, n: int, seed: int, actors: int = ACTORS) -> None:
        self._n, self._seed, self.actors = n, seed, actors
        self.first = np.empty(n, np.int32)
        self.last = np.empty(n, np.int32)
        centres = self.random(Stream.BEGUN, 0).integers(0, DAYS, max(1, n // 200))
        for number, part in self._slices():
            self.first[part] = _begun(self.random(Stream.BEGUN, number), centres, part)
        self.first.sort()
        for number, part in self._slices():
            lasting = _lengths(self.random(Stream.ENDED, number), part)
            self.last[part] = np.minimum(self.first[part] + lasting, DAYS - 1)

    def parts(self) -> Iterator[Part]:
        """All events, some thousands at a time; a new walk with each call."""
        for number, part in self._slices():
            yield self._part(number, part)

    def random(self, what: Stream, part: int = 0) -> np.random.Generator:
        """What draws it for a part."""
        return np.random.Generator(np.random.PCG64([self._seed, what, part]))

    def _slices(self) -> Iterator[tuple[int, slice]]:
        for number, start in enumerate(range(0, self._n, _PART), 1):
            yield number, slice(start, min(start + _PART, self._n))

    def _part(self, number: int, part: slice) -> Part:
        n, random = part.stop - part.start, self.random(Stream.LINKED, number)
        state = drawn(random, len(STATES), (n,))
        organisation = len(STATES) + random.integers(0, ORGANISATIONS, n)
        person = PERSONS + drawn(random, self.actors - PERSONS, (n,))
        return Part(
            key=np.arange(part.start + 1, part.stop + 1),
            first=self.first[part].astype(np.int64),
            last=self.last[part].astype(np.int64),
            kind=drawn(random, len(KINDS), (n,)),
            actors=np.stack((state, organisation, person), axis=1),
            place=drawn(random, PLACES, (n,)),
            vector=drawn(random, len(VECTORS), (n,)),
            source=drawn(random, PUBLISHERS, (n,)),
            words=words_of(self.random(Stream.TOLD, number), n),
        )


def _begun(random: np.random.Generator, centres: Numbers, part: slice) -> Numbers:
    """First days, not in order: some anywhere, some soon after one of the bursts' days."""
    n = part.stop - part.start
    anywhere = random.integers(0, DAYS, n)
    in_burst = random.integers(0, _IN_BURSTS, n) == 0
    bursts = centres[random.integers(0, len(centres), n)]
    bursts += random.exponential(4, n).astype(np.int64)
    begun: Numbers = np.where(in_burst, np.minimum(bursts, DAYS - 1), anywhere)
    return begun


def _lengths(random: np.random.Generator, part: slice) -> Numbers:
    """How many days each lasts beyond its first: most none, a few for years."""
    n = part.stop - part.start
    lasting = random.integers(0, _LASTING, n) == 0
    days: Numbers = np.minimum(random.pareto(1.2, n) * 10, DAYS).astype(np.int64)
    days[~lasting] = 0
    return days


def words_of(random: np.random.Generator, n: int) -> Numbers:
    """The words of title and summary, all of one script, a row an event."""
    cyrillic = random.integers(0, IN_CYRILLIC, n) == 0
    words = drawn(random, LATIN, (n, TEXT_WORDS))
    words[cyrillic] = LATIN + drawn(random, CYRILLIC, (int(cyrillic.sum()), TEXT_WORDS))
    return words
