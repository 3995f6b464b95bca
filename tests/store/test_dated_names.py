"""Names that have their time, read for many records in as many questions as for one."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from fixtures_archive import tampered
from timeline_app.store.archive import Archive
from timeline_app.store.claim_records import claim_key, read_claim, read_claim_rows

ELECTED = "2019-06-09-tokayev-elected-president-of-kazakhstan"


@pytest.fixture(scope="module")
def archive(shipped_archive: Path) -> Iterator[Archive]:
    with closing(Archive.open(shipped_archive)) as opened:
        yield opened


def places(archive: Archive, event_id: str) -> tuple[str, ...]:
    (row,) = archive.rows([archive.keys_of([event_id])[event_id]])
    return row.places


def test_forty_rows_take_as_many_questions_as_one(archive: Archive) -> None:
    asked: list[str] = []
    counts = []
    keys = list(range(1, 401))
    for some in (keys[:1], keys[:40], keys):
        with archive.reading() as connection:
            connection.set_trace_callback(asked.append)
        archive.rows(some)
        with archive.reading() as connection:
            connection.set_trace_callback(None)
        counts.append(len([one for one in asked if one.startswith("SELECT")]))
        asked.clear()
    assert counts[0] == counts[1] == counts[2] <= 5


def test_a_name_whose_days_are_no_dates_is_left_out(shipped_archive: Path, tmp_path: Path) -> None:
    statement = "UPDATE name SET \"from\" = 'soon' WHERE text = 'Nur-Sultan'"
    copy = tampered(shipped_archive, tmp_path / "copy.sqlite", statement)
    with closing(Archive.open(copy)) as opened:
        assert places(opened, ELECTED) == ("Astana",)


def test_where_two_names_are_told_of_one_day_the_record_is_followed(
    shipped_archive: Path, tmp_path: Path
) -> None:
    statement = (
        "INSERT INTO name SELECT max(key) + 1, 'place-astana', NULL, (SELECT key FROM place "
        "WHERE id = 'place-astana'), 'Akmola', 'en', 'Latn', '2019', '2020', '', 'akmola' FROM name"
    )
    copy = tampered(shipped_archive, tmp_path / "copy.sqlite", statement)
    with closing(Archive.open(copy)) as opened:
        assert places(opened, ELECTED) == ("Astana",)
        event = opened.event(opened.keys_of([ELECTED])[ELECTED])
        assert [place.of_day for place in event.places] == ["Astana"]


def test_a_place_that_is_damaged_stands_in_no_row_and_not_in_the_details(
    shipped_archive: Path, tmp_path: Path
) -> None:
    statement = "UPDATE place SET lat = 999 WHERE id = 'place-astana'"
    copy = tampered(shipped_archive, tmp_path / "copy.sqlite", statement)
    with closing(Archive.open(copy)) as opened:
        assert places(opened, ELECTED) == ()
        assert opened.event(opened.keys_of([ELECTED])[ELECTED]).places == ()


def test_a_speaker_is_named_as_on_the_day_of_the_claim(archive: Archive) -> None:
    rows = read_claim_rows(archive, range(1, 200))
    renamed = [row for row in rows if row.speaker != row.speaker_of_day]
    assert [(row.stated, row.speaker, row.speaker_of_day) for row in renamed] == [
        ("1999", "Emomali Rahmon", "Emomali Rakhmonov")
    ]
    for row in rows:
        claim = read_claim(archive, claim_key(archive, row.id) or 0)
        assert claim is not None and claim.speaker_of_day == row.speaker_of_day
