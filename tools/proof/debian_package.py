"""The Debian package from its installation to its purge."""

import os
import shutil
import time
from pathlib import Path

from tools.bare_system import Unreached
from tools.chroot import Chroot
from tools.proof import failing, sittings
from tools.proof.cold import cold_starts
from tools.proof.screen import Screen
from tools.proof.sitter import OURS, Sitter
from tools.proof.table import Table
from tools.tree import Stop

DESKTOP = ("desktop-file-utils", "libglib2.0-bin", "shared-mime-info", "xdg-utils")
"""What a desktop has anyway and a bare system lacks: who knows the types of files."""

HOME = "/home/Айгүл on a path with spaces"
_PLACES = ("usr", "etc", "var/lib", "opt")
_QUIET = {"DEBIAN_FRONTEND": "noninteractive"}


def update(chroot: Chroot) -> None:
    """Has apt fetch its lists. Raises `Unreached` where it cannot."""
    log = chroot.path / "apt.log"
    if chroot.call(["apt-get", "update", "-qq"], out=log).code:
        raise Unreached("the package lists cannot be had: " + log.read_text("utf-8"))


def install(chroot: Chroot, *packages: str) -> float:
    """Installs by apt; the seconds it took. Raises `Stop` where apt refuses."""
    log = chroot.path / "apt.log"
    words = ["apt-get", "install", "-y", "-qq", "--no-install-recommends", *packages]
    answer = chroot.call(words, out=log, env=_QUIET)
    if answer.code:
        raise Stop(f"apt-get install {' '.join(packages)}: {log.read_text('utf-8')[-1500:]}")
    return answer.seconds


def install_file(chroot: Chroot, file: Path) -> float:
    """Installs a .deb as its user would, with all that it asks for."""
    shutil.copy(file, chroot.inside(f"/srv/{file.name}"))
    return install(chroot, f"/srv/{file.name}")


def try_short(chroot: Chroot, deb: Path, screen: Screen, table: Table, pictures: Path) -> Sitter:
    """Installed, painted, opened, brushed, written on, closed, opened again."""
    update(chroot)
    began = time.monotonic()
    table.step("apt install", lambda: f"{install_file(chroot, deb):.1f} s")
    reader = Sitter(chroot, chroot.person("reader", HOME), screen, "timeline-app")
    table.step("libraries of the window", lambda: _all_found(chroot))
    keep = pictures / "without-display.png"
    table.step("without a display", lambda: sittings.picture_without_display(reader, keep))
    sittings.first_sitting(reader, table, began, pictures / "first-sitting.png")
    table.step("second start", lambda: sittings.second_sitting(reader))
    return reader


def try_whole(
    chroot: Chroot, deb: Path, older: Path | None, screen: Screen, table: Table, pictures: Path
) -> None:
    """All of it, and how it fails."""
    before = files_of(chroot)
    reader = try_short(chroot, deb, screen, table, pictures)
    table.step("cold start", lambda: cold_starts(reader))
    table.step("what a desktop has", lambda: f"{install(chroot, *DESKTOP):.1f} s")
    keep = pictures / "double-click.png"
    table.step("double click", lambda: sittings.double_click(reader, keep))
    other = Sitter(chroot, chroot.person("other", "/home/other"), screen, "timeline-app")
    table.step("two users at once", lambda: sittings.two_at_once(reader, other))
    table.step(
        "settings of a newer version", lambda: failing.with_settings_of_a_newer_version(other)
    )
    table.step("a screen at 100 to 300 %", lambda: failing.at_each_density(other))
    table.step("no fonts", lambda: failing.without_fonts(other, pictures))
    table.step("a full disk", lambda: failing.on_a_full_disk(other))
    table.step(
        "a disk full from the first", lambda: failing.on_a_disk_that_is_full_from_the_first(other)
    )
    table.step("a read-only home", lambda: failing.in_a_read_only_home(other))
    if older is None:
        table.note("upgrade", "no older package: make one by package --clean --older", "not run")
    else:
        table.step("upgrade", lambda: _upgraded(chroot, older, deb, reader))
    table.step("purge", lambda: _purged(chroot, before, reader))


def _all_found(chroot: Chroot) -> str:
    """Every library that the window's plugins ask for is there by what the package depends on."""
    plugins = f"find /usr/lib/{OURS}/_internal -path '*/Qt/plugins/*.so'"
    script = f"{plugins} -exec ldd {{}} + | grep 'not found' | sort -u"
    said = chroot.ask(["sh", "-c", script]).stdout
    if said.strip():
        raise Stop(f"not there: {' '.join(said.split())}")
    return "none is missing"


def _upgraded(chroot: Chroot, older: Path, deb: Path, reader: Sitter) -> str:
    """From an older version: settings and notes are kept, its backups can be restored."""
    if chroot.call(["dpkg", "--purge", OURS], out=chroot.path / "apt.log").code:
        raise Stop("the package cannot be taken away")
    install_file(chroot, older)
    was = reader.say("--version").stdout.strip()
    reader.ask("note", "add", "--target", "period:2016", "--text", "Of the older version")
    notes, settings = reader.notes(), reader.settings()
    backup = reader.ask("notebook", "backup")["backup"]
    took = install_file(chroot, deb)
    now = reader.say("--version").stdout.strip()
    if was == now or reader.settings() != settings or reader.notes() != notes:
        raise Stop(f"{was} to {now}: {reader.notes()} instead of {notes}")
    reader.ask("note", "add", "--target", "period:2016", "--text", "Of the newer version")
    reader.ask("notebook", "restore", backup)
    if reader.notes() != notes:
        raise Stop(f"restored: {reader.notes()} instead of {notes}")
    return f"{was} to {now} in {took:.1f} s; settings, notes and a backup of the older are kept"


def _purged(chroot: Chroot, before: set[str], reader: Sitter) -> str:
    """Nothing is left outside homes, nothing is lost in them, and the user is told where it is."""
    home = chroot.inside(reader.person.home)
    own = {file for file in home.rglob("*") if file.is_file()}
    taken_away(chroot)
    left = {name for name in files_of(chroot) - before if OURS in name or "timeline-app" in name}
    if left:
        raise Stop(f"left: {sorted(left)}")
    if {file for file in home.rglob("*") if file.is_file()} != own:
        raise Stop("something in the user's home is gone")
    return f"nothing left outside homes; {len(own)} files of the user's own stay"


def taken_away(chroot: Chroot) -> str:
    """Purges the package; what the user is told."""
    said = chroot.ask(["dpkg", "--purge", OURS])
    if said.returncode or "Notebooks" not in said.stdout:
        raise Stop(f"exit code {said.returncode}: {said.stdout}{said.stderr}")
    return " ".join(
        line.strip() for line in said.stdout.splitlines() if "~/" in line or "stay" in line
    )


def files_of(chroot: Chroot) -> set[str]:
    """What lies in the places of the system, by name; users' homes left out."""
    found: set[str] = set()
    for place in _PLACES:
        for folder, folders, files in os.walk(chroot.path / place):
            if folder.endswith("/dpkg"):
                folders.clear()
                continue
            found.update(f"{folder}/{name}" for name in (*folders, *files))
    return found
