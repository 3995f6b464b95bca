"""The records of the article, read in its order; damaged ones are left out."""

import sqlite3
from itertools import islice

from timeline_app.model.article import ArticleRecord, Figure
from timeline_app.store.archive import Archive
from timeline_app.store.typed_rows import Reader, scan

MOST_RECORDS = 20_000
MOST_FIGURES = 100

_RECORD = Reader(
    "article_record.n, article_record.id, article_record.record, article_record.title, "
    "article_record.summary, article_record.edtf, article_record.note, article_record.event, "
    "article_record.claim, article_record.series",
    "FROM article_record WHERE n = ?",
)
_OCCURRENCE = Reader("event.occurrence", "FROM event WHERE key = ?")
_FIGURES = Reader(
    "series.measure, series.unit, series.scale, series.entity, series.partner, series.source, "
    "observation.edtf, observation.value",
    "FROM observation JOIN series ON series.key = observation.series "
    "WHERE observation.series = ? AND (observation.edtf = ? OR ? = '') ORDER BY outer_first",
)


def article_order(archive: Archive) -> tuple[int, ...]:
    """The numbers of all sound records, in the order of the article. Raises `StoreError`."""
    with archive.reading() as connection:
        sound = (row["n"] for _, row, why in scan(connection, "article_record") if not why)
        return tuple(sorted(islice(sound, MOST_RECORDS)))


def read_article_record(archive: Archive, n: int) -> ArticleRecord | None:
    """One record; None where there is none of this number, or it is damaged."""
    with archive.reading() as connection:
        row = next(iter(_RECORD.sound(connection, n)), None)
        if row is None:
            return None
        event, series = row.pop("event"), row.pop("series")
        return ArticleRecord(
            **row,
            occurrence=_occurrence(connection, event),
            figures=_figures(connection, series, row["edtf"]),
        )


def _occurrence(connection: sqlite3.Connection, event: int | None) -> int | None:
    rows = [] if event is None else _OCCURRENCE.sound(connection, event)
    return next((int(row["occurrence"]) for row in rows), None)


def _figures(connection: sqlite3.Connection, series: int | None, edtf: str) -> tuple[Figure, ...]:
    """The figures of the series for the time that the record bears."""
    if series is None:
        return ()
    found = _FIGURES.judged(connection, series, edtf, edtf, most=MOST_FIGURES)
    return tuple(Figure(**row) for row, why in found if not why)
