"""The catalogue has every file of rows, in the order of their numbers."""

from pathlib import Path

from benchmarks import rows
from benchmarks.catalogue import ROWS


def test_no_file_is_forgotten() -> None:
    files = sorted(Path(next(iter(rows.__path__))).glob("r*.py"))
    assert [int(file.name[1:3]) for file in files] == [row.number for row in ROWS]


def test_numbers_are_those_of_the_goals() -> None:
    assert [row.number for row in ROWS] == list(range(1, len(ROWS) + 1))
