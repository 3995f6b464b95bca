"""The program as one folder that needs no Python, and the proof that a clean system starts it."""

import hashlib
import json
import shutil
from collections.abc import Sequence
from pathlib import Path

from tools import debian, environment, system, tarball
from tools.chroot import Answer, Chroot, bare_debian
from tools.clone import clone_into
from tools.tree import BUILD, DIST, PYTHON, TOP, Command, Stop, need, tell

NAME = "central-asia-timeline"
_OFFSCREEN = ("QT_QPA_PLATFORM=offscreen", "LC_ALL=C.UTF-8")


def make() -> Path:
    """Packs what the environment and `build/` hold into `dist/`; returns the folder.

    Raises:
        Stop: PyInstaller refused.
    """
    system.ensure(system.PACKAGE)
    environment.ensure(environment.DEV_LOCK)
    words: Command = [
        "--noconfirm",
        "--log-level",
        "WARN",
        "--distpath",
        DIST,
        "--workpath",
        BUILD / "pack",
    ]
    command: Command = [
        PYTHON,
        "-m",
        "PyInstaller",
        *words,
        TOP / "packaging" / "timeline-app.spec",
    ]
    # With a fixed seed the same sources give the same folder.
    need(command, "The package could not be made", {"PYTHONHASHSEED": "0"})
    return DIST / NAME


def make_all() -> list[Path]:
    """Everything that is handed out: the folder as .deb and .tar.xz, and their SHA-256.

    Raises:
        Stop: a tool is missing or refused.
    """
    folder = make()
    made = [tarball.build(folder, DIST)]
    if shutil.which("dpkg-deb"):
        made.insert(0, debian.build(folder, DIST))
    sums = [f"{hashlib.sha256(file.read_bytes()).hexdigest()}  {file.name}" for file in made]
    (DIST / "SHA256SUMS").write_text("\n".join(sums) + "\n", encoding="utf-8")
    return [*made, DIST / "SHA256SUMS"]


def _made_in(chroot: Chroot) -> Path:
    """Packs a fresh clone on a bare system, where nothing of a desktop is drawn in."""
    inside = clone_into(chroot)
    answer = chroot.call(["python3", "dev.py", "package"], inside)
    if answer.code:
        raise Stop(f"The package could not be made on a bare system (exit code {answer.code})")
    return chroot.path / inside.lstrip("/") / "dist" / NAME


def _need(answer: Answer, what: str) -> None:
    tell(f"{what}: exit code {answer.code} after {answer.seconds:.1f} s")
    if answer.code:
        raise Stop(f"The packed program failed: {what}")


def _try(folder: Path, keep: bool) -> None:
    """Starts the packed program on a system that has the declared libraries and no network."""
    libraries = [one.package for one in (*system.PICTURE, *system.WINDOW)]
    with bare_debian(keep) as chroot:
        _need(chroot.call(["apt-get", "update", "-q"]), "the package lists")
        install = ["apt-get", "install", "-y", "-q", "--no-install-recommends", *libraries]
        _need(chroot.call(install, out=chroot.path / "apt.log"), "the declared libraries")
        shutil.copytree(folder, chroot.path / "opt" / NAME, symlinks=True)
        app = ["env", *_OFFSCREEN, f"/opt/{NAME}/timeline-app"]
        picture = ["--screenshot", "/srv/view.png", "--size", "1440x900"]
        _need(chroot.call([*app, *picture], network=False), "the opening view")
        told = chroot.path / "srv" / "told.json"
        info = [*app, "archive", "info", "--json"]
        _need(chroot.call(info, network=False, out=told), "archive info")
        events = json.loads(told.read_text(encoding="utf-8"))["counts"]["events"]
        view = chroot.path / "srv" / "view.png"
        BUILD.mkdir(exist_ok=True)
        shutil.copy(view, BUILD / "packed-view.png")
    tell(f"the packed program shows {events} events: {BUILD / 'packed-view.png'}")


def smoke(args: Sequence[str]) -> int:
    """Packs on one bare Debian 12 and starts the result on another."""
    keep = "--keep" in args
    with bare_debian(keep) as chroot:
        folder = _made_in(chroot)
        shutil.rmtree(DIST / NAME, ignore_errors=True)
        shutil.copytree(folder, DIST / NAME, symlinks=True)
    _try(DIST / NAME, keep)
    return 0
