"""Keys typed into the search box of the real window: `keys ARCHIVE NOTEBOOK`.

Each key is an event that is sent; then events run until what is found by all that stands in the box
(its number, the first fifty) has been painted under it. The next key follows at once, as in fast
typing: the list asks for what is found once the hands rest, and its answer is waited for after each
word, uncounted.
"""

import sys
import time
from itertools import count

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from benchmarks.children.opened import Opened, Paints
from benchmarks.children.serving import serve, spread
from timeline_app.session.seeking import Answer, Heard
from timeline_app.store.store_error import StoreError

WORDS, MOST_S = 16, 30.0


def main() -> None:
    """Serves turns: all keys of WORDS words that stand in titles, in both scripts; of other titles
    each turn, since what was found by a word is kept."""
    opened = Opened(sys.argv[1], sys.argv[2])
    field, session = opened.window.toolbar.search, opened.session
    opened.frame.activateWindow()
    field.setFocus(Qt.FocusReason.ShortcutFocusReason)
    if field.popover is None:
        raise SystemExit("nothing stands under the search box")
    painted = Paints(field.popover)
    turns = count()

    def typed(letter: str, so_far: str) -> float:
        heard: list[Answer | StoreError] = []

        def seek(query: str, told: Heard) -> None:
            def tell(answer: Answer | StoreError) -> None:
                told(answer)
                if query == so_far:
                    heard.append(answer)
                    painted.forget()

            session.seek(query, tell)

        field.seek_by(seek)
        began = time.perf_counter()
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter)
            QApplication.sendEvent(field, event)
        if not opened.until(lambda: bool(heard) and painted.have_come(), MOST_S):
            raise SystemExit(f"no answer to {so_far!r}")
        return time.perf_counter() - began

    def words(turn: int) -> list[str]:
        n = len(session.snapshot.table)
        first, step = (1 + 37 * turn) * n // 1000 % n, max(1, n // WORDS)
        titles = (session.rows([(first + i * step) % n])[0].title for i in range(WORDS))
        return [max(title.split(), key=len) for title in titles]

    def turn() -> dict[str, float]:
        seconds = []
        for word in words(next(turns)):
            field.clear()
            session.search("")
            opened.until(opened.is_ready, MOST_S)
            opened.settle(0.02)
            for end in range(1, len(word) + 1):
                seconds.append(typed(word[end - 1], word[:end]))
            opened.until(lambda: session.snapshot.query == field.text().strip(), MOST_S)
        return spread(seconds)

    serve(turn)


main()
