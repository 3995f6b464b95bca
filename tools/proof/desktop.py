"""A small desktop on a bare system, with the program's entry in its menu and the program's files in
a folder, as people meet them: what can be told without eyes is tried, the rest are pictures."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from tools.chroot import Chroot
from tools.proof.debian_package import DESKTOP, install, install_file, update
from tools.proof.screen import HEIGHT, Screen, rest, until
from tools.proof.sitter import Sitter, end_all
from tools.proof.table import Table
from tools.tree import Stop

LANGUAGES = ("en_US", "ru_RU", "kk_KZ")
_ICONS = ("adwaita-icon-theme", "hicolor-icon-theme", "librsvg2-common")
_PARTS = (*DESKTOP, *_ICONS, "dbus-x11", "locales", "lxmenu-data", "lxpanel", "pcmanfm")
_MENU = (15, HEIGHT - 12)
_FILES = ("1.archive.sqlite", "2.notebook.sqlite")
_AT = ((525, 250), (620, 250))
"""Where the window of a folder shows its first two files."""


def try_desktop(chroot: Chroot, deb: Path, screen: Screen, table: Table, pictures: Path) -> None:
    """In each language: the menu starts the program; of two files that are double clicked the
    first starts it, and the second goes into the window that is open."""
    update(chroot)
    install_file(chroot, deb)
    table.step("a small desktop", lambda: f"{install(chroot, *_PARTS):.1f} s")
    for language in LANGUAGES:
        chroot.call(["localedef", "-i", language, "-f", "UTF-8", f"{language}.UTF-8"])
        person = chroot.person(language.lower(), f"/home/{language}")
        sitter = Sitter(chroot, person, screen, "timeline-app")
        _lay_files(sitter)
        sitter.env = {"LANG": f"{language}.UTF-8", "XDG_CURRENT_DESKTOP": "LXDE"}
        keep = pictures / "desktop" / language
        keep.mkdir(parents=True, exist_ok=True)
        table.step(f"menu, {language}", partial(_by_menu, sitter, keep))
        table.step(f"files, {language}", partial(_by_files, sitter, keep))


def _lay_files(sitter: Sitter) -> None:
    """One archive and one notebook in the user's folder."""
    archive, notebook = _places(sitter)
    sitter.say("archive", "synthesize", "200", "-o", archive, "--seed", "1")
    sitter.ask("note", "add", "--target", "period:2014", "--text", "Hers", "--notebook", notebook)


def _places(sitter: Sitter) -> list[str]:
    return [f"{sitter.person.home}/{name}" for name in _FILES]


def _by_menu(sitter: Sitter, keep: Path) -> str:
    """The first entry of the first group is ours: nothing else of that kind is installed."""
    with _session(sitter, keep) as session:
        screen = sitter.screen
        screen.do("mousemove", *map(str, _MENU), "click", "1")
        time.sleep(2)
        screen.key("Down")
        screen.key("Right")
        time.sleep(1)
        screen.picture(keep / "menu.png")
        screen.key("Return")
        until(screen.windows, "the menu starts nothing")
        rest(session)
        screen.picture(keep / "started.png")
        _quit(screen)
    return "the entry starts the program"


def _by_files(sitter: Sitter, keep: Path) -> str:
    with _session(sitter, keep) as session:
        screen = sitter.screen
        _double_click(screen, _AT[0])
        until(screen.windows, "a double click on an archive opens nothing")
        rest(session)
        window = screen.windows()
        screen.do("windowactivate", *_folder(sitter))
        time.sleep(1)
        _double_click(screen, _AT[1])
        rest(session)
        screen.picture(keep / "both-files.png")
        if screen.windows() != window:
            raise Stop("the second file has a window of its own")
        _quit(screen)
    until(lambda: _remembered(sitter) == _places(sitter), f"not opened: {_remembered(sitter)}", 20)
    return "an archive starts the program, a notebook goes into its window"


def _remembered(sitter: Sitter) -> list[str]:
    """The archive and the notebook that were open last, once the program has ended. One that it
    was started with is among the recent ones, and not what it begins with next."""
    kept = sitter.settings()
    return [*kept["recent_archives"][:1], kept["notebook"]]


def _folder(sitter: Sitter) -> list[str]:
    """The window of the user's folder, by number."""
    name = Path(sitter.person.home).name
    return sitter.screen.do("search", "--onlyvisible", "--name", f"^{name}$").split()


def _double_click(screen: Screen, at: tuple[int, int]) -> None:
    screen.do("mousemove", *map(str, at), "click", "--repeat", "2", "--delay", "60", "1")


def _quit(screen: Screen) -> None:
    screen.do("windowactivate", *screen.windows())
    time.sleep(0.5)
    screen.key("ctrl+q")
    until(lambda: not screen.windows(), "the window does not close")


@contextmanager
def _session(sitter: Sitter, keep: Path) -> Iterator[int]:
    """A panel with a menu and the window of the user's folder; answers the process of it all."""
    words = ["dbus-launch", "--exit-with-session", "sh", "-c", 'lxpanel & exec pcmanfm "$0"']
    session = sitter.begin([*words, sitter.person.home])
    try:
        until(lambda: _folder(sitter), "the folder is not shown")
        rest(session.pid)
        sitter.screen.picture(keep / "files.png")
        yield session.pid
    finally:
        end_all(session)
        until(lambda: not _folder(sitter), "the folder stays")
