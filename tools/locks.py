"""The locks: every package with its version and hashes, and no word about where they came from."""

import re
from pathlib import Path

from tools.environment import BENCH_LOCK, DEV_LOCK, RUN_LOCK
from tools.tree import SCRIPTS, TOP, Command, need

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


def _compile(lock: Path, what: str, *of: str | Path) -> None:
    options = ["--universal", "--generate-hashes", "--no-header", "--no-annotate", "--quiet"]
    python = ["--python-version", "3.11"]
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
