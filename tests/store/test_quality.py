"""What is weak in an archive: counts equal plain SQL, on what ships and on what is made."""

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from made_folders import event, folder, source
from timeline_app.model.fold import fold
from timeline_app.model.quality import Quality
from timeline_app.store.archive import Archive
from timeline_app.store.build.edition import build
from timeline_app.store.columns import read_records
from timeline_app.store.progress import Progress
from timeline_app.store.quality import LONGEST_LINE, weak_events, weak_records
from timeline_app.store.store_error import StoreError

from .hostile import CATALOGUE
from .spoiling import HARMLESS, PARTLY, Hostile

ON = "layer IN (SELECT value FROM json_each(:on))"
SHOWN = f"""
    SELECT key FROM (SELECT event.key, row_number() OVER (PARTITION BY occurrence ORDER BY
    layer.rank, importance DESC, event.key) AS nth FROM event JOIN layer ON layer.id = layer
    WHERE {ON}) WHERE nth = 1
"""
PLAIN = {
    "no-source": f"""SELECT occurrence FROM event WHERE {ON} GROUP BY occurrence HAVING
        sum((SELECT count(*) FROM citation WHERE record = event.key)) = 0""",
    "one-source": f"""SELECT occurrence FROM event JOIN citation ON record = event.key WHERE {ON}
        GROUP BY occurrence HAVING count(DISTINCT source) = 1""",
    "one-publisher": f"""SELECT occurrence FROM event JOIN citation ON record = event.key
        JOIN source ON source.key = source WHERE event.key IN ({SHOWN})
        GROUP BY occurrence HAVING count(DISTINCT publisher) = 1""",
    "machine-coded": f"""SELECT occurrence FROM event JOIN layer ON layer.id = layer WHERE {ON}
        GROUP BY occurrence HAVING min(machine_coded) = 1""",
    "unverified": f"""SELECT occurrence FROM event WHERE {ON}
        GROUP BY occurrence HAVING max(verified) = 0""",
    "disputed": f"""SELECT DISTINCT occurrence FROM event WHERE {ON} AND key IN (SELECT event FROM
        assertion GROUP BY event, field HAVING count(*) > 1)""",
    "disputed:date": f"""SELECT DISTINCT occurrence FROM event WHERE {ON} AND key IN (SELECT event
        FROM assertion WHERE field = 'date' GROUP BY event HAVING count(*) > 1)""",
    "coarse": f"""SELECT occurrence FROM event WHERE key IN ({SHOWN}) AND length(replace(
        substr(edtf, 1, 10), '~', '')) < 10""",
    "approximate": f"SELECT occurrence FROM event WHERE key IN ({SHOWN}) AND edtf LIKE '%~%'",
    "uncertain": f"SELECT occurrence FROM event WHERE key IN ({SHOWN}) AND edtf LIKE '%?%'",
    "no-place": f"""SELECT occurrence FROM event WHERE {ON} GROUP BY occurrence HAVING
        sum((SELECT count(*) FROM event_place WHERE event = event.key)) = 0""",
    "unplaced": f"""SELECT DISTINCT occurrence FROM event JOIN event_place ON event = event.key
        JOIN place ON place.key = place WHERE {ON} AND lat IS NULL""",
    "name-only": f"""SELECT DISTINCT occurrence FROM event JOIN event_actor ON event = event.key
        JOIN actor ON actor.key = actor WHERE {ON} AND name_only""",
}
"""The same questions asked another way; dates of what ships are YYYY, YYYY-MM or begin by a day."""

RECORDS = {
    "name-only-actors": "SELECT id FROM actor WHERE name_only",
    "unplaced-places": "SELECT id FROM place WHERE lat IS NULL OR lon IS NULL",
    "claims-without-source": "SELECT id FROM claim WHERE key NOT IN "
    "(SELECT claim FROM claim_citation)",
    "problems": "SELECT file FROM problem",
}


def judged(path: Path, layers: set[str] | None = None) -> Quality:
    """The checks on an archive, all layers on or these."""
    with closing(Archive.open(path)) as archive:
        records = read_records(archive)
        on = set(records.layers) if layers is None else layers
        going = Progress()
        events = weak_events(archive, records, on, fold(records, on), going)
        return Quality(events, weak_records(archive, going))


def asked(path: Path, sql: str, layers: set[str]) -> list[object]:
    with closing(sqlite3.connect(path)) as plain:
        found = plain.execute(sql, {"on": json.dumps(sorted(layers))})
        return sorted(row[0] for row in found)


@pytest.mark.parametrize("wanted", ["default", "all", "one"])
def test_counts_of_events_equal_plain_sql(shipped_archive: Path, wanted: str) -> None:
    with closing(Archive.open(shipped_archive)) as archive:
        layers = archive.edition.layers
    on = {layer.id for layer in layers if wanted == "all" or layer.on_by_default}
    on = {"china-meetings"} if wanted == "one" else on
    quality = judged(shipped_archive, on)
    found = {weak.check.id: weak.occurrences.tolist() for weak in quality.events}
    missing = {"disputed:date"} if wanted == "one" else set()
    assert found.keys() >= PLAIN.keys() - missing
    for check, sql in PLAIN.items():
        assert found.get(check, []) == asked(shipped_archive, sql, on), check
    assert any(found.values())


