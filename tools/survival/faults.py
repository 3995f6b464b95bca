"""Calls to the system that fail: one after the other is made to, in a real process, by strace."""

import random
import subprocess
from pathlib import Path

from tools.survival.scenes import NOTEBOOK, SCENES
from tools.survival.stage import judge, prepare, stage
from tools.survival.trace import child, need
from tools.survival.verdict import Ledger
from tools.tree import TOP

CALLS = {
    "pwrite64": ("EIO", "ENOSPC", "EDQUOT"),
    "write": ("EIO", "ENOSPC"),
    "pread64": ("EIO",),
    "fsync": ("EIO", "ENOSPC"),
    "fdatasync": ("EIO", "ENOSPC"),
    "openat": ("EIO", "EACCES", "EMFILE", "ENOSPC", "ENOENT"),
    "unlink": ("EIO", "EACCES", "EBUSY"),
    "ftruncate": ("EIO", "ENOSPC"),
    "fcntl": ("EIO", "EAGAIN", "ENOLCK"),
    "newfstatat": ("EIO", "EACCES"),
    "lseek": ("EIO",),
    "link": ("EIO", "EPERM", "EMLINK"),
    "rename": ("EIO", "EACCES"),
    "mkdir": ("EIO", "EACCES", "ENOSPC"),
    "close": ("EIO",),
}
"""Each call with the errors that it may meet."""

_LAST = 60


def strike(ledger: Ledger, rounds: int, seed: int = 0) -> None:
    """Goes on until the ledger holds so many plays, each scene in turn."""
    need()
    with stage() as folder:
        for n in range(ledger.rounds(), rounds):
            scene = list(SCENES)[n % len(SCENES)]
            chance = random.Random(seed * 1_000_003 + n)
            before = prepare(scene, folder)
            name = chance.choice(list(CALLS))
            injected = f"inject={name}:error={chance.choice(CALLS[name])}:when={_when(chance)}"
            said, code, complaint = _play(scene, folder, n, injected)
            verdict = judge(scene, folder, before, said, code)
            about = {"injected": injected, "complaint": complaint}
            ledger.write(verdict, what=f"fault {scene}", seed=n, **about)


def _when(chance: random.Random) -> str:
    """Once, or from some call on for good."""
    first = chance.randint(1, _LAST)
    return f"{first}+" if chance.random() < 0.4 else str(first)


def _play(scene: str, folder: Path, seed: int, injected: str) -> tuple[list[str], int, str]:
    """Plays it; only calls about the notebook's own files and folders fail.

    Returns what it said, its exit code, and the end of what it complained of.
    """
    watch = ["strace", "-qq", "-o", "/dev/null", "-e", injected]
    backups = [path for path in (folder / "home").rglob("*") if path.is_dir()]
    near = (folder, *(folder / f"{NOTEBOOK}{end}" for end in ("", "-journal")), folder / "home")
    for path in (*near, *backups):
        watch += ["-P", str(path)]
    line = [*watch, *child(scene, folder, seed, "EXTRA")]
    done = subprocess.run(line, cwd=TOP, capture_output=True, text=True)
    return done.stdout.splitlines(), done.returncode, done.stderr[-1500:]
