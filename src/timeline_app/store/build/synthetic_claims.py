"""Claims, treaties and memberships of an archive that is made to measure with.

A claim for 200 events, a treaty for 2,000, and members of each organisation among the five states.
Nobody said, signed or joined any of it.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import repeat

import numpy as np

from timeline_app.dates.civil import date_of, day_of, iso
from timeline_app.model.columns import VECTORS
from timeline_app.store.build.synthetic_draw import (
    DAYS,
    FIRST,
    LAST,
    ORGANISATIONS,
    PERSONS,
    PUBLISHERS,
    STATES,
    TITLE_WORDS,
    Drawn,
    Numbers,
    Stream,
    words_of,
)
from timeline_app.store.build.synthetic_table import Row, joined, key_range, numbered, table_rows
from timeline_app.store.whole_names import WholeNames
from timeline_app.words.folding import indexed

A_CLAIM, A_TREATY = 200, 2_000
"""So many events have one."""
TYPES = ("prediction", "assessment", "statement", "proposal")
VERDICTS = ("open", "borne out", "not borne out", "partly", "not testable")
STEPS = ("signed", "ratified", "in-force", "left")
_OUTCOMES = VERDICTS[1:4]
_YEARS_AHEAD, _ABOUT, _STEP_DAYS, _MEMBER = 6, 3, 500, 0.8
_FROM_YEAR, _TO_YEAR = (date_of(day)[0] for day in (FIRST, LAST))


class SyntheticClaims:
    """The rows of what is said, signed and joined beside some synthetic events.

    `actors` are the names of all actors, `sources` what the index holds of each source, and `say`
    makes a sentence of each row of words.
    """

    def __init__(
        self,
        drawn: Drawn,
        actors: Sequence[str],
        sources: Sequence[str],
        say: Callable[[Numbers], list[str]],
    ) -> None:
        self._actors, self._sources = actors, sources
        self.tables: Mapping[str, Callable[[], Iterator[Row]]] = {
            "claim": self._claims,
            "claim_citation": self._citations,
            "claim_outcome": self._outcomes,
            "claim_event": self._events,
            "claim_actor": self._of_actors,
            "claim_vector": self._of_vectors,
            "instrument": lambda: table_rows(
                "instrument", key=key_range(self._treaties), id=numbered("treaty"), name=self._named
            ),
            "instrument_party": self._parties,
            "instrument_step": self._steps,
            "step_citation": self._step_citations,
            "membership": self._members,
        }
        claims, self._treaties = -(-len(drawn.first) // A_CLAIM), -(-len(drawn.first) // A_TREATY)
        random = drawn.random(Stream.CLAIMED)
        self._day = np.sort(random.integers(0, DAYS, claims))
        self._speaker = random.integers(PERSONS, drawn.actors, claims)
        self._type, self._verdict = (random.integers(0, len(t), claims) for t in (TYPES, VERDICTS))
        self._ahead = random.integers(0, _YEARS_AHEAD, claims)
        """In so many years it is to come true; none: at no time that is named."""
        self._of_state, self._source = (
            random.integers(0, n, claims) for n in (len(STATES), PUBLISHERS)
        )
        self._vector = random.integers(0, len(VECTORS), claims)
        words = words_of(random, claims)
        self._texts, self._happened = say(words[:, TITLE_WORDS:]), say(words[:, :TITLE_WORDS])
        self._event = np.clip(np.searchsorted(drawn.first, self._day), 1, len(drawn.first))
        random = drawn.random(Stream.SIGNED)
        self._named = say(words_of(random, self._treaties)[:, :TITLE_WORDS])
        self._party = random.permuted(np.tile(np.arange(len(STATES)), (self._treaties, 1)), axis=1)[
            :, :2
        ]
        self._steps_of = random.integers(1, len(STEPS) + 1, self._treaties)
        after = random.integers(1, _STEP_DAYS, (self._treaties, len(STEPS))).cumsum(axis=1)
        self._step_day = np.minimum(random.integers(0, DAYS, (self._treaties, 1)) + after, DAYS - 1)
        random = drawn.random(Stream.JOINED)
        self._joined = random.integers(_FROM_YEAR, _TO_YEAR, (ORGANISATIONS, len(STATES)))
        self._left = self._joined + random.integers(1, 100, self._joined.shape)
        self._are = np.argwhere(random.random(self._joined.shape) < _MEMBER)

    def count(self, table: str) -> int:
        """How many rows a table of the header has."""
        return {"claim": len(self._day), "instrument": self._treaties}.get(table, 0)

    def texts(self) -> Iterator[Row]:
        """The rows of the text index, the last claim's first: their keys are below zero."""
        whole = WholeNames((name, n) for n, name in enumerate(self._actors[:PERSONS]))
        told = self._told()
        for n in reversed(range(len(self._day))):
            named = (self._actors[actor] for actor in whole.within(self._texts[n]))
            names = dict.fromkeys((self._name(n), STATES[self._of_state[n]], *named))
            happened = indexed(self._happened[n]) if n in told else ""
            source = self._sources[self._source[n]]
            yield (-1 - n, indexed(self._texts[n]), "", happened, joined(names), "", source)

    # -- claims

    def _name(self, claim: int) -> str:
        return self._actors[int(self._speaker[claim])]

    def _told(self) -> frozenset[int]:
        """Of which claims it is told what happened."""
        judged = [VERDICTS.index(verdict) for verdict in _OUTCOMES]
        return frozenset(np.flatnonzero(np.isin(self._verdict, judged)).tolist())

    def _claims(self) -> Iterator[Row]:
        days = (FIRST + self._day).tolist()
        stated = [iso(day) for day in days]
        whens = zip(days, self._ahead.tolist(), strict=True)
        horizons = [str(date_of(day)[0] + years) if years else "" for day, years in whens]
        return table_rows(
            "claim",
            key=key_range(len(days)),
            id=numbered("claim", 1),
            speaker=(self._speaker + 1).tolist(),
            speaker_as_written=map(self._name, range(len(days))),
            stated=stated,
            outer_first=days,
            outer_last=days,
            type=[TYPES[n] for n in self._type.tolist()],
            text=self._texts,
            horizon_edtf=horizons,
            horizon_as_written=horizons,
            verdict=[VERDICTS[n] for n in self._verdict.tolist()],
            verified=(self._day % 2).tolist(),
        )

    def _citations(self) -> Iterator[Row]:
        sources = (self._source + 1).tolist()
        keys, evidence = key_range(len(sources)), repeat("synthetic")
        return table_rows(
            "claim_citation", claim=keys, n=repeat(0), source=sources, evidence=evidence
        )

    def _outcomes(self) -> Iterator[Row]:
        told = sorted(self._told())
        texts = [self._happened[n] for n in told]
        return table_rows("claim_outcome", claim=[n + 1 for n in told], text=texts)

    def _events(self) -> Iterator[Row]:
        about = range(0, len(self._day), _ABOUT)
        events = self._event[::_ABOUT].tolist()
        stances = ["foresees" if self._ahead[n] else "judges" for n in about]
        return table_rows("claim_event", claim=[n + 1 for n in about], event=events, stance=stances)

    def _of_actors(self) -> Iterator[Row]:
        states = (self._of_state + 1).tolist()
        return table_rows("claim_actor", claim=key_range(len(states)), n=repeat(0), actor=states)

    def _of_vectors(self) -> Iterator[Row]:
        vectors = [VECTORS[n] for n in self._vector.tolist()]
        keys = key_range(len(vectors))
        return table_rows("claim_vector", claim=keys, n=repeat(0), vector=vectors)

    # -- treaties

    def _parties(self) -> Iterator[Row]:
        parties = self._party.ravel().tolist()
        return table_rows(
            "instrument_party",
            instrument=np.repeat(key_range(self._treaties), 2).tolist(),
            n=[n % 2 for n in range(len(parties))],
            actor=[party + 1 for party in parties],
            name_as_written=[STATES[party] for party in parties],
        )

    def _steps(self) -> Iterator[Row]:
        taken = np.arange(len(STEPS)) < self._steps_of[:, None]
        treaty, step = np.nonzero(taken)
        days = (FIRST + self._step_day[taken]).tolist()
        return table_rows(
            "instrument_step",
            key=key_range(len(days)),
            instrument=(treaty + 1).tolist(),
            n=step.tolist(),
            step=[STEPS[n] for n in step.tolist()],
            edtf=map(iso, days),
            outer_first=days,
            outer_last=days,
        )

    def _step_citations(self) -> Iterator[Row]:
        keys = key_range(int(self._steps_of.sum()))
        sources, evidence = [1 + key % PUBLISHERS for key in keys], repeat("synthetic")
        return table_rows(
            "step_citation", step=keys, n=repeat(0), source=sources, evidence=evidence
        )

    # -- memberships

    def _members(self) -> Iterator[Row]:
        organisation, state = self._are.T
        years = self._joined[organisation, state].tolist()
        ends = self._left[organisation, state].tolist()
        left = [end if end <= _TO_YEAR else None for end in ends]
        return table_rows(
            "membership",
            key=key_range(len(years)),
            organisation=(len(STATES) + organisation + 1).tolist(),
            name_as_written=[self._actors[len(STATES) + n] for n in organisation.tolist()],
            state=(state + 1).tolist(),
            to=["" if end is None else str(end) for end in left],
            from_first=[day_of(year, 1, 1) for year in years],
            from_last=[day_of(year, 12, 31) for year in years],
            to_first=[None if end is None else day_of(end, 1, 1) for end in left],
            to_last=[None if end is None else day_of(end, 12, 31) for end in left],
            to_is_censored=[int(end is None) for end in left],
            status=["full" if n % 5 else "observer" for n in range(len(years))],
            precision=repeat("year"),
            source=repeat("synthetic"),
            **{"from": map(str, years)},
        )
