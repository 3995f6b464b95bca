"""The installer tried under Wine: it proves paths, imports, installer and file type, not Windows.

Debian's Wine lacks a library that Windows 10 has (icuuc.dll, of which Qt asks for names alone) and
cannot load the newest NumPy: the first is stood for, the second has a lock of its own. Python's way
to ask Windows for its version ends it, and is left out.
"""

import json
import os
import shutil
import subprocess
import tempfile
import time
from pathlib import Path

from tools import system
from tools.proof.screen import screen, until
from tools.proof.table import Table
from tools.tree import BUILD, Stop
from tools.windows import folder

NEEDED = (system.program("wine", "wine"), system.program("nsis", "makensis"))
_STAND_IN = system.program("gcc-mingw-w64-x86-64-win32", "x86_64-w64-mingw32-gcc")
PICTURES = BUILD / "proof" / "wine"
PATIENCE_S = 1200
_INSTALLED = "AppData/Local/Programs/Central Asia Timeline"
_NOTES = "AppData/Local/central-asia-timeline"


class Wine:
    """A Windows of its own in a folder, with one user."""

    def __init__(self, prefix: Path) -> None:
        self.prefix = prefix
        self.env = {**os.environ, "WINEPREFIX": str(prefix), "WINEARCH": "win64"}
        self.env |= {"WINEDEBUG": "-all", "LC_ALL": "C.UTF-8"}
        self.env.pop("DISPLAY", None)

    @property
    def home(self) -> Path:
        """The user's folder, from outside."""
        (home,) = (one for one in (self.prefix / "drive_c/users").iterdir() if one.name != "Public")
        return home

    def say(self, *words: str, **env: str) -> "Said":
        """Runs a program of Windows. Raises `Stop` where it does not end."""
        try:
            return subprocess.run(
                ["wine", *words],
                env=self.env | env,
                capture_output=True,
                text=True,
                check=False,
                timeout=PATIENCE_S,
            )
        except subprocess.TimeoutExpired:
            raise Stop(f"{' '.join(words)}: no end within {PATIENCE_S} s") from None

    def app(self, *words: str, **env: str) -> str:
        """The installed program; its answer. Raises `Stop` where it fails."""
        python = self.home / _INSTALLED / "python" / "python.exe"
        said = self.say(str(python), "-m", "timeline_app", *words, **env)
        if said.returncode:
            raise Stop(f"{' '.join(words)}: exit code {said.returncode}: {said.stderr[-800:]}")
        return said.stdout

    def ends(self) -> None:
        """Ends all that runs in it."""
        subprocess.call(["wineserver", "-k"], env=self.env)


Said = subprocess.CompletedProcess[str]


def smoke() -> int:
    """Makes the installer with the lock for Wine, and installs, uses and uninstalls it."""
    system.ensure((*NEEDED, _STAND_IN, *system.JOURNEYS))
    table = Table()
    table.where = subprocess.run(
        ["wine", "--version"], capture_output=True, text=True, check=False
    ).stdout.split(" (")[0]
    with tempfile.TemporaryDirectory(prefix="timeline-wine-") as scratch:
        laid = folder.make(folder.WINE_LOCK)
        # Wine ends a program that asks it for its version by this one; Python does without.
        (laid / "python" / "_wmi.pyd").unlink()
        made = folder.installer(laid, Path(scratch), quick=True)
        wine = Wine(Path(scratch) / "prefix")
        try:
            _try(wine, made, table)
        finally:
            wine.ends()
    print(table)
    return 1 if table.failed() else 0


def _try(wine: Wine, made: Path, table: Table) -> None:
    archive = wine.prefix / "drive_c" / "of mine.archive.sqlite"
    table.step("a new Windows", lambda: _begin(wine))
    table.step("install, silently", lambda: _install(wine, made))
    table.step("archive info", lambda: _events(wine))
    table.step("first frame, picture", lambda: _paint(wine))
    table.step("a note", lambda: _note(wine))
    table.step("file type", lambda: _opened(wine, archive))
    table.step("uninstall", lambda: _uninstall(wine))


def _begin(wine: Wine) -> str:
    said = wine.say("wineboot", "--init")
    if said.returncode:
        raise Stop(said.stderr[-800:])
    _stand_in(BUILD / "windows" / "python", wine.prefix / "drive_c/windows/system32/icuuc.dll")
    return ""


