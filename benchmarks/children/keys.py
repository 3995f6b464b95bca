"""Keys typed into the search box of the real window: `keys ARCHIVE NOTEBOOK`.

Each key is an event that is sent; then events run until what is typed has been asked for and the
list has been painted.
"""

import sys
import time

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from benchmarks.children.opened import Opened, Paints
from benchmarks.children.serving import serve, spread

WORDS, MOST_S = 8, 30.0


def main() -> None:
    """Serves turns: all keys of WORDS words that stand in titles, in both scripts."""
    opened = Opened(sys.argv[1], sys.argv[2])
    field, session = opened.window.toolbar.search, opened.session
    opened.window.bring("list")
    painted = Paints(opened.window.list.view.viewport())
    opened.frame.activateWindow()
    field.setFocus()
    n = len(session.snapshot.table)
    at = range(n // WORDS // 2, n, max(1, n // WORDS))
    titles = [session.rows([row])[0].title for row in at]
    words = [max(title.split(), key=len) for title in titles][:WORDS]

    def typed(letter: str, so_far: str) -> float:
        painted.forget()
        began = time.perf_counter()
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter)
            QApplication.sendEvent(field, event)

        def come() -> bool:
            return session.snapshot.query == so_far and opened.is_ready() and painted.have_come()

        if not opened.until(come, MOST_S):
            raise SystemExit(f"no answer to {so_far!r}")
        return time.perf_counter() - began

    def turn() -> dict[str, float]:
        seconds = []
        for word in words:
            field.clear()
            session.search("")
            opened.settle(0.02)
            for end in range(1, len(word) + 1):
                seconds.append(typed(word[end - 1], word[:end]))
        return spread(seconds)

    serve(turn)


main()
