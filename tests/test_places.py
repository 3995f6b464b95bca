"""Where things lie, in a checkout and for a user."""

import sys
from pathlib import Path

import pytest

from source_tree import TOP
from timeline_app import places


def test_a_checkout_has_its_own_resources_and_archive() -> None:
    assert places.resources() == TOP / "resources"
    assert places.shipped_archive() == TOP / "build" / places.SHIPPED


def test_a_package_carries_both(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    assert places.resources() == tmp_path / "resources"
    assert places.shipped_archive() == tmp_path / "resources" / places.SHIPPED


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the rules of XDG are Linux's")
def test_what_is_the_users_lies_in_three_folders(own_home: Path) -> None:
    assert places.user_data() == own_home / "share" / places.FOLDER
    assert places.user_settings() == own_home / "config" / places.FOLDER
    assert places.user_cache() == own_home / "cache" / places.FOLDER
    assert places.default_notebook().parent == places.user_data()
