"""The packages made on a bare Debian 12, where nothing of a desktop is drawn in; once, or twice to
show that the second is the first."""

import re
import shutil
from collections.abc import Sequence
from pathlib import Path

from tools import debian
from tools.bare_system import DEBIAN_12
from tools.chroot import Chroot, bare
from tools.clone import clone_into, commit
from tools.tree import DIST, Stop, tell

OLDER = DIST / "older"
OLDER_VERSION = "0.0.9"
"""A version that is below every other, made of the same sources."""

CHECKERS = ("appstream", "desktop-file-utils", "lintian")
_LINUX = "packaging/linux/central-asia-timeline"


def build(args: Sequence[str]) -> int:
    """Makes all in `dist/`; `--twice`: and compares with a second time; `--older`: with an older
    version beside it, for those who try an upgrade; `--quick`: lightly pressed.

    Raises:
        Stop: a build or a check failed, or the second differs from the first.
    """
    keep, quick = "--keep" in args, "--quick" in args
    began_at = commit()
    first = _once(keep, quick, older="--older" in args, checked=True)
    if "--twice" in args:
        if commit() != began_at:
            raise Stop("Something was committed while the first was built: a second would differ")
        second = _once(keep, quick, older=False, checked=False)
        for one, other in zip(first, second, strict=True):
            tell(f"{'the same' if one == other else 'DIFFERS'}: {one}")
        if first != second:
            raise Stop("Twice built it is not the same")
    return 0


def _once(keep: bool, quick: bool, older: bool, checked: bool) -> list[str]:
    """One build into `dist/`; returns the lines of its sums."""
    with bare(DEBIAN_12, keep) as chroot:
        inside = clone_into(chroot)
        _make(chroot, inside, *(["--quick"] if quick else []))
        dist = chroot.inside(inside) / "dist"
        DIST.mkdir(exist_ok=True)
        for file in sorted(dist.iterdir()):
            if file.is_file():
                shutil.copy(file, DIST / file.name)
        sums = (dist / "SHA256SUMS").read_text("utf-8").splitlines()  # before an older one's
        if checked:
            _check(chroot, inside, f"{inside}/dist/{_deb(dist).name}")
        if older:
            _make_older(chroot, inside)
        return sums


def _deb(folder: Path) -> Path:
    return next(folder.glob(f"*_{debian.version()}_*.deb"))


def _make(chroot: Chroot, inside: str, *words: str) -> None:
    stamp = {"SOURCE_DATE_EPOCH": str(debian.moment())}  # a bare system has no git to ask
    answer = chroot.call(["python3", "dev.py", "package", *words], inside, env=stamp)
    tell(f"made on a bare {chroot.system.name} in {answer.seconds:.0f} s: exit code {answer.code}")
    if answer.code:
        raise Stop("The package could not be made on a bare system")


def _make_older(chroot: Chroot, inside: str) -> None:
    """The same sources under a lower number."""
    file = chroot.inside(inside) / "src" / "timeline_app" / "version.py"
    text = file.read_text("utf-8").replace(debian.version(), OLDER_VERSION)
    file.write_text(text, "utf-8")
    _make(chroot, inside, "--deb", "--quick")
    OLDER.mkdir(exist_ok=True)
    made = f"{debian.NAME}_{OLDER_VERSION}_amd64.deb"
    shutil.copy(chroot.inside(inside) / "dist" / made, OLDER / made)


def _check(chroot: Chroot, inside: str, deb: str) -> None:
    """Debian's own tools have nothing to say, but what the overrides give a reason for."""
    install = ["apt-get", "install", "-y", "-qq", "--no-install-recommends", *CHECKERS]
    log = chroot.path / "checkers.log"
    quiet = {"DEBIAN_FRONTEND": "noninteractive"}
    if chroot.call(install, out=log, env=quiet).code:
        raise Stop("The checkers could not be installed: " + log.read_text("utf-8")[-1000:])
    # The id is nobody's domain on purpose: see the file itself.
    appstream = ["appstreamcli", "validate", "--no-net", "--pedantic", "--no-color"]
    appstream += ["--override=cid-maybe-not-rdns=pedantic"]
    checks: dict[str, list[str]] = {
        "desktop-file-validate": ["desktop-file-validate", f"{inside}/{_LINUX}.desktop"],
        "appstreamcli": [*appstream, f"{inside}/{_LINUX}.metainfo.xml"],
        "lintian": ["lintian", "--allow-root", "--no-tag-display-limit", deb],
    }
    for name, command in checks.items():
        said = chroot.ask(command, env={"LC_ALL": "C.UTF-8"})
        found = [line for line in said.stdout.splitlines() if re.match(r"[EWI]: ", line)]
        tell(f"{name}: {'nothing to say' if not found and not said.returncode else 'FAILED'}")
        if found or said.returncode:
            raise Stop(f"{name}:\n{said.stdout}{said.stderr}")
