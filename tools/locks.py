"""The locks: every package with its version and hashes, and no word about where they came from."""

import re
from collections.abc import Sequence
from pathlib import Path

from tools.environment import BENCH_LOCK, DEV_LOCK, RUN_LOCK
from tools.tree import SCRIPTS, TOP, Command, need
from tools.windows.folder import LOCK as WINDOWS_LOCK
from tools.windows.folder import VERSION as WINDOWS_PYTHON
from tools.windows.folder import WINE_LOCK

PROJECT = TOP / "pyproject.toml"
_HEAD = """\
# {what}
# Made by `python3 dev.py lock` from pyproject.toml. Names no package index: yours is used.
"""
_ADDRESS = re.compile(r"^\s*-(?!-hash=)|://")
"""Every option of an installer but a hash may say where packages come from."""


def without_addresses(lock: str) -> str:
    """The lock's text without comments or lines that name a place packages came from."""
    kept = (line for line in lock.splitlines() if not line.lstrip().startswith("#"))
    return "".join(f"{line}\n" for line in kept if not _ADDRESS.search(line))


EVERYWHERE = ("--universal", "--python-version", "3.11")
ON_WINDOWS = ("--python-platform", "windows", "--python-version", WINDOWS_PYTHON)


def _compile(lock: Path, what: str, *of: str | Path, where: Sequence[str] = EVERYWHERE) -> None:
    options = ["--generate-hashes", "--no-header", "--no-annotate", "--quiet"]
    python = where
    uv: Command = [SCRIPTS / "uv", "pip", "compile", *options, *python, "--output-file", lock]
    need([*uv, *of], f"{lock.name} could not be made")
    text = without_addresses(lock.read_text(encoding="utf-8"))
    lock.write_text(_HEAD.format(what=what) + text, encoding="utf-8")


def make(upgrade: bool) -> None:
    """Writes all locks anew; versions that still fit stay unless `upgrade`."""
    newer: Command = ["--upgrade"] if upgrade else []
    _compile(RUN_LOCK, "What the program needs to run.", *newer, PROJECT)
    groups: Command = ["--group", "dev", "--group", "package", "--constraint", RUN_LOCK, PROJECT]
    what = "What a contributor needs: the program, its tests, its package."
    _compile(DEV_LOCK, what, *newer, *groups)
    peers: Command = ["--group", f"{PROJECT}:bench"]
    _compile(BENCH_LOCK, "What the benchmarks compare the program with.", *newer, *peers)
    what = "What the program for Windows brings along."
    _compile(WINDOWS_LOCK, what, *newer, "--constraint", RUN_LOCK, PROJECT, where=ON_WINDOWS)
    what = "The same for Debian's Wine, which cannot load a newer NumPy: for trying alone."
    older: Command = ["--group", f"{PROJECT}:wine", PROJECT]
    _compile(WINE_LOCK, what, *newer, *older, where=ON_WINDOWS)
