"""The shipped edition says what the files of `data/` say: counted here from the files."""

import csv
import json
import sqlite3
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from timeline_app.store.build.edition import build
from timeline_app.store.schema import FORMAT

DATA = Path(__file__).resolve().parents[2] / "data"
CURATED = ("events.jsonl", "events_2.jsonl")


def rows(name: str) -> list[dict[str, Any]]:
    with (DATA / name).open(encoding="utf-8", newline="") as file:
        return [json.loads(line) for line in file] if ".jsonl" in name else [*csv.DictReader(file)]


def records() -> list[dict[str, Any]]:
    files = [*CURATED, *sorted(path.name for path in DATA.glob("derived_*.jsonl"))]
    facts = [row for row in rows("seed_article.jsonl") if row["record"] == "fact"]
    return [row for name in files for row in rows(name)] + facts


@pytest.fixture(scope="module")
def archive(shipped_archive: Path) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(f"{shipped_archive.as_uri()}?mode=ro", uri=True)) as connection:
        yield connection


def count(archive: sqlite3.Connection, table: str, where: str = "1") -> int:
    return int(archive.execute(f'SELECT count(*) FROM "{table}" WHERE {where}').fetchone()[0])


def test_every_event_of_the_files_is_there(archive: sqlite3.Connection) -> None:
    assert count(archive, "event") == len(records()) == 2791
    ids = {id for (id,) in archive.execute("SELECT id FROM event")}
    assert ids == {row["id"] for row in records()}


def test_nothing_is_refused(archive: sqlite3.Connection) -> None:
    assert archive.execute("SELECT file, line, field, what FROM problem").fetchall() == []


def test_what_events_hold_is_there_whole(archive: sqlite3.Connection) -> None:
    for table, field in (
        ("event_actor", "actors"),
        ("event_place", "places"),
        ("event_vector", "vectors"),
        ("citation", "sources"),
    ):
        assert count(archive, table) == sum(len(row[field]) for row in records()), table


def test_texts_and_dates_are_those_of_the_files(archive: sqlite3.Connection) -> None:
    stored = {
        id: rest
        for id, *rest in archive.execute(
            "SELECT id, title, kind, summary, outcome, as_written, publishers, verified FROM event"
        )
    }
    for row in records():
        written = f"{row['start']}/{row['end']}" if row["end"] else row["start"]
        trust = row["confidence"]
        said = [row["title"], row["kind"], row["summary"], row["outcome"] or "", written]
        assert stored[row["id"]] == [*said, trust["independent_sources"], trust["verified"]]


def test_keys_follow_time(archive: sqlite3.Connection) -> None:
    days = archive.execute("SELECT outer_first, outer_last FROM event ORDER BY key").fetchall()
    assert days == sorted(days)
    keys = [key for (key,) in archive.execute("SELECT key FROM event ORDER BY key")]
    assert keys == list(range(1, len(keys) + 1))


def test_what_happened_once_is_counted_once(archive: sqlite3.Connection) -> None:
    parent: dict[str, str] = {row["id"]: row.get("same_as") or row["id"] for row in records()}
    for fold in rows("folds.csv"):
        parent[fold["record"]] = fold["occurrence"]

    def told(id: str) -> str:
        return id if parent[id] == id else told(parent[id])

    expected = {row["id"]: told(row["id"]) for row in records()}
    stored = dict(
        archive.execute(
            "SELECT event.id, occurrence.id FROM event "
            "JOIN occurrence ON occurrence.key = event.occurrence"
        )
    )
    assert stored == expected
    assert count(archive, "occurrence") == len(set(expected.values())) < len(expected)


def test_the_vote_on_crimea_is_one_with_its_roll_call(archive: sqlite3.Connection) -> None:
    said = archive.execute(
        "SELECT resolution, event.id FROM rollcall JOIN event USING (occurrence) "
        "WHERE rollcall.id = 'unga-5309' ORDER BY event.id"
    ).fetchall()
    assert [id for _, id in said] == [
        "2014-03-27-un-general-assembly-resolution-68-262-on-ukraine-kazakhstan",
        "seed-18-un-abstention",
        "unga-5309",
    ]
    assert {resolution for resolution, _ in said} == {"A/RES/68/262"}


def test_the_article_becomes_events_claims_and_figures(archive: sqlite3.Connection) -> None:
    article = rows("seed_article.jsonl")
    stored = archive.execute(
        "SELECT id, record, event IS NOT NULL, claim IS NOT NULL, series IS NOT NULL "
        "FROM article_record ORDER BY n"
    ).fetchall()
    assert [id for id, *_ in stored] == [row["id"] for row in article]
    assert Counter(tuple(became) for _, _, *became in stored) == {
        (1, 0, 0): 9,
        (0, 1, 0): 25,
        (0, 0, 1): 2,
    }


