"""Other programs that the benchmarks compare with, kept apart so that ours never meets them.

Python's lie in an environment of their own, Node's below `benchmarks/peers`, from a lock each. What
cannot be had is told and left out: its rows then say "not run".
"""

import shutil
import venv

from tools.environment import BENCH_LOCK, install
from tools.tree import BENCH_PYTHON, BENCH_VENV, PEERS, Stop, digest, need, said, tell


def ensure() -> None:
    """Installs all peers that this machine can have, once for each state of their locks."""
    for what in (_python, _node):
        try:
            what()
        except Stop as stop:
            tell(f"{stop}; what it would have brought is not compared with")


def _python() -> None:
    stamp, mark = BENCH_VENV / "made-from", digest([BENCH_LOCK])
    if said(stamp) == mark and BENCH_PYTHON.exists():
        return
    venv.EnvBuilder(clear=True, with_pip=True).create(BENCH_VENV)
    install(BENCH_PYTHON, BENCH_LOCK)
    stamp.write_text(mark, encoding="utf-8")


def _node() -> None:
    npm = shutil.which("npm")
    stamp, mark = PEERS / "node_modules" / ".made-from", digest([PEERS / "package-lock.json"])
    if said(stamp) == mark:
        return
    if npm is None:
        raise Stop("npm is not there")
    tell("installing what benchmarks/peers/package-lock.json names (once; a minute or two)")
    options = ["--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]
    need([npm, "ci", "--prefix", PEERS, *options], "The peers could not be installed")
    stamp.write_text(mark, encoding="utf-8")
