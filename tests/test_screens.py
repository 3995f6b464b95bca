"""Two screens of different density, as far as the offscreen platform plays them: the window goes
from one to the other and is painted as densely as the screen that it is on."""

import json
import os
import subprocess
import sys
from pathlib import Path

from PySide6.QtGui import QImage

SITTING = """
import sys
from pathlib import Path
from timeline_app.session.running import at_once
from timeline_app.window.arguments import Asked
from timeline_app.window.memory import Memory
from timeline_app.window.opening import furnish
from timeline_app.window.start import _application, _frame, _memory

archive, notebook, folder = map(Path, sys.argv[1:])
asked = Asked(archive=archive, notebook=notebook, size=(1280, 800))
app = _application()
memory = _memory(app, asked, folder / "settings.json")
frame = _frame(memory, asked)
frame.show()
window = furnish(frame, memory, asked, at_once)
for n, screen in enumerate(sorted(app.screens(), key=lambda one: one.devicePixelRatio())):
    frame.setScreen(screen)
    frame.setGeometry(screen.geometry().x() + 10, 10, 1280, 800)
    for _ in range(8):
        app.processEvents()
    assert frame.screen() is screen, (n, frame.screen().name())
    print(n, frame.devicePixelRatio())
    frame.grab().save(str(folder / f"{n}.png"))
window.session.close()
"""


def test_a_window_moves_to_a_denser_screen(tmp_path: Path, shipped_archive: Path) -> None:
    screen = {"y": 0, "width": 3840, "height": 2160, "logicalBaseDpi": 96}
    screens = [
        {"name": "plain", "x": 0, "logicalDpi": 96, **screen},
        {"name": "dense", "x": 3840, "logicalDpi": 192, **screen},
    ]
    config = tmp_path / "screens.json"
    config.write_text(json.dumps({"screens": screens}))
    platform = f"offscreen:configfile={config}"
    done = subprocess.run(
        [
            sys.executable,
            "-c",
            SITTING,
            shipped_archive,
            tmp_path / "own.notebook.sqlite",
            tmp_path,
        ],
        env={**os.environ, "QT_QPA_PLATFORM": platform},
        capture_output=True,
        text=True,
        check=False,
        timeout=240,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines() == ["0 1.0", "1 2.0"]
    for n in (0, 1):
        picture = QImage(str(tmp_path / f"{n}.png"))
        assert (picture.width(), picture.height()) == (1280 * (n + 1), 800 * (n + 1))
