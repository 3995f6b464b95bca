"""What is loaded before the first frame, and before a word of the shell answers."""

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path


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


def test_a_word_of_the_shell_needs_no_qt(shipped_archive: Path) -> None:
    loaded = _imported(["archive", "info", "--archive", shipped_archive, "--json"])
    assert "timeline_app.cli.frame" in loaded
    assert not _packages(loaded) & {"PySide6", "shiboken6", "pyqtgraph", "sqlite_utils"}
