"""What was in the edition that was open last, so that a newer one can say what it changed.

The older file may be gone by then, so a fingerprint of each of its records is kept. The folder can
be deleted at any time: the next edition then says nothing.
"""

import hashlib
import json
import os
from contextlib import suppress
from pathlib import Path
from typing import Any

from timeline_app.dataclass import dataclass
from timeline_app.model.edition_changes import RECORD_KINDS, EditionChanges
from timeline_app.model.records import Edition
from timeline_app.store.archive import Archive
from timeline_app.store.edition_diff import Prints, diff_from_prints
from timeline_app.store.record_fields import all_fingerprints

FORMAT = 1
MOST_RECORDS = 100_000
"""Of larger archives no records are kept: only that there was another edition can be told."""

MOST_EDITIONS = 8
_LONGEST_FILE = 200 * MOST_RECORDS


@dataclass(frozen=True, slots=True)
class EditionsSince:
    """What changed since the edition of this version was open; None where it was not compared."""

    version: str
    changes: EditionChanges | None


class EditionMemory:
    """A folder with one small file for each archive, by the archive's id."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def meet(self, archive: Archive) -> EditionsSince | None:
        """Remembers this edition; says what changed if it was another one that was met last.

        A folder that cannot be written to is no fault. Raises `StoreError` for the archive.
        """
        edition = archive.edition
        last = self._last(edition)
        if last.get("content_hash") == edition.content_hash:
            return None
        large = _is_large(edition)
        prints = {} if large else all_fingerprints(archive)
        with suppress(OSError):
            self._keep(edition, prints)
        if large or last.get("records") == {}:
            met_before = "content_hash" in last
            return EditionsSince(str(last.get("version", "")), None) if met_before else None
        before = _prints(last.get("records"))
        if not any(before.get(kind, {}).keys() & prints[kind].keys() for kind in prints):
            return None  # nothing in common: another archive by that name
        changes = diff_from_prints(before, archive, prints)
        return EditionsSince(str(last.get("version", "")), changes)

    def _file(self, edition: Edition) -> Path:
        name = hashlib.sha256(edition.id.encode("utf-8", "replace")).hexdigest()[:24]
        return self._folder / f"{name}.json"

    def _last(self, edition: Edition) -> dict[str, Any]:
        """What is remembered; empty where that is nothing, or cannot be understood."""
        file = self._file(edition)
        try:
            if file.stat().st_size > _LONGEST_FILE:
                return {}
            written = json.loads(file.read_text("utf-8"))
        except (OSError, ValueError, RecursionError):
            return {}
        known = isinstance(written, dict) and written.get("format") == FORMAT
        return written if known else {}

    def _keep(self, edition: Edition, prints: Prints) -> None:
        """Writes the file whole, and forgets the editions that were met longest ago."""
        self._folder.mkdir(parents=True, exist_ok=True)
        file = self._file(edition)
        fresh = file.with_suffix(f".{os.getpid()}.new")
        kept = {
            "format": FORMAT,
            "version": edition.version,
            "content_hash": edition.content_hash,
            "records": {
                kind: {id: f"{n:x}" for id, n in some.items()} for kind, some in prints.items()
            },
        }
        try:
            fresh.write_text(json.dumps(kept, ensure_ascii=False), "utf-8", errors="replace")
            fresh.replace(file)
        finally:
            fresh.unlink(missing_ok=True)
        by_age = sorted(self._folder.glob("*.json"), key=lambda f: f.stat().st_mtime_ns)
        for old in by_age[:-MOST_EDITIONS]:
            old.unlink(missing_ok=True)


def _is_large(edition: Edition) -> bool:
    return sum(edition.counts.values()) > MOST_RECORDS


def _prints(written: object) -> dict[str, dict[str, int]]:
    """The fingerprints by kind and id; nothing where one of them is none."""
    if not isinstance(written, dict):
        return {}
    found: dict[str, dict[str, int]] = {}
    for kind in RECORD_KINDS:
        some = written.get(kind)
        if not isinstance(some, dict) or not all(isinstance(n, str) for n in some.values()):
            return {}
        try:
            found[kind] = {id: int(n, 16) for id, n in some.items()}
        except ValueError:
            return {}
    return found
