"""Notebooks for the tests: a writer, a clock that can be set, and what a notebook comes to."""

import sqlite3
from contextlib import closing
from pathlib import Path

from timeline_app.model.act import Writer
from timeline_app.model.annotation import Target
from timeline_app.store.notebook import Notebook

ANNA = Writer("Anna", "a" * 16)
BOLAT = Writer("Bolat", "b" * 16)
EVENT = Target("event", "xi-astana-2013")


class SetClock:
    """A computer's clock that stands where it is set."""

    def __init__(self, ms: int = 1_700_000_000_000) -> None:
        self.ms = ms

    def __call__(self) -> int:
        return self.ms


def opened(path: Path, writer: Writer = ANNA, clock: SetClock | None = None) -> Notebook:
    return Notebook.open(path, create=True, writer=writer, clock=clock or SetClock())


def derived(path: Path) -> dict[str, list[tuple[object, ...]]]:
    """Every row of the tables that are made from acts."""
    return {table: rows(path, table) for table in ("annotation", "tag", "aim")}


def rows(path: Path, table: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(path)) as connection:
        return sorted(connection.execute(f"SELECT * FROM {table}").fetchall())
