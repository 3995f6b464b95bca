"""Records as citations name them, out of the archive that ships."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from timeline_app.model.cited_record import CITED_KINDS
from timeline_app.store.archive import Archive
from timeline_app.store.cited import cited_record, sources_of_events

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
