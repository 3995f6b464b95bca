"""Records as citations name them, out of the archive that ships."""

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from timeline_app.model.cited_record import CITED_KINDS
from timeline_app.store.archive import Archive
from timeline_app.store.cited import cited_record, sources_of_events
from timeline_app.store.edition_diff import diff
from timeline_app.store.store_error import StoreError

BAKER = "1991-12-17-us-secretary-of-state-baker-meets-akayev-in-bishkek"


@pytest.fixture
def archive(shipped_archive: Path) -> Iterator[Archive]:
    opened = Archive.open(shipped_archive)
    yield opened
    opened.close()


def test_an_event_has_the_sources_that_its_detail_shows(archive: Archive) -> None:
    event = archive.event(archive.keys_of([BAKER])[BAKER])
    record = cited_record(archive, "event", BAKER)
    assert record is not None
    assert (record.title, record.date, record.sources) == (event.title, event.edtf, event.sources)
    assert record.sources


def test_a_claim_has_its_speaker_and_sources(archive: Archive) -> None:
    record = cited_record(archive, "claim", "claim-seed-05-death-of-multivectorism")
    assert record is not None
    assert record.speaker == "Luca Anceschi"
    assert record.capacity
    assert "Registan" in {source.publisher for source in record.sources}


def test_every_source_can_be_cited_by_itself(archive: Archive) -> None:
    with archive.reading() as connection:
        ids = [id for (id,) in connection.execute("SELECT id FROM source ORDER BY key LIMIT 50")]
    for id in ids:
        record = cited_record(archive, "source", id)
        assert record is not None
        assert [source.id for source in record.sources] == [id]


def test_what_is_not_there_is_none(archive: Archive) -> None:
    assert [cited_record(archive, kind, "no such") for kind in CITED_KINDS] == [None] * 3


def test_the_sources_of_many_events_stand_once(archive: Archive) -> None:
    with archive.reading() as connection:
        keys = [key for (key,) in connection.execute("SELECT key FROM event")]
        select = "SELECT count(DISTINCT source) FROM citation"
        ((cited,),) = connection.execute(select)
    found = sources_of_events(archive, keys)
    assert len(found) == len({source.id for source in found}) == cited
    assert sources_of_events(archive, []) == ()


def test_damaged_records_are_refused_and_damaged_sources_left_out(
    shipped_archive: Path, tmp_path: Path
) -> None:
    """The tables of a stranger need not be strict."""
    path = tmp_path / "odd.sqlite"
    shutil.copy(shipped_archive, path)
    claim = "claim-seed-05-death-of-multivectorism"
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA writable_schema = ON")
        connection.execute("UPDATE sqlite_master SET sql = replace(sql, 'STRICT', '')")
        connection.execute("PRAGMA writable_schema = RESET")
        connection.execute("UPDATE event SET title = x'ff00' WHERE id = ?", (BAKER,))
        connection.execute("UPDATE source SET title = x'ff' WHERE publisher = 'registan'")
        connection.execute("UPDATE series SET id = x'ff' WHERE key = 1")
    with closing(Archive.open(path)) as odd, closing(Archive.open(shipped_archive)) as sound:
        with pytest.raises(StoreError):
            cited_record(odd, "event", BAKER)
        record, whole = cited_record(odd, "claim", claim), cited_record(sound, "claim", claim)
        assert record is not None
        assert whole is not None
        assert len(record.sources) == len(whole.sources) - 1
        source = cited_record(odd, "source", whole.sources[1].id)
        assert source is not None
        with pytest.raises(StoreError):
            cited_record(odd, "source", whole.sources[0].id)
        changes = diff(sound, odd)
    assert {one.id for one in changes.changed} == {BAKER}
    assert [one.kind for one in changes.removed] == ["series"]
