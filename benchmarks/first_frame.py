"""From the command to the first useful frame, against a bare PySide6 window of the same size.

Each is a fresh process that says by itself how long it has lived when its picture stood.
"""

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from benchmarks.result import Result
from timeline_app.places import shipped_archive

NAME = "first-frame"
_BARE = """
import json
from PySide6.QtWidgets import QApplication, QMainWindow
app = QApplication(["bare"])
window = QMainWindow()
window.resize(1280, 800)
window.show()
app.processEvents()
window.grab()
import os, time
from pathlib import Path
began = int(Path("/proc/self/stat").read_text().rpartition(")")[2].split()[19])
lived = time.clock_gettime(time.CLOCK_BOOTTIME) - began / os.sysconf("SC_CLK_TCK")
print(json.dumps({"first_frame_s": lived}))
"""


def _answer(words: list[str], home: str) -> dict[str, float]:
    folders = {f"XDG_{name}_HOME": home for name in ("DATA", "CONFIG", "CACHE")}
    env = {**os.environ, **folders, "QT_QPA_PLATFORM": "offscreen", "LC_ALL": "C.UTF-8"}
    env.pop("PYTHONDONTWRITEBYTECODE", None)  # an installed program has its compiled files
    answer: dict[str, float] = json.loads(
        subprocess.check_output([sys.executable, *words], env=env, stderr=subprocess.DEVNULL)
    )
    return answer


def measure(rounds: int) -> Result:
    """Bare window and program by turns; the first round warms the disk and is not counted."""
    bare, chrome, whole = [], [], []
    with tempfile.TemporaryDirectory() as home:
        picture = str(Path(home) / "frame.png")
        app = ["-m", "timeline_app", str(shipped_archive()), "--screenshot", picture]
        for _ in range(rounds + 1):
            bare.append(_answer(["-c", _BARE], home)["first_frame_s"])
            answer = _answer([*app, "--size", "1280x800"], home)
            chrome.append(answer["chrome_s"])
            whole.append(answer["first_frame_s"])
    seconds = {"bare window": bare, "chrome": chrome, "first useful frame": whole}
    return Result(NAME, "bare window", {name: values[1:] for name, values in seconds.items()})
