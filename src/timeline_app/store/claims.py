"""Claims to columns: what an archive says was claimed, read once, damaged rows left out."""

import sqlite3
from collections.abc import Iterable, Sequence
from itertools import islice

import numpy as np
from numpy.typing import NDArray

from timeline_app.dataclass import dataclass
from timeline_app.dates.date_error import DateError
from timeline_app.dates.day import OPEN_PAST, is_open
from timeline_app.dates.edtf import parse
from timeline_app.dates.historical_date import HistoricalDate
from timeline_app.model.claim_table import (
    CLAIM_TYPE,
    SPEAKER,
    VERDICT,
    ClaimTable,
    no_claims,
    verdict_column,
)
from timeline_app.model.event_table import APPROXIMATE, UNCERTAIN, UNDATED, Codes, EventTable, Term
from timeline_app.model.verdict import NOT_TESTABLE, OPEN, verdict_of
from timeline_app.store.archive import Archive
from timeline_app.store.claim_terms import Named, coded_states, coded_vectors
from timeline_app.store.column_links import codes_of
from timeline_app.store.meant import Meant, meanings, meanings_of
from timeline_app.store.typed_rows import Fields, scan, sound_sql

MOST_CLAIMS = 200_000
"""So many claims are taken; the columns of more would not be read in the time one waits."""

PREDICTION = "prediction"

_FIRST_PUBLISHED = (
    "SELECT claim, min(source.known_from) FROM claim_citation "
    "JOIN source ON source.key = claim_citation.source "
    f"WHERE {sound_sql('claim_citation')} AND {sound_sql('source')} "
    "AND source.known_from IS NOT NULL GROUP BY claim"
)


@dataclass(frozen=True, slots=True)
class _Read:
    """One claim as it is read: its row, when it was said, the days that it is about, from which
    date its outcome was known (empty where nothing says it, None without an outcome), and the day
    by which the first of its sources had been published."""

    row: Fields
    stated: HistoricalDate | None
    horizon: HistoricalDate | None
    outcome: str | None
    known_from: int


def read_claims(archive: Archive) -> ClaimTable:
    """Every sound claim; damaged ones are left out. Raises `StoreError` where the file is damaged.

    A claim is sound if its row is of the declared types, its speaker is there, and it was not said
    to end before it began.
    """
    with archive.reading() as connection:
        sound = (row for _, row, why in scan(connection, "claim") if not why)
        rows = list(islice(sound, MOST_CLAIMS))
        if not rows:
            return no_claims()
        outcomes, published = _outcomes(connection), _first_published(connection)
        said_by = {row["speaker"] for row in rows}
        speakers = {m.number: m.term for m in meanings_of(connection, "actor", said_by)}
        read = [
            _Read(
                row,
                _date(row["stated"]),
                _date(row["horizon_edtf"]),
                outcomes.get(row["key"]),
                published.get(row["key"], UNDATED),
            )
            for row in rows
            if row["outer_first"] <= row["outer_last"] and row["speaker"] in speakers
        ]
        if not read:
            return no_claims()
        read.sort(key=lambda r: (r.row["outer_first"], r.row["outer_last"], r.row["key"]))
        terms = _own_terms(read, speakers) | _shared_terms(connection, read)
    return _table(read, terms)


def count_claims(archive: Archive) -> int:
    """How many claims the archive holds, sound or not."""
    with archive.reading() as connection:
        counted: int = connection.execute("SELECT count(*) FROM claim").fetchone()[0]
    return counted


def _table(read: Sequence[_Read], terms: dict[str, Codes]) -> ClaimTable:
    key = np.array([r.row["key"] for r in read], np.int64)
    inner = [r.stated.inner if r.stated else None for r in read]
    horizon = [r.horizon.outer if r.horizon else None for r in read]
    said = EventTable(
        key=key,
        occurrence=key,
        first=np.array([r.row["outer_first"] for r in read], np.int64),
        last=np.array([r.row["outer_last"] for r in read], np.int64),
        inner_first=np.array([i.first if i else 1 for i in inner], np.int64),
        inner_last=np.array([i.last if i else 0 for i in inner], np.int64),
        doubt=np.array([_doubt(r.stated) for r in read], np.uint8),
        importance=np.zeros(len(read), np.int32),
        known_from=np.array([r.known_from for r in read], np.int64),
        terms=terms,
    )
    return ClaimTable(
        said=said,
        verdict=np.array([verdict_of(r.row["verdict"]) for r in read], np.uint8),
        predicts=np.array([r.row["type"].casefold() == PREDICTION for r in read], np.bool_),
        has_horizon=np.array([h is not None for h in horizon], np.bool_),
        horizon_first=np.array([h.first if h else 1 for h in horizon], np.int64),
        horizon_last=np.array([h.last if h else 0 for h in horizon], np.int64),
        outcome_from=np.array([_outcome_from(r) for r in read], np.int64),
    )


