"""Filters of the shell ask what they say, or are refused with what is near."""

from pathlib import Path

import numpy as np
import pytest

from timeline_app.dates.civil import day_of
from timeline_app.dates.day import OPEN_FUTURE, OPEN_PAST
from timeline_app.model.asked import Asked
from timeline_app.model.filter import NOTES
from timeline_app.session.asking import UnknownError, ask, asked_days
from timeline_app.session.session import Session


@pytest.mark.parametrize(
    ("earliest", "latest", "first", "last"),
    [
        ("2014", "2014", day_of(2014, 1, 1), day_of(2014, 12, 31)),
        ("2014-03", None, day_of(2014, 3, 1), OPEN_FUTURE),
        (None, "2014-02", OPEN_PAST, day_of(2014, 2, 28)),
        ("2013-12~", "2014-03-18?", day_of(2013, 12, 1), day_of(2014, 3, 18)),
    ],
)
def test_dates_reach_from_the_earliest_to_the_latest_day(
    earliest: str | None, latest: str | None, first: int, last: int
) -> None:
    assert asked_days(Asked(earliest=earliest, latest=latest)) == (first, last)


def test_no_dates_ask_for_any_day() -> None:
    assert asked_days(Asked()) is None
    assert asked_days(Asked(surely=True)) == (OPEN_PAST, OPEN_FUTURE)


def test_a_year_is_the_whole_year(session: Session) -> None:
    ask(session, Asked(earliest="2014", latest="2014"))
    table = session.snapshot.table
    touching = (table.first <= day_of(2014, 12, 31)) & (table.last >= day_of(2014, 1, 1))
    assert session.snapshot.passing.possible == touching.sum() > 0


def test_or_within_a_word_and_and_between_words(session: Session) -> None:
    ask(session, Asked(states=("kaz", "Uzbekistan"), vectors=("turkiye",), kinds=("Visit",)))
    table = session.snapshot.table
    rows = np.flatnonzero(session.snapshot.passing.mask)
    assert len(rows)
    for row in range(len(table)):
        passes = (
            bool({"KAZ", "UZB"} & set(table.terms["state"].of(row)))
            and "Türkiye" in table.terms["vector"].of(row)
            and table.terms["kind"].of(row) == ("visit",)
        )
        assert passes == (row in rows)


def test_layers_named_are_the_ones_that_are_on(session: Session) -> None:
    ask(session, Asked(layers=("us-visits", "leaders")))
    assert session.snapshot.archive is not None
    assert session.snapshot.archive.layers_on == {"us-visits", "leaders"}
    table = session.snapshot.table
    shown = {layer for row in range(len(table)) for layer in table.terms["layer"].of(row)}
    assert shown == {"us-visits", "leaders"}


def test_searched_words_are_joined_by_or(session: Session) -> None:
    found = {}
    for words in (("pipeline",), ("manas",), ("pipeline", "manas")):
        ask(session, Asked(searched=words))
        found[words] = set(np.flatnonzero(session.snapshot.passing.mask).tolist())
    assert found["pipeline", "manas"] == found["pipeline",] | found["manas",]


def test_a_tag_is_asked_for_in_any_spelling(session: Session, notebook: Path) -> None:
    session.open_notebook(notebook)
    session.select((int(session.snapshot.table.occurrence[5]),))
    session.add_note("x", ("Dating",))
    ask(session, Asked(tags=("dating",)))
    assert session.snapshot.filter.terms(NOTES) == {"Dating"}
    assert session.snapshot.passing.possible == 1
    ask(session, Asked(tags=("unused",)))
    assert session.snapshot.passing.possible == 0


@pytest.mark.parametrize(
    ("asked", "near"),
    [
        (Asked(vectors=("Rusia",)), "Russia"),
        (Asked(states=("KAS",)), "KAZ"),
        (Asked(kinds=("sumit",)), "summit"),
        (Asked(layers=("us-visit",)), "us-visits"),
        (Asked(actors=("nazarbayew",)), "nazarbayev"),
        (Asked(earliest="2014-13"), "2014-13"),
        (Asked(earliest="2015", latest="2014"), "2015"),
    ],
)
def test_what_is_not_there_is_refused_and_asks_nothing(
    session: Session, asked: Asked, near: str
) -> None:
    before = session.snapshot
    with pytest.raises(UnknownError) as refusal:
        ask(session, asked)
    assert near in refusal.value.sentence
    assert session.snapshot is before
