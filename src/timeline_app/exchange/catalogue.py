"""The forms in which sources are handed on: one file a form, one line here."""

from collections.abc import Callable, Sequence

from timeline_app.dataclass import dataclass
from timeline_app.exchange import bibtex, csl_json, ris, text
from timeline_app.exchange.reference import Reference
from timeline_app.words.tr import mark


@dataclass(frozen=True, slots=True)
class CitationFormat:
    """A form, the ending of its files, and what writes references in it."""

    id: str
    label: str
    suffix: str
    write: Callable[[Sequence[Reference]], str]


PLAIN = CitationFormat("text", mark("Plain text"), ".txt", text.write)
FORMATS = (
    PLAIN,
    CitationFormat("bibtex", mark("BibTeX"), ".bib", bibtex.write),
    CitationFormat("ris", mark("RIS"), ".ris", ris.write),
    CitationFormat("csl", mark("CSL-JSON"), ".json", csl_json.write),
)

BY_ID = {one.id: one for one in FORMATS}
"""The forms by what the shell calls them."""
