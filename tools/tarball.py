"""The packed folder as one file that anybody can unpack and install without root."""

import lzma
import os
import shutil
import tarfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from tools.debian import HOME, LINUX, NAME, moment, stage, version
from tools.tree import BUILD, TOP, tell

PIECE = 48 << 20
_COMMON = Path("/usr/share/common-licenses")


def build(packed: Path, out: Path, preset: int = 6) -> Path:
    """Makes the .tar.xz of a packed folder in `out`; returns it. Twice made it is the same."""
    whole = f"{NAME}-{version()}"
    root = BUILD / "tarball"
    shutil.rmtree(root, ignore_errors=True)
    stage(packed, root / "deb")
    top = root / whole
    (top / "lib").mkdir(parents=True)
    shutil.move(root / "deb" / HOME, top / "lib" / NAME)
    shutil.move(root / "deb" / "usr" / "share", top / "share")
    shutil.copy(LINUX / "install.sh", top / "install.sh")
    shutil.copy(TOP / "LICENSE", top / "LICENSE")
    lay_licences(top / "share" / "doc" / NAME)
    out.mkdir(exist_ok=True)
    made = out / f"{whole}-linux-amd64.tar.xz"
    plain = root / "plain.tar"
    with tarfile.open(plain, mode="w", format=tarfile.GNU_FORMAT) as tar:
        for path in (top, *sorted(top.rglob("*"))):
            tar.add(path, str(path.relative_to(root)), recursive=False, filter=_settled)
    press(plain, made, preset)
    tell(f"{made.name}: {made.stat().st_size / 1e6:.1f} MB")
    return made


def lay_licences(folder: Path) -> None:
    """The licence of Qt in full, which only Debian has at hand."""
    for text in ("LGPL-3", "GPL-3"):
        if (_COMMON / text).is_file():
            shutil.copyfile(_COMMON / text, folder / f"{text}.txt")


def press(plain: Path, made: Path, preset: int = 6) -> None:
    """Writes a file as .xz: a stream a piece, on as many cores as there are, which are the same
    bytes on any number of them."""
    pieces = range(0, plain.stat().st_size, PIECE)

    def pressed(at: int) -> bytes:
        with plain.open("rb") as file:
            file.seek(at)
            return lzma.compress(file.read(PIECE), preset=preset)

    with ThreadPoolExecutor(os.cpu_count() or 1) as pool, made.open("wb") as out:
        for piece in pool.map(pressed, pieces):
            out.write(piece)


def unpack(made: Path, folder: Path) -> None:
    """Unpacks a tar that is ours, or whose hash was checked, into a folder."""
    with tarfile.open(made) as tar:
        if hasattr(tarfile, "data_filter"):  # Debian 12 has a Python without
            tar.extraction_filter = tarfile.data_filter
        tar.extractall(folder)


def _settled(member: tarfile.TarInfo) -> tarfile.TarInfo:
    """Rights, owners and times that do not depend on who builds, and when."""
    member.uid = member.gid = 0
    member.uname = member.gname = "root"
    member.mtime = moment()
    ran = member.isdir() or bool(member.mode & 0o100)
    member.mode = 0o777 if member.issym() else 0o755 if ran else 0o644
    return member
