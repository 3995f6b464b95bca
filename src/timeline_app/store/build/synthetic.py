"""Archives of events that never happened, of any size, to measure the program with.

The same number and seed make the same archive. Days lie between 1992 and 2026, a quarter of them in
bursts; a third of the texts is in Cyrillic letters; 2,000 actors are named as often as Zipf's law
says, among them the five states, and 48 organisations for as many lanes. The words are of no
language, and title, layer and summary say what it is.
"""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

import numpy as np

from timeline_app.dates.civil import day_of, iso
from timeline_app.model.columns import FIVE_STATES, VECTORS
from timeline_app.model.kinds import KINDS
from timeline_app.model.record_table import MACHINE_CODED
from timeline_app.store.build.importance import importance
from timeline_app.store.build.own_files import EditionName
from timeline_app.store.build.rows import Value
from timeline_app.store.build.synthetic_words import CYRILLIC, LATIN, drawn, vocabulary
from timeline_app.store.build.target import judged_target
from timeline_app.store.build.writing import write_archive
from timeline_app.store.row_hash import row_hash
from timeline_app.store.schema import TABLES
from timeline_app.store.store_error import Fault, StoreError
from timeline_app.words.folding import BREAK, fold, indexed
from timeline_app.words.tr import grouped, tr

MOST_EVENTS = 10_000_000
ACTORS, ORGANISATIONS, PLACES, PUBLISHERS = 2_000, 48, 300, 48
STATES = ("Kazakhstan", "Kyrgyzstan", "Tajikistan", "Turkmenistan", "Uzbekistan")
FIRST, LAST = day_of(1992, 1, 1), day_of(2026, 12, 31)
LAYER = "synthetic"
SUMMARY = "Made by a program to measure with. Nothing in it happened; its words are of no language."
_IN_BURSTS, _IN_CYRILLIC = 4, 3
"""One in so many."""
_LASTING = 8
_TITLE, _TEXT = 5, 18
"""Words of a title, and of title and summary."""
_PART = 20_000

Row = tuple[Value, ...]


def synthesize(n: int, target: Path, seed: int) -> str:
    """Writes an archive of `n` synthetic events to `target`; its content hash.

    Raises `StoreError` where `n` is out of bounds or the target cannot be written.
    """
    if not 1 <= n <= MOST_EVENTS:
        most = grouped(MOST_EVENTS)
        said = tr("A synthetic archive has 1 to {most} events, not {n}.", most=most, n=n)
        raise StoreError(Fault.REFUSED, said, target)
    rows = SyntheticRows(n, seed)
    return write_archive(judged_target(target), rows.name, rows, rows.texts())


class _Event(NamedTuple):
    """One event as numbers: days, and places in the lists of what it is linked to."""

    key: int
    first: int
    last: int
    kind: int
    state: int
    organisation: int
    person: int
    place: int
    vector: int
    source: int
    words: list[int]


