"""Which terms stand in a facet block, and in which order: by the whole table, never by the brush.

So a row keeps its place while one drags, and a count of zero stays where it was.
"""

from collections.abc import Sequence, Set
from typing import SupportsIndex, overload

import numpy as np

from timeline_app.dataclass import dataclass
from timeline_app.model.codes import Codes
from timeline_app.model.columns import COLUMNS, FIVE_STATES, VECTORS
from timeline_app.model.filter import NOTES, WITH_NOTE
from timeline_app.model.records import Layer
from timeline_app.model.terms import Places, Terms, but
from timeline_app.panes.date_words import covers_words
from timeline_app.session.snapshot import Snapshot
from timeline_app.words.tr import grouped, tr

LAYER = "layer"
OWN_WORDS = frozenset({"vector", "kind", "verified", "evidence"})
"""Columns whose terms are words of the program; the others hold names from the archive."""

LEADING = {"vector": VECTORS, "state": FIVE_STATES, "verified": ("yes", "no")}
"""Terms that come first in their block; all nine vectors stand there whatever the archive holds."""


@dataclass(frozen=True, slots=True)
class FacetTerm:
    """A row of a block. `code` indexes the column's counts, or is -1 where no event has the term.

    `vector` is the index in VECTORS whose glyph stands before the name, or -1 for a box.
    `resting` marks a layer that is switched off: `fixed` is then its number of events, which no
    brush reaches.
    """

    term: str
    label: str
    code: int
    vector: int = -1
    hint: str = ""
    resting: bool = False
    fixed: int = -1


class FacetTerms(Sequence[FacetTerm]):
    """The rows of a block, all of them: those that were made, then these codes of `known` terms, of
    which one is made when it is asked for, since there may be very many."""

    def __init__(
        self,
        made: tuple[FacetTerm, ...] = (),
        known: Terms | None = None,
        rest: Places | None = None,
    ) -> None:
        self._made, self._known = made, Terms.of(()) if known is None else known
        self._rest = np.zeros(0, np.int32) if rest is None else rest

    def __len__(self) -> int:
        return len(self._made) + len(self._rest)

    @overload
    def __getitem__(self, at: SupportsIndex) -> FacetTerm: ...
    @overload
    def __getitem__(self, at: slice) -> tuple[FacetTerm, ...]: ...
    def __getitem__(self, at: SupportsIndex | slice) -> FacetTerm | tuple[FacetTerm, ...]:
        if isinstance(at, slice):
            return tuple(self[n] for n in range(len(self))[at])
        n = range(len(self))[at]
        if n < len(self._made):
            return self._made[n]
        code = int(self._rest[n - len(self._made)])
        return FacetTerm(self._known.ids[code], self._known.labels[code], code)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, FacetTerms):
            return NotImplemented
        if self is other:
            return True
        same = self._made == other._made and np.array_equal(self._rest, other._rest)
        return same and self._known == other._known

    def beginning(self, few: int, ticked: Set[str]) -> tuple[FacetTerm, ...]:
        """The first few, and of the others those that are ticked, in their order."""
        later = [one for one in self._made[few:] if one.term in ticked]
        if len(ticked) > len(later):
            marked = self._known.marked(ticked)
            places = np.flatnonzero(marked[self._rest]) + len(self._made)
            later += [self[n] for n in places[places >= few].tolist()]
        return (*self[:few], *later)

    def found(self, text: str, most: int) -> tuple[FacetTerm, ...]:
        """The first that hold this text, in letters of any case, `most` of them."""
        sought = text.casefold()
        early = [one for one in self._made if sought in one.label.casefold()][:most]
        places = self._known.holding(sought, self._rest, most - len(early))
        return (*early, *(self[len(self._made) + n] for n in places))


def heading(column: str) -> str:
    """The words over the block of this column."""
    if column == NOTES:
        return tr("My notes")
    return next((tr(c.label) for c in COLUMNS if c.id == column), column)


def codes_of(column: str, snapshot: Snapshot) -> Codes | None:
    """The column as it stands in the table, or the reader's notes on it."""
    return snapshot.note_terms if column == NOTES else snapshot.table.terms.get(column)


def terms_of(column: str, snapshot: Snapshot) -> FacetTerms:
    """The rows of a block: the leading terms, then the others, the most frequent first."""
    if column == LAYER:
        return _layers(snapshot)
    codes = codes_of(column, snapshot)
    if column == NOTES:
        return _notes(codes)
    if codes is None:
        return FacetTerms()
    known, often = codes.terms, snapshot.table.orders.often[column]
    leading = [
        _term(column, term, code, codes)
        for term in LEADING.get(column, ())
        if (code := known.code(term)) is not None or column == "vector"
    ]
    rest = but(often, (code for one in leading for code in known.codes(one.term)))
    if column in OWN_WORDS:  # what one finds them by is written in another language
        leading += [_term(column, known.ids[code], code, codes) for code in rest.tolist()]
        rest = rest[:0]
    return FacetTerms(tuple(leading), known, rest)


def ticked_in(column: str, snapshot: Snapshot) -> frozenset[str]:
    """The terms asked for; of the layers those that are on."""
    if column == LAYER:
        return snapshot.archive.layers_on if snapshot.archive else frozenset()
    return snapshot.filter.terms(column)


def remark_on(column: str, snapshot: Snapshot) -> str:
    """How many terms the column has, for the right end of the block's header."""
    if column in (LAYER, NOTES, "verified", "evidence"):
        return ""
    codes = codes_of(column, snapshot)
    n = len(codes.terms) if codes is not None else 0
    if column == "state" and n > len(FIVE_STATES):
        return tr("{few} of {all}", few=len(FIVE_STATES), all=grouped(n))
    return grouped(n) if n else ""


def _term(column: str, term: str, code: int | None, codes: Codes) -> FacetTerm:
    label = codes.terms.labels[code] if code is not None else term
    vector = VECTORS.index(term) if column == "vector" and term in VECTORS else -1
    words = tr(label) if column in OWN_WORDS else label
    return FacetTerm(term, words, -1 if code is None else code, vector)


def _layers(snapshot: Snapshot) -> FacetTerms:
    if snapshot.archive is None:
        return FacetTerms()
    codes = snapshot.table.terms.get(LAYER)
    known = codes.terms if codes is not None else Terms.of(())
    on = snapshot.archive.layers_on
    return FacetTerms(
        tuple(
            _layer(layer, known.code(layer.id), layer.id in on)
            for layer in snapshot.archive.edition.layers
        )
    )


def _layer(layer: Layer, code: int | None, on: bool) -> FacetTerm:
    covers = covers_words(layer.covers_from, layer.covers_to)
    fixed, place = -1 if on else layer.events, -1 if code is None else code
    return FacetTerm(layer.id, layer.title, place, hint=covers, resting=not on, fixed=fixed)


def _notes(codes: Codes | None) -> FacetTerms:
    known = {term.id: code for code, term in enumerate(codes.terms)} if codes is not None else {}
    tags = sorted(known.keys() - {WITH_NOTE}, key=str.casefold)
    first = FacetTerm(WITH_NOTE, tr("With a note"), known.get(WITH_NOTE, -1))
    return FacetTerms((first, *(FacetTerm(tag, tag, known[tag]) for tag in tags)))
