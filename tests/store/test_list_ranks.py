"""What the list is sorted by under headings that the columns do not hold."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from fixtures_archive import tampered
from timeline_app.store.archive import Archive
from timeline_app.store.list_ranks import pack_ranks, read_ranks
from timeline_app.words.folding import fold

LAST = 2**31 - 1


@pytest.fixture(scope="module")
def archive(shipped_archive: Path) -> Iterator[Archive]:
    with closing(Archive.open(shipped_archive)) as opened:
        yield opened


def test_titles_are_ranked_as_they_are_read_and_publishers_by_their_number(
    archive: Archive, shipped_archive: Path
) -> None:
    with closing(sqlite3.connect(f"file:{shipped_archive}?mode=ro", uri=True)) as plain:
        rows = plain.execute("SELECT title, publishers FROM event ORDER BY key").fetchall()
    keys = np.arange(1, len(rows) + 1)
    for heading, compared in (
        ("title", [fold(title) for title, _ in rows]),
        ("publishers", [n for _, n in rows]),
    ):
        ranks = read_ranks(archive, heading, keys).tolist()
        place = {value: n for n, value in enumerate(sorted(set(compared)))}
        assert ranks == [place[value] for value in compared]


def test_what_is_not_ranked_comes_last(archive: Archive) -> None:
    keys = np.array([0, -5, 10**9, 2**50], np.int64)
    assert read_ranks(archive, "title", keys).tolist() == [LAST] * 4
    assert read_ranks(archive, "unheard-of", np.array([1, 2])).tolist() == [LAST] * 2


@given(st.integers(0, 300_000))
def test_ranks_are_packed_block_by_block(n: int) -> None:
    ranks = np.arange(n, dtype=np.int32)[::-1]
    packed = list(pack_ranks(ranks))
    assert all(0 < len(one) <= 1_000_000 for one in packed)
    assert np.array_equal(np.frombuffer(b"".join(packed), "<i4"), ranks)


@pytest.mark.parametrize("held", ["'text'", "NULL", "7", "x'0102'", "x'010203040506'"])
def test_a_damaged_heading_orders_what_it_can(
    shipped_archive: Path, tmp_path: Path, held: str
) -> None:
    path = tampered(
        shipped_archive, tmp_path / "odd.archive.sqlite", f"UPDATE list_rank SET ranks = {held}"
    )
    with closing(Archive.open(path)) as opened:
        ranks = read_ranks(opened, "title", np.arange(1, 50))
    assert len(ranks) == 49
    assert set(ranks[1:].tolist()) == {LAST}
