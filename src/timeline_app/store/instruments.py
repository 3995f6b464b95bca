"""Treaties and their steps: columns of all of them, or one whole; damaged rows are left out."""

import json
import sqlite3
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice

import numpy as np
from numpy.typing import NDArray

from timeline_app.dataclass import dataclass
from timeline_app.model.codes import several
from timeline_app.model.columns import VECTORS
from timeline_app.model.event_table import APPROXIMATE, UNCERTAIN, UNDATED, Codes, EventTable, Term
from timeline_app.model.instrument import OTHER, STEPS, Instrument, Party, Step
from timeline_app.model.instrument_table import InstrumentTable, StepDay, life_of, no_instruments
from timeline_app.model.records import Source
from timeline_app.model.terms import Texts
from timeline_app.store.actors import KnownActor, known_actors, vectors_of_actors
from timeline_app.store.archive import Archive
from timeline_app.store.cited import cited_by
from timeline_app.store.typed_rows import Fields, Reader, scan

MOST_INSTRUMENTS = 10_000
MOST_PARTIES = 500
MOST_STEPS = 500
LONGEST_NAME = 400
"""So many of each are taken, and names are cut there; the build refuses longer ones."""

_CODES = {step: code for code, step in enumerate(STEPS)}
_INSTRUMENT = Reader(
    "instrument.key, instrument.id, instrument.name", "FROM instrument WHERE key = ?"
)
_SOURCES = cited_by("step_citation", "WHERE step = ? ORDER BY n")
_EVENT = Reader("event.id, event.title", "FROM event WHERE key = ?")
_OF_EVENTS = Reader(
    "event_vector.event, event_vector.vector",
    "FROM event_vector WHERE event IN (SELECT value FROM json_each(?)) ORDER BY event, n",
)


@dataclass(slots=True)
class _Found:
    """What hangs on one instrument: the keys of its parties, as written, its steps, its vectors."""

    parties: list[tuple[int, str]]
    steps: list[Fields]
    vectors: tuple[str, ...] = ()


def read_instruments(archive: Archive) -> InstrumentTable:
    """Every sound instrument of which a sound step is told. Raises `StoreError`."""
    with archive.reading() as connection:
        named = _named(connection)
        if not named:
            return no_instruments()
        hung = _hung(connection, named)
        actors = known_actors(connection, _actors_of(hung.values()))
    told = [key for key in named if hung[key].steps]
    told.sort(key=lambda key: (hung[key].steps[0]["outer_first"], key))
    steps = [[_step_day(step, actors) for step in hung[key].steps] for key in told]
    every = [step for of in steps for step in of]
    return InstrumentTable(
        life=_life(told, steps, hung, actors),
        ids=Texts.of(named[key]["id"] for key in told),
        names=Texts.of(named[key]["name"][:LONGEST_NAME] for key in told),
        parties=np.array([len(hung[key].parties) for key in told], np.int64),
        offsets=_offsets([len(of) for of in steps]),
        step=np.array([step.step for step in every], np.uint8),
        step_first=np.array([step.first for step in every], np.int64),
        step_last=np.array([step.last for step in every], np.int64),
        step_doubt=np.array([step.doubt for step in every], np.uint8),
        step_by=Texts.of(step.by for step in every),
        step_known_from=np.array([step.known_from for step in every], np.int64),
    )


def read_instrument(archive: Archive, key: int) -> Instrument | None:
    """One instrument whole; None where there is none of this key. Raises `StoreError`."""
    with archive.reading() as connection:
        found = _INSTRUMENT.sound(connection, key)
        if not found:
            return None
        row = found[0]
        hung = _hung(connection, {key: row})[key]
        actors = known_actors(connection, _actors_of([hung]))
        parties = [(actors[actor], named) for actor, named in hung.parties if actor in actors]
        return Instrument(
            key=key,
            id=row["id"],
            name=row["name"],
            vectors=hung.vectors,
            parties=tuple(Party(actor.id, named, actor.iso3) for actor, named in parties),
            steps=tuple(_whole_step(connection, step) for step in hung.steps),
        )


def _actors_of(found: Iterable[_Found]) -> set[int]:
    """The keys of all that take part, or of whom a step is told."""
    keys = {actor for one in found for actor, _ in one.parties}
    return keys | {
        step["party"] for one in found for step in one.steps if step["party"] is not None
    }


def _named(connection: sqlite3.Connection) -> dict[int, Fields]:
    rows = ((row, why) for _, row, why in scan(connection, "instrument"))
    sound = (row for row, why in rows if not why and row["id"])
    return {row["key"]: row for row in islice(sound, MOST_INSTRUMENTS)}


def _hung(connection: sqlite3.Connection, named: Mapping[int, Fields]) -> dict[int, _Found]:
    """The parties and steps of these instruments; steps in the order of time, then as listed."""
    found: dict[int, _Found] = defaultdict(lambda: _Found([], []))
    for row in sorted(_of(connection, "instrument_party", named), key=lambda r: r["n"]):
        if len(found[row["instrument"]].parties) < MOST_PARTIES:
            found[row["instrument"]].parties.append((row["actor"], row["name_as_written"]))
    steps = (r for r in _of(connection, "instrument_step", named) if _in_order(r))
    for row in sorted(steps, key=lambda r: (r["outer_first"], r["outer_last"], r["n"])):
        if len(found[row["instrument"]].steps) < MOST_STEPS:
            found[row["instrument"]].steps.append(row)
    _add_vectors(connection, found.values())
    return found


