"""What is loaded before the first frame, and before a word of the shell answers."""

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest


def _imported(words: Sequence[str | Path]) -> set[str]:
    """The modules that Python imports for a command, as Python itself reports them."""
    command = [sys.executable, "-X", "importtime", "-m", "timeline_app", *words]
    answer = subprocess.run(
        command, capture_output=True, text=True, env={**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    )
    assert answer.returncode == 0, answer.stderr[-2000:]
    lines = [line for line in answer.stderr.splitlines() if line.startswith("import time:")]
    return {line.rsplit("|", 1)[1].strip() for line in lines}


def _packages(modules: set[str]) -> set[str]:
    return {name.split(".")[0] for name in modules}


def test_the_first_frame_waits_for_no_charts_and_no_builder(
    tmp_path: Path, shipped_archive: Path
) -> None:
    picture = tmp_path / "frame.png"
    words = [shipped_archive, "--screenshot", picture, "--size", "1280x800"]
    loaded = _imported(words)
    assert picture.stat().st_size > 0
    assert "PySide6.QtWidgets" in loaded
    assert not _packages(loaded) & {"pyqtgraph", "sqlite_utils", "click", "PIL", "pandas"}
    assert not loaded & {"numpy.ma", "numpy.random", "statistics", "subprocess"}


_FIRST_FRAME = """
import json, sys
from timeline_app.window import start
asked = start.read_arguments(sys.argv[1:])
app = start._application()
frame = start._frame(start._memory(app, asked, start.settings_file()), asked)
frame.painted.connect(lambda: (print(json.dumps(sorted(sys.modules))), app.quit()))
frame.show()
app.exec()
assert frame.shows_overview
"""


def test_the_first_frame_shows_the_overview_and_loads_next_to_nothing(
    tmp_path: Path, shipped_archive: Path
) -> None:
    words = [shipped_archive, "--size", "1280x800"]
    _imported([*words, "--screenshot", tmp_path / "frame.png"])
    done = subprocess.run(
        [sys.executable, "-c", _FIRST_FRAME, *map(str, words)],
        capture_output=True,
        text=True,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )
    assert done.returncode == 0, done.stderr
    loaded = set(json.loads(done.stdout))
    rooms = {name.split(".")[1] for name in loaded if name.startswith("timeline_app.")}
    heavy = {"numpy", "pyqtgraph", "sqlite_utils", "sqlite3", "click", "concurrent", "pandas"}
    assert not _packages(loaded) & heavy
    assert not {"PySide6.QtSvg", "timeline_app.session", "timeline_app.panes"} & loaded
    assert rooms == {
        "canvas",
        "dataclass",
        "dates",
        "look",
        "model",
        "places",
        "scene",
        "store",
        "window",
        "words",
    }


def test_a_word_of_the_shell_needs_no_qt(shipped_archive: Path) -> None:
    loaded = _imported(["archive", "info", "--archive", shipped_archive, "--json"])
    assert "timeline_app.cli.frame" in loaded
    assert not _packages(loaded) & {"PySide6", "shiboken6", "pyqtgraph", "sqlite_utils"}


_THREADS = """
import os
from timeline_app.__main__ import main
try:
    main(["--version"])
except SystemExit:
    import numpy
    print(len(os.listdir("/proc/self/task")))
"""


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="asks Linux")
def test_numpy_starts_no_threads_of_its_own() -> None:
    env = {name: value for name, value in os.environ.items() if "THREADS" not in name}
    done = subprocess.run(
        [sys.executable, "-c", _THREADS], capture_output=True, text=True, env=env, check=True
    )
    assert done.stdout.split()[-1] == "1"
