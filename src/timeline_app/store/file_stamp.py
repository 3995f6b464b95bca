"""By what a file is known to be the one that was read before: how long it is, and since when."""

from pathlib import Path

from timeline_app.dataclass import dataclass


@dataclass(frozen=True, slots=True)
class Stamp:
    """Bytes, and nanoseconds since 1970 at the last change of what it holds, and of anything about
    it: the last one cannot be set back."""

    size: int
    mtime_ns: int
    ctime_ns: int


def stamp_of(path: Path) -> Stamp:
    """The stamp of a file as it is now. Raises OSError."""
    about = path.stat()
    return Stamp(about.st_size, about.st_mtime_ns, about.st_ctime_ns)
