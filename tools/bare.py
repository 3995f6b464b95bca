"""The two commands of the README, as a stranger types them on bare systems: as root, who is given
what is missing, and as an ordinary user, who is told the one line to ask for."""

import os
import re
from collections.abc import Sequence

from tools.bare_system import SYSTEMS, System, why_not
from tools.chroot import Chroot, Person, bare
from tools.clone import clone_into
from tools.tree import Stop, tell

_PICTURE = "build/opening-view.png"
_HOME = "/home/reader"
Row = tuple[str, str, str]
"""System, what was tried, what came of it."""


def sweep(args: Sequence[str]) -> int:
    """Tries the systems that `--system NAME` names, or all that can be had, as root and (unless
    `--root`) as an ordinary user, or (`--user`) as that alone; `run` or `test` alone where named.
    Returns the worst code."""
    words = [word for word in ("run", "test") if word in args] or ["run", "test"]
    rows: list[Row] = []
    worst = 0
    for system in SYSTEMS:
        if "--system" in args and system.suite not in args and system.name not in args:
            continue
        reason = why_not(system)
        if reason:
            rows.append((system.name, "not run", reason))
            continue
        for ordinary in _who(args):
            worst = max(worst, _try(system, words, ordinary, "--keep" in args, rows))
    for name, what, came in rows:
        print(f"{name:14} {what:34} {came}")
    return worst


def _who(args: Sequence[str]) -> list[bool]:
    """Whether it is an ordinary user, for each who tries."""
    others = {False: "--user", True: "--root"}
    return [ordinary for ordinary, other in others.items() if other not in args]


def _try(system: System, words: Sequence[str], ordinary: bool, keep: bool, rows: list[Row]) -> int:
    worst = 0
    with bare(system, keep) as chroot:
        inside = clone_into(chroot)
        who = "an ordinary user" if ordinary else "root"
        reader = _ordinary(chroot, inside) if ordinary else Person(0, "/srv")
        for word in [w for w in ("run", "run", "test") if w in words]:
            answer = chroot.call(["python3", "dev.py", word], inside, person=reader)
            rows.append(
                (system.name, f"{word}, {who}", f"exit code {answer.code}, {answer.seconds:.1f} s")
            )
            tell(" · ".join(rows[-1]))
            worst = max(worst, answer.code)
        if "run" in words and not chroot.inside(f"{inside}/{_PICTURE}").is_file():
            raise Stop("The first command made no picture")
    return worst


def _ordinary(chroot: Chroot, inside: str) -> Person:
    """A user of this system, who was told the line to ask for, and for whom root has typed it."""
    reader = chroot.person("reader", _HOME)
    for folder, _, files in os.walk(chroot.inside(inside)):
        for name in (folder, *(f"{folder}/{file}" for file in files)):
            os.chown(name, reader.uid, reader.uid, follow_symlinks=False)
    for word in ("run", "test"):
        said = chroot.ask(["python3", "dev.py", word], where=inside, person=reader)
        line = re.search(r"sudo (apt-get update) && sudo (apt-get install .*)", said.stderr)
        if said.returncode != 2 or line is None:
            raise Stop(f"An ordinary user was not told what to ask for:\n{said.stderr}")
        for act in line.groups():
            if chroot.call(act.split(), out=chroot.path / "apt.log").code:
                raise Stop("The line that an ordinary user is told does not work: " + act)
    return reader
