"""What the tests of this room share."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from timeline_app.store.archive import Archive


@pytest.fixture(scope="module")
def archive(shipped_archive: Path) -> Iterator[Archive]:
    """The archive that ships, open."""
    with closing(Archive.open(shipped_archive)) as opened:
        yield opened
