"""Which terms stand in a facet block, and in which order: by the whole table, never by the brush.

So a row keeps its place while one drags, and a count of zero stays where it was.
"""

from timeline_app.dataclass import dataclass
from timeline_app.model.codes import Codes, Ints
from timeline_app.model.columns import COLUMNS, FIVE_STATES, VECTORS
from timeline_app.model.filter import NOTES, WITH_NOTE
from timeline_app.model.records import Layer
from timeline_app.panes.date_words import covers_words
from timeline_app.session.snapshot import Snapshot
from timeline_app.words.tr import tr

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


def heading(column: str) -> str:
    """The words over the block of this column."""
    if column == NOTES:
        return tr("My notes")
    return next((tr(c.label) for c in COLUMNS if c.id == column), column)


def codes_of(column: str, snapshot: Snapshot) -> Codes | None:
    """The column as it stands in the table, or the reader's notes on it."""
    return snapshot.note_terms if column == NOTES else snapshot.table.terms.get(column)


def terms_of(column: str, snapshot: Snapshot) -> tuple[FacetTerm, ...]:
    """The rows of a block: the leading terms, then the others, the most frequent first."""
    if column == LAYER:
        return _layers(snapshot)
    codes = codes_of(column, snapshot)
    if column == NOTES:
        return _notes(codes)
    if codes is None:
        return ()
    known = {term.id: code for code, term in enumerate(codes.terms)}
    leading = LEADING.get(column, ())
    shown = [(t, known.get(t, -1)) for t in leading if t in known or column == "vector"]
    often = _by_frequency(codes, snapshot.table.orders.totals[column])
    rest = (code for code in often if codes.terms[code].id not in leading)
    shown += [(codes.terms[code].id, code) for code in rest]
    return tuple(_term(column, term, code, codes) for term, code in shown)


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
    n = len(codes.terms) if codes else 0
    if column == "state" and n > len(FIVE_STATES):
        return tr("{few} of {all}", few=len(FIVE_STATES), all=n)
    return str(n) if n else ""


def _by_frequency(codes: Codes, totals: Ints) -> list[int]:
    names, behind = [term.label for term in codes.terms], totals.tolist()
    return sorted(range(len(names)), key=lambda code: (-behind[code], names[code]))


def _term(column: str, term: str, code: int, codes: Codes) -> FacetTerm:
    label = codes.terms[code].label if code >= 0 else term
    vector = VECTORS.index(term) if column == "vector" and term in VECTORS else -1
    return FacetTerm(term, tr(label) if column in OWN_WORDS else label, code, vector)


def _layers(snapshot: Snapshot) -> tuple[FacetTerm, ...]:
    if snapshot.archive is None:
        return ()
    codes = snapshot.table.terms.get(LAYER)
    known = {t.id: code for code, t in enumerate(codes.terms)} if codes else {}
    on = snapshot.archive.layers_on
    return tuple(
        _layer(layer, known.get(layer.id, -1), layer.id in on)
        for layer in snapshot.archive.edition.layers
    )


def _layer(layer: Layer, code: int, on: bool) -> FacetTerm:
    covers = covers_words(layer.covers_from, layer.covers_to)
    fixed = -1 if on else layer.events
    return FacetTerm(layer.id, layer.title, code, hint=covers, resting=not on, fixed=fixed)


def _notes(codes: Codes | None) -> tuple[FacetTerm, ...]:
    known = {term.id: code for code, term in enumerate(codes.terms)} if codes else {}
    tags = sorted(known.keys() - {WITH_NOTE}, key=str.casefold)
    first = FacetTerm(WITH_NOTE, tr("With a note"), known.get(WITH_NOTE, -1))
    return (first, *(FacetTerm(tag, tag, known[tag]) for tag in tags))
