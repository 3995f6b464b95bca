"""From which day a record was known: by the publication of its sources, or their set's edition."""

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from made_folders import event, folder, source
from timeline_app.dates.civil import day_of
from timeline_app.model.event_table import UNDATED
from timeline_app.store.archive import Archive
from timeline_app.store.archive_check import check
from timeline_app.store.build.edition import Report, build
from timeline_app.store.build.set_editions import known_day
from timeline_app.store.columns import read_records

LISTED = "data_set,edition,reason\n"
ENTRY = {"kind": "dataset", "publisher": "A register 2.0", "title": "Entry 7", "date": "1999-02-03"}


def made(path: Path, **files: Any) -> Report:
    return build(folder(path / "data", **files), path / "made.archive.sqlite")


def known(path: Path) -> int:
    with closing(Archive.open(path / "made.archive.sqlite")) as archive:
        return int(read_records(archive).known_from[0])


def sources(path: Path) -> list[tuple[str, str, str, int | None]]:
    with closing(sqlite3.connect(path / "made.archive.sqlite")) as connection:
        return connection.execute(
            "SELECT date, date_basis, entry_date, known_from FROM source ORDER BY key"
        ).fetchall()


@pytest.mark.parametrize(
    ("date", "day"),
    [
        ("2014-05-30", (2014, 5, 30)),
        ("2014-03", (2014, 3, 31)),
        ("2012-02", (2012, 2, 29)),
        ("2014", (2014, 12, 31)),
        ("201X", (2019, 12, 31)),
        ("2014-03~", (2014, 4, 30)),
        ("2014-05-30~", (2014, 6, 6)),
        ("2014-05-30?", (2014, 5, 30)),
        ("2014-03-01/2014-05", (2014, 5, 31)),
        ("-0044-03", (-44, 3, 31)),
    ],
)
def test_by_the_last_day_of_its_date_a_source_was_published(
    date: str, day: tuple[int, int, int]
) -> None:
    assert known_day(date) == day_of(*day)


@pytest.mark.parametrize("date", ["", "2014-05/..", "/", "soon", "30 May 2014", "2014-02-30"])
def test_what_has_no_last_day_is_undated(date: str) -> None:
    assert known_day(date) is None


def test_an_event_is_known_from_the_first_of_its_dated_sources(tmp_path: Path) -> None:
    cited = [source(date=date, title=date) for date in ("2016", "", "2015-03", "2015-04-01")]
    made(tmp_path, events=[event(sources=cited)])
    assert known(tmp_path) == day_of(2015, 3, 31)


def test_it_may_be_known_before_it_happens(tmp_path: Path) -> None:
    made(tmp_path, events=[event(start="2020", sources=[source(date="2014-05-30")])])
    assert known(tmp_path) == day_of(2014, 5, 30)


@pytest.mark.parametrize("cited", [[], [source(date=None)], [source(**ENTRY)]])
def test_without_a_dated_source_nobody_can_say(tmp_path: Path, cited: list[dict[str, Any]]) -> None:
    made(tmp_path, events=[event(sources=cited)])
    assert known(tmp_path) == UNDATED


def test_an_entry_is_known_from_the_end_of_the_editions_year(tmp_path: Path) -> None:
    listed = f"{LISTED}A register 2.0,2016,Its title says so.\n"
    made(tmp_path, events=[event(sources=[source(**ENTRY)])], editions=listed)
    assert known(tmp_path) == day_of(2016, 12, 31)
    assert sources(tmp_path) == [
        ("2016", "data set's edition", "1999-02-03", day_of(2016, 12, 31)),
    ]


def test_the_day_of_an_entry_is_no_publication(tmp_path: Path) -> None:
    listed = f"{LISTED}A register 2.0,,Nothing says it.\n"
    cited = [source(**ENTRY), source(), source(title="Undated", date=None)]
    made(tmp_path, events=[event(sources=cited)], editions=listed)
    assert sources(tmp_path) == [
        ("", "unknown", "1999-02-03", None),
        ("2014-05-30", "published", "", day_of(2014, 5, 30)),
        ("", "unknown", "", None),
    ]


@pytest.mark.parametrize(
    ("line", "field"),
    [
        ("A register 2.0,2016,", "reason"),
        (",2016,Its title.", "data_set"),
        ("A register 2.0,soon,Its title.", "edition"),
        ("A register 2.0,2016/..,Its title.", "edition"),
        ("A,,x\nA,,x", "data_set"),
    ],
)
def test_a_row_that_states_nothing_is_refused(tmp_path: Path, line: str, field: str) -> None:
    report = made(tmp_path, events=[event()], editions=f"{LISTED}{line}\n")
    assert [(p.file, p.field) for p in report.refused] == [("editions.csv", field)]


def test_series_and_memberships_are_known_from_the_edition_of_their_source(tmp_path: Path) -> None:
    rows = ["Old figures 3.0", "Other figures 2019-07", "Figures"]
    figures = "".join(f"trade,USD,KAZ,RUS,2013,{n}.5,{name}\n" for n, name in enumerate(rows))
    members = "".join(f"A club,,KAZ,{y},,full,day,{s}\n" for y, s in [(1999, rows[0]), (2001, "x")])
    made(
        tmp_path,
        events=[event()],
        editions=f"{LISTED}Old figures 3.0,2011,Its title.\n",
        statistics=f"series,unit,entity,partner,year,value,source\n{figures}",
        memberships=f"org,org_code,state,start,end,status,precision,source\n{members}",
    )
    with closing(sqlite3.connect(tmp_path / "made.archive.sqlite")) as connection:
        series = dict(connection.execute("SELECT source, known_from FROM series"))
        clubs = dict(connection.execute("SELECT source, known_from FROM membership"))
    assert series == {
        rows[0]: day_of(2011, 12, 31),
        rows[1]: day_of(2019, 7, 31),
        rows[2]: None,
    }
    assert clubs == {rows[0]: day_of(2011, 12, 31), "x": None}


def test_every_data_set_that_ships_was_looked_at(shipped_archive: Path) -> None:
    listed = (Path(__file__).parents[2] / "data" / "editions.csv").read_text(encoding="utf-8")
    with closing(sqlite3.connect(shipped_archive)) as connection:
        sets = connection.execute(
            "SELECT DISTINCT publisher.name FROM source "
            "JOIN publisher ON publisher.id = source.publisher WHERE kind = 'dataset'"
        ).fetchall()
        basis = dict(connection.execute("SELECT date_basis, count(*) FROM source GROUP BY 1"))
    assert [name for (name,) in sets if name not in listed] == []
    assert basis.keys() == {"published", "data set's edition", "unknown"}


@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM citation",
        "UPDATE source SET known_from = known_from + 1",
        "UPDATE source SET known_from = NULL",
        "UPDATE source SET date = '2013'",
    ],
)
def test_a_day_that_does_not_follow_from_the_sources_is_found(
    tmp_path: Path, statement: str
) -> None:
    made(tmp_path, events=[event()])
    path = tmp_path / "made.archive.sqlite"
    assert check(path).status == "ok"
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute(statement)
    assert any("from which it was known" in row.why for row in check(path).damaged)
