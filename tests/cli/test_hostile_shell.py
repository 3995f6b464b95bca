"""What a stranger's words and odd surroundings could do to a shell."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from made_folders import event, folder
from timeline_app.store.build.edition import build

from .conftest import Shell

STEERING = "\x1b]0;owned\x07\x1b[2J \x9b31m\rover"


@pytest.fixture
def steering(tmp_path: Path) -> Path:
    """An archive whose texts try to steer a terminal."""
    path = tmp_path / "a.archive.sqlite"
    build(folder(tmp_path / "data", events=[event("a", title=STEERING, summary=STEERING)]), path)
    return path


@pytest.mark.parametrize("line", ["events list", "events show a", "events list --json"])
def test_no_sign_that_steers_a_terminal_is_printed(shell: Shell, steering: Path, line: str) -> None:
    answer = shell(*line.split(), "--archive", steering)
    assert answer.code == 0
    assert all(sign.isprintable() or sign == "\n" for sign in answer.out)
    assert "owned" in answer.out
    if "--json" in line:
        assert answer.json[0]["title"] == STEERING


def test_no_sign_that_steers_is_printed_in_a_refusal(shell: Shell, steering: Path) -> None:
    answer = shell("events", "show", f"b{STEERING}", "--archive", steering)
    assert answer.code == 2
    assert answer.err.rstrip("\n").isprintable()


def test_a_batch_may_begin_with_a_mark_of_its_order(
    shell: Shell, steering: Path, tmp_path: Path
) -> None:
    line = json.dumps({"target": "event:a", "text": "from another system"})
    where = ("--archive", steering, "--notebook", tmp_path / "n.notebook.sqlite")
    answer = shell("note", "add", "--batch", *where, stdin=f"\ufeff{line}\r\n")
    assert (answer.code, answer.json["durable"]) == (0, True)


@pytest.mark.parametrize("line", ["date -", "note add --batch"])
def test_without_a_standard_input_nothing_breaks(tmp_path: Path, line: str) -> None:
    command = ["-m", "timeline_app", *line.split(), "--notebook", str(tmp_path / "n")]
    started = (
        "import os, sys; os.close(0); os.execv(sys.executable, [sys.executable, *sys.argv[1:]])"
    )
    done = subprocess.run([sys.executable, "-c", started, *command], capture_output=True, text=True)
    assert (done.returncode, done.stdout) == (2, "")
    assert "standard input" in done.stderr
