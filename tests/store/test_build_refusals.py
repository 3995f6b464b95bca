"""What cannot go in is refused with file, line and field; the rest goes in."""

import json
import sqlite3
import tempfile
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from made_folders import event, folder, source
from timeline_app.model.query import Term
from timeline_app.store.archive import Archive
from timeline_app.store.archive_check import check
from timeline_app.store.build.edition import NothingToBuildError, Report, build
from timeline_app.store.build.occurrences import Occurrences
from timeline_app.store.search import Search
from timeline_app.store.store_error import Fault, StoreError

TERMS = "data_set,files,terms,how_known,shipped,citation\n"


def built(path: Path, **files: Any) -> Report:
    return build(folder(path / "data", **files), path / "made.archive.sqlite")


BAD_FIELDS: list[tuple[str, dict[str, Any]]] = [
    ("start", {"start": "2014-13-01"}),
    ("start", {"start": "29 May 2014"}),
    ("start", {"start": None}),
    ("start", {"start": 2014}),
    ("start", {"start": ""}),
    ("start", {"start": "2014-05-29" * 30}),
    ("end", {"end": "2014-05-28"}),
    ("end", {"end": "2013"}),
    ("end", {"end": "soon"}),
    ("id", {"id": 7}),
    ("id", {"id": ""}),
    ("id", {"id": "with a space"}),
    ("id", {"id": "a#b"}),
    ("title", {"title": None}),
    ("title", {"title": ["a"]}),
    ("title", {"title": "a" * 5000}),
    ("title", {"title": "nul \0 within"}),
    ("kind", {"kind": None}),
    ("summary", {"summary": {"en": "x"}}),
    ("vectors", {"vectors": ["Mars"]}),
    ("vectors", {"vectors": "Russia"}),
    ("vectors", {"vectors": [3]}),
    ("actors", {"actors": "Kazakhstan"}),
    ("actors", {"actors": ["Kazakhstan"]}),
    ("name", {"actors": [{"type": "state"}]}),
    ("type", {"actors": [{"name": "X", "type": "planet"}]}),
    ("iso3", {"actors": [{"name": "X", "type": "state", "iso3": "KAZAKHSTAN!"}]}),
    ("code", {"actors": [{"name": "X", "code": "X" * 61}]}),
    ("role", {"actors": [{"name": "X", "role": 7}]}),
    ("actors", {"actors": [{"name": "X"}] * 3000}),
    ("lat", {"places": [{"name": "X", "lat": 91, "lon": 0}]}),
    ("lon", {"places": [{"name": "X", "lat": 0, "lon": "far"}]}),
    ("sources", {"sources": [{"kind": "web page"}]}),
    ("sources", {"sources": {"title": "x"}}),
    ("url", {"sources": [source(url=5)]}),
    ("confidence", {"confidence": "high"}),
    ("verified", {"confidence": {"verified": "yes"}}),
    ("independent_sources", {"confidence": {"independent_sources": 10**12}}),
    ("independent_sources", {"confidence": {"independent_sources": 1.5}}),
]


@pytest.mark.parametrize(("field", "more"), BAD_FIELDS)
def test_a_bad_field_refuses_its_row_alone(
    tmp_path: Path, field: str, more: dict[str, Any]
) -> None:
    report = built(tmp_path, events=[event("good"), event("bad") | more, event("better")])
    assert report.events == 2
    assert [(p.file, p.line, p.field) for p in report.refused] == [("events.jsonl", 2, field)]
    assert report.refused[0].why


@pytest.mark.parametrize("field", ["id", "title", "start", "kind", "actors", "vectors", "sources"])
def test_a_missing_field_is_named(tmp_path: Path, field: str) -> None:
    bad = event("bad")
    del bad[field]
    report = built(tmp_path, events=[bad, event("good")])
    (refused,) = report.refused
    assert (refused.line, refused.field, refused.why) == (1, field, "the field is missing")


BAD_LINES = [
    b"{",
    b"[]",
    b"null",
    b'"text"',
    b'{"id": "x", "title": ' + b"9" * 5000 + b"}",
    b"[" * 100_000,
    b'{"id": "\xff"}',
    b'{"id": "x", "title": "\\ud800", "start": "2014", "kind": "visit", "actors": [], '
    b'"vectors": [], "sources": []}',
    b"id,title",
]


