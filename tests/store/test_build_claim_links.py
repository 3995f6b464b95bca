"""Events that claims are about, and times they name: reviewed lists, refused where wrong."""

import csv
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from made_claim_rows import claim
from made_folders import event, folder
from timeline_app.store.build.claim_links import STANCES
from timeline_app.store.build.edition import build

DATA = Path(__file__).resolve().parents[2] / "data"
EVENTS = "claim,event,stance,reason\n"
HORIZONS = "claim,horizon,reason\n"


def built(path: Path, **tables: str) -> tuple[list[tuple[str, int, str, str]], Path]:
    target = path / "made.archive.sqlite"
    said = [claim("said", horizon="soon"), claim("other")]
    report = build(folder(path / "data", events=[event("one")], claims=said, **tables), target)
    return [(p.file, p.line, p.field, p.why) for p in report.refused], target


def asked(path: Path, select: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(select).fetchall()


def test_a_claim_is_linked_with_its_event_and_its_time(tmp_path: Path) -> None:
    events = f"{EVENTS}said,one,foresees,it says so\n"
    horizons = f'{HORIZONS}said,"[2004,2005]",until then\n'
    refused, target = built(tmp_path, claim_events=events, claim_horizons=horizons)
    assert refused == []
    assert asked(target, "SELECT claim, event, stance FROM claim_event") == [(2, 1, "foresees")]
    held = asked(target, "SELECT horizon_edtf, horizon_as_written FROM claim ORDER BY key")
    assert held == [("", ""), ("[2004,2005]", "soon")]


@pytest.mark.parametrize(
    ("row", "field"),
    [
        ("nobody,one,judges,why", "claim"),
        ("said,nothing,judges,why", "event"),
        ("said,one,loves,why", "stance"),
        ("said,one,judges,", "reason"),
        ("said,,judges,why", "event"),
    ],
)
def test_a_wrong_link_is_refused_with_its_line(tmp_path: Path, row: str, field: str) -> None:
    refused, target = built(tmp_path, claim_events=f"{EVENTS}other,one,judges,it does\n{row}\n")
    assert [(file, line, name) for file, line, name, _ in refused] == [
        ("claim_events.csv", 3, field)
    ]
    assert len(asked(target, "SELECT * FROM claim_event")) == 1


@pytest.mark.parametrize(
    ("row", "field"),
    [
        ("nobody,2014,why", "claim"),
        ("said,some day,why", "horizon"),
        ("said,2014,", "reason"),
        ("other,2014,again", "claim"),
    ],
)
def test_a_wrong_time_is_refused_with_its_line(tmp_path: Path, row: str, field: str) -> None:
    refused, _ = built(tmp_path, claim_horizons=f"{HORIZONS}other,2013,it says so\n{row}\n")
    assert [(file, line, name) for file, line, name, _ in refused] == [
        ("claim_horizons.csv", 3, field)
    ]


def test_a_link_that_stands_twice_is_refused(tmp_path: Path) -> None:
    twice = f"{EVENTS}said,one,judges,a\nsaid,one,reports,b\n"
    refused, _ = built(tmp_path, claim_events=twice)
    assert [(line, name) for _, line, name, _ in refused] == [(3, "event")]


def test_every_row_that_ships_goes_in_with_its_reason(shipped_archive: Path) -> None:
    with (DATA / "claim_events.csv").open(encoding="utf-8", newline="") as file:
        events = list(csv.DictReader(file))
    with (DATA / "claim_horizons.csv").open(encoding="utf-8", newline="") as file:
        horizons = list(csv.DictReader(file))
    select = (
        "SELECT claim.id, event.id, stance FROM claim_event JOIN claim ON claim.key = claim "
        "JOIN event ON event.key = event"
    )
    held = set(asked(shipped_archive, select))
    assert held == {(row["claim"], row["event"], row["stance"]) for row in events}
    assert {row["stance"] for row in events} <= set(STANCES)
    dated = asked(shipped_archive, "SELECT id, horizon_edtf FROM claim WHERE horizon_edtf <> ''")
    assert {(row["claim"], row["horizon"]) for row in horizons} <= set(dated)
    assert all(row["reason"] for row in (*events, *horizons))