def _add_vectors(connection: sqlite3.Connection, found: Iterable[_Found]) -> None:
    """Those whose members are parties; without any, those that at least half of the events have
    which tell of its steps, the most frequent first."""
    members, bare = vectors_of_actors(connection), []
    for one in found:
        touched = {vector for actor, _ in one.parties for vector in members.get(actor, ())}
        one.vectors = tuple(vector for vector in VECTORS if vector in touched)
        if not touched:
            bare.append(one)
    told = {step["event"] for one in bare for step in one.steps} - {None}
    of_event: dict[int, set[str]] = defaultdict(set)
    asked = json.dumps(sorted(told))
    for row, why in _OF_EVENTS.judged(connection, asked, most=MOST_INSTRUMENTS * 10):
        if not why:
            of_event[row["event"]].add(row["vector"])
    for one in bare:
        told_by = [step["event"] for step in one.steps if step["event"] is not None]
        each = Counter(vector for event in told_by for vector in of_event[event])
        most = [v for v in VECTORS if each[v] and 2 * each[v] >= len(told_by)]
        one.vectors = tuple(sorted(most, key=lambda vector: -each[vector]))


def _of(
    connection: sqlite3.Connection, table: str, named: Mapping[int, Fields]
) -> Iterator[Fields]:
    for _, row, why in scan(connection, table):
        if not why and row["instrument"] in named:
            yield row


def _in_order(step: Fields) -> bool:
    return bool(step["outer_first"] <= step["outer_last"] and step["step"])


def _step_day(step: Fields, actors: Mapping[int, KnownActor]) -> StepDay:
    edtf: str = step["edtf"]
    approximate, uncertain = "~" in edtf or "%" in edtf, "?" in edtf or "%" in edtf
    actor = actors.get(step["party"])
    return StepDay(
        step=_CODES.get(step["step"], OTHER),
        first=step["outer_first"],
        last=step["outer_last"],
        by=(actor.iso3 if actor else "") or step["party_as_written"][:LONGEST_NAME],
        doubt=APPROXIMATE * approximate | UNCERTAIN * uncertain,
        known_from=UNDATED if step["known_from"] is None else step["known_from"],
    )


def _life(
    keys: Sequence[int],
    steps: Sequence[Sequence[StepDay]],
    hung: Mapping[int, _Found],
    actors: Mapping[int, KnownActor],
) -> EventTable:
    """The days and terms of the instruments, in the form of events."""
    every = zip(keys, steps, strict=True)
    lives = [life_of(of, len(hung[key].parties)) for key, of in every]
    number = np.array(keys, np.int64)
    return EventTable(
        key=number,
        occurrence=number,
        first=np.array([first for first, _ in lives], np.int64),
        last=np.array([last for _, last in lives], np.int64),
        inner_first=np.ones(len(keys), np.int64),
        inner_last=np.zeros(len(keys), np.int64),
        doubt=np.zeros(len(keys), np.uint8),
        importance=np.zeros(len(keys), np.int32),
        known_from=np.array([min(step.known_from for step in of) for of in steps], np.int64),
        terms={
            "vector": _codes(
                [hung[key].vectors for key in keys],
                [Term(vector, vector) for vector in VECTORS],
            ),
            "state": _states([_iso3s(hung[key], actors) for key in keys], actors),
        },
    )


def _states(held: Sequence[Sequence[str]], actors: Mapping[int, KnownActor]) -> Codes:
    names = {actor.iso3: actor.name for actor in actors.values() if actor.iso3}
    return _codes(held, [Term(iso3, names[iso3]) for iso3 in sorted({i for h in held for i in h})])


def _iso3s(hung: _Found, actors: Mapping[int, KnownActor]) -> tuple[str, ...]:
    """The states that take part, by the list of parties or by a step."""
    keys = [*(actor for actor, _ in hung.parties), *(step["party"] for step in hung.steps)]
    found = (actors[key].iso3 for key in keys if key in actors)
    return tuple(dict.fromkeys(iso3 for iso3 in found if iso3))


def _codes(held: Sequence[Sequence[str]], terms: Sequence[Term]) -> Codes:
    place = {term.id: n for n, term in enumerate(terms)}
    codes = [place[id] for of in held for id in of]
    lengths = np.array([len(of) for of in held], np.int64)
    return several(lengths, np.array(codes, np.int32), terms)


def _offsets(lengths: Iterable[int]) -> NDArray[np.int64]:
    return np.cumsum([0, *lengths]).astype(np.int64)


def _whole_step(connection: sqlite3.Connection, step: Fields) -> Step:
    told = _EVENT.sound(connection, step["event"]) if step["event"] is not None else []
    return Step(
        step=step["step"],
        party=step["party_as_written"],
        edtf=step["edtf"],
        first=step["outer_first"],
        last=step["outer_last"],
        event=told[0]["id"] if told else "",
        event_title=told[0]["title"] if told else "",
        known_from=step["known_from"],
        sources=tuple(Source(**row) for row in _SOURCES.sound(connection, step["key"])),
    )