def test_a_claim_of_the_article_is_one_with_its_twin(archive: sqlite3.Connection) -> None:
    twins = {row["id"] for row in rows("claims.jsonl") + rows("claims_2.jsonl")}
    own = {f"claim-{row['id']}" for row in rows("seed_article.jsonl") if row["record"] != "fact"}
    own -= {f"claim-{r['id']}" for r in rows("seed_article.jsonl") if r["record"] == "statistic"}
    stored = {id for (id,) in archive.execute("SELECT id FROM claim")}
    assert stored == twins | own
    assert len(stored) == 161
    joined = archive.execute(
        "SELECT speaker_as_written, capacity, reported_by, verdict, title FROM claim "
        "WHERE id = 'claim-seed-05-death-of-multivectorism'"
    ).fetchone()
    assert joined[0] == "Luca Anceschi"
    assert joined[2] == "Reid Standish"
    assert joined[3] and joined[4]


def test_figures_and_ballots_are_there_whole(archive: sqlite3.Connection) -> None:
    figures = rows("statistics.csv") + rows("statistics_2.csv")
    assert count(archive, "observation") == len(figures)
    assert count(archive, "membership") == len(rows("memberships.csv"))
    calls = rows("rollcalls.csv")
    assert count(archive, "rollcall") == len(calls)
    states = [column for column in calls[0] if len(column) == 3 and column.isupper()]
    votes = Counter(row[state] for row in calls for state in states if row[state])
    assert dict(archive.execute("SELECT vote, count(*) FROM ballot GROUP BY vote")) == votes


def test_the_figures_of_the_article_are_those_of_the_statistics(
    archive: sqlite3.Connection,
) -> None:
    figures = archive.execute(
        "SELECT series.source, unit, scale, value FROM article_record "
        "JOIN series ON series.key = article_record.series "
        "JOIN observation ON observation.series = series.key ORDER BY value"
    ).fetchall()
    assert figures == [
        ("Registan 2014-05-13", "USD", 1e9, 5.8),
        ("Registan 2014-05-13", "USD", 1e9, 17.6),
    ]


def test_instruments_keep_their_steps(archive: sqlite3.Connection) -> None:
    instruments = rows("instruments.jsonl")
    assert count(archive, "instrument") == len(instruments)
    steps = [step for row in instruments for step in row["steps"]]
    assert count(archive, "instrument_step") == len(steps)
    assert count(archive, "step_citation") == sum(len(step["source"]) for step in steps)
    assert count(archive, "instrument_step", "event IS NOT NULL") == sum(
        bool(step["event"]) for step in steps
    )


def test_layers_say_their_terms(archive: sqlite3.Connection) -> None:
    layers = dict(archive.execute("SELECT id, on_by_default FROM layer"))
    assert {id for id, on in layers.items() if on} == {"curated-1", "curated-2", "seed"}
    assert count(archive, "layer", "terms = '' OR terms_read_at = ''") == 0
    assert count(archive, "data_set") == len(rows("terms.csv"))
    assert count(archive, "data_set", "how_known = 'not read'") > 0


def test_landmarks_have_their_labels(archive: sqlite3.Connection) -> None:
    labels = dict(archive.execute("SELECT id, short_label FROM event WHERE short_label <> ''"))
    assert labels == {row["event"]: row["label"] for row in rows("short_labels.csv")}
    vectors = archive.execute(
        "SELECT vector, min(outer_first), max(outer_first) FROM event "
        "JOIN event_vector ON event = key WHERE short_label <> '' GROUP BY vector"
    ).fetchall()
    assert len(vectors) == 9
    for vector, first, last in vectors:
        assert last - first > 25 * 365, vector


def test_a_name_has_its_script_and_its_time(archive: sqlite3.Connection) -> None:
    names = {
        text: (script, first, last)
        for text, script, first, last in archive.execute(
            'SELECT text, script, "from", "to" FROM name WHERE of IN (?, ?)',
            ("state-kaz", "place-astana"),
        )
    }
    assert names["Kazakhstan"] == ("Latn", "", "")
    assert names["Қазақстан"] == ("Cyrl", "", "")
    assert names["Akmola"] == ("Latn", "1997-12-12", "1997-12-12")
    assert names["Nur-Sultan"] == ("Latn", "2019-05-29", "2022-09-14")
    for name in rows("names.csv"):
        if not name["from"]:
            continue
        person = name["of"].startswith("person-")
        word = name["text"].split()[-1] if person else name["text"]
        shown = [row for row in records() if word in _words_of(row)]
        assert name["from"] == min(row["start"] for row in shown)
        assert name["to"] == max(row["start"] for row in shown)


KNOWN_BASES = (
    "Unicode CLDR (Babel ",
    "Natural Earth, ",
    "GeoNames ",
    "datasets/country-codes, ",
    "COW trade 4.0, ",
    "headline H",
    "as in ",
)


def test_every_further_name_says_where_it_is_attested() -> None:
    for name in rows("names.csv"):
        assert name["basis"].startswith(KNOWN_BASES), name


def _words_of(row: dict[str, Any]) -> str:
    """What a record says of its own: not the titles of its sources."""
    return " ".join((row["title"], row["summary"], *(actor["name"] for actor in row["actors"])))


