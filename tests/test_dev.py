"""The first road into the project: dev.py and what it asks of a machine."""

import ast
import importlib.util
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tools import acts, compiled, environment, locks, system, tree

DEV = [sys.executable, str(tree.TOP / "dev.py")]


def test_help_names_every_word() -> None:
    answer = subprocess.run([*DEV, "--help"], capture_output=True, text=True, check=True)
    for act in acts.ACTS:
        assert f"  {act.word} " in answer.stdout


def test_an_unknown_word_is_refused() -> None:
    answer = subprocess.run([*DEV, "fly"], capture_output=True, text=True, check=False)
    assert answer.returncode == 2
    assert "fly" in answer.stderr


SET_UP_FIRST = {"data_folder.py"}
"""What the program's own Python runs."""


@pytest.mark.parametrize(
    "file",
    [
        tree.TOP / "dev.py",
        *(file for file in (tree.TOP / "tools").glob("*.py") if file.name not in SET_UP_FIRST),
    ],
)
def test_the_tools_need_python_alone(file: Path) -> None:
    """They run before anything is installed."""
    allowed = sys.stdlib_module_names | {"tools"}
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            assert {name.name.split(".")[0] for name in node.names} <= allowed
        elif isinstance(node, ast.ImportFrom):
            assert (node.module or "").split(".")[0] in allowed


@pytest.mark.parametrize(
    ("args", "window"),
    [
        ([], True),
        (["some.archive.sqlite"], True),
        (["--notebook", "mine.notebook.sqlite"], True),
        (["archive", "info"], False),
        (["events", "list", "--json"], False),
        (["--screenshot", "a.png"], False),
    ],
)
def test_words_need_no_display(args: list[str], window: bool) -> None:
    assert acts.asks_for_window(args) is window


def test_the_packages_missing_are_named_once_in_order() -> None:
    needs = [
        system.Need("one", lambda: False),
        system.Need("two", lambda: True),
        system.Need("three", lambda: False),
        system.Need("one", lambda: False),
    ]
    assert system.missing(needs) == ["one", "three"]


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux has packages to name")
def test_who_may_not_install_is_told_the_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    monkeypatch.setattr(system.shutil, "which", lambda name: f"/usr/bin/{name}")
    with pytest.raises(tree.Stop, match=r"sudo apt-get .*install .* libdream1$") as stop:
        system.ensure([system.Need("libdream1", lambda: False)])
    assert stop.value.code == 2


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux has packages to name")
def test_another_installation_is_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    called: list[list[str]] = []
    there = system.Need("libdream1", lambda: len(called) == 2)

    def note(words: list[str], **_: object) -> int:
        called.append(words)
        return 0

    monkeypatch.setattr(os, "geteuid", lambda: 0)
    monkeypatch.setattr(system.shutil, "which", lambda name: f"/usr/bin/{name}")
    monkeypatch.setattr(subprocess, "call", note)
    system.ensure([there])
    assert called[-1][-1] == f"DPkg::Lock::Timeout={system.PATIENCE}"


def test_nothing_missing_asks_for_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> int:
        raise AssertionError("nothing was to be installed")

    monkeypatch.setattr(subprocess, "call", refuse)
    system.ensure([system.Need("libdream1", lambda: True)])


def test_addresses_leave_a_lock() -> None:
    lock = (
        "--take-from=there\n"
        "    --take-from /somewhere\n"
        "-f /elsewhere\n"
        "# made by a command with --take-from\n"
        "click==8.1.0 \\\n    --hash=sha256:00\n"
    )
    assert locks.without_addresses(lock) == "click==8.1.0 \\\n    --hash=sha256:00\n"


@pytest.mark.parametrize("lock", [environment.RUN_LOCK, environment.DEV_LOCK])
def test_the_locks_have_hashes_and_name_no_index(lock: Path) -> None:
    text = lock.read_text(encoding="utf-8")
    body = [line for line in text.splitlines() if not line.startswith("#")]
    assert "".join(f"{line}\n" for line in body) == locks.without_addresses(text)
    named = [line for line in body if not line.startswith(" ")]
    assert len(named) > 5
    for n, line in enumerate(body):
        if line in named:
            assert body[n + 1].lstrip().startswith("--hash=sha256:")


def test_the_larger_lock_holds_the_smaller() -> None:
    def pins(lock: Path) -> set[str]:
        lines = lock.read_text(encoding="utf-8").splitlines()
        return {line for line in lines if line and line[0] not in " #"}

    assert pins(environment.RUN_LOCK) <= pins(environment.DEV_LOCK)


def test_a_digest_is_moved_by_names_bytes_and_words(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(tree, "TOP", tmp_path)
    a, b = tmp_path / "a", tmp_path / "b"
    a.write_text("x", encoding="utf-8")
    b.write_text("x", encoding="utf-8")
    first = tree.digest([a, b], "word")
    assert first == tree.digest([b, a], "word")
    others = {tree.digest([a], "word"), tree.digest([b], "word"), tree.digest([a, b], "words")}
    a.write_text("y", encoding="utf-8")
    assert len({first, tree.digest([a, b], "word"), *others}) == 5


def test_what_has_changed_is_compiled_ahead(tmp_path: Path) -> None:
    good, broken = tmp_path / "good.py", tmp_path / "deep" / "broken.py"
    broken.parent.mkdir()
    good.write_text("A = 1\n")
    broken.write_text("A = (\n")
    compiled.compile_source(tmp_path)
    made = Path(importlib.util.cache_from_source(str(good)))
    first = made.read_bytes()
    good.write_text("A = 1\nB = 2\n")
    os.utime(good, (1, 1))
    compiled.compile_source(tmp_path)
    assert made.read_bytes() != first
