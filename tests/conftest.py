"""No test needs a screen (journeys start their own), none sees what is its user's or waits."""

import os
from collections.abc import Iterator
from pathlib import Path

import hypothesis
import pytest

from fixtures_archive import shipped_archive

__all__ = ["own_home", "shipped_archive"]

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# A slow machine is no fault of the code, so no example is timed.
hypothesis.settings.register_profile("timeline", deadline=None, print_blob=True)
hypothesis.settings.load_profile("timeline")


@pytest.fixture(autouse=True)
def own_home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Each test has notebooks, settings and caches of its own; yields the folder they are in."""
    home = tmp_path_factory.mktemp("home")
    folders = {
        "XDG_DATA_HOME": home / "share",
        "XDG_CONFIG_HOME": home / "config",
        "XDG_CACHE_HOME": home / "cache",
    }
    with pytest.MonkeyPatch.context() as patch:
        for name, folder in folders.items():
            patch.setenv(name, str(folder))
        yield home
