"""An overview that is shipped is for the archive beside it, wherever that is unpacked."""

import os
import shutil
from pathlib import Path

import pytest

from timeline_app.model.overview_counts import OverviewCounts
from timeline_app.model.view import View
from timeline_app.store.overview_memory import KeptOverview
from timeline_app.store.shipped_overview import beside, leave_beside, recall_shipped

KEPT = KeptOverview("Үлгі", OverviewCounts(View(2e6, 900.0), 1, 23_900, (1, 0, 9)), ("curated",))


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    path = tmp_path / "some.archive.sqlite"
    path.write_bytes(b"SQLite format 3\0" + bytes(200))
    return path


def test_it_is_recalled_wherever_the_two_lie(archive: Path, tmp_path: Path) -> None:
    assert recall_shipped(archive) is None
    leave_beside(archive, KEPT)
    assert recall_shipped(archive) == KEPT
    elsewhere = tmp_path / "installed · Үй"
    elsewhere.mkdir()
    for file in (archive, beside(archive)):
        shutil.copyfile(file, elsewhere / file.name)
    os.utime(elsewhere / archive.name, ns=(1, 1))
    assert recall_shipped(elsewhere / archive.name) == KEPT


@pytest.mark.parametrize("at", [27, 215])
def test_another_archive_has_none(archive: Path, at: int) -> None:
    """Byte 27 is the last of SQLite's counter of changes; beyond the header the size tells."""
    leave_beside(archive, KEPT)
    whole = archive.read_bytes()
    archive.write_bytes(whole[:at] + b"\1" + whole[at:] if at > 100 else _other(whole, at))
    assert recall_shipped(archive) is None


def _other(whole: bytes, at: int) -> bytes:
    return whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :]


@pytest.mark.parametrize("text", ["", "[]", "{}", "{" * 9000, '{"format": 1}', "\udcff"])
def test_what_nobody_wrote_is_no_overview(archive: Path, text: str) -> None:
    beside(archive).write_text(text, "utf-8", errors="surrogateescape")
    assert recall_shipped(archive) is None
    archive.unlink()
    assert recall_shipped(archive) is None
