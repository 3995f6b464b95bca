"""Names that outlast a power cut: a folder's list of names is written out like any file."""

import os
from pathlib import Path


def sync_folder(folder: Path) -> None:
    """Returns once the names in this folder are on disk; other systems do that by themselves."""
    if os.name != "posix":
        return
    held = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(held)
    finally:
        os.close(held)


def make_folders(folder: Path) -> None:
    """Makes the folder and those above it that are not there, on disk on return."""
    if folder.is_dir():
        return
    make_folders(folder.parent)
    folder.mkdir(exist_ok=True)
    sync_folder(folder.parent)


def sync_file(path: Path) -> None:
    """Returns once what was written to this file is on disk."""
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def write_whole(path: Path, content: bytes) -> None:
    """Writes a file and sees it onto the disk; its name is for `put_in_place`."""
    with path.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def put_in_place(made: Path, path: Path) -> None:
    """Gives a whole file its name, unless that is taken: then raises `FileExistsError`."""
    try:
        os.link(made, path)
    except FileExistsError:
        raise
    except OSError:  # a stick's file system may know no links
        if path.exists():
            raise FileExistsError(path) from None
        made.rename(path)
    sync_folder(path.parent)
