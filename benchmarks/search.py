"""Each key typed into the search box -> the first 50 rows of the list, against LIKE.

What is typed are words of the archive's own titles, in both scripts, a key at a time; more texts
than the session remembers. LIKE looks through titles and summaries and is asked for 50 rows and
their number, as the box shows both. It folds no Cyrillic and knows no names.
"""

import sqlite3
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from benchmarks.made import archives
from benchmarks.result import Result
from timeline_app.session.reading import MOST_KEPT
from timeline_app.session.session import Session

NAME = "search"
HITS, WORDS = 50, 16
_LIKE = "FROM event WHERE title LIKE ? OR summary LIKE ?"


def measure(rounds: int) -> Result:
    """On each archive: all keys of some words, the mean of a round and its slowest key."""
    seconds: dict[str, list[float]] = {}
    for name, path in archives().items():
        seconds |= _measured(name, path, rounds)
    floors = {}
    for variant in seconds:
        name, _, what = variant.partition(": ")
        floors[variant] = f"{name}: LIKE, slowest key" if "slowest" in what else f"{name}: LIKE"
    return Result(NAME, floors, seconds)


def _measured(name: str, path: Path, rounds: int) -> dict[str, list[float]]:
    session = Session()
    session.open_edition(path)
    typed = _typed(session)
    with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as file:

        def like(text: str) -> None:
            asked = (f"%{text}%", f"%{text}%")
            file.execute(f"SELECT key, title {_LIKE} LIMIT {HITS}", asked).fetchall()
            file.execute(f"SELECT count(*) {_LIKE}", asked).fetchone()

        def box(text: str) -> None:
            session.search(text)
            session.ordered_rows(0, HITS)

        variants = {"LIKE": like, "search box": box}
        found: dict[str, list[float]] = {}
        for turn in range(rounds + 1):
            for variant, ask in variants.items():
                keys = [_timed(ask, text) for text in typed]
                if turn:
                    found.setdefault(f"{name}: {variant}", []).append(sum(keys) / len(keys))
                    found.setdefault(f"{name}: {variant}, slowest key", []).append(max(keys))
    session.close()
    return found


def _timed(ask: Callable[[str], None], text: str) -> float:
    began = time.process_time()
    ask(text)
    return time.process_time() - began


def _typed(session: Session) -> list[str]:
    """What stands in the box after each key, for words from all over the list."""
    n = len(session.snapshot.table)
    rows = session.rows(range(n // WORDS // 2, n, max(1, n // WORDS)))
    words = [max(row.title.split(), key=len) for row in rows]
    typed = list(dict.fromkeys(word[:end] for word in words for end in range(1, len(word) + 1)))
    if len(typed) <= MOST_KEPT:
        raise ValueError("too few words: the session would remember them all")
    return typed
