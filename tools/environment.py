"""The virtual environment: made once from a lock with hashes, left alone until that changes."""

import os
import stat
import sys
import venv
from pathlib import Path

from tools.tree import PYTHON, SCRIPTS, TOP, VENV, Command, Stop, digest, need, said, tell

RUN_LOCK = TOP / "requirements.lock"
DEV_LOCK = TOP / "requirements-dev.lock"
BENCH_LOCK = TOP / "requirements-bench.lock"

_ENTRY = """#!{python}
import sys

from timeline_app.__main__ import main

if __name__ == "__main__":
    sys.exit(main())
"""


def _mark(lock: Path) -> str:
    """What the environment must have been made from to be used as it is."""
    # Not the build of Python: its distribution may renew that while this process runs.
    version = ".".join(str(part) for part in sys.version_info[:3])
    return digest([lock, Path(__file__).resolve()], version, sys.base_prefix, str(TOP))


def _stamp(lock: Path) -> Path:
    return VENV / f"made-from-{lock.stem}"


def is_ready(lock: Path) -> bool:
    """Whether the environment holds all that `lock` names (the larger lock holds the smaller)."""
    return PYTHON.exists() and any(
        said(_stamp(one)) == _mark(one) for one in {lock, DEV_LOCK} if one.is_file()
    )


def _same_interpreter() -> bool:
    """Whether an environment is there that was made by the Python that runs this."""
    home = f"home = {Path(sys.base_prefix) / 'bin'}"
    lines = said(VENV / "pyvenv.cfg").splitlines()
    return PYTHON.exists() and (home in lines or os.name == "nt")


def _install_project() -> None:
    """Makes the source tree importable and gives it its command: no build backend, no network."""
    major, minor = sys.version_info[:2]
    packages = VENV / "lib" / f"python{major}.{minor}" / "site-packages"
    if os.name == "nt":
        packages = VENV / "Lib" / "site-packages"
    (packages / "central-asia-timeline.pth").write_text(f"{TOP / 'src'}\n", encoding="utf-8")
    entry = SCRIPTS / "timeline-app"
    entry.write_text(_ENTRY.format(python=PYTHON), encoding="utf-8")
    entry.chmod(entry.stat().st_mode | stat.S_IXUSR | stat.S_IXGRP | stat.S_IXOTH)


def ensure(lock: Path) -> None:
    """Makes the environment from `lock` unless it already was.

    Raises:
        Stop: pip could not install what the lock names.
    """
    if is_ready(lock):
        return
    if not lock.is_file():
        raise Stop(f"{lock.name} is missing; it belongs to the checkout")
    if not _same_interpreter():
        tell("making .venv")
        venv.EnvBuilder(clear=True, with_pip=True, symlinks=os.name != "nt").create(VENV)
    install(PYTHON, lock)
    _install_project()
    _stamp(lock).write_text(_mark(lock), encoding="utf-8")


def install(python: Path, lock: Path) -> None:
    """Installs what a lock names for this Python; raises `Stop` where pip cannot."""
    tell(f"installing what {lock.name} names (once; a minute or two)")
    pip: Command = [python, "-m", "pip", "install", "-qq", "--disable-pip-version-check"]
    strict: Command = ["--no-deps", "--require-hashes", "--only-binary", ":all:", "-r", lock]
    need([*pip, *strict], "The packages could not be installed")
