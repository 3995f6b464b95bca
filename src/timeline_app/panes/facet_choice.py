"""What a click on a term asks of the session, and how many events stand behind the terms."""

from collections.abc import Sequence

from timeline_app.panes.facet_terms import LAYER, FacetTerm
from timeline_app.session.session import Session
from timeline_app.session.snapshot import Snapshot


def choose(session: Session, column: str, term: str, only: bool) -> None:
    """Adds or takes away the term; `only` leaves it alone in its column.

    Terms of the column Layer are switches: what is off is not in the table at all.
    """
    if column != LAYER:
        wanted = frozenset({term}) if only else session.asked.terms(column) ^ {term}
        session.set_terms(column, wanted)
    elif only:
        session.switch_layers(frozenset({term}))
    else:
        session.switch_layer(term, term not in session.layers_asked)


def count(column: str, snapshot: Snapshot, terms: Sequence[FacetTerm]) -> tuple[list[int], int]:
    """The events behind each of these terms, and the largest number in the whole column."""
    counts = snapshot.passing.counts.get(column)
    if counts is None or not len(counts):
        fixed = [max(term.fixed, 0) for term in terms]
        return fixed, max([0, *fixed])
    found = [
        term.fixed if term.fixed >= 0 else int(counts[term.code]) if term.code >= 0 else 0
        for term in terms
    ]
    return found, max([int(counts.max()), *found])