def test_a_spelling_of_a_register_leads_to_the_one_person(archive: sqlite3.Connection) -> None:
    for name in rows("names.csv"):
        if name["of"].startswith("person-") and name["basis"].startswith("as in"):
            meant = archive.execute(
                "SELECT DISTINCT id FROM event_actor JOIN actor ON actor.key = actor "
                "WHERE name_as_written = ?",
                (name["text"],),
            ).fetchall()
            assert meant == [(name["of"],)]


def test_a_known_conflict_keeps_both_words(archive: sqlite3.Connection) -> None:
    said = archive.execute(
        "SELECT value, preferred, source IS NOT NULL FROM assertion "
        "WHERE record = 'seed-17-mfa-endorsement' ORDER BY value"
    ).fetchall()
    assert said == [("2014-03-18", 0, 1), ("2014-03-25", 1, 1)]


CONFLICTS = {
    "Crimea statement": ("seed-17-mfa-endorsement", "date"),
    "Kyrgyz membership": ("2015-08-12-kyrgyzstan-becomes-a-full-member-of-the-eaeu", "date"),
    "Armenia's accession": ("2014-10-09-kazakhstan-and-belarus-ratify-the-eaeu-", "date"),
    "Trade of Kazakhstan": ("seed-23-trade-russia-imports", "value"),
    "C5+1 summit": ("2023-09-19-first-c5-1-summit-of-presidents-with-biden", "date"),
    "UN vote ES-11/1": ("2022-03-02-un-assembly-demands-russian-withdrawal", "date"),
    "Place of signature of the charter": ("2002-10-07-charter-of-the-csto-signed", "place"),
    "Kazakhstan in the Partnership": ("1994-05-27-kazakhstan-joins-nato-s-partnership", "date"),
    "Diplomatic relations of Türkiye": ("1992-01-29-turkiye-opens-relations-with", "date"),
    "President Roh": ("2005-south-korean-president-roh-moo-hyun-visits-uzbekistan", "date"),
    "Eighth Turkic summit": ("2021-11-12-turkic-council-becomes-the-organization", "date"),
    "Berdimuhamedow's pipeline": ("2007-06-berdimuhamedow-signs-an-accord-in-china", "date"),
    "Founding of the SCO": ("2001-06-shanghai-cooperation-organisation-founded", "date"),
    "Shanghai agreement": ("1996-04-26-shanghai-five-sign-the-treaty", "date"),
    "First Tajik embassy": ("1995-tajikistan-opens-an-embassy-in-tehran", "place"),
    "Treaty on allied relations": ("2023-04-18-uzbekistan-and-tajikistan-sign", "date"),
    "First Chinese-Tajik exercise": ("2006-09-14-first-chinese-tajik-military", "date"),
    "Last American flight": ("2005-11-22-last-us-troops-fly-out-of-karshi-khanabad", "date"),
    "Four-state mechanism": ("2016-china-tajikistan-afghanistan-and-pakistan-form", "date"),
    "US register entry 220": ("usvisit-t220", "name of the president"),
}
"""By how a line of the README begins: the beginning of the record's id, and the field."""


def test_every_conflict_that_the_readme_lists_is_there_with_both_sides(
    archive: sqlite3.Connection,
) -> None:
    readme = (DATA / "README.md").read_text(encoding="utf-8")
    told = readme.split("### Known conflicts of sources")[1].split("\n## ")[0]
    lines = [line[2:] for line in told.splitlines() if line.startswith("* ")]
    assert len(lines) == len(CONFLICTS)
    for line, (begun, (record, field)) in zip(lines, CONFLICTS.items(), strict=True):
        assert line.startswith(begun)
        said = archive.execute(
            "SELECT value, preferred, reason FROM assertion WHERE record GLOB ? || '*' "
            "AND field = ?",
            (record, field),
        ).fetchall()
        assert len({value for value, _, _ in said}) >= 2
        assert [reason != "" for _, preferred, reason in said if preferred] == [True]


def test_a_source_of_an_assertion_is_one_that_the_data_name(archive: sqlite3.Connection) -> None:
    """Cited somewhere, or named in the README or the statistics; else it is "not recorded"."""
    readme = (DATA / "README.md").read_text(encoding="utf-8")
    for source, name in archive.execute("SELECT source, source_as_written FROM assertion"):
        known = source is not None or name == "not recorded"
        assert known or name.removeprefix("a ") in readme


def test_it_opens_well_elsewhere(archive: sqlite3.Connection) -> None:
    assert archive.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert archive.execute("PRAGMA foreign_key_check").fetchall() == []
    assert archive.execute("PRAGMA journal_mode").fetchone() == ("delete",)
    assert archive.execute("PRAGMA user_version").fetchone() == (FORMAT,)


def test_built_twice_it_is_the_same(tmp_path: Path, archive: sqlite3.Connection) -> None:
    report = build(DATA, tmp_path / "again.archive.sqlite")
    assert archive.execute("SELECT content_hash FROM edition").fetchone() == (report.content_hash,)
    assert [path.name for path in tmp_path.iterdir()] == ["again.archive.sqlite"]
