"""Where an archive is to be written: what is no plain file there is left alone."""

from pathlib import Path

from timeline_app.store.store_error import Fault, StoreError
from timeline_app.words.tr import tr


def judged_target(target: Path) -> Path:
    """Where `target` leads to. Raises `StoreError` for a folder, a device, a pipe, or no folder."""
    if target.is_dir():
        said = tr("{file} is a folder. Name a file to write the archive to.", file=target)
        raise StoreError(Fault.NOT_A_FILE, said, target)
    if target.exists() and not target.is_file():
        said = tr("{file} is no plain file. Name a file to write the archive to.", file=target)
        raise StoreError(Fault.NOT_A_FILE, said, target)
    place = target.resolve()
    if not place.parent.is_dir():
        said = tr(
            "{file} cannot be written: there is no folder {folder}. Make it, or choose another.",
            file=place.name,
            folder=place.parent,
        )
        raise StoreError(Fault.MISSING, said, target)
    return place
