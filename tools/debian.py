"""The packed folder as a Debian package: a citizen of the menu, the file types and the manual."""

import gzip
import hashlib
import os
import shutil
import subprocess
from datetime import UTC, datetime
from pathlib import Path

from tools import system
from tools.tree import BUILD, PYTHON, TOP, Command, Stop, need, tell

NAME = "central-asia-timeline"
LINUX = TOP / "packaging" / "linux"
HICOLOR = Path("usr/share/icons/hicolor")
HOME = Path("usr/lib") / NAME
MAINTAINER = "The Central Asia Timeline developers <maintainers@central-asia-timeline.invalid>"
SHELLS = {
    "bash": Path("usr/share/bash-completion/completions/timeline-app"),
    "zsh": Path("usr/share/zsh/vendor-completions/_timeline-app"),
    "fish": Path("usr/share/fish/vendor_completions.d/timeline-app.fish"),
}
PRESSED = "-Zxz"
LARGEST = 190_000_000
"""Bytes of what is installed."""

REMOVED = """#!/bin/sh
set -e
if [ "$1" = remove ]; then
    echo "Notebooks, settings and backups stay where they are: in each user's"
    echo "~/.local/share/central-asia-timeline and ~/.config/central-asia-timeline."
fi
"""


def version() -> str:
    """The version of the program, as its own file has it."""
    text = (TOP / "src" / "timeline_app" / "version.py").read_text(encoding="utf-8")
    return text.split('VERSION = "')[1].split('"')[0]


def moment() -> int:
    """When the sources were last changed, in seconds: what is built of them bears this time."""
    told = os.environ.get("SOURCE_DATE_EPOCH")
    if told:
        return int(told)
    if shutil.which("git") is None:
        return 0
    asked = ["git", "log", "-1", "--format=%ct"]
    found = subprocess.run(asked, cwd=TOP, capture_output=True, text=True, check=False)
    return int(found.stdout.strip() or 0)


def control(kibibytes: int) -> str:
    """The record of the package; what it depends on is what `dev.py` asks a system for."""
    needed = [one.package for one in (*system.PICTURE, *system.WINDOW)]
    return f"""Package: {NAME}
Version: {version()}
Architecture: amd64
Maintainer: {MAINTAINER}
Installed-Size: {kibibytes}
Depends: libc6 (>= 2.34), {", ".join(sorted(needed))}
Recommends: shared-mime-info, desktop-file-utils
Section: education
Priority: optional
Description: offline timeline of Central Asian diplomacy with sources and notes
 Opens an archive of diplomatic events, claims, treaties and figures of
 Kazakhstan, Kyrgyzstan, Tajikistan, Turkmenistan and Uzbekistan as a timeline
 that one zooms, brushes and filters. Every event leads to its sources, and
 what one writes is kept in a notebook of one's own. No network is needed.
"""


def stage(packed: Path, root: Path) -> None:
    """Lays out in `root` what an installed system has. `packed` is PyInstaller's folder.

    Raises:
        Stop: a text could not be written by the program's own Python.
    """
    shutil.copytree(packed, root / HOME, symlinks=True)
    command = root / "usr/bin/timeline-app"
    command.parent.mkdir(parents=True)
    # No link: what it starts would have to ask where that leads, and ask another program.
    command.write_text(f'#!/bin/sh\nexec /{HOME}/timeline-app "$@"\n', encoding="utf-8")
    command.chmod(0o755)
    _copy(LINUX / f"{NAME}.desktop", root / "usr/share/applications" / f"{NAME}.desktop")
    _copy(LINUX / f"{NAME}.metainfo.xml", root / "usr/share/metainfo" / f"{NAME}.metainfo.xml")
    _copy(LINUX / f"{NAME}.xml", root / "usr/share/mime/packages" / f"{NAME}.xml")
    _icons(root)
    _texts(root)
    _overrides(root)


