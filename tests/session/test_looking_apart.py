"""A look in a process of its own finds what a look here finds, and ends when it is told to."""

import json
import sys
import threading
from dataclasses import asdict
from pathlib import Path

import pytest

from fixtures_archive import tampered
from timeline_app.model.archive_findings import (
    OK,
    PARTLY,
    Conflict,
    DamagedRow,
    Findings,
    findings_of,
)
from timeline_app.model.records import Assertion
from timeline_app.session import looking_apart
from timeline_app.session.looking_apart import look_apart
from timeline_app.store.archive_check import Stop, check
from timeline_app.store.build.synthetic import synthesize


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small archive under a name that a shell would stumble over."""
    path = tmp_path_factory.mktemp("sound") / "-a «архив».archive.sqlite"
    synthesize(200, path, 1)
    return path


@pytest.fixture
def damaged(sound: Path, tmp_path: Path) -> Path:
    """The same with a row that is not what it must be."""
    outside = "UPDATE event SET outer_last = outer_first - 1 WHERE key = 7"
    return tampered(sound, tmp_path / "damaged.archive.sqlite", outside)


def test_findings_come_back_as_they_were() -> None:
    said = (
        Assertion("date", "2014", "A page", True, "It was there"),
        Assertion("date", "", "", False, ""),
    )
    found = Findings(
        PARTLY,
        ("One “reason”.",),
        (DamagedRow("event", "e1", "why"),),
        2,
        3,
        1,
        (Conflict("e1", "date", said),),
        ("file", "rows"),
    )
    assert findings_of(json.loads(json.dumps(asdict(found)))) == found


def test_it_finds_the_same_in_a_process_of_its_own(sound: Path, damaged: Path) -> None:
    for path, status in ((sound, OK), (damaged, PARTLY)):
        found = look_apart(path, Stop())
        assert found == check(path) and found.status == status


@pytest.mark.parametrize("command", ["/nowhere/python", sys.executable])
def test_where_there_is_no_such_process_it_looks_here(
    damaged: Path, command: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(looking_apart, "_own_command", lambda: [command, "-c", "print(1)"])
    assert look_apart(damaged, Stop()) == check(damaged)


def test_it_ends_when_it_is_told_to(sound: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    waits = [sys.executable, "-c", "import time; time.sleep(600)"]
    monkeypatch.setattr(looking_apart, "_own_command", lambda: waits)
    stop = Stop()
    threading.Timer(0.3, stop.ask).start()
    assert look_apart(sound, stop).status == ""
    assert look_apart(sound, stop).status == ""
