"""Every word keeps the contract: options anywhere, one sentence for a refusal, exit codes."""

import importlib
import os
import pkgutil
import subprocess
import sys
import tomllib
from pathlib import Path

import click
import pytest

import timeline_app.cli
from timeline_app.__main__ import is_for_shell
from timeline_app.cli import frame
from timeline_app.cli.catalogue import WORDS
from timeline_app.version import VERSION

from .conftest import Shell


def test_the_catalogue_knows_every_word_of_the_folder() -> None:
    listed = {(entry.module, entry.command) for entry in WORDS}
    groups = {module for module, _ in listed}
    for found in pkgutil.iter_modules(timeline_app.cli.__path__, "timeline_app.cli."):
        module = importlib.import_module(found.name)
        own = {
            (found.name, name)
            for name, value in vars(module).items()
            if isinstance(value, click.Command) and value.callback is not None
            if value.callback.__module__ == found.name
        }
        assert not own or found.name in groups, found.name
    for module, command in listed:
        assert isinstance(getattr(importlib.import_module(module), command), click.Command)


def test_help_lists_every_word(shell: Shell) -> None:
    answer = shell("--help")
    assert answer.code == 0 and not answer.err
    for entry in WORDS:
        assert f"  {entry.name} " in answer.out
        assert shell(entry.name, "--help").code == 0


def test_version_is_that_of_the_project(shell: Shell) -> None:
    project = tomllib.loads(Path("pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert project["version"] == VERSION
    assert shell("--version").out.split() == ["timeline-app", VERSION]


@pytest.mark.parametrize(
    "line", ["nonsense", "note", "note nonsense", "note list --nonsense", "note add --text", ""]
)
def test_bad_input_is_one_sentence_and_code_2(shell: Shell, line: str) -> None:
    answer = shell(*line.split())
    assert (answer.code, answer.out) == (2, "")
    assert answer.err.count("\n") == 1 and len(answer.err) > 10


def test_our_fault_is_logged_whole(
    shell: Shell, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def fail() -> click.Group:
        raise ZeroDivisionError("on purpose")

    monkeypatch.setattr(frame, "shell", fail)
    answer = shell("note", "list")
    assert (answer.code, answer.out, answer.err.count("\n")) == (3, "", 1)
    log = (tmp_path / "home" / "user_data" / "faults.log").read_text(encoding="utf-8")
    assert "Traceback" in log and "ZeroDivisionError: on purpose" in log


@pytest.mark.parametrize(
    ("line", "shells"),
    [
        ("", False),
        ("note list", True),
        ("--notebook note note list", True),
        ("--notebook=note note list", True),
        ("--json undo", True),
        ("--help", True),
        ("--version", True),
        ("a.archive.sqlite --help", False),
        ("missing.sqlite", False),
        ("./note", False),
        ("--screenshot note", False),
        ("-- note", False),
        ("notee list", True),
        ("--notebook note", False),
    ],
)
def test_known_words_go_to_the_shell_and_the_rest_to_the_window(line: str, shells: bool) -> None:
    assert is_for_shell(line.split()) is shells


def test_a_word_of_any_length_is_a_word() -> None:
    assert is_for_shell(["x" * 300])


def test_a_file_without_a_dot_is_for_the_window(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "archive").write_bytes(b"")
    (tmp_path / "edition").write_bytes(b"")
    monkeypatch.chdir(tmp_path)
    assert not is_for_shell(["edition"])


def test_a_note_word_loads_neither_numpy_nor_qt(tmp_path: Path) -> None:
    program = (
        "import sys; from timeline_app.cli.frame import run;"
        f"code = run(['note', 'list', '--notebook', {str(tmp_path / 'none.sqlite')!r}]);"
        "heavy = {'numpy', 'PySide6', 'sqlite_utils', 'pyqtgraph'} & set(sys.modules);"
        "sys.exit(f'{code} {heavy}' if code or heavy else 0)"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True)
    assert (done.returncode, done.stdout) == (0, ""), done.stderr


def test_a_shell_that_completes_a_line_is_answered_not_shown_a_window() -> None:
    asked = {
        "_TIMELINE_APP_COMPLETE": "bash_complete",
        "COMP_WORDS": "timeline-app me",
        "COMP_CWORD": "1",
    }
    told = subprocess.run(
        [sys.executable, "-m", "timeline_app"],
        env={**os.environ, **asked},
        capture_output=True,
        text=True,
        check=False,
    )
    assert told.stdout.split() == ["plain,memberships"]
