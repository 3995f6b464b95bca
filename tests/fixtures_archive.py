"""The archive that ships, built once a run from `data/`, and copies that were tampered with."""

import os
import shutil
import sqlite3
from contextlib import closing, suppress
from pathlib import Path

import pytest

from timeline_app.places import SHIPPED
from timeline_app.store.build.edition import build

DATA = Path(__file__).resolve().parents[1] / "data"


@pytest.fixture(scope="session")
def shipped_archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The path of the shipped edition: one file for all tests of a run, which none may change."""
    base = tmp_path_factory.getbasetemp()
    shared = base.parent if os.environ.get("PYTEST_XDIST_WORKER") else base
    target = shared / SHIPPED
    if not target.exists():
        own = base / f"own-{SHIPPED}"
        build(DATA, own)
        with suppress(FileExistsError):  # another worker was sooner, and its tests read by now
            target.hardlink_to(own)
    return target


def tampered(archive: Path, copy: Path, *statements: str) -> Path:
    """A copy of the archive, changed by these statements."""
    shutil.copyfile(archive, copy)
    with closing(sqlite3.connect(copy)) as connection:
        for statement in statements:
            connection.execute(statement)
        connection.commit()
    return copy
