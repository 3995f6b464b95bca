"""The proof that what was packed is installed, used and taken away on clean systems.

Needs root, debootstrap and a screen of its own (Xvfb, openbox, xdotool).
"""

from collections.abc import Sequence
from pathlib import Path

from tools import debian, edition, package, system, tarball
from tools.bare_system import DEBIAN_12, SYSTEMS, System, Unreached, why_not
from tools.chroot import bare
from tools.clean_build import OLDER
from tools.proof import debian_package, desktop, for_one_user
from tools.proof.screen import screen
from tools.proof.table import Table
from tools.tree import BUILD, DIST, Stop, tell

PICTURES = BUILD / "proof"
LIGHT = BUILD / "light"
"""What is packed here for a proof alone."""


def prove(args: Sequence[str]) -> int:
    """Takes what lies in `dist/` through every bare system that can be had, or through the one that
    `--system SUITE` names; prints the table. 0 where nothing failed.

    `--here`: packs this checkout first, lightly, and takes that. `--short`: that on one system, in
    a few steps. `--desktop`: the program in the menu and the folders of a desktop, on one system.
    """
    short, one_system = "--short" in args, "--short" in args or "--desktop" in args
    table = Table()
    try:
        system.ensure((*system.JOURNEYS, *system.BARE))
    except Stop as stop:
        table.note("everything", str(stop), "not run")
        print(table)
        return 0 if short else stop.code
    if "--here" in args:
        packed = _packed()
        debian.build(packed, LIGHT, package.QUICK)
        tarball.build(packed, LIGHT, preset=0)
    wanted = [one for one in SYSTEMS if "--system" not in args or one.suite in args]
    for one in (DEBIAN_12,) if one_system else wanted:
        table.where = one.name
        reason = why_not(one)
        if reason:
            table.note("everything", reason, "not run")
            continue
        try:
            _try(one, args, table)
        except Unreached as stop:
            table.note("everything else", str(stop), "not run" if short else "FAILED")
        except Stop as stop:
            table.note("everything else", str(stop), "FAILED")
    print(table)
    return 1 if table.failed() else 0


def _try(one: System, args: Sequence[str], table: Table) -> None:
    pictures = PICTURES / one.suite
    with bare(one, "--keep" in args) as chroot, screen() as shown:
        if "--short" in args:
            deb = debian.build(_packed(), LIGHT, package.QUICK)
            debian_package.try_short(chroot, deb, shown, table, pictures)
            table.step("purge", lambda: debian_package.taken_away(chroot))
            return
        folder = LIGHT if "--here" in args else DIST
        deb, plain = _made(folder, "*.deb"), _made(folder, "*.tar.xz")
        older = next(OLDER.glob("*.deb"), None)
        if "--desktop" in args:
            desktop.try_desktop(chroot, deb, shown, table, pictures)
            return
        for_one_user.try_bare(chroot, plain, shown, table)
        debian_package.try_whole(chroot, deb, older, shown, table, pictures)
        for_one_user.try_installed(chroot, plain, shown, table, pictures)
    tell(f"pictures: {pictures}")


def _made(folder: Path, pattern: str) -> Path:
    found = sorted(file for file in folder.glob(pattern) if debian.version() in file.name)
    if not found:
        raise Stop(f"There is no {pattern} in {folder}: make it by dev.py package --clean", 2)
    return found[0]


def _packed() -> Path:
    edition.ensure()
    return package.make()
