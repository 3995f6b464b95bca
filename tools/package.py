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
    """Packs a fresh clone on a bare system, where nothing of a desktop is drawn in; returns the
    folder of what is handed out."""
    inside = clone_into(chroot)
    stamp = f"SOURCE_DATE_EPOCH={debian.moment()}"  # a bare system has no git to ask
    answer = chroot.call(["env", stamp, "python3", "dev.py", "package"], inside)
    if answer.code:
        raise Stop(f"The package could not be made on a bare system (exit code {answer.code})")
    return chroot.path / inside.lstrip("/") / "dist"


def _need(answer: Answer, what: str) -> None:
    tell(f"{what}: exit code {answer.code} after {answer.seconds:.1f} s")
    if answer.code:
        raise Stop(f"The packed program failed: {what}")


def _installed(chroot: Chroot, file: Path) -> None:
    """Installs the .deb as its user would, with all that it asks for."""
    _need(chroot.call(["apt-get", "update", "-q"]), "the package lists")
    shutil.copy(file, chroot.path / "srv" / file.name)
    install = ["apt-get", "install", "-y", "-q", "--no-install-recommends", f"/srv/{file.name}"]
    _need(chroot.call(install, out=chroot.path / "apt.log"), "apt-get install of the package")


def _try(file: Path, keep: bool) -> None:
    """Installs the package on a bare system, cuts the network off, starts it, and takes it away."""
    with bare_debian(keep) as chroot:
        before = _files(chroot)
        _installed(chroot, file)
        app = ["env", *_OFFSCREEN, "timeline-app"]
        picture = ["--screenshot", "/srv/view.png", "--size", "1440x900"]
        _need(chroot.call([*app, *picture], network=False), "the opening view")
        told = chroot.path / "srv" / "told.json"
        info = [*app, "archive", "info", "--json"]
        _need(chroot.call(info, network=False, out=told), "archive info")
        events = json.loads(told.read_text(encoding="utf-8"))["counts"]["events"]
        note = [*app, "note", "add", "--target", "period:2014", "--text", "A note that stays"]
        _need(chroot.call(note, network=False), "a first note")
        BUILD.mkdir(exist_ok=True)
        shutil.copy(chroot.path / "srv" / "view.png", BUILD / "packed-view.png")
        _need(chroot.call(["dpkg", "--purge", NAME]), "the purge")
        left = {name for name in _files(chroot) - before if NAME in name or "timeline-app" in name}
        notes = chroot.path / "srv" / ".local" / "share" / NAME
        if left or not any(notes.rglob("*.sqlite")):
            raise Stop(f"After the purge: left {sorted(left)}; notes in {notes}")
    tell(f"the installed program shows {events} events: {BUILD / 'packed-view.png'}")


def _files(chroot: Chroot) -> set[str]:
    """What lies in the places of the system, by name; users' homes left out."""
    places = (
        chroot.path / "usr",
        chroot.path / "etc",
        chroot.path / "var/lib",
        chroot.path / "opt",
    )
    return {str(file) for place in places for file in place.rglob("*") if "dpkg" not in file.parts}


def smoke(args: Sequence[str]) -> int:
    """Packs on one bare Debian 12, and installs and starts the result on another."""
    keep = "--keep" in args
    with bare_debian(keep) as chroot:
        made = _made_in(chroot)
        DIST.mkdir(exist_ok=True)
        for file in made.iterdir():
            if file.is_file():
                shutil.copy(file, DIST / file.name)
    (package,) = DIST.glob(f"{NAME}_{debian.version()}_*.deb")
    _try(package, keep)
    return 0
