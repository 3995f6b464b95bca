"""A search that is running when another key is typed, until it has ended: `cut ARCHIVE NOTEBOOK`.

In the real window the first two words of titles are asked for key by key, plain and as a phrase,
each while the worker may still be at the one before. Told is how long it goes on with that, by its
own clock; what had ended before the next key came is not counted.
"""

import sys
import time
from itertools import count, cycle
from typing import Any

from benchmarks.children.opened import Opened
from benchmarks.children.serving import serve, spread
from timeline_app.session.seeking import Seeking

TITLES, MOST_S = 8, 30.0
MOMENTS_S = (0.0, 0.001, 0.002, 0.004, 0.008)
"""So long after a search has begun the next key comes, by turns."""


class Searches:
    """Every search from now on: how many began, and when each ended."""

    def __init__(self) -> None:
        self.begun = 0
        self.ended: list[float] = []
        find = Seeking._find

        def noting(*words: Any) -> Any:
            self.begun += 1
            try:
                return find(*words)
            finally:
                self.ended.append(time.perf_counter())

        setattr(Seeking, find.__name__, noting)

    def wait(self, begun: int = 0, ended: int = 0) -> None:
        """Until so many have; the window does nothing meanwhile, as between two keys."""
        end = time.monotonic() + MOST_S
        while self.begun < begun or len(self.ended) < ended:
            if time.monotonic() > end:
                raise SystemExit("the worker does not search")
            time.sleep(0.0002)


def main() -> None:
    """Serves turns of TITLES titles, others each turn, since what was found by a word is kept."""
    searches = Searches()
    opened = Opened(sys.argv[1], sys.argv[2])
    session, asked, moments = opened.session, count(), cycle(MOMENTS_S)

    def cut(text: str) -> list[float]:
        """How long each search of the beginnings of a text went on."""
        found: list[float] = []
        for end in range(1, len(text) + 1):
            if text[end - 1] == " ":
                continue  # the same would be asked for
            before, typed = searches.begun, time.perf_counter()
            session.seek(text[:end], lambda _: None)
            searches.wait(ended=before)
            found += (ended - typed for ended in searches.ended[before - 1 : before])
            searches.wait(begun=before + 1)
            time.sleep(next(moments))
        searches.wait(ended=searches.begun)
        opened.settle(0.02)
        return [went_on for went_on in found if went_on > 0]

    def turn() -> dict[str, float]:
        n, found = len(session.snapshot.table), list[float]()
        for title in range(TITLES):
            row = (37 * next(asked) + title * n // TITLES) % n
            words = " ".join(session.rows([row])[0].title.split()[:2])
            found += cut(words) + cut(f'"{words}')
        return spread(found or [0.0])

    serve(turn)


main()