@pytest.mark.parametrize("line", BAD_LINES)
def test_a_line_that_is_none_is_refused_alone(tmp_path: Path, line: bytes) -> None:
    good = json.dumps(event("good")).encode()
    report = built(tmp_path, events=good + b"\n" + line + b"\n\n" + good.replace(b"good", b"best"))
    assert report.events == 2
    assert [(p.file, p.line) for p in report.refused] == [("events.jsonl", 2)]


def test_an_id_stands_once_in_the_whole_folder(tmp_path: Path) -> None:
    report = built(tmp_path, events=[event("a"), event("a")], events_2=[event("a"), event("b")])
    assert report.events == 2
    assert [(p.file, p.line, p.field) for p in report.refused] == [
        ("events.jsonl", 2, "id"),
        ("events_2.jsonl", 1, "id"),
    ]
    assert "events.jsonl, 1" in report.refused[0].why


def test_what_is_refused_is_listed_in_the_archive(tmp_path: Path) -> None:
    built(tmp_path, events=[event("good"), event("bad", start="never")])
    with closing(sqlite3.connect(tmp_path / "made.archive.sqlite")) as connection:
        stored = connection.execute("SELECT file, line, field, refused FROM problem").fetchall()
    assert stored == [("events.jsonl", 2, "start", 1)]


@pytest.mark.parametrize("bad", ["\0", "\ud800", "a\x1b[31mb", "x" * 150_000])
def test_what_a_refusal_quotes_can_stand_in_the_archive(tmp_path: Path, bad: str) -> None:
    odd = event("two", kind=bad, start=bad, end=bad)
    lines = json.dumps(event("one")) + "\n" + json.dumps(odd) + "\n"
    names = f"of,text,language,from,to,basis\nnobody,x,en,{bad[:9]},,y\n"
    others = {} if bad == "\ud800" else {"names": names}  # no file can hold half a sign
    report = built(tmp_path, events=lines.encode(), **others)
    assert report.refused
    assert all(problem.why.isprintable() for problem in report.refused)
    assert check(tmp_path / "made.archive.sqlite").status == "ok"


def test_nothing_to_build_changes_nothing(tmp_path: Path) -> None:
    built(tmp_path, events=[event("good")])
    before = (tmp_path / "made.archive.sqlite").read_bytes()
    with pytest.raises(NothingToBuildError) as raised:
        built(tmp_path, events=[event("bad", start="never")])
    assert [p.field for p in raised.value.refused] == ["start"]
    assert (tmp_path / "made.archive.sqlite").read_bytes() == before
    assert sorted(p.name for p in tmp_path.iterdir()) == ["data", "made.archive.sqlite"]


@pytest.mark.parametrize("named", ["nowhere", "a_file"])
def test_a_folder_that_is_none(tmp_path: Path, named: str) -> None:
    (tmp_path / "a_file").write_text("x")
    with pytest.raises(StoreError) as raised:
        build(tmp_path / named, tmp_path / "made.archive.sqlite")
    assert named in raised.value.sentence
    assert not (tmp_path / "made.archive.sqlite").exists()


def test_an_empty_folder_makes_nothing(tmp_path: Path) -> None:
    with pytest.raises(NothingToBuildError):
        built(tmp_path)


def test_somebody_elses_file_is_not_replaced(tmp_path: Path) -> None:
    thesis = tmp_path / "thesis.txt"
    thesis.write_text("ten years of work " * 10)
    with pytest.raises(StoreError) as raised:
        build(folder(tmp_path / "data", events=[event()]), thesis)
    assert raised.value.kind is Fault.NOT_OURS
    assert thesis.read_text() == "ten years of work " * 10


@pytest.mark.parametrize("target", ["missing/made.sqlite", "data"])
def test_a_place_that_cannot_be_written(tmp_path: Path, target: str) -> None:
    with pytest.raises(StoreError) as raised:
        build(folder(tmp_path / "data", events=[event()]), tmp_path / target)
    assert Path(target).name in raised.value.sentence
    assert [p.name for p in tmp_path.iterdir()] == ["data"]


