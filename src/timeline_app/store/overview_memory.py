"""The overviews of the archives that were open last, for the first frame of the next sitting.

One small file an archive, by its path and its stamp; the folder can be deleted at any time. Nothing
heavy is imported here.
"""

import json
import os
import zlib
from contextlib import suppress
from dataclasses import astuple
from pathlib import Path
from typing import Any

from timeline_app.dataclass import dataclass
from timeline_app.model.overview_counts import MOST_COUNTS, OverviewCounts
from timeline_app.model.view import View
from timeline_app.store.file_stamp import Stamp, stamp_of

OVERVIEWS = "overviews"
"""The folder within the cache."""

FORMAT = 2
MOST_FILES = 16


def longest_file() -> int:
    """Bytes of a file that is read as an overview at all."""
    return 40 * MOST_COUNTS


@dataclass(frozen=True, slots=True)
class KeptOverview:
    """What an archive is called, and its overview with the layers that were on."""

    title: str
    counts: OverviewCounts
    layers: tuple[str, ...] = ()


class OverviewMemory:
    """A folder with the overviews."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def recall(self, archive: Path) -> KeptOverview | None:
        """What is kept of the archive in this file as it is now; None where that is nothing."""
        try:
            file, stamp = self._file(archive), stamp_of(archive)
            if file.stat().st_size > longest_file():
                return None
            return _read(json.loads(file.read_text("utf-8")), archive, stamp)
        except (OSError, ValueError, KeyError, TypeError, RecursionError):
            return None

    def keep(self, archive: Path, stamp: Stamp, kept: KeptOverview) -> None:
        """Keeps it for the file with this stamp; a folder that takes nothing is no fault."""
        file = self._file(archive)
        fresh = file.with_suffix(f".{os.getpid()}.new")
        with suppress(OSError):
            self._folder.mkdir(parents=True, exist_ok=True)
            try:
                text = json.dumps(_written(archive, stamp, kept), ensure_ascii=False)
                fresh.write_text(text, "utf-8", errors="replace")
                fresh.replace(file)
            finally:
                fresh.unlink(missing_ok=True)
            by_age = sorted(self._folder.glob("*.json"), key=lambda f: f.stat().st_mtime_ns)
            for old in by_age[:-MOST_FILES]:
                old.unlink(missing_ok=True)

    def _file(self, archive: Path) -> Path:
        return self._folder / f"{zlib.crc32(os.fsencode(archive.absolute())):08x}.json"


def written_overview(kept: KeptOverview) -> dict[str, Any]:
    """An overview as JSON has it."""
    counts = kept.counts
    return {
        "title": kept.title,
        "home": [counts.home.first, counts.home.days],
        "months": counts.months,
        "first": counts.first,
        "counts": counts.counts,
        "layers": kept.layers,
    }


def overview_as_written(written: dict[str, Any]) -> KeptOverview:
    """Raises ValueError, KeyError or TypeError for what nobody here has written."""
    first, days = map(float, written["home"])
    months, begin = written["months"], written["first"]
    counts = tuple(written["counts"])
    whole = all(type(n) is int for n in (months, begin, *counts))
    if not whole or months < 1 or not 0 < days < 1e16 or not -1e16 < first < 1e16:
        raise ValueError
    if min(counts, default=0) < 0 or len(counts) > MOST_COUNTS or days / months / 30 > MOST_COUNTS:
        raise ValueError
    overview = OverviewCounts(View(first, days), months, begin, counts)
    return KeptOverview(str(written["title"]), overview, tuple(map(str, written["layers"])))


def _written(archive: Path, stamp: Stamp, kept: KeptOverview) -> dict[str, Any]:
    bound = {"path": str(archive.absolute()), "stamp": list(astuple(stamp))}
    return {"format": FORMAT, **bound, **written_overview(kept)}


def _read(written: dict[str, Any], archive: Path, stamp: Stamp) -> KeptOverview | None:
    """Raises as `overview_as_written` does."""
    if [written["format"], written["path"]] != [FORMAT, str(archive.absolute())]:
        return None
    if written["stamp"] != list(astuple(stamp)):
        return None
    return overview_as_written(written)