def _own_terms(read: Sequence[_Read], speakers: dict[int, Term]) -> dict[str, Codes]:
    verdict = np.array([verdict_of(r.row["verdict"]) for r in read], np.uint8)
    types = sorted({r.row["type"] for r in read} - {""})
    told = sorted({r.row["speaker"] for r in read}, key=lambda s: speakers[s].label.casefold())
    by_type, by_speaker = ({one: n for n, one in enumerate(of)} for of in (types, told))
    return {
        SPEAKER: _column(
            ([by_speaker[r.row["speaker"]]] for r in read), [speakers[s] for s in told]
        ),
        VERDICT: verdict_column(verdict),
        CLAIM_TYPE: _column(
            ([by_type[r.row["type"]]] if r.row["type"] else [] for r in read),
            [Term(type, type) for type in types],
        ),
    }


def _shared_terms(connection: sqlite3.Connection, read: Sequence[_Read]) -> dict[str, Codes]:
    """The columns of terms that claims share with events."""
    vectors, states = (meanings(connection, column) for column in ("vector", "state"))
    named = Named(connection, {meant.term.id: meant.number for meant in vectors})
    by_state, by_vector = coded_states(connection), coded_vectors(connection)
    under: list[tuple[list[int], list[int]]] = []
    for claim in read:
        key = claim.row["key"]
        coded = by_state.get(key, []), by_vector.get(key, [])
        found = named.of(claim.row) if not all(coded) else coded
        under.append((coded[0] or found[0], coded[1] or found[1]))
    return {
        "vector": _linked((links for _, links in under), vectors),
        "state": _linked((links for links, _ in under), states),
    }


def _linked(links: Iterable[Sequence[int]], meant: Sequence[Meant]) -> Codes:
    code_of = {m.number: code for code, m in enumerate(meant)}
    codes = ([code_of[n] for n in dict.fromkeys(of_one) if n in code_of] for of_one in links)
    return _column(codes, [m.term for m in meant])


def _column(codes: Iterable[Sequence[int]], terms: Sequence[Term]) -> Codes:
    """A column from the codes of each row; terms that no claim has are left out."""
    held = list(codes)
    row = np.repeat(np.arange(len(held)), [len(of_one) for of_one in held])
    flat: NDArray[np.int64] = np.array([code for of_one in held for code in of_one], np.int64)
    return codes_of(row, flat, len(held), terms)


def _date(text: str) -> HistoricalDate | None:
    try:
        return parse(text) if text else None
    except DateError:
        return None


def _first_published(connection: sqlite3.Connection) -> dict[int, int]:
    """By claim, the day by which the first of its dated sources had been published."""
    return dict(connection.execute(_FIRST_PUBLISHED))


def _outcomes(connection: sqlite3.Connection) -> dict[int, str]:
    rows = (row for _, row, why in scan(connection, "claim_outcome") if not why)
    return {row["claim"]: row["known_from"] for row in islice(rows, MOST_CLAIMS)}


def _outcome_from(read: _Read) -> int:
    """From which day one knew what came of it; see `ClaimTable`."""
    if read.outcome is None:
        judged = verdict_of(read.row["verdict"]) not in (OPEN, NOT_TESTABLE)
        return UNDATED if judged else OPEN_PAST
    date = _date(read.outcome)
    return UNDATED if date is None or is_open(date.outer.last) else date.outer.last


def _doubt(stated: HistoricalDate | None) -> int:
    """The doubt of a day; where the text is no date, the days that stand in the row are doubted."""
    if stated is None:
        return UNCERTAIN
    return APPROXIMATE * stated.approximate | UNCERTAIN * stated.uncertain
