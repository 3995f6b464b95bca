"""A bare PySide6 window: when it was first painted. The floor of every start."""

import json
import time

from PySide6.QtCore import QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QMainWindow


class Bare(QMainWindow):
    """Says when its first frame stood, and ends."""

    def paintEvent(self, event: QPaintEvent) -> None:
        QTimer.singleShot(0, self._painted)

    def _painted(self) -> None:
        print(json.dumps({"first": time.monotonic()}), flush=True)
        QApplication.quit()


app = QApplication(["bare"])
window = Bare()
window.resize(1280, 800)
window.show()
app.exec()
