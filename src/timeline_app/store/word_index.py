"""Reading where words stand, out of the index that `store.build.word_rows` writes."""

import sqlite3
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence

import numpy as np

from timeline_app.store.schema import WORD_INDEX
from timeline_app.store.word_gaps import BEGINNING, BLOCK, MOST_WORDS, Mask, Packed, mark

_MOST_BLOCKS = (1 << 31) // BLOCK
_LAST_LETTER = "\U0010ffff"
_SOUND = "typeof(gaps) = 'blob' AND wide IN (0, 1, 2)"
_NEXT_BLOCK = f"SELECT min(block) FROM {WORD_INDEX} WHERE part = ? AND block > ?"
_ONE = f"SELECT wide, gaps FROM {WORD_INDEX} WHERE part = ? AND block = ? AND word = ? AND {_SOUND}"
_BEGIN_SO = (
    f"SELECT {{what}} FROM {WORD_INDEX} WHERE part = ? AND block = ? AND word >= ? AND word < ? "
    f"AND {_SOUND} LIMIT {MOST_WORDS}"
)


class WordIndex:
    """The word index of one open archive.

    A damaged row can only be wrong about what it says itself: every number lies within its block.
    """

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._blocks: dict[int, list[int]] = {}

    def standing(
        self,
        words: Iterable[str],
        beginnings: Iterable[str],
        parts: Sequence[int],
        look: Callable[[], None] = lambda: None,
    ) -> Mask:
        """What holds one of the words, or a word that begins so, in one of the parts: a mask by
        number, as long as the parts of its kind need.

        The parts are all of events, or all of claims. `look` is called before each row is read or
        unpacked; what it raises ends the search.
        """
        packed: dict[int, list[Packed]] = defaultdict(list)
        words, beginnings = tuple(words), tuple(beginnings)
        for part in parts:
            for block in self._blocks_of(part):
                for word in words:
                    look()
                    packed[block] += self._connection.execute(_ONE, (part, block, word))
                for beginning in beginnings:
                    look()
                    packed[block] += self._begun(part, block, beginning)
        mask = np.zeros(BLOCK * (1 + max(packed, default=-1)), np.bool_)
        for block, held in packed.items():
            look()
            mark(mask[block * BLOCK : (block + 1) * BLOCK], held)
        return mask

    def going_on(self, beginning: str, parts: Iterable[int]) -> set[str] | None:
        """The words that begin so in these parts; None where they are more than a few."""
        found: set[str] = set()
        ask = _BEGIN_SO.format(what="word")
        for part in parts:
            for block in self._blocks_of(part):
                asked = (part, block, beginning, beginning + _LAST_LETTER)
                rows = self._connection.execute(ask, asked).fetchall()
                found.update(word for (word,) in rows if isinstance(word, str))
                if len(rows) == MOST_WORDS or len(found) > MOST_WORDS:
                    return None
        return found

    def _begun(self, part: int, block: int, beginning: str) -> list[Packed]:
        asked = (part + BEGINNING, block, beginning)
        whole = self._connection.execute(_ONE, asked).fetchall()
        if whole:
            return whole
        span = (part, block, beginning, beginning + _LAST_LETTER)
        return self._connection.execute(_BEGIN_SO.format(what="wide, gaps"), span).fetchall()

    def _blocks_of(self, part: int) -> list[int]:
        if part not in self._blocks:
            self._blocks[part] = list(self._walk_blocks(part))
        return self._blocks[part]

    def _walk_blocks(self, part: int) -> Iterator[int]:
        block = -1
        while True:
            (after,) = self._connection.execute(_NEXT_BLOCK, (part, block)).fetchone()
            if not isinstance(after, int) or not block < after < _MOST_BLOCKS:
                return
            yield after
            block = after
