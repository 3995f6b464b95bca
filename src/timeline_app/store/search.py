"""Finding records by words: whatever is typed finds something or nothing, and never fails."""

import re
from dataclasses import dataclass

from timeline_app.store.archive import Archive
from timeline_app.store.schema import TEXT_INDEX
from timeline_app.words.folding import fold, skeleton

MOST_TERMS = 24
_QUOTES = str.maketrans({"“": '"', "”": '"', "„": '"', "«": '"', "»": '"'})
_PART = re.compile(r'(-?)"([^"]*)"?|(\S+)')
_WORD = re.compile(r"\w+")

_SELECT = f"""
    SELECT DISTINCT occurrence FROM event
    WHERE key IN (SELECT rowid FROM {TEXT_INDEX} WHERE {TEXT_INDEX} MATCH ?)
    ORDER BY key LIMIT ?
"""


@dataclass(frozen=True, slots=True)
class _Term:
    """Words that stand one after the other; the last may go on where `open_end`."""

    words: tuple[str, ...]
    unwanted: bool
    open_end: bool


def search(archive: Archive, text: str, limit: int = 10_000) -> list[int]:
    """The occurrences of the records that answer to `text`, in the order of time.

    All words must be found, each as the beginning of a word, in whatever spelling or script.
    `"two words"` stand together and whole; `a OR b` is either; `-word` must not be found. A text
    without a word finds nothing. Raises `StoreError` only where the archive is damaged.
    """
    asked = match_of(text)
    if not asked:
        return []
    with archive.reading() as connection:
        return [found for (found,) in connection.execute(_SELECT, (asked, limit))]


def match_of(text: str) -> str:
    """`text` in the language of the index; empty where it asks for nothing."""
    groups: list[list[str]] = []
    unwanted: list[str] = []
    joined = False
    for term in _terms(text):
        if term is None:
            joined = bool(groups)
            continue
        if term.unwanted:
            unwanted.append(_either(term))
        elif joined:
            groups[-1].append(_either(term))
        else:
            groups.append([_either(term)])
        joined = False
    wanted = " AND ".join(f"({' OR '.join(group)})" for group in groups)
    if not wanted or not unwanted:
        return wanted
    return f"({wanted}) NOT ({' OR '.join(unwanted)})"


def _terms(text: str) -> list[_Term | None]:
    """What is asked for; None stands for OR."""
    terms: list[_Term | None] = []
    for minus, quoted, bare in _PART.findall(text.translate(_QUOTES)):
        if bare == "OR":
            terms.append(None)
            continue
        unwanted = bool(minus) or (len(bare) > 1 and bare.startswith("-"))
        words = tuple(_WORD.findall(fold(quoted or bare)))
        if words:
            terms.append(_Term(words, unwanted, open_end=bool(bare) and not unwanted))
    return terms[:MOST_TERMS]


def _either(term: _Term) -> str:
    """The term as it is folded, or by its skeleton where that is another."""
    bones = tuple(skeleton(word) or word for word in term.words)
    forms = dict.fromkeys((term.words, bones))
    end = " *" if term.open_end else ""
    said = [f'"{" ".join(words)}"{end}' for words in forms]
    return said[0] if len(said) == 1 else f"({' OR '.join(said)})"
