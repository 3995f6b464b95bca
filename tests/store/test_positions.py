"""Where places stand: as the archive tells, and nowhere else."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

from timeline_app.store.archive import Archive
from timeline_app.store.positions import read_positions


def _read(path: Path) -> dict[str, tuple[float, float]]:
    with closing(Archive.open(path)) as archive:
        return read_positions(archive)


def test_they_are_those_of_the_table(shipped_archive: Path) -> None:
    with closing(sqlite3.connect(shipped_archive)) as held:
        rows = held.execute("SELECT id, lat, lon FROM place").fetchall()
    known = {id: (lat, lon) for id, lat, lon in rows if lat is not None and lon is not None}
    assert _read(shipped_archive) == known
    assert 0 < len(known) < len(rows)


def test_half_a_position_and_one_off_the_earth_are_none(
    shipped_archive: Path, tmp_path: Path
) -> None:
    path = tmp_path / "spoilt.archive.sqlite"
    shutil.copy(shipped_archive, path)
    path.chmod(0o644)
    whole = _read(path)
    first, second, third = sorted(whole)[:3]
    with closing(sqlite3.connect(path)) as held:
        held.execute("UPDATE place SET lon = NULL WHERE id = ?", (first,))
        held.execute("UPDATE place SET lat = 91 WHERE id = ?", (second,))
        held.execute("UPDATE place SET lon = 9e999 WHERE id = ?", (third,))
        held.commit()
    left = {id: at for id, at in whole.items() if id not in (first, second, third)}
    assert _read(path) == left
