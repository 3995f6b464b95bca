"""Archives of events that never happened, of any size, to measure the program with.

The same number and seed make the same archive. Days lie between 1992 and 2026, a quarter of them in
bursts; a third of the texts is in Cyrillic letters; 2,000 actors, or as many as are wanted, are
named as often as Zipf's law says, among them the five states, and 48 organisations for as many
lanes. Claims, treaties and
memberships are made if they are asked for. The words are of no language, and title, layer and
summary say what it is.
"""

from collections.abc import Callable, Iterable, Iterator
from itertools import chain, cycle, repeat
from pathlib import Path

import numpy as np

from timeline_app.dates.civil import iso
from timeline_app.model.columns import FIVE_STATES, VECTORS
from timeline_app.model.kinds import KINDS
from timeline_app.model.record_table import MACHINE_CODED
from timeline_app.store.build.importance import importance
from timeline_app.store.build.own_files import EditionName
from timeline_app.store.build.synthetic_claims import SyntheticClaims
from timeline_app.store.build.synthetic_draw import (
    ACTORS,
    FIRST,
    IN_CYRILLIC,
    LAST,
    PERSONS,
    PLACES,
    PUBLISHERS,
    ROLES,
    STATES,
    TITLE_WORDS,
    Drawn,
    Numbers,
    Part,
)
from timeline_app.store.build.synthetic_table import (
    Column,
    Row,
    joined,
    key_range,
    numbered,
    table_rows,
)
from timeline_app.store.build.synthetic_words import LATIN, vocabulary
from timeline_app.store.build.target import judged_target
from timeline_app.store.build.writing import write_archive
from timeline_app.store.row_hash import row_hash
from timeline_app.store.store_error import Fault, StoreError
from timeline_app.words.folding import fold, indexed
from timeline_app.words.tr import grouped, tr

MOST_EVENTS, MOST_ACTORS = 10_000_000, 1_000_000
LAYER = "synthetic"
SUMMARY = "Made by a program to measure with. Nothing in it happened; its words are of no language."
_REPORTED = 3
"""Events are reported by one to so many publishers, by turns."""


def synthesize(n: int, target: Path, seed: int, claims: bool = False, actors: int = ACTORS) -> str:
    """Writes an archive of `n` synthetic events to `target`; its content hash. With `claims` it has
    claims, treaties and memberships as well.

    Raises `StoreError` where `n` or `actors` is out of bounds or the target cannot be written.
    """
    if not 1 <= n <= MOST_EVENTS:
        most = grouped(MOST_EVENTS)
        said = tr("A synthetic archive has 1 to {most} events, not {n}.", most=most, n=n)
        raise StoreError(Fault.REFUSED, said, target)
    if not ACTORS <= actors <= MOST_ACTORS:
        least, most = grouped(ACTORS), grouped(MOST_ACTORS)
        said = tr("A synthetic archive has {least} to {most} actors.", least=least, most=most)
        raise StoreError(Fault.REFUSED, said, target)
    rows = SyntheticRows(n, seed, claims, actors)
    return write_archive(judged_target(target), rows.name, rows, rows.texts())