def _stand_in(python: Path, to: Path) -> None:
    """A library with the names that Qt asks of ICU, none of which it calls for UTF-8."""
    asked = ["objdump", "-p", str(python / "packages/PySide6/Qt6Core.dll")]
    told = subprocess.run(asked, capture_output=True, text=True, check=True).stdout
    table = told.partition("DLL Name: icuuc.dll")[2].partition("DLL Name:")[0]
    rows = (line.split() for line in table.splitlines())
    names = [row[-1] for row in rows if len(row) == 3 and row[0] != "vma:"]
    source = to.parent / "icuuc.c"
    text = "".join(f"__declspec(dllexport) int {name}(void) {{ return 0; }}\n" for name in names)
    source.write_text(text)
    words = ["x86_64-w64-mingw32-gcc", "-shared", "-o", str(to), str(source)]
    subprocess.check_call(words)


def _install(wine: Wine, made: Path) -> str:
    said = wine.say(str(made), "/S")
    there = sorted(file.name for file in (wine.home / _INSTALLED).glob("*"))
    if said.returncode or "timeline-app.cmd" not in there:
        raise Stop(f"exit code {said.returncode}: {there}")
    entries = list(wine.home.rglob("Central Asia Timeline.lnk"))
    if not entries:
        raise Stop("there is no entry in the start menu")
    return f"{made.stat().st_size / 1e6:.1f} MB; {', '.join(there)}"


def _events(wine: Wine) -> str:
    """By the command that is typed: Wine's own cmd takes no words with spaces after it."""
    command = str(wine.home / _INSTALLED / "timeline-app.cmd")
    told = wine.say("cmd", "/c", command, "archive", "info", "--json").stdout
    return f"{json.loads(told)['counts']['events']} events"


def _paint(wine: Wine) -> str:
    picture = wine.prefix / "drive_c" / "view.png"
    words = ("--screenshot", "C:\\view.png", "--size", "1280x800")
    told = wine.app(*words, QT_QPA_PLATFORM="offscreen")
    rendered = wine.prefix / "drive_c" / "render.png"
    wine.app("render", "C:\\render.png", "--size", "1280x800", QT_QPA_PLATFORM="offscreen")
    PICTURES.mkdir(parents=True, exist_ok=True)
    for file in (picture, rendered):
        shutil.copyfile(file, PICTURES / file.name)
    return told.strip()


def _note(wine: Wine) -> str:
    wine.app("note", "add", "--target", "period:2014", "--text", "A note")
    (note,) = json.loads(wine.app("note", "list", "--json"))
    return str(note["target"])


def _opened(wine: Wine, archive: Path) -> str:
    """A file is opened by its type, in a window that is seen.

    Windows shows a user's types among everybody's; Wine has to be given them there, where the
    installer must not have put any.
    """
    for key in (".sqlite", "CentralAsiaTimeline.File"):
        of_user, of_all = (f"{root}\\Software\\Classes\\{key}" for root in ("HKCU", "HKLM"))
        if wine.say("reg", "query", of_all).returncode == 0:
            raise Stop(f"{key} was registered for everybody")
        wine.say("reg", "copy", of_user, of_all, "/s", "/f")
    wine.app("archive", "synthesize", "200", "-o", f"C:\\{archive.name}", "--seed", "1")
    with screen() as shown:
        env = {**wine.env, "DISPLAY": shown.display}
        opening = subprocess.Popen(["wine", "start", "/unix", str(archive)], env=env)
        try:
            until(shown.windows, "a double click opens nothing", PATIENCE_S)
            time.sleep(20)  # until more than the frame is there
            shown.picture(PICTURES / "opened.png")
        finally:
            wine.ends()
            opening.wait(60)
    return "wine start opens the archive in a window"


def _uninstall(wine: Wine) -> str:
    uninstaller = wine.home / _INSTALLED / "uninstall.exe"
    # With _? it does its work itself rather than by a copy that nobody can wait for.
    said = wine.say(str(uninstaller), "/S", f"_?={_windows_path(wine, uninstaller.parent)}")
    left = [file.name for file in uninstaller.parent.glob("*") if file != uninstaller]
    asked = wine.say("reg", "query", "HKCU\\Software\\Classes\\CentralAsiaTimeline.File")
    notes = list((wine.home / _NOTES).rglob("*.notebook.sqlite"))
    if said.returncode or left or asked.returncode == 0 or not notes:
        raise Stop(f"exit code {said.returncode}; left: {left}; notes: {notes}")
    return "nothing left but the notebook"


def _windows_path(wine: Wine, place: Path) -> str:
    inside = place.relative_to(wine.prefix / "drive_c")
    return "C:\\" + "\\".join(inside.parts)
