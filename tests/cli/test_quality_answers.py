"""`archive quality`: the counts and ids of every check, and the same in words."""

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from timeline_app.cli.frame import run


def test_counts_are_of_what_is_listed(
    shipped_archive: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["archive", "quality", "--archive", str(shipped_archive), "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    checks = {one["check"]: one for one in told["checks"]}
    for one in checks.values():
        assert one["n"] == len(one["ids"]) == len(set(one["ids"])) or one["check"] in (
            "problems",
            "disputed-records",
        )
    with closing(sqlite3.connect(shipped_archive)) as plain:
        known = {id for (id,) in plain.execute("SELECT id FROM event")}
        actors = {id for (id,) in plain.execute("SELECT id FROM actor WHERE name_only")}
        states = plain.execute(
            "SELECT count(DISTINCT occurrence) FROM event JOIN layer ON layer.id = layer "
            "WHERE on_by_default"
        ).fetchone()[0]
    assert set(checks["one-source"]["ids"]) <= known
    assert set(checks["name-only-actors"]["ids"]) == actors
    assert told["events"] == states
    assert {pair["a"] for pair in told["doubles"]} <= set(checks["doubles"]["ids"])
    assert checks["damaged-rows"]["n"] == 0


def test_layers_can_be_named(shipped_archive: Path, capsys: pytest.CaptureFixture[str]) -> None:
    line = ["archive", "quality", str(shipped_archive), "--layer", "us-visits"]
    assert run([*line, "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["layers"] == ["us-visits"]
    assert {c["check"]: c["n"] for c in told["checks"]}["machine-coded"] == told["events"]
    assert run([*line[:-1], "no-such-layer"]) == 2
    assert "no layer" in capsys.readouterr().err


def test_in_words(shipped_archive: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["archive", "quality", "--archive", str(shipped_archive)]) == 0
    told = capsys.readouterr().out
    for words in (
        "With one source only",
        "Possible duplicates",
        "In the whole archive",
        "[coarse]",
    ):
        assert words in told


def test_what_is_no_archive_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "no.archive.sqlite"
    path.write_text("words", "utf-8")
    assert run(["archive", "quality", str(path)]) == 2
    assert "no SQLite file" in capsys.readouterr().err
