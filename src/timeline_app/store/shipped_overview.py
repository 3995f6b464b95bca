"""The overview that is shipped beside an archive, for the very first frame of a first sitting.

It is bound to the file's size and to its header, in which SQLite counts every change: what times
the file has depends on who unpacked it.
"""

import json
from pathlib import Path
from typing import Any

from timeline_app.store.overview_memory import (
    KeptOverview,
    longest_file,
    overview_as_written,
    written_overview,
)

FORMAT = 1
_HEADER = 100


def beside(archive: Path) -> Path:
    """The file in which the overview of an archive is shipped."""
    return archive.with_name(f"{archive.name}.overview.json")


def recall_shipped(archive: Path) -> KeptOverview | None:
    """What is shipped beside this archive; None where that is nothing, or another one's."""
    try:
        file = beside(archive)
        if file.stat().st_size > longest_file():
            return None
        written = json.loads(file.read_text("utf-8"))
        if any(written[key] != value for key, value in _bound_to(archive).items()):
            return None
        return overview_as_written(written)
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return None


def leave_beside(archive: Path, kept: KeptOverview) -> Path:
    """Writes the overview beside the archive; returns the file. Raises OSError."""
    file = beside(archive)
    whole = {**_bound_to(archive), **written_overview(kept)}
    file.write_text(json.dumps(whole, ensure_ascii=False, sort_keys=True) + "\n", "utf-8")
    return file


def _bound_to(archive: Path) -> dict[str, Any]:
    with archive.open("rb") as opened:
        header = opened.read(_HEADER).hex()
    return {"format": FORMAT, "size": archive.stat().st_size, "header": header}