def build(packed: Path, out: Path, pressed: str = PRESSED) -> Path:
    """Makes the .deb of a packed folder in `out`; returns it. Twice made it is the same.
    `pressed` is how, in dpkg-deb's words.

    Raises:
        Stop: dpkg-deb is not there, or refused, or the package is too large.
    """
    if shutil.which("dpkg-deb") is None:
        raise Stop("dpkg-deb is needed to make the package; Debian and Ubuntu have it", 2)
    root = BUILD / "deb"
    shutil.rmtree(root, ignore_errors=True)
    stage(packed, root)
    (root / "DEBIAN").mkdir()
    files = sorted(file for file in root.rglob("*") if file.is_file() and not file.is_symlink())
    of_package = [file for file in files if "DEBIAN" not in file.parts]
    size = sum(-(-file.stat().st_size // 1024) for file in of_package)
    # One that is lightly pressed is for a trial, of whatever Python is here: its own may be larger.
    if size * 1024 > LARGEST and pressed == PRESSED:
        raise Stop(f"The package would take {size / 1000:.0f} MB: something came along unasked")
    sums = "".join(
        f"{hashlib.md5(file.read_bytes(), usedforsecurity=False).hexdigest()}  "
        f"{file.relative_to(root)}\n"
        for file in of_package
    )
    (root / "DEBIAN" / "control").write_text(control(size), encoding="utf-8")
    (root / "DEBIAN" / "md5sums").write_text(sums, encoding="utf-8")
    (root / "DEBIAN" / "postrm").write_text(REMOVED, encoding="utf-8")
    (root / "DEBIAN" / "postrm").chmod(0o755)
    _settle(root)
    out.mkdir(exist_ok=True)
    made = out / f"{NAME}_{version()}_amd64.deb"
    command: Command = ["dpkg-deb", "--root-owner-group", *pressed.split(), "--build", root, made]
    need(command, "The package could not be made", {"SOURCE_DATE_EPOCH": str(moment())})
    tell(f"{made.name}: {made.stat().st_size / 1e6:.1f} MB, installed {size / 1024:.0f} MiB")
    return made


def _copy(file: Path, to: Path) -> None:
    to.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(file, to)


def _icons(root: Path) -> None:
    drawn = TOP / "resources" / "icons" / "app"
    for file in drawn.glob("icon-*.png"):
        side = file.stem.removeprefix("icon-")
        _copy(file, root / HICOLOR / f"{side}x{side}" / "apps" / f"{NAME}.png")
    _copy(drawn / "icon.svg", root / HICOLOR / "scalable" / "apps" / f"{NAME}.svg")


def _texts(root: Path) -> None:
    """The manual page, the completions, the copyright and the changelog."""
    date = datetime.fromtimestamp(moment(), UTC)
    manual = _said("man_page.py", date.strftime("%Y-%m-%d"))
    _write_packed(root / "usr/share/man/man1/timeline-app.1.gz", manual)
    for shell, place in SHELLS.items():
        (root / place).parent.mkdir(parents=True, exist_ok=True)
        (root / place).write_text(_said("completions.py", shell), encoding="utf-8")
    papers = root / "usr/share/doc" / NAME
    papers.mkdir(parents=True)
    _copy(LINUX / "copyright", papers / "copyright")
    notices = _said("notices.py", "text")
    (papers / "third-party-notices.txt").write_text(notices, encoding="utf-8")
    (papers / "sbom.cdx.json").write_text(_said("notices.py", "sbom"), encoding="utf-8")
    entry = (
        f"{NAME} ({version()}) unstable; urgency=medium\n\n"
        "  * See CHANGELOG.md in the sources for what a reader notices.\n\n"
        f" -- {MAINTAINER}  {date.strftime('%a, %d %b %Y %H:%M:%S +0000')}\n"
    )
    _write_packed(papers / "changelog.gz", entry)


def _said(script: str, word: str) -> str:
    """What a script of `packaging/` prints, run by the Python that has the program."""
    command = [str(PYTHON), str(TOP / "packaging" / script), word]
    told = subprocess.run(command, capture_output=True, text=True, check=False, cwd=TOP)
    if told.returncode:
        raise Stop(f"packaging/{script} failed:\n{told.stderr[-2000:]}")
    return told.stdout


def _write_packed(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(gzip.compress(text.encode(), 9, mtime=0))


def _overrides(root: Path) -> None:
    _copy(LINUX / "lintian-overrides", root / "usr/share/lintian/overrides" / NAME)


def _settle(root: Path) -> None:
    """Rights and times that do not depend on who builds, and when."""
    stamp = moment()
    for path in sorted(root.rglob("*"), reverse=True):
        if not path.is_symlink():
            library = path.is_file() and ".so" in path.suffixes
            ran = path.is_dir() or (os.access(path, os.X_OK) and not library)
            path.chmod(0o755 if ran else 0o644)
        os.utime(path, (stamp, stamp), follow_symlinks=False)
