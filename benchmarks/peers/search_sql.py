"""A search as one would write it without an index of folded words: `search_sql ARCHIVE like|bm25`.

`like` looks for what is typed in titles and summaries; `bm25` asks the archive's own index for the
fifty best of all that match. Both also say how many there are.
"""

import sqlite3
import sys
import time

from benchmarks.children.serving import serve, spread

HITS, WORDS = 50, 2
_LIKE = "FROM event WHERE title LIKE ?1 OR summary LIKE ?1"
_MATCH = "FROM event_text WHERE event_text MATCH ?1"


def main() -> None:
    """Serves turns: all keys of WORDS words."""
    file = sqlite3.connect(f"file:{sys.argv[1]}?mode=ro&immutable=1", uri=True)
    titles = file.execute("SELECT title FROM event ORDER BY key LIMIT 200").fetchall()
    words = [max(title.split(), key=len).lower() for (title,) in titles[:: 200 // WORDS]][:WORDS]

    def like(text: str) -> None:
        file.execute(f"SELECT key, title {_LIKE} LIMIT {HITS}", (f"%{text}%",)).fetchall()
        file.execute(f"SELECT count(*) {_LIKE}", (f"%{text}%",)).fetchone()

    def bm25(text: str) -> None:
        asked = (f'"{text}"*',)
        file.execute(f"SELECT rowid {_MATCH} ORDER BY rank LIMIT {HITS}", asked).fetchall()
        file.execute(f"SELECT count(*) {_MATCH}", asked).fetchone()

    ask = like if sys.argv[2] == "like" else bm25

    def turn() -> dict[str, float]:
        seconds = []
        for word in words:
            for end in range(1, len(word) + 1):
                began = time.perf_counter()
                ask(word[:end])
                seconds.append(time.perf_counter() - began)
        return spread(seconds)

    serve(turn)


main()
