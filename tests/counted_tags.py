"""What facets count of notes and tags."""

from timeline_app.model.filter import NOTES
from timeline_app.session.snapshot import Snapshot


def tag_counts(snapshot: Snapshot) -> dict[str, int]:
    """The events with a note, and with each tag, under all other clauses."""
    counts = snapshot.passing.counts.get(NOTES, ())
    ids = (term.id for term in snapshot.note_terms.terms)
    return {id: int(n) for id, n in zip(ids, counts, strict=False)}
