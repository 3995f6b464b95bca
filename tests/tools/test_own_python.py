"""A packed folder that is started by a Python of its own."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tools import own_python

pytestmark = pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="elsewhere PyInstaller's program starts it"
)

TELLS = """
import json, os, sys
json.dump({"words": sys.argv[1:], "by": sys.executable, "in": sys._MEIPASS,
           "way": os.environ.get("LD_LIBRARY_PATH")}, sys.stdout)
"""


def test_everything_lies_where_python_looks_for_it() -> None:
    entries = [
        ("python3.11/lib-dynload/_json.so", "a", "EXTENSION"),
        ("timeline_app/places.pyc", "b", "DATA"),
        ("enum.pyc", "c", "DATA"),
        ("PySide6/Qt/lib/libQt6Core.so.6", "d", "BINARY"),
        ("libsqlite3.so.0", "e", "BINARY"),
        ("libQt6Core.so.6", "PySide6/Qt/lib/libQt6Core.so.6", "SYMLINK"),
        ("resources/fonts/a.ttf", "f", "DATA"),
    ]
    modules = f"lib/python{sys.version_info.major}.{sys.version_info.minor}"
    assert [(place, source) for place, source, _ in own_python.placed(entries)] == [
        (f"{modules}/lib-dynload/_json.so", "a"),
        (f"{modules}/timeline_app/places.pyc", "b"),
        (f"{modules}/enum.pyc", "c"),
        (f"{modules}/PySide6/Qt/lib/libQt6Core.so.6", "d"),
        ("libsqlite3.so.0", "e"),
        ("resources/fonts/a.ttf", "f"),
    ]


@pytest.fixture
def packed(tmp_path: Path) -> Path:
    """A folder with the launcher, what it begins with, and a Python that is the outer one."""
    folder = tmp_path / "a place of its own · Үй"
    (folder / own_python.INNER).mkdir(parents=True)
    own_python.give(folder)
    inner = folder / own_python.INNER
    (inner / "python3").unlink()
    (inner / "python3").symlink_to(sys.executable)
    own = (inner / "start.py").read_text("utf-8").rpartition("    run(sys.argv[1:])")[0]
    (inner / "start.py").write_text(own + TELLS.replace("\n", "\n    "), "utf-8")
    return folder


@pytest.mark.skipif(shutil.which("objdump") is None, reason="a Python is packed by binutils")
@pytest.mark.parametrize("before", [None, "/somewhere"])
def test_the_launcher_is_found_by_a_link_and_leaves_no_trace(
    packed: Path, tmp_path: Path, before: str | None
) -> None:
    link = tmp_path / "bin" / "timeline-app"
    link.parent.mkdir()
    link.symlink_to(Path("..") / packed.name / "timeline-app")
    env = {**os.environ, "PATH": f"{link.parent}:{os.environ['PATH']}"}
    env.pop("LD_LIBRARY_PATH", None)
    if before:
        env["LD_LIBRARY_PATH"] = before
    words = ["events", "list", "", "two words", "*"]
    for command in ("timeline-app", str(link), str(packed / "timeline-app")):
        said = subprocess.run(
            [command, *words], env=env, capture_output=True, text=True, check=True
        )
        told = json.loads(said.stdout)
        assert told["words"] == words
        assert told["way"] == before
        assert Path(told["by"]) == packed / "timeline-app"
        assert Path(told["in"]) == packed / own_python.INNER