@pytest.mark.parametrize("wanted", ["default", "all"])
def test_evidence_and_quality_find_the_same_events(shipped_archive: Path, wanted: str) -> None:
    with closing(Archive.open(shipped_archive)) as archive:
        records = read_records(archive)
        layers = archive.edition.layers
    on = {layer.id for layer in layers if wanted == "all" or layer.on_by_default}
    table = fold(records, on)
    evidence = table.terms["evidence"]
    found = {
        weak.check.id: weak.occurrences.tolist() for weak in judged(shipped_archive, on).events
    }
    for check, term in (("one-publisher", "one"), ("disputed", "disputed")):
        rows = [row for row in range(len(table)) if term in evidence.of(row)]
        assert found[check] == sorted(table.occurrence[rows].tolist()), check


@pytest.mark.parametrize("check", RECORDS)
def test_other_records_equal_plain_sql(shipped_archive: Path, check: str) -> None:
    found = {weak.check.id: weak for weak in judged(shipped_archive).records}[check]
    assert sorted(one.id for one in found.findings) == asked(shipped_archive, RECORDS[check], set())
    assert found.n == len(found.findings)


def test_outcomes_without_a_source_are_those_that_say_so(shipped_archive: Path) -> None:
    found = {weak.check.id: weak for weak in judged(shipped_archive).records}
    told = asked(
        shipped_archive,
        "SELECT id FROM claim JOIN claim_outcome ON claim = key WHERE source IS NULL",
        set(),
    )
    assert sorted(one.id for one in found["outcomes-without-source"].findings) == told
    assert told


def made(path: Path) -> Path:
    """An archive of events each weak in one way."""
    two = {"independent_sources": 2, "verified": True, "basis": []}
    events = [
        event(
            "sound",
            confidence=two,
            sources=[source(), source(publisher="Another", url="https://b.example")],
        ),
        event("bare", sources=[]),
        event("alone"),
        event("twice", sources=[source(), source(title="More", url="https://c.example")]),
        event("year", start="2014"),
        event("about", start="2014-05-29~"),
        event("perhaps", start="2014-05?"),
        event("nowhere", places=[]),
        event("unplaced", places=[{"name": "Somewhere", "lat": None, "lon": None}]),
        event("unread", confidence={"independent_sources": 1, "verified": False, "basis": []}),
        event("refused", start="the day before yesterday"),
    ]
    target = path / "made.archive.sqlite"
    build(folder(path / "data", events=events), target)
    return target


def test_each_weakness_is_found_where_it_was_made(tmp_path: Path) -> None:
    path = made(tmp_path)
    with closing(sqlite3.connect(path)) as plain:
        names = dict(plain.execute("SELECT occurrence, id FROM event"))
    quality = judged(path)
    found = {w.check.id: {names[o] for o in w.occurrences.tolist()} for w in quality.events}
    assert found["no-source"] == {"bare"}
    assert found["one-source"] == set(names.values()) - {"sound", "bare", "twice"}
    assert found["one-publisher"] == set(names.values()) - {"sound", "bare"}
    assert found["unverified"] == {"unread"}
    assert found["coarse"] == {"year", "perhaps"}
    assert found["approximate"] == {"about"}
    assert found["uncertain"] == {"perhaps"}
    assert found["no-place"] == {"nowhere"}
    assert found["unplaced"] == {"unplaced"}
    assert found["machine-coded"] == found["disputed"] == set()
    others = {weak.check.id: weak for weak in quality.records}
    assert others["problems"].n == 1
    assert "line 11" in others["problems"].findings[0].words
    assert [one.words for one in others["unplaced-places"].findings] == ["Somewhere"]


def test_an_archive_of_nothing_has_nothing_weak(tmp_path: Path) -> None:
    quality = judged(made(tmp_path), layers=set())
    assert [len(weak) for weak in quality.events] == [0] * len(quality.events)


def test_texts_of_a_stranger_stay_one_short_plain_line(tmp_path: Path) -> None:
    path = made(tmp_path)
    nasty = "<b>x</b>\n{braces} %s " + "y" * 5_000
    with closing(sqlite3.connect(path)) as plain:
        plain.execute("UPDATE actor SET name_only = 1, name = ?", (nasty,))
        plain.executemany(
            "INSERT INTO assertion VALUES (NULL, 'alone', 3, ?, ?, NULL, '', 0, '')",
            [(nasty, "one"), (nasty, "two")],
        )
        plain.commit()
    quality = judged(path)
    weak = next(w for w in quality.events if w.check.id.startswith("disputed:"))
    assert len(weak) == 1
    actors = next(w for w in quality.records if w.check.id == "name-only-actors")
    for words in (weak.check.id, actors.findings[0].words):
        assert "<b>x</b> {braces} %s yy" in words
        assert "\n" not in words
        assert len(words) <= LONGEST_LINE + 20


@pytest.mark.parametrize(
    "hostile", [h for h in CATALOGUE if h.outcome in (PARTLY, HARMLESS)], ids=str
)
def test_a_hostile_archive_is_judged_as_far_as_it_opens(tmp_path: Path, hostile: Hostile) -> None:
    path = made(tmp_path)
    hostile.spoil(path)
    before = path.read_bytes()
    try:
        quality = judged(path)
    except StoreError as fault:
        assert fault.sentence
    else:
        assert all(len(w.occurrences) == len(set(w.occurrences.tolist())) for w in quality.events)
    assert path.read_bytes() == before
