"""Names found in running words: only as a whole, in any letters that fold alike."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from timeline_app.words.folding import fold

_WORD = re.compile(r"[^\W_]+(?:\+[0-9]+)?")
_SHORTEST = 2


class WholeNames:
    """Names, each with the number of what it names; looked up by their first word."""

    def __init__(self, names: Iterable[tuple[str, int]]) -> None:
        self._by_first: dict[str, list[tuple[tuple[str, ...], int]]] = defaultdict(list)
        for text, named in names:
            words = tuple(_words(text))
            if words and len("".join(words)) >= _SHORTEST:
                self._by_first[words[0]].append((words, named))

    def within(self, text: str) -> Iterator[int]:
        """What the names in `text` name, in the order in which they stand there."""
        words = _words(text)
        for at, first in enumerate(words):
            for name, named in self._by_first.get(first, ()):
                if tuple(words[at : at + len(name)]) == name:
                    yield named


def _words(text: str) -> list[str]:
    """Folded words; those in capitals stay so, that "US" be not "us"."""
    found = _WORD.findall(text)
    return [word if word.isupper() and len(word) > 1 else fold(word) for word in found]
