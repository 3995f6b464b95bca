"""Where what is shown happened, counted beside the reader's work."""

import sqlite3
from contextlib import closing
from pathlib import Path

import numpy as np

from timeline_app.analysis.where import where
from timeline_app.session.placing import NOWHERE, UNKNOWN, Placing
from timeline_app.session.placing_words import position_words, where_words
from timeline_app.session.session import Session

from .later import Later


def _named_by_sql(path: Path, session: Session) -> dict[str, int]:
    """How many of the shown events name each place, counted by SQL."""
    now = session.snapshot
    keys = now.table.key[np.flatnonzero(now.passing.mask)].tolist()
    with closing(sqlite3.connect(path)) as held:
        held.execute("CREATE TEMP TABLE shown (event INTEGER PRIMARY KEY)")
        held.executemany("INSERT INTO shown VALUES (?)", [(key,) for key in keys])
        return dict(
            held.execute(
                "SELECT place.id, COUNT(DISTINCT event) FROM shown JOIN event_place USING (event) "
                "JOIN place ON place.key = place GROUP BY place.id"
            )
        )


def test_every_count_is_that_of_sql_and_opens_a_list_of_its_length(
    session: Session, shipped_archive: Path
) -> None:
    session.set_span(2455563, 2457388)
    placing = Placing(session.aside, lambda: None)
    placing.ask(session.snapshot)
    made = placing.placed
    assert made is not None
    told = {site.places: site.n for site in made.where.sites}
    assert told == {(id,): n for id, n in _named_by_sql(shipped_archive, session).items()}
    for site in made.where.sites:
        assert len(made.behind(site.places)) == site.n
        assert made.name(site) in made.behind(site.places).title
    assert len(made.behind(NOWHERE)) == made.where.nowhere > 0
    assert len(made.behind(UNKNOWN)) == made.where.unknown
    assert len(made.behind(("no such place",))) == 0
    words = where_words(made.where)
    for n in (made.where.placed, len(made.where.on_map), made.where.nowhere):
        assert str(n) in words


def test_only_the_newest_is_taken_and_the_same_is_not_counted_again(session: Session) -> None:
    later, heard = Later(), list[int]()
    placing = Placing(later, lambda: heard.append(1))
    placing.ask(session.snapshot)
    session.set_span(2456659, 2457023)
    placing.ask(session.snapshot)
    placing.ask(session.snapshot)
    later.work()
    made, now = placing.placed, session.snapshot
    assert made is not None
    assert heard == [1]
    assert made.where == where(now.table, now.passing.mask, session.positions())
    session.clear_all()
    placing.ask(session.snapshot)
    later.work()
    assert placing.placed is not None
    assert placing.placed.where.events > made.where.events


def test_without_an_archive_nothing_is_placed(session: Session) -> None:
    placing = Placing(session.aside, lambda: None)
    placing.ask(session.snapshot)
    assert placing.placed is not None
    placing.ask(Session().snapshot)
    assert placing.placed is None
    assert Session().positions() == {}


def test_a_position_is_told_by_its_side_of_the_earth() -> None:
    assert position_words((51.18, 71.43)) == "51.2° N, 71.4° E"
    assert position_words((-6.17, -75.5)) == "6.2° S, 75.5° W"
    assert position_words(None) == "not known"