def test_what_the_terms_do_not_let_ship_is_refused(tmp_path: Path) -> None:
    terms = TERMS + (
        "own,events.jsonl,ours,own work,yes,us\n"
        "theirs,other/derived_theirs.jsonl; events_3.jsonl (a part),unknown,not read,no,them\n"
    )
    report = built(
        tmp_path,
        terms=terms,
        events=[event("a")],
        derived_theirs=[event("b")],
        events_2=[event("c")],
        events_3=[event("d")],
    )
    assert report.events == 1
    assert {(p.file, p.line) for p in report.refused} == {
        ("derived_theirs.jsonl", 0),
        ("events_2.jsonl", 0),
        ("events_3.jsonl", 0),
    }
    assert all("terms.csv" in p.why for p in report.refused)


def test_terms_that_were_not_read_are_shown(tmp_path: Path) -> None:
    terms = TERMS + "own,events.jsonl,somebody's,not read,yes,us\n"
    built(tmp_path, terms=terms, events=[event()])
    with closing(Archive.open(tmp_path / "made.archive.sqlite")) as archive:
        (layer,) = archive.edition.layers
    assert (layer.terms, layer.terms_read_at) == ("somebody's", "not read")


def test_a_file_of_an_unknown_name_is_told(tmp_path: Path) -> None:
    report = built(tmp_path, events=[event()], evnts=[event("b")])
    assert not report.refused
    assert [(p.file, p.refused) for p in report.remarks] == [("evnts.jsonl", False)]


BAD_TABLES = [
    ("statistics", "series,unit,entity,partner,year,value,source\na,b,KAZ,,2014,much,s\n", "value"),
    (
        "statistics",
        "series,unit,entity,partner,year,value,source\na,b,KAZ,,2014,1e999,s\n",
        "value",
    ),
    ("statistics", "series,unit,entity,partner,year,value,source\na,b,KAZ,,never,1,s\n", "year"),
    (
        "rollcalls",
        "rollcall,date,session,resolution,KAZ\nr,2014-05-29,1,A/1,perhaps\n",
        "KAZ",
    ),
    ("rollcalls", "rollcall,date,session,resolution\nr,29 May,1,A/1\n", "date"),
    (
        "memberships",
        "org,org_code,state,start,end,status,precision,source\nU,U,KAZ,2014,2013,full,year,s\n",
        "end",
    ),
    ("memberships", "org,org_code,state\nU,U,KAZ\n", "start"),
    ("statistics", "series,unit,entity,partner,year,value,source\na,b\n", ""),
]


@pytest.mark.parametrize(("name", "text", "field"), BAD_TABLES)
def test_tables_refuse_by_line_and_field(tmp_path: Path, name: str, text: str, field: str) -> None:
    report = built(tmp_path, events=[event()], **{name: text})
    assert [(p.file, p.field) for p in report.refused] == [(f"{name}.csv", field)]
    assert report.refused[0].line == (1 if field == "start" else 2)


def test_a_figure_stands_once(tmp_path: Path) -> None:
    heading = "series,unit,entity,partner,year,value,source\n"
    report = built(tmp_path, events=[event()], statistics=heading + "a,b,KAZ,,2014,1,s\n" * 2)
    assert [(p.line, p.field) for p in report.refused] == [(3, "year")]


def test_a_bad_record_of_the_article_is_refused_alone(tmp_path: Path) -> None:
    claim = {"by": "Somebody", "claim": "So it is.", "stated": "2014-05-13", "type": "claim"}
    article = [
        event("fact", record="fact"),
        event("said", record="claim", claim=claim),
        event("undated", record="claim", claim=claim | {"stated": "then"}),
        event("unsaid", record="claim", claim=None),
        event("odd", record="rumour"),
        event("count", record="statistic", statistic={"series": "a", "value": "many"}),
    ]
    report = built(tmp_path, seed_article=article)
    assert report.events == 1
    assert [(p.line, p.field) for p in report.refused] == [
        (3, "stated"),
        (4, "claim"),
        (5, "record"),
        (6, "value"),
    ]


def test_two_files_of_one_layer_are_told_apart(tmp_path: Path) -> None:
    report = built(tmp_path, events=[event("a")], events_1=[event("b")], derived_b=[event("c")])
    assert report.events == 2
    assert [(p.file, p.line) for p in report.refused] == [("events_1.jsonl", 0)]
    assert "curated-1" in report.refused[0].why


