"""What is typed into the search box, understood: any string is a query, and none is an error.

All words must be found, each as the beginning of a word, in whatever spelling or script.
`"two words"` stand together and whole; `a OR b` is either; `-word` must not be found; `place:osh`
asks in one part only, `before:2014` asks the days.
"""

import re
from collections.abc import Callable

from timeline_app.dataclass import dataclass
from timeline_app.dates.date_error import DateError
from timeline_app.dates.day import OPEN_FUTURE, OPEN_PAST
from timeline_app.dates.edtf import parse
from timeline_app.model.annotation import Written
from timeline_app.words.folding import fold, holds, in_index

TEXTS = ("title", "actor", "place", "source", "claim")
"""Parts of the archive's texts that can be asked alone."""

COLUMNS = ("kind", "vector")
"""Columns of the event table whose terms can be asked by their words."""

NOTES = ("note", "tag")
"""Parts of the reader's own notes."""

DAYS = ("before", "after", "in")

MOST_TERMS = 24
MOST_WORDS = 32

_QUOTES = str.maketrans(dict.fromkeys("“”„«»", '"'))
_FIELD = "|".join((*TEXTS, *COLUMNS, *NOTES, *DAYS))
_PART = re.compile(rf'(-?)((?:{_FIELD}):)?(?:"([^"]*)"?|([^\s"]+))', re.IGNORECASE)
_WORD = re.compile(r"[^\W_]+")
_TYPED = re.compile(r"[\w'’‘ʼʻʹʺ`´ʿʾʽ]+")


@dataclass(frozen=True, slots=True)
class Term:
    """One thing that is asked for.

    `field` is where, empty for anywhere. `words` stand one after the other as they were typed; the
    last may go on unless `whole`. `days` are what a field of `DAYS` asks, first and last.
    """

    words: tuple[str, ...]
    field: str = ""
    whole: bool = False
    unwanted: bool = False
    days: tuple[int, int] = (0, 0)


@dataclass(frozen=True, slots=True)
class Query:
    """Of each of the `groups` one term must hold. `doubts` are dates that could not be read."""

    groups: tuple[tuple[Term, ...], ...]
    doubts: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.groups)

    @property
    def terms(self) -> tuple[Term, ...]:
        """All that is asked for."""
        return tuple(term for group in self.groups for term in group)

    def answered(self, holding: Callable[[Term], bool]) -> bool:
        """Whether something answers of which `holding` says which terms it holds."""
        groups = (any(holding(t) is not t.unwanted for t in group) for group in self.groups)
        return bool(self.groups) and all(groups)


def read_query(text: str) -> Query:
    """The query that a typed string is."""
    groups: list[list[Term]] = []
    doubts: list[str] = []
    joined = False
    for minus, field, quoted, bare in _PART.findall(text.translate(_QUOTES))[:MOST_TERMS]:
        if bare == "OR" and not minus and not field:
            joined = bool(groups)
            continue
        term = _term(minus, field[:-1].lower(), quoted, bare, doubts)
        if term is None:
            continue
        if joined:
            groups[-1].append(term)
        else:
            groups.append([term])
        joined = False
    return Query(tuple(map(tuple, groups)), tuple(doubts))


def _term(minus: str, field: str, quoted: str, bare: str, doubts: list[str]) -> Term | None:
    said = quoted or bare
    unwanted = bool(minus)
    if field in DAYS:
        try:
            return Term((), field, unwanted=unwanted, days=_days(field, said))
        except DateError:
            doubts.append(said)
            said = f"{field} {said}"
            field = ""
    words = tuple(word for word in _TYPED.findall(said) if _WORD.search(fold(word)))[:MOST_WORDS]
    if not words:
        return None
    return Term(words, field, whole=bool(quoted) or unwanted, unwanted=unwanted)


def _days(field: str, text: str) -> tuple[int, int]:
    """The days before the first, after the last, or of a date."""
    span = parse(text).bounds
    if field == "before":
        return OPEN_PAST, span.first - 1
    if field == "after":
        return span.last + 1, OPEN_FUTURE
    return span.first, span.last


def note_holds(note: Written, term: Term) -> bool:
    """Whether a term is found in a note: in its words, its tags, or the one that is asked."""
    forms = in_index(term.words, term.whole)
    texts = {"note": (note.text,), "tag": note.tags, "": (note.text, *note.tags)}
    return any(holds(text, forms) for text in texts.get(term.field, ()))
