"""A look through an archive in a process of its own, by the shell's own word `archive check`.

A look is minutes of Python where an archive is large, and a thread of Python slows every turn of
the window meanwhile, as they share one lock. Where no such process can be had it is made here.
"""

import json
import os
import sys
from contextlib import suppress
from pathlib import Path

from timeline_app.model.archive_findings import Findings, findings_of
from timeline_app.store.archive_check import Stop, check

_PATIENCE = 10
"""How much less than the window it asks of the processor; as `nice` counts."""


def look_apart(path: Path, stop: Stop) -> Findings:
    """What looking through it has found; of no use where `stop` was asked meanwhile."""
    with suppress(OSError, ValueError, KeyError, TypeError):
        return findings_of(json.loads(_answer(path, stop)))
    return Findings("") if stop.asked else check(path, stop)


def _answer(path: Path, stop: Stop) -> str:
    import subprocess  # noqa: PLC0415 - a look comes seconds after the window, which waits for none

    quiet = getattr(subprocess, "CREATE_NO_WINDOW", 0)
    low = getattr(subprocess, "BELOW_NORMAL_PRIORITY_CLASS", 0)
    with subprocess.Popen(
        [*_own_command(), "archive", "check", "--in-full", "--json", "--", str(path)],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        encoding="utf-8",
        creationflags=quiet | low,
    ) as child:
        if hasattr(os, "setpriority"):
            with suppress(OSError):
                os.setpriority(os.PRIO_PROCESS, child.pid, _PATIENCE)
        stop.reaches(child.kill)
        return child.communicate()[0]


def _own_command() -> list[str]:
    """What starts this program."""
    packed = getattr(sys, "frozen", False)
    return [sys.executable] if packed else [sys.executable, "-m", "timeline_app"]
