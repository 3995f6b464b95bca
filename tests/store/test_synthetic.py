"""Synthetic archives: sound, the same for the same seed, of the make-up that they promise."""

import re
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from timeline_app.dates.edtf import parse
from timeline_app.model.fold import fold
from timeline_app.store.archive import Archive
from timeline_app.store.archive_check import check
from timeline_app.store.build.synthetic import SyntheticRows, synthesize
from timeline_app.store.build.synthetic_claims import A_CLAIM, A_TREATY, VERDICTS
from timeline_app.store.build.synthetic_draw import ACTORS, ORGANISATIONS
from timeline_app.store.build.synthetic_words import CYRILLIC, LATIN, vocabulary
from timeline_app.store.columns import read_records
from timeline_app.store.schema import BY_NAME
from timeline_app.store.store_error import StoreError

N = 3_000


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("synthetic") / "made.archive.sqlite"
    synthesize(N, path, seed=7)
    return path


def test_it_is_sound_and_says_what_it_is(made: Path) -> None:
    found = check(made)
    assert (found.status, found.reasons, found.damaged) == ("ok", (), ())
    archive = Archive.open(made)
    edition = archive.edition
    assert edition.counts["events"] == edition.counts["occurrences"] == N
    assert edition.counts["actors"] == ACTORS
    assert "Synthetic" in edition.title and "Nothing in it happened" in edition.summary
    assert "Synthetic" in edition.layers[0].title
    archive.close()


def test_a_seed_makes_one_archive(made: Path, tmp_path: Path) -> None:
    hashes = [synthesize(200, tmp_path / f"{n}.sqlite", seed) for n, seed in enumerate((1, 1, 2))]
    assert hashes[0] == hashes[1] != hashes[2]


def test_its_make_up(made: Path) -> None:
    archive = Archive.open(made)
    records = read_records(archive)
    table = fold(records, frozenset(records.layers))
    titles = [row.title for row in archive.rows(table.key.tolist())]
    archive.close()
    assert len(table) == N and (np.diff(table.first) >= 0).all()
    assert len(table.terms["organisation"].terms) == ORGANISATIONS
    cyrillic = sum(bool(re.search("[а-я]", title)) for title in titles)
    assert 0.28 < cyrillic / N < 0.39
    per_day = np.unique(table.first, return_counts=True)[1]
    assert per_day.max() >= 5  # even days would have one event in four
    actors = table.terms["actor"]
    times = np.sort(np.bincount(actors.codes))[::-1]
    assert times[0] > 20 * np.median(times)


def test_its_days_are_those_of_its_dates() -> None:
    columns = BY_NAME["event"].columns
    for row in SyntheticRows(300, 3).rows_of("event"):
        event = dict(zip(columns, row, strict=True))
        date = parse(str(event["edtf"]))
        assert date.inner is not None
        days = (date.outer.first, date.outer.last, date.inner.first, date.inner.last)
        told = ("outer_first", "outer_last", "inner_first", "inner_last")
        assert tuple(event[name] for name in told) == days, event["edtf"]


def test_every_word_is_another() -> None:
    assert len(set(vocabulary())) == LATIN + CYRILLIC


@pytest.mark.parametrize("n", [0, -1, 10**9])
def test_a_number_out_of_bounds_writes_nothing(tmp_path: Path, n: int) -> None:
    with pytest.raises(StoreError, match="1 to 10,000,000 events"):
        synthesize(n, tmp_path / "a.sqlite", seed=0)
    assert not list(tmp_path.iterdir())


def test_another_programs_file_is_left_alone(tmp_path: Path) -> None:
    diary = tmp_path / "diary.txt"
    diary.write_text("Dear diary " * 20)
    for target in (diary, tmp_path, tmp_path / "no" / "a.sqlite"):
        with pytest.raises(StoreError):
            synthesize(1, target, seed=0)
    assert diary.read_text() == "Dear diary " * 20
    assert [path.name for path in tmp_path.iterdir()] == [diary.name]


def test_claims_treaties_and_memberships_are_made_where_they_are_asked_for(
    made: Path, tmp_path: Path
) -> None:
    path = tmp_path / "claims.archive.sqlite"
    synthesize(N, path, seed=7, claims=True)
    found = check(path)
    assert (found.status, found.reasons, found.damaged) == ("ok", (), ())
    plain, archive = Archive.open(made), Archive.open(path)
    assert archive.edition.counts["claims"] == -(-N // A_CLAIM)
    assert archive.edition.counts["instruments"] == -(-N // A_TREATY)
    assert "claims" in archive.edition.title and "Nothing in it happened" in archive.edition.summary
    with_them, without = read_records(archive), read_records(plain)
    assert np.array_equal(with_them.first, without.first)  # the events are the same ones
    plain.close()
    archive.close()


def test_what_is_claimed_bears_dates_in_order_and_refers_to_what_there_is() -> None:
    rows = SyntheticRows(5_000, 3, claims=True)

    def told(table: str, column: str) -> list[Any]:
        at = list(BY_NAME[table].columns).index(column)
        return [row[at] for row in rows.rows_of(table)]

    def together(table: str, *columns: str) -> Iterator[tuple[Any, ...]]:
        return zip(*(told(table, column) for column in columns), strict=True)

    for table, stated in (("claim", "stated"), ("instrument_step", "edtf")):
        for edtf, first, last in together(table, stated, "outer_first", "outer_last"):
            assert (parse(str(edtf)).outer.first, parse(str(edtf)).outer.last) == (first, last)
    assert told("claim", "outer_first") == sorted(told("claim", "outer_first"))
    members = together("membership", "to_first", "to_is_censored")
    assert all((to is None) == bool(goes_on) for to, goes_on in members)
    assert set(told("claim_event", "event")) <= set(range(1, 5_001))
    assert set(told("claim", "verdict")) <= set(VERDICTS)
    steps = list(together("instrument_step", "instrument", "outer_first"))
    assert steps == sorted(steps)


def test_more_actors_are_named_where_they_are_asked_for(made: Path, tmp_path: Path) -> None:
    path = tmp_path / "many.archive.sqlite"
    synthesize(N, path, seed=7, actors=9_000)
    assert check(path).status == "ok"
    with closing(Archive.open(path)) as many, closing(Archive.open(made)) as usual:
        assert many.edition.counts["actors"] == 9_000
        assert "9000 actors" in many.edition.title
        actors = [len(read_records(one).terms["actor"].terms) for one in (many, usual)]
        assert actors[0] > 1.3 * actors[1]
        assert np.array_equal(read_records(many).first, read_records(usual).first)


@pytest.mark.parametrize("actors", [0, ACTORS - 1, 1_000_001])
def test_of_how_many_actors_is_refused_with_the_bounds(actors: int, tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="2,000 to 1,000,000 actors"):
        synthesize(9, tmp_path / "a.sqlite", seed=0, actors=actors)