class SyntheticRows:
    """The rows of all tables, made as they are asked for: of the events only days are kept."""

    def __init__(self, n: int, seed: int, claims: bool = False, actors: int = ACTORS) -> None:
        also = " with claims, treaties and memberships" if claims else ""
        also += f" of {actors} actors" if actors != ACTORS else ""
        named = ("-claims" if claims else "") + (f"-of-{actors}" if actors != ACTORS else "")
        self.name = EditionName(
            id=f"synthetic-{n}-{seed}{named}",
            title=f"Synthetic archive: {n} invented events{also} (seed {seed})",
            version=f"seed {seed}",
            citation="",
            summary=SUMMARY,
        )
        self._n, self._drawn = n, Drawn(n, seed, actors)
        self._words = vocabulary()
        self._days = [iso(day) for day in range(FIRST, LAST + 1)]
        self._actors = [*STATES, *map(self._actor, range(len(STATES), actors))]
        self._places = [self._named(1_001 + place) for place in range(PLACES)]
        self._publishers = [self._named(number) for number in range(PUBLISHERS)]
        self._sources = [f"Synthetic source {number + 1}" for number in range(PUBLISHERS)]
        self._tables: dict[str, Callable[[], Iterator[Row]]] = {
            "layer": self._layers,
            "publisher": lambda: table_rows(
                "publisher", id=numbered("publisher"), name=self._publishers
            ),
            "source": self._source_rows,
            "actor": self._actor_rows,
            "place": lambda: table_rows(
                "place", key=key_range(PLACES), id=numbered("place", 1), name=self._places
            ),
            "name": self._name_rows,
            "kind": lambda: ((k.id, k.title, k.plural, k.rank) for k in KINDS),
            "vector": lambda: ((vector, n) for n, vector in enumerate(VECTORS)),
            "occurrence": lambda: self._each(self._occurrences),
            "event": lambda: self._each(self._events),
            "event_actor": lambda: self._each(self._event_actors),
            "event_place": lambda: self._each(self._event_places),
            "event_vector": lambda: self._each(self._event_vectors),
            "citation": lambda: self._each(self._citations),
        }
        self._claims = self._said_of_them() if claims else None
        if self._claims is not None:
            self._tables |= self._claims.tables

    def rows_of(self, table: str) -> Iterable[Row]:
        """The rows of a table; a new walk with each call."""
        return self._tables[table]() if table in self._tables else ()

    def count(self, table: str) -> int:
        """How many rows a table of the header has."""
        held = {
            "source": PUBLISHERS,
            "actor": len(self._actors),
            "event": self._n,
            "occurrence": self._n,
        }
        return held.get(table, 0) or (self._claims.count(table) if self._claims else 0)

    def texts(self) -> Iterator[Row]:
        """The rows of the text index."""
        claims = self._claims.texts() if self._claims else ()
        return chain(claims, self._each(self._indexed))

    def _said_of_them(self) -> SyntheticClaims:
        return SyntheticClaims(self._drawn, self._actors, self._indexed_sources(), self._said)

    def _indexed_sources(self) -> list[str]:
        return [joined(both) for both in zip(self._publishers, self._sources, strict=True)]

    def _each(self, rows: Callable[[Part], Iterable[Row]]) -> Iterator[Row]:
        return chain.from_iterable(map(rows, self._drawn.parts()))

    # -- texts

    def _named(self, number: int) -> str:
        """A name in Latin letters, or for one in three in Cyrillic."""
        at = number * 4 + 3_000
        return self._words[LATIN + at if number % IN_CYRILLIC == 2 else at].capitalize()

    def _actor(self, number: int) -> str:
        """One word, as long as there are words; then two."""
        first, last = divmod(number, ACTORS)
        name = self._named(ACTORS + last)
        return f"{self._named(first)} {name}" if first else name

    def _said(self, words: Numbers) -> list[str]:
        """Each row of words as a sentence without its stop."""
        known = self._words
        return [" ".join([known[n] for n in row]).capitalize() for row in words.tolist()]

    def _titles(self, part: Part) -> list[str]:
        return self._said(part.words[:, :TITLE_WORDS])

    def _summaries(self, part: Part) -> list[str]:
        return [f"{said}." for said in self._said(part.words[:, TITLE_WORDS:])]

    # -- what events refer to

    def _layers(self) -> Iterator[Row]:
        return table_rows(
            "layer",
            id=[LAYER],
            title=["Synthetic events: nothing in it happened"],
            coded_by=["a program"],
            covers_from=[self._days[int(self._drawn.first[0])][:4]],
            covers_to=[self._days[int(self._drawn.last.max())][:4]],
            terms=["free of any right"],
            terms_read_at=["made here"],
            on_by_default=[1],
            machine_coded=[1],
            rank=[MACHINE_CODED],
            events=[self._n],
        )

    def _source_rows(self) -> Iterator[Row]:
        return table_rows(
            "source",
            key=key_range(PUBLISHERS),
            id=numbered("source"),
            publisher=numbered("publisher"),
            kind=repeat("dataset"),
            title=self._sources,
            date_basis=repeat("unknown"),
        )

    def _actor_rows(self) -> Iterator[Row]:
        organisations, persons = PERSONS - len(STATES), len(self._actors) - PERSONS
        types = (("state", len(STATES)), ("organisation", organisations), ("person", persons))
        return table_rows(
            "actor",
            key=key_range(len(self._actors)),
            id=numbered("actor"),
            name=self._actors,
            type=chain.from_iterable(repeat(type_, n) for type_, n in types),
            iso3=chain(FIVE_STATES, repeat("")),
            central_asian=chain(repeat(1, len(STATES)), repeat(0)),
            basis=repeat("synthetic"),
        )

    def _name_rows(self) -> Iterator[Row]:
        of_actors: dict[str, Column] = {
            "of": numbered("actor"),
            "actor": key_range(len(self._actors)),
        }
        yield from _names(0, self._actors, of_actors)
        of_places: dict[str, Column] = {"of": numbered("place", 1), "place": key_range(PLACES)}
        yield from _names(len(self._actors), self._places, of_places)

    # -- events, a part at a time

    def _occurrences(self, part: Part) -> Iterator[Row]:
        keys = part.key.tolist()
        return table_rows("occurrence", key=keys, id=map(_id, keys), title=self._titles(part))

    def _events(self, part: Part) -> Iterator[Row]:
        keys, days = part.key.tolist(), self._days
        first, last = part.first.tolist(), part.last.tolist()
        dates = [
            days[a] if a == b else f"{days[a]}/{days[b]}" for a, b in zip(first, last, strict=True)
        ]
        outer_first, outer_last = (FIRST + part.first).tolist(), (FIRST + part.last).tolist()
        rows = table_rows(
            "event",
            key=keys,
            id=map(_id, keys),
            occurrence=keys,
            layer=repeat(LAYER),
            title=self._titles(part),
            kind=[KINDS[kind].id for kind in part.kind.tolist()],
            edtf=dates,
            outer_first=outer_first,
            outer_last=outer_last,
            inner_first=outer_first,
            inner_last=outer_last,
            calendar=repeat("gregorian"),
            as_written=dates,
            summary=self._summaries(part),
            verified=(part.key % 2).tolist(),
            basis=repeat("synthetic"),
            importance=_WEIGHTS[part.kind, part.key % _REPORTED].tolist(),
            publishers=repeat(1),
        )
        return ((*row[:-1], row_hash(row[:-1])) for row in rows)

    def _event_actors(self, part: Part) -> Iterator[Row]:
        actors = part.actors.ravel().tolist()
        return table_rows(
            "event_actor",
            event=np.repeat(part.key, ROLES).tolist(),
            n=cycle(range(ROLES)),
            actor=[actor + 1 for actor in actors],
            name_as_written=[self._actors[actor] for actor in actors],
        )

    def _event_places(self, part: Part) -> Iterator[Row]:
        names = [self._places[place] for place in part.place.tolist()]
        places = (part.place + 1).tolist()
        return table_rows(
            "event_place", event=part.key.tolist(), place=places, name_as_written=names
        )

    def _event_vectors(self, part: Part) -> Iterator[Row]:
        vectors = [VECTORS[vector] for vector in part.vector.tolist()]
        return table_rows(
            "event_vector", event=part.key.tolist(), vector=vectors, origin=repeat("coded")
        )

    def _citations(self, part: Part) -> Iterator[Row]:
        keys, sources = part.key.tolist(), (part.source + 1).tolist()
        return table_rows("citation", record=keys, source=sources, evidence=repeat("synthetic"))

    def _indexed(self, part: Part) -> Iterator[Row]:
        sources = self._indexed_sources()
        return zip(
            part.key.tolist(),
            map(indexed, self._titles(part)),
            map(indexed, self._summaries(part)),
            repeat(""),
            [joined([self._actors[a] for a in three]) for three in part.actors.tolist()],
            [indexed(self._places[place]) for place in part.place.tolist()],
            [sources[source] for source in part.source.tolist()],
        )


_WEIGHTS = np.array(
    [
        [
            importance(kind.id, 1 + more, 0, MACHINE_CODED, landmark=False)
            for more in range(_REPORTED)
        ]
        for kind in KINDS
    ]
)


def _names(before: int, texts: list[str], of: dict[str, Column]) -> Iterator[Row]:
    """One name for each actor or place; `before` so many others."""
    keys, script = range(before + 1, before + len(texts) + 1), repeat("Zyyy")
    return table_rows("name", key=keys, text=texts, script=script, folded=map(fold, texts), **of)


def _id(key: int) -> str:
    return f"synthetic-{key}"
