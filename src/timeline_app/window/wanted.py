"""Which files are opened at the start, known before anything is read of them but a header."""

from dataclasses import replace
from pathlib import Path

from timeline_app.places import shipped_archive
from timeline_app.store.notebook_schema import APPLICATION_ID
from timeline_app.window.arguments import Asked
from timeline_app.window.settings import Settings


def wanted_archive(asked: Asked, settings: Settings) -> Path:
    """What was asked for, or else what was open last, or else what ships."""
    return asked.archive or still_there(settings.archive) or shipped_archive()


def still_there(path: str) -> Path | None:
    """The file at this path, if it has not gone meanwhile."""
    return Path(path) if path and Path(path).exists() else None


def sorted_out(asked: Asked) -> Asked:
    """A notebook that stands where an archive would, as a double click puts it, is one."""
    file = asked.archive
    if file is None or asked.notebook is not None or not file.is_file():
        return asked
    try:
        with file.open("rb") as opened:
            header = opened.read(_HEADER)
    except OSError:  # told where it is opened
        return asked
    ours = int.from_bytes(header[_HEADER - 4 :]) == APPLICATION_ID and len(header) == _HEADER
    return replace(asked, archive=None, notebook=file) if ours else asked


_HEADER = 72
"""So far reaches what tells a notebook from an archive: the application id of SQLite's header."""
