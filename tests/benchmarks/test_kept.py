"""Rows come back from JSON as they were; a run goes on only after rows of the same program."""

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from benchmarks.kept import Unfinished, as_json, of_json
from benchmarks.row import Plan

from .test_report import ROWS


def test_rows_come_back_as_they_were() -> None:
    for row in ROWS:
        back = of_json(json.loads(json.dumps(as_json(row))))
        assert back == row and [line.figure for line in back.lines] == [
            line.figure for line in row.lines
        ]


def committed(root: Path, words: str) -> None:
    (root / "program.py").write_text(words, encoding="utf-8")
    named = ("-c", "user.name=A", "-c", "user.email=a@example.org")
    for asked in (("init", "-q"), ("add", "program.py"), (*named, "commit", "-q", "-m", "one")):
        subprocess.run(["git", *asked], cwd=root, check=True)


@pytest.mark.skipif(shutil.which("git") is None, reason="a bare system has no git to commit with")
def test_a_run_goes_on_after_rows_of_the_same_program_alone(tmp_path: Path) -> None:
    root, file = tmp_path / "root", tmp_path / "results" / "unfinished.json"
    root.mkdir()
    committed(root, "1")
    plan = Plan(7, (10_000,), tmp_path)
    one = Unfinished.at(file, plan, root)
    assert one.rows() == []
    one.keep(ROWS[:2])
    assert Unfinished.at(file, plan, root).rows() == list(ROWS[:2])
    assert Unfinished.at(file, Plan(3, (10_000,), tmp_path), root).rows() == []
    (root / "program.py").write_text("2", encoding="utf-8")
    assert Unfinished.at(file, plan, root).rows() == []
    committed(root, "2")
    assert Unfinished.at(file, plan, root).rows() == []
    one.end()
    assert not file.exists()