def test_a_long_chain_of_doubles_is_walked_once() -> None:
    told = Occurrences({})
    for n in range(50_000):
        told.fold(f"e{n}", f"e{n + 1}")
    told.fold("e50000", "e0")
    assert {told.of(f"e{n}") for n in range(50_001)} == {"e50000"}


def test_folds_and_labels_of_absent_events_are_remarks(tmp_path: Path) -> None:
    report = built(
        tmp_path,
        events=[event("a"), event("b", same_as="gone")],
        folds="occurrence,record,reason\na,gone,because\n",
        short_labels="event,label\ngone,A label\na,Another\n",
    )
    assert not report.refused
    assert [(p.file, p.line, p.field) for p in report.remarks] == [
        ("events.jsonl", 2, "same_as"),
        ("folds.csv", 2, "record"),
        ("short_labels.csv", 2, "event"),
    ]


def test_further_names_are_found_and_those_of_nobody_told(tmp_path: Path) -> None:
    report = built(
        tmp_path,
        events=[event()],
        names="of,text,language,from,to,basis\n"
        "place-astana,Tselinograd,en,1961,1992,a map\n"
        "place-nowhere,Utopia,en,,,\n"
        "place-astana,Akmola,en,then,,\n",
    )
    assert [(p.file, p.line, p.field) for p in report.refused] == [("names.csv", 4, "from")]
    assert [(p.file, p.line, p.field) for p in report.remarks] == [("names.csv", 3, "of")]
    with closing(Archive.open(tmp_path / "made.archive.sqlite")) as archive:
        assert Search(archive).find(Term(("целиноград",))).occurrences.tolist() == [1]


def test_a_label_that_is_too_long_is_refused(tmp_path: Path) -> None:
    labels = "event,label\none," + "x" * 29 + "\n"
    report = built(tmp_path, events=[event()], short_labels=labels)
    assert [(p.file, p.field) for p in report.refused] == [("short_labels.csv", "label")]


def test_one_file_of_events_is_enough_and_names_are_listed(tmp_path: Path) -> None:
    actors = [{"name": "Nobody Known", "type": "person"}, {"name": "Serbia", "iso3": "SRB"}]
    report = built(tmp_path, events=[event(actors=actors)])
    assert report.name_only_actors == ("Nobody Known", "Serbia")
    with closing(Archive.open(tmp_path / "made.archive.sqlite")) as archive:
        (nobody, serbia) = archive.event(1).participants
        assert (nobody.iso3, serbia.iso3) == ("", "SRB")
        assert archive.edition.layers[0].on_by_default


def test_vectors_come_from_actors_where_none_are_coded(tmp_path: Path) -> None:
    actors = [{"id": "state-rus", "type": "state", "name": "Russia", "iso3": "RUS"}]
    present = [{"name": "Russia", "type": "state", "iso3": "RUS"}]
    built(
        tmp_path,
        actors=actors,
        events=[
            event("coded", actors=present, vectors=["China"]),
            event("derived", actors=present, vectors=[]),
        ],
        vector_members="vector,actor,from,to\nRussia,RUS,,\n",
    )
    with closing(Archive.open(tmp_path / "made.archive.sqlite")) as archive:
        keys = archive.keys_of(["coded", "derived"])
        coded, derived = (archive.event(keys[id]) for id in ("coded", "derived"))
    assert (coded.vectors, coded.vector_origins) == (("China",), ("coded",))
    assert (derived.vectors, derived.vector_origins) == (("Russia",), ("derived",))


def test_what_has_no_column_is_kept(tmp_path: Path) -> None:
    built(tmp_path, events=[event(weather={"wind": "north"})])
    with closing(sqlite3.connect(tmp_path / "made.archive.sqlite")) as connection:
        (more,) = connection.execute("SELECT more FROM event").fetchone()
    assert json.loads(more) == {"weather": {"wind": "north"}}


@given(st.recursive(st.none() | st.booleans() | st.floats() | st.text(), st.lists, max_leaves=5))
def test_no_value_of_a_field_stops_the_build(value: object) -> None:
    """Whatever stands in a field, the row goes in or is refused."""
    with tempfile.TemporaryDirectory() as made:
        rows = [event("good"), *(event(f"bad-{n}") | {n: value} for n in event())]
        report = built(Path(made), events=rows)
        assert report.events + len(report.refused) == len(rows)
