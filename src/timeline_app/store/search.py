"""Searching an archive: every word of the query, by its beginning, in either spelling."""

import re

from timeline_app.store.archive import Archive
from timeline_app.store.schema import TEXT_INDEX
from timeline_app.words.folding import fold, skeleton

MOST_WORDS = 32
_WORD = re.compile(r"\w+")

_FOUND = (
    f"SELECT DISTINCT occurrence FROM {TEXT_INDEX} JOIN event ON event.key = {TEXT_INDEX}.rowid "
    f"WHERE {TEXT_INDEX} MATCH ? ORDER BY occurrence"
)


def search(archive: Archive, query: str) -> list[int]:
    """The occurrences with a record that holds all words of the query, ascending.

    A word is found by its beginning, as it is written or by the skeleton of its romanisations; what
    has no letters and no figures finds nothing. Raises `StoreError` where the index is damaged.
    """
    asked = match_expression(query)
    if not asked:
        return []
    with archive.reading() as connection:
        return [occurrence for (occurrence,) in connection.execute(_FOUND, (asked,))]


def match_expression(query: str) -> str:
    """The query in the language of the text index; empty where it holds no word."""
    words = _WORD.findall(fold(query))[:MOST_WORDS]
    return " AND ".join(_spellings(word) for word in words)


def _spellings(word: str) -> str:
    either = dict.fromkeys(filter(None, (word, skeleton(word))))
    return "(" + " OR ".join(f'"{spelt}" *' for spelt in either) + ")"
