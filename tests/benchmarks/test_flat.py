"""Flat columns for other programs are those of the archive."""

import json
from pathlib import Path

import numpy as np

from benchmarks.flat import NAMES, PIXELS, flat
from timeline_app.store.build.synthetic import synthesize


def test_columns_are_those_of_the_archive(tmp_path: Path) -> None:
    archive = tmp_path / "made.archive.sqlite"
    synthesize(500, archive, seed=2)
    made = flat(archive)
    told = json.loads(made.with_suffix(".flat.json").read_text(encoding="utf-8"))
    columns = np.fromfile(made, "<i4").reshape(len(NAMES), told["events"])
    assert told["events"] == 500 and (np.diff(columns[0]) >= 0).all()
    assert columns[0].max() < PIXELS and columns.min() == 0
    assert [int(c.max()) + 1 for c in columns] == [told["bins"][name] for name in NAMES]
    assert told["bins"]["lane"] == 48
