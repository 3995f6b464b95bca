"""Notes as a column: which rows carry one, and with which tags."""

from collections.abc import Iterable, Mapping

import numpy as np

from timeline_app.model.annotation import Written, record_in
from timeline_app.model.codes import Few, narrow
from timeline_app.model.event_table import Codes, EventTable, Term
from timeline_app.model.filter import WITH_NOTE
from timeline_app.model.written.catalogue import BY_NAME
from timeline_app.words.tr import mark

EVENT = "event"
CLAIM = "claim"
ACTOR, SOURCE = "actor", "source"


NOTE, TAG = "note", "tag"


def by_target(notes: Iterable[Written]) -> dict[str, tuple[Written, ...]]:
    """What was written by the text of its target, each in the order given."""
    found: dict[str, list[Written]] = {}
    for note in notes:
        found.setdefault(str(note.target), []).append(note)
    return {target: tuple(of_one) for target, of_one in found.items()}


def by_aim(written: Iterable[Written]) -> dict[str, tuple[Written, ...]]:
    """The same by all that it is about: the target, its record where that is a passage, and the
    further targets of links and theses."""
    found: dict[str, list[Written]] = {}
    for one in written:
        kind = BY_NAME.get(one.kind)
        further = [text for _, text in kind.targets_of(one.state)] if kind else []
        own = [str(one.target), record_in(one.target)] if one.target else []
        for aim in dict.fromkeys(aim for aim in (*own, *further) if aim):
            found.setdefault(aim, []).append(one)
    return {target: tuple(of_one) for target, of_one in found.items()}


def with_note(notes: Mapping[int, Iterable[Written]]) -> frozenset[int]:
    """The occurrences that carry a note, and not a tag alone."""
    return frozenset(o for o, of_one in notes.items() if any(n.kind == NOTE for n in of_one))


def note_column(
    table: EventTable, notes: Mapping[int, Iterable[Written]], before: Codes | None = None
) -> Codes:
    """The column NOTES for the notes of each occurrence: WITH_NOTE, then the tags by name.

    It is `before` itself where that holds the same, so that nobody counts it again.
    """
    tags = sorted({tag for of_one in notes.values() for note in of_one for tag in note.tags})
    code_of = {tag: code for code, tag in enumerate(tags, start=1)}
    rows: list[int] = []
    entries: list[int] = []
    for row in table.rows_of(notes).tolist():
        of_row = notes[int(table.occurrence[row])]
        noted = [0] if any(note.kind == NOTE for note in of_row) else []
        held = [*noted, *sorted({code_of[tag] for note in of_row for tag in note.tags})]
        rows += [row] * len(held)
        entries += held
    terms = (Term(WITH_NOTE, mark("With a note")), *(Term(tag, tag) for tag in tags))
    codes = narrow(np.array(entries, np.int32), len(terms))
    made = Few(codes, terms, np.array(rows, np.int64), len(table))
    return before if isinstance(before, Few) and made.holds_what(before) else made
