"""A session on the archive that ships."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from timeline_app.session.session import Session


@pytest.fixture
def session(shipped_archive: Path) -> Iterator[Session]:
    """Open on the shipped edition, without a notebook."""
    made = Session()
    assert made.open_archive(shipped_archive)
    yield made
    made.close()


@pytest.fixture
def notebook(tmp_path: Path) -> Path:
    """Where a notebook may be made."""
    return tmp_path / "my.notebook.sqlite"
