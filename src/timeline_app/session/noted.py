"""Notes as a column: which rows carry one, and with which tags."""

from collections.abc import Iterable, Mapping
from dataclasses import field

import numpy as np

from timeline_app.dataclass import dataclass
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


@dataclass(frozen=True, eq=False, slots=True)
class ByTarget:
    """What was written, oldest first, and what follows from that alone, by target: the notes, what
    is no note (by all that it is about), and the notes and tags."""

    written: tuple[Written, ...] = ()
    notes: Mapping[str, tuple[Written, ...]] = field(default_factory=dict)
    marks: Mapping[str, tuple[Written, ...]] = field(default_factory=dict)
    tagged: Mapping[str, tuple[Written, ...]] = field(default_factory=dict)

    @staticmethod
    def of(written: Iterable[Written]) -> "ByTarget":
        """Sorts out what was written; of thousands that takes some time."""
        every = tuple(written)
        notes = [one for one in every if one.kind == NOTE]
        tagged = [one for one in every if one.kind in (NOTE, TAG)]
        marks = by_aim(one for one in every if one.kind != NOTE)
        return ByTarget(every, by_target(notes), marks, by_target(tagged))


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


class Labels:
    """What the notes and tags on each occurrence come to: whether one is a note, and their tags by
    name. Found out again only where they are others."""

    def __init__(self) -> None:
        self._known: dict[int, tuple[tuple[Written, ...], bool, tuple[str, ...]]] = {}

    def of(self, occurrence: int, notes: tuple[Written, ...]) -> tuple[bool, tuple[str, ...]]:
        """Of one occurrence, which bears these."""
        known = self._known.get(occurrence)
        if known is None or known[0] != notes:
            tags = sorted({tag for note in notes for tag in note.tags})
            noted = any(note.kind == NOTE for note in notes)
            known = self._known[occurrence] = notes, noted, tuple(tags)
        return known[1:]


def with_note(
    notes: Mapping[int, tuple[Written, ...]], labels: Labels | None = None
) -> frozenset[int]:
    """The occurrences that carry a note, and not a tag alone."""
    labels = labels or Labels()
    return frozenset(o for o, of_one in notes.items() if labels.of(o, of_one)[0])


def note_column(
    table: EventTable,
    notes: Mapping[int, tuple[Written, ...]],
    before: Codes | None = None,
    labels: Labels | None = None,
) -> Codes:
    """The column NOTES for the notes of each occurrence: WITH_NOTE, then the tags by name.

    It is `before` itself where that holds the same, so that nobody counts it again.
    """
    labels = labels or Labels()
    label_of = {o: labels.of(o, of_one) for o, of_one in notes.items()}
    tags = sorted({tag for _, tags in label_of.values() for tag in tags})
    code_of = {tag: code for code, tag in enumerate(tags, start=1)}
    rows: list[int] = []
    entries: list[int] = []
    some = table.rows_of(notes)
    for row, occurrence in zip(some.tolist(), table.occurrence[some].tolist(), strict=True):
        noted, own = label_of[occurrence]
        held = [*([0] if noted else []), *(code_of[tag] for tag in own)]
        rows += [row] * len(held)
        entries += held
    terms = (Term(WITH_NOTE, mark("With a note")), *(Term(tag, tag) for tag in tags))
    codes = narrow(np.array(entries, np.int32), len(terms))
    made = Few(codes, terms, np.array(rows, np.int64), len(table))
    return before if isinstance(before, Few) and made.holds_what(before) else made
