"""What is handed out, made of this checkout: here, or on a bare system that has nothing of ours."""

import hashlib
import json
import shutil
import sys
from collections.abc import Sequence
from pathlib import Path

from tools import debian, environment, own_python, system, tarball
from tools.tree import ARCHIVE, BUILD, DIST, PYTHON, TOP, Command, call, need

NAME = "central-asia-timeline"
QUICK = "-Zgzip -z1"
LIBRARIES = BUILD / "system-libraries.json"
SUMS = DIST / "SHA256SUMS"


def prepare() -> None:
    """Leaves in `build/` what the folder takes along beside the source. Raises `Stop`."""
    need([PYTHON, TOP / "packaging" / "overview.py", ARCHIVE], "The archive shows no overview")
    LIBRARIES.write_text(json.dumps(system.libraries(), indent=1) + "\n", encoding="utf-8")


def make() -> Path:
    """Packs what the environment and `build/` hold into `dist/`; returns the folder.

    Raises:
        Stop: PyInstaller refused.
    """
    system.ensure(system.PACKAGE)
    environment.ensure(environment.DEV_LOCK)
    prepare()
    words: Command = ["--noconfirm", "--log-level", "WARN", "--distpath", DIST]
    work: Command = ["--workpath", BUILD / "pack", TOP / "packaging" / "timeline-app.spec"]
    command: Command = [PYTHON, "-m", "PyInstaller", *words, *work]
    # With a fixed seed the same sources give the same folder.
    need(command, "The package could not be made", {"PYTHONHASHSEED": "0"})
    if sys.platform.startswith("linux"):
        own_python.give(DIST / NAME)
    return DIST / NAME


def make_all(args: Sequence[str] = ()) -> list[Path]:
    """Everything that is handed out, and their SHA-256; `--deb`: the Debian package alone,
    `--quick`: lightly pressed.

    Raises:
        Stop: a tool is missing or refused.
    """
    folder = make()
    made: list[Path] = []
    pressed, preset = (QUICK, 0) if "--quick" in args else (debian.PRESSED, 6)
    if shutil.which("dpkg-deb") or "--deb" in args:
        made.append(debian.build(folder, DIST, pressed))
    if "--deb" not in args:
        made += [tarball.build(folder, DIST, preset), *_for_pip(), *_papers()]
    sums = [f"{hashlib.sha256(file.read_bytes()).hexdigest()}  {file.name}" for file in made]
    SUMS.write_text("\n".join(sums) + "\n", encoding="utf-8")
    return [*made, SUMS]


def _for_pip() -> list[Path]:
    """The source distribution and the wheel, for those who have a Python of their own."""
    plain = NAME.replace("-", "_")
    stamp = {"SOURCE_DATE_EPOCH": str(debian.moment())}
    build: Command = [PYTHON, "-m", "hatchling", "build", "-t", "sdist", "-t", "wheel", "-d", DIST]
    need(build, "The wheel could not be made", stamp)
    name = f"{plain}-{debian.version()}"
    return [DIST / f"{name}.tar.gz", DIST / f"{name}-py3-none-any.whl"]


def _papers() -> list[Path]:
    """The bill of materials and the notices, also beside what holds them."""
    made = []
    for word, ending in (("sbom", "sbom.cdx.json"), ("text", "third-party-notices.txt")):
        file = DIST / f"{NAME}-{debian.version()}.{ending}"
        need_words: Command = [PYTHON, TOP / "packaging" / "notices.py", word]
        if call(need_words, out=file):
            file.unlink()
            need(need_words, "The notices could not be written")
        made.append(file)
    return made
