"""The tarball, unpacked and installed by an ordinary user without root, and taken away again."""

import subprocess
import time
from pathlib import Path

from tools.chroot import Chroot
from tools.proof import failing, sittings
from tools.proof.debian_package import files_of
from tools.proof.screen import Screen
from tools.proof.sitter import Sitter
from tools.proof.table import Table
from tools.tree import Stop

HOME = "/home/Ерлан без прав"


def unpacked(chroot: Chroot, tarball: Path) -> str:
    """Unpacks it as a user would; returns the folder as it is named inside."""
    with subprocess.Popen(["xz", "-dc", str(tarball)], stdout=subprocess.PIPE) as plain:
        assert plain.stdout is not None
        into = ["tar", "-C", str(chroot.inside("/tmp")), "-xf", "-"]
        if subprocess.call(into, stdin=plain.stdout):
            raise Stop("the tarball cannot be unpacked")
    return f"/tmp/{tarball.name.removesuffix('-linux-amd64.tar.xz')}"


def try_bare(chroot: Chroot, tarball: Path, screen: Screen, table: Table) -> None:
    """Before anything is installed: it says what the system lacks."""
    folder = unpacked(chroot, tarball)
    person = chroot.person("early", "/home/early")
    early = Sitter(chroot, person, screen, f"{folder}/lib/central-asia-timeline/timeline-app")
    table.step("a missing library", lambda: failing.without_libraries(early))


def try_installed(
    chroot: Chroot, tarball: Path, screen: Screen, table: Table, pictures: Path
) -> None:
    """Where the libraries are: installed by its user, used, installed again, taken away."""
    folder = unpacked(chroot, tarball)
    before = files_of(chroot)
    person = chroot.person("single", HOME)
    single = Sitter(chroot, person, screen, f"{HOME}/.local/bin/timeline-app")
    began = time.monotonic()

    def install() -> str:
        asked = time.monotonic()
        said = chroot.ask(["sh", f"{folder}/install.sh"], person=person, network=False)
        if said.returncode:
            raise Stop(said.stdout + said.stderr)
        return f"{time.monotonic() - asked:.1f} s"

    table.step("tarball: install.sh", install)
    keep = pictures / "tarball-without-display.png"
    table.step("tarball: no display", lambda: sittings.picture_without_display(single, keep))
    sittings.first_sitting(single, table, began, pictures / "tarball-first-sitting.png")
    table.step("tarball: second start", lambda: sittings.second_sitting(single))
    table.step("tarball: installed over", install)
    keep = pictures / "tarball-double-click.png"
    table.step("tarball: double click", lambda: sittings.double_click(single, keep))
    table.step("tarball: taken away", lambda: _taken_away(single, before))


def _taken_away(single: Sitter, before: set[str]) -> str:
    """Only what is the user's own stays in the home, and nothing ever was outside."""
    home, notes = single.chroot.inside(single.person.home), single.notes()
    script = f"{single.person.home}/.local/opt/central-asia-timeline/install.sh"
    said = single.chroot.ask(["sh", script, "--uninstall"], person=single.person, network=False)
    if said.returncode or "stay" not in said.stdout:
        raise Stop(f"exit code {said.returncode}: {said.stdout}{said.stderr}")
    left = files_of(single.chroot) - before
    own = (single.place("share"), single.place("config"), home / ".cache")
    for file in home.rglob("*timeline*"):
        if file.is_file() and not any(file.is_relative_to(place) for place in own):
            left.add(str(file.relative_to(home)))
    notebook = single.place("share") / "my.notebook.sqlite"
    if left or not notebook.is_file() or not notes:
        raise Stop(f"left: {sorted(left)[:5]}; the notebook is there: {notebook.is_file()}")
    return said.stdout.strip().splitlines()[-1]
