"""Claims as columns: their days, signs and terms; damaged rows left out, the rest read."""

import sqlite3
from contextlib import closing
from pathlib import Path

import numpy as np
import pytest

from made_claim_rows import claim
from made_folders import event, folder
from timeline_app.dates.civil import day_of
from timeline_app.model.claim_table import CLAIM_TYPE, SPEAKER, VERDICT, ClaimTable
from timeline_app.model.event_table import APPROXIMATE, UNCERTAIN
from timeline_app.model.verdict import NOT_BORNE_OUT, OPEN
from timeline_app.store.archive import Archive
from timeline_app.store.build.edition import build
from timeline_app.store.claims import count_claims, read_claims

MEMBERS = "vector,actor,from,to\nRussia,RUS,,\nWest,USA,,\nWest,NATO,,\n"
ACTORS = [
    {"id": "state-rus", "name": "Russia", "type": "state", "iso3": "RUS"},
    {"id": "state-kaz", "name": "Kazakhstan", "type": "state", "iso3": "KAZ"},
    {"id": "state-usa", "name": "United States", "type": "state", "iso3": "USA", "aliases": ["US"]},
    {"id": "org-nato", "name": "North Atlantic Treaty Organization", "type": "organisation"}
    | {"code": "NATO"},
]


def made(path: Path, *claims: dict[str, object]) -> Path:
    target = path / "made.archive.sqlite"
    files = {"events": [event()], "actors": ACTORS, "claims": list(claims)}
    build(folder(path / "data", vector_members=MEMBERS, **files), target)
    return target


def read(path: Path) -> ClaimTable:
    with closing(Archive.open(path)) as archive:
        return read_claims(archive)


def terms(claims: ClaimTable, column: str) -> list[tuple[str, ...]]:
    return [claims.said.terms[column].of(row) for row in range(len(claims))]


def test_claims_stand_in_the_order_of_the_days_on_which_they_were_made(tmp_path: Path) -> None:
    days = ["2014", "2001-09~", "2014-01-01", "1999?"]
    claims = read(made(tmp_path, *(claim(f"c{n}", stated=day) for n, day in enumerate(days))))
    firsts = claims.said.first.tolist()
    assert firsts == sorted(firsts) and len(claims) == 4
    assert claims.said.doubt.tolist() == [UNCERTAIN, APPROXIMATE, 0, 0]
    assert claims.said.day_sure.tolist() == [False, False, True, False]


def test_a_horizon_is_days_only_where_it_is_a_date(tmp_path: Path) -> None:
    told = ("2004/2005", "after him", None, "open")
    claims = read(made(tmp_path, *(claim(f"c{n}", horizon=h) for n, h in enumerate(told))))
    assert claims.has_horizon.tolist() == [True, False, False, False]
    assert (claims.horizon_first[0], claims.horizon_last[0]) == (
        day_of(2004, 1, 1),
        day_of(2005, 12, 31),
    )


def test_terms_say_who_spoke_what_came_of_it_and_which_kind(tmp_path: Path) -> None:
    one = claim("c1", verdict="contradicted by later events", type="statement")
    two = claim("c2", by="Any Body", stated="2015", verdict="nobody knows")
    claims = read(made(tmp_path, one, two))
    assert terms(claims, SPEAKER) == [("person-some-body",), ("person-any-body",)]
    assert terms(claims, VERDICT) == [("not borne out",), ("open",)]
    assert terms(claims, CLAIM_TYPE) == [("statement",), ("prediction",)]
    assert claims.verdict.tolist() == [NOT_BORNE_OUT, OPEN]
    assert claims.predicts.tolist() == [False, True]


@pytest.mark.parametrize(
    ("words", "states", "vectors"),
    [
        ("Russia will press Kazakhstan.", ("KAZ", "RUS"), ("Russia",)),
        ("The US will stay.", ("USA",), ("West",)),
        ("It is up to us.", (), ()),
        ("NATO leaves.", (), ("West",)),
        ("A Russian base, near Moscow.", (), ()),
    ],
)
def test_a_claim_that_is_not_coded_stands_under_what_it_names(
    tmp_path: Path, words: str, states: tuple[str, ...], vectors: tuple[str, ...]
) -> None:
    claims = read(made(tmp_path, claim(claim=words)))
    assert tuple(sorted(terms(claims, "state")[0])) == states
    assert terms(claims, "vector")[0] == vectors


def test_a_claim_that_is_coded_stands_under_that_alone(shipped_archive: Path) -> None:
    with closing(Archive.open(shipped_archive)) as archive:
        claims = read_claims(archive)
        with archive.reading() as connection:
            coded = connection.execute("SELECT claim, vector FROM claim_vector").fetchall()
    by_claim = {key: {v for k, v in coded if k == key} for key, _ in coded}
    vectors = terms(claims, "vector")
    assert len(by_claim) == 25
    for row, key in enumerate(claims.key.tolist()):
        if key in by_claim:
            assert set(vectors[row]) == by_claim[key]


def test_damaged_claims_are_left_out_and_counted(tmp_path: Path) -> None:
    path = made(tmp_path, *(claim(f"c{n}", stated=f"201{n}") for n in range(6)))
    spoilt = (
        "PRAGMA writable_schema = ON",
        "UPDATE sqlite_master SET sql = replace(sql, 'STRICT', '') WHERE name = 'claim'",
    )
    acts = (
        "UPDATE claim SET outer_first = outer_last + 1 WHERE id = 'c0'",
        "UPDATE claim SET text = x'ff00' WHERE id = 'c1'",
        "UPDATE claim SET speaker = 99 WHERE id = 'c2'",
        "UPDATE claim SET title = printf('%.*c', 200000, 'x') WHERE id = 'c3'",
    )
    for statements in (spoilt, acts):
        with closing(sqlite3.connect(path, isolation_level=None)) as connection:
            for statement in statements:
                connection.execute(statement)
    with closing(Archive.open(path)) as archive:
        claims = read_claims(archive)
        assert count_claims(archive) == 6
    assert claims.said.first.tolist() == [day_of(2014, 1, 1), day_of(2015, 1, 1)]


def test_an_archive_without_claims_has_none(tmp_path: Path) -> None:
    claims = read(made(tmp_path))
    assert len(claims) == 0 and not np.any(claims.has_horizon)
