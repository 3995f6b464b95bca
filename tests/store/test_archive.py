"""Records and rows of an archive, by key and by id."""

import json
from pathlib import Path

import pytest

from timeline_app.store.archive import Archive

DATA = Path(__file__).resolve().parents[2] / "data"
VOTE = "2014-03-27-un-general-assembly-resolution-68-262-on-ukraine-kazakhstan"


def test_the_edition_says_what_it_is(archive: Archive) -> None:
    edition = archive.edition
    assert (edition.id, edition.version) == ("central-asian-diplomacy", "2026-11-23")
    assert edition.counts["events"] == sum(layer.events for layer in edition.layers) == 2791
    assert edition.counts["claims"] == 161
    assert [layer.id for layer in edition.layers[:3]] == ["curated-1", "curated-2", "seed"]
    assert all(layer.machine_coded != layer.on_by_default for layer in edition.layers)
    assert all("1990" <= layer.covers_from <= layer.covers_to for layer in edition.layers)


def test_an_event_is_whole(archive: Archive) -> None:
    with (DATA / "events.jsonl").open(encoding="utf-8") as file:
        for line in [*file][::25]:
            row = json.loads(line)
            event = archive.event(archive.keys_of([row["id"]])[row["id"]])
            assert (event.title, event.kind, event.layer) == (
                row["title"],
                row["kind"],
                "curated-1",
            )
            assert event.vectors == tuple(row["vectors"])
            assert [p.name for p in event.participants] == [a["name"] for a in row["actors"]]
            assert [p.role for p in event.participants] == [a["role"] or "" for a in row["actors"]]
            assert [(p.name, p.lat, p.lon) for p in event.places] == [
                (p["name"], p["lat"], p["lon"]) for p in row["places"]
            ]
            assert [(s.publisher, s.title, s.url, s.evidence) for s in event.sources] == [
                (s["publisher"], s["title"], s["url"] or "", s["evidence"]) for s in row["sources"]
            ]


def test_records_of_what_happened_name_each_other(archive: Archive) -> None:
    ids = {VOTE, "seed-18-un-abstention", "unga-5309"}
    occurrence = archive.occurrences_of(["unga-5309"])["unga-5309"]
    records = [archive.event(key) for key in archive.keys_of(sorted(ids)).values()]
    assert {record.occurrence for record in records} == {VOTE}
    for record in records:
        assert {record.id, *record.others} == ids
    assert archive.occurrences_of(sorted(ids)) == dict.fromkeys(ids, occurrence)


def test_rows_come_in_the_order_asked(archive: Archive) -> None:
    asked = [2000, 1, 7, 1, 10**9, 500]
    assert [row.key for row in archive.rows(asked)] == [2000, 1, 7, 1, 500]
    assert archive.rows([]) == []


def test_many_rows_are_read_in_parts(archive: Archive) -> None:
    keys = list(range(archive.edition.counts["events"], 0, -1))
    assert [row.key for row in archive.rows(keys)] == keys


def test_a_picture_calls_records_as_their_rows_do(archive: Archive) -> None:
    keys = [*range(1, 1200), 10**9]
    rows = archive.rows(keys)
    assert archive.labels(keys) == {row.key: row.short_label or row.title for row in rows}
    assert any(row.short_label for row in rows)
    assert any(not row.short_label for row in rows)


def test_a_row_says_what_the_event_says(archive: Archive) -> None:
    for row in archive.rows(range(1, 2791, 97)):
        event = archive.event(row.key)
        assert (row.id, row.title, row.kind, row.edtf) == (
            event.id,
            event.title,
            event.kind,
            event.edtf,
        )
        assert row.vectors == event.vectors
        assert row.publishers == event.independent_publishers


def test_unknown_ids_and_keys(archive: Archive) -> None:
    assert archive.keys_of(["no such event", VOTE]).keys() == {VOTE}
    assert archive.occurrences_of([]) == {}
    with pytest.raises(KeyError):
        archive.event(0)


@pytest.mark.parametrize(
    ("record", "written", "of_day"),
    [
        ("1997-12-12-three-state-central-asian-union-meets-in-the-new-kazakh", "Astana", "Akmola"),
        ("2019-06-09-tokayev-elected-president-of-kazakhstan", "Astana", "Nur-Sultan"),
        ("2018-11-08-csto-summit-in-astana", "Astana", "Astana"),
    ],
)
def test_a_place_has_the_name_of_the_day(
    archive: Archive, record: str, written: str, of_day: str
) -> None:
    event = archive.event(archive.keys_of([record])[record])
    capital = next(place for place in event.places if place.id == "place-astana")
    assert (capital.name, capital.of_day, capital.today) == (written, of_day, "Astana")


def test_a_person_and_an_organisation_have_theirs(archive: Archive) -> None:
    record = "2010-09-16-tenth-turkic-summit-in-istanbul-turkic-council-becomes"
    event = archive.event(archive.keys_of([record])[record])
    council = next(actor for actor in event.participants if actor.id == "org-ots")
    assert council.of_day == "Turkic Council"
    assert council.name == council.today == "Organization of Turkic States"
    met = archive.event(archive.keys_of(["cv-61"])["cv-61"])
    (rahmon,) = (one for one in met.participants if one.id == "person-rahmon")
    assert rahmon.of_day == "Emomali Rakhmonov"
    assert rahmon.today == "Emomali Rahmon"