class SyntheticRows:
    """The rows of all tables, made as they are asked for: only numbers are kept."""

    def __init__(self, n: int, seed: int) -> None:
        self.name = EditionName(
            id=f"synthetic-{n}-{seed}",
            title=f"Synthetic archive: {n} invented events (seed {seed})",
            version=f"seed {seed}",
            citation="",
            summary=SUMMARY,
        )
        self._n = n
        self._words = vocabulary()
        self._days = [iso(day) for day in range(FIRST, LAST + 1)]
        self._draw(np.random.Generator(np.random.PCG64(seed)))
        self._tables: dict[str, Callable[[], Iterable[Row]]] = {
            "layer": self._layers,
            "publisher": lambda: ((f"publisher-{p}", self._named(p), None, None) for p in _48),
            "source": self._sources,
            "actor": self._actors,
            "place": lambda: (
                (p, f"place-{p}", self._named(1_000 + p), None, None) for p in range(1, PLACES + 1)
            ),
            "name": self._names,
            "kind": lambda: ((k.id, k.title, k.plural, k.rank) for k in KINDS),
            "vector": lambda: ((vector, n) for n, vector in enumerate(VECTORS)),
            "occurrence": lambda: ((e.key, _id(e.key), self._title(e)) for e in self._events()),
            "event": lambda: map(self._event, self._events()),
            "event_actor": self._event_actors,
            "event_place": lambda: (
                (e.key, 0, e.place + 1, self._named(1_001 + e.place)) for e in self._events()
            ),
            "event_vector": lambda: (
                (e.key, 0, VECTORS[e.vector], "coded") for e in self._events()
            ),
            "citation": lambda: ((e.key, 0, e.source + 1, "synthetic", "") for e in self._events()),
        }

    def rows_of(self, table: str) -> Iterable[Row]:
        """The rows of a table; a new walk with each call."""
        return self._tables[table]() if table in self._tables else ()

    def count(self, table: str) -> int:
        """How many rows a table of the header has."""
        held = {"source": PUBLISHERS, "actor": ACTORS, "event": self._n, "occurrence": self._n}
        return held.get(table, 0)

    def texts(self) -> Iterator[Row]:
        """The rows of the text index."""
        for e in self._events():
            source = indexed(self._named(e.source))
            actors = f" {BREAK} ".join(indexed(self._actor(a)) for a in _actors_of(e))
            place = indexed(self._named(1_001 + e.place))
            yield (
                *(e.key, indexed(self._title(e)), indexed(self._summary(e)), ""),
                *(actors, place, f"{source} {BREAK} {indexed(_source_title(e.source))}"),
            )

    # -- numbers

    def _draw(self, random: np.random.Generator) -> None:
        n, days = self._n, LAST - FIRST + 1
        first = random.integers(0, days, n)
        centres = random.integers(0, days, max(1, n // 200))
        in_burst = random.integers(0, _IN_BURSTS, n) == 0
        bursts = centres[random.integers(0, len(centres), n)] + random.exponential(4, n).astype(int)
        first = np.sort(np.where(in_burst, np.minimum(bursts, days - 1), first))
        lasting = random.integers(0, _LASTING, n) == 0
        length = np.where(lasting, random.pareto(1.2, n) * 10, 0).astype(np.int64)
        self._first, self._last = first, np.minimum(first + length, days - 1)
        self._kind = drawn(random, len(KINDS), (n,))
        self._state = drawn(random, len(STATES), (n,))
        self._organisation = random.integers(0, ORGANISATIONS, n)
        self._person = drawn(random, ACTORS - len(STATES) - ORGANISATIONS, (n,))
        self._place = drawn(random, PLACES, (n,))
        self._vector = drawn(random, len(VECTORS), (n,))
        self._source = drawn(random, PUBLISHERS, (n,))
        cyrillic = random.integers(0, _IN_CYRILLIC, n) == 0
        latin = drawn(random, LATIN, (n, _TEXT))
        other = drawn(random, CYRILLIC, (n, _TEXT)) + np.uint16(LATIN)
        self._text = np.where(cyrillic[:, None], other, latin)

    def _events(self) -> Iterator[_Event]:
        columns = (self._first, self._last, self._kind, self._state, self._organisation)
        others = (self._person, self._place, self._vector, self._source)
        for start in range(0, self._n, _PART):
            part = slice(start, start + _PART)
            numbers = zip(*(column[part].tolist() for column in (*columns, *others)), strict=True)
            texts = self._text[part].tolist()
            for key, (some, words) in enumerate(zip(numbers, texts, strict=True), start + 1):
                yield _Event._make((key, *some, words))

    # -- texts

    def _named(self, number: int) -> str:
        """A name in Latin letters, or for one in three in Cyrillic."""
        at = number * 4 + 3_000
        return self._words[LATIN + at if number % _IN_CYRILLIC == 2 else at].capitalize()

    def _actor(self, number: int) -> str:
        return STATES[number] if number < len(STATES) else self._named(2_000 + number)

    def _title(self, e: _Event) -> str:
        return " ".join(self._words[word] for word in e.words[:_TITLE]).capitalize()

    def _summary(self, e: _Event) -> str:
        return " ".join(self._words[word] for word in e.words[_TITLE:]).capitalize() + "."

    # -- rows

    def _layers(self) -> Iterator[Row]:
        yield _row(
            "layer",
            id=LAYER,
            title="Synthetic events: nothing in it happened",
            coded_by="a program",
            covers_from=self._days[int(self._first[0])][:4],
            covers_to=self._days[int(self._last.max())][:4],
            terms="free of any right",
            terms_read_at="made here",
            on_by_default=1,
            machine_coded=1,
            rank=MACHINE_CODED,
            events=self._n,
        )

    def _sources(self) -> Iterator[Row]:
        for p in _48:
            key, id_, title = p + 1, f"source-{p}", _source_title(p)
            about = {"publisher": f"publisher-{p}", "kind": "dataset", "date_basis": "unknown"}
            yield _row("source", key=key, id=id_, title=title, **about)

    def _actors(self) -> Iterator[Row]:
        for number in range(ACTORS):
            state = number < len(STATES)
            kind = "state" if state else "organisation" if number < _PERSONS else "person"
            code = FIVE_STATES[number] if state else ""
            about = (number + 1, f"actor-{number}", self._actor(number), kind, code, "", "")
            yield (*about, int(state), "", None, None, 0, "synthetic")

    def _names(self) -> Iterator[Row]:
        for number in range(ACTORS):
            name, key = self._actor(number), number + 1
            yield (key, f"actor-{number}", key, None, name, None, "Zyyy", "", "", "", fold(name))
        for p in range(1, PLACES + 1):
            name, key = self._named(1_000 + p), ACTORS + p
            yield (key, f"place-{p}", None, p, name, None, "Zyyy", "", "", "", fold(name))

    def _event_actors(self) -> Iterator[Row]:
        for e in self._events():
            for n, actor in enumerate(_actors_of(e)):
                yield (e.key, n, actor + 1, self._actor(actor), "")

    def _event(self, e: _Event) -> Row:
        first, last, kind = FIRST + e.first, FIRST + e.last, KINDS[e.kind].id
        start, end = self._days[e.first], self._days[e.last]
        edtf = start if start == end else f"{start}/{end}"
        weight = importance(kind, 1 + e.key % 3, 0, MACHINE_CODED, landmark=False)
        about = _row(
            "event",
            key=e.key,
            id=_id(e.key),
            occurrence=e.key,
            layer=LAYER,
            title=self._title(e),
            kind=kind,
            edtf=edtf,
            outer_first=first,
            outer_last=last,
            inner_first=first,
            inner_last=last,
            calendar="gregorian",
            as_written=edtf,
            summary=self._summary(e),
            verified=e.key % 2,
            basis="synthetic",
            importance=weight,
            publishers=1,
        )
        return (*about[:-1], row_hash(about[:-1]))


_48 = range(PUBLISHERS)
_EMPTY: dict[str, dict[str, Value]] = {
    table.name: {
        column: type_() if column in table.not_null else None
        for column, type_ in table.types.items()
    }
    for table in TABLES
}
_PERSONS = len(STATES) + ORGANISATIONS


def _row(table: str, **said: Value) -> Row:
    """A row of this table; what is not said is empty, or none."""
    return tuple((_EMPTY[table] | said).values())


def _id(key: int) -> str:
    return f"synthetic-{key}"


def _source_title(number: int) -> str:
    return f"Synthetic source {number + 1}"


def _actors_of(e: _Event) -> tuple[int, int, int]:
    return e.state, len(STATES) + e.organisation, _PERSONS + e.person
