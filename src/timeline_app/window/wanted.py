"""Which archive is opened at the start, known before anything is read."""

from pathlib import Path

from timeline_app.places import shipped_archive
from timeline_app.window.arguments import Asked
from timeline_app.window.settings import Settings


def wanted_archive(asked: Asked, settings: Settings) -> Path:
    """What was asked for, or else what was open last, or else what ships."""
    return asked.archive or still_there(settings.archive) or shipped_archive()


def still_there(path: str) -> Path | None:
    """The file at this path, if it has not gone meanwhile."""
    return Path(path) if path and Path(path).exists() else None
