"""Notes as a column: which rows carry one, and with which tags."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import field
from itertools import chain

import numpy as np

from timeline_app.dataclass import dataclass
from timeline_app.model.annotation import Written, record_in
from timeline_app.model.codes import Few, Ints, few, several
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


Label = tuple[bool, tuple[str, ...]]
"""Whether something is a note, and the tags by name."""


class Labels:
    """What the notes and tags on each occurrence come to. Found out again only where they are
    others."""

    def __init__(self) -> None:
        self._known: dict[int, tuple[tuple[Written, ...], Label]] = {}
        self._table: EventTable | None = None
        self._rows: dict[int, int] = {}

    def of(self, notes: Mapping[int, tuple[Written, ...]]) -> dict[int, Label]:
        """Of each occurrence, which bears these."""
        before, self._known = self._known, {}
        for occurrence, of_one in notes.items():
            known = before.get(occurrence)
            if known is None or known[0] != of_one:
                known = of_one, _label(of_one)
            self._known[occurrence] = known
        return {occurrence: label for occurrence, (_, label) in self._known.items()}

    def rows(self, table: EventTable, occurrences: Collection[int]) -> Ints:
        """The row that shows each of these, -1 where none does. What was asked of this table before
        is not looked for again: of very many all its rows would be."""
        if self._table is not table:
            self._table, self._rows = table, {}
        unknown = [one for one in occurrences if one not in self._rows]
        if unknown:
            found = table.rows_of(unknown)
            self._rows.update(dict.fromkeys(unknown, -1))
            self._rows.update(zip(table.occurrence[found].tolist(), found.tolist(), strict=True))
        return np.array([self._rows[one] for one in occurrences], np.int64)


def _label(notes: tuple[Written, ...]) -> Label:
    tags = sorted({tag for note in notes for tag in note.tags})
    return any(note.kind == NOTE for note in notes), tuple(tags)


def with_note(label_of: Mapping[int, Label]) -> frozenset[int]:
    """The occurrences that carry a note, and not a tag alone."""
    return frozenset(occurrence for occurrence, (noted, _) in label_of.items() if noted)


def note_column(
    table: EventTable,
    label_of: Mapping[int, Label],
    before: Codes | None = None,
    labels: Labels | None = None,
) -> Codes:
    """The column NOTES for what each occurrence is labelled with: WITH_NOTE, then the tags by name.

    It is `before` itself where that holds the same, so that nobody counts it again.
    """
    different = {label: n for n, label in enumerate(dict.fromkeys(label_of.values()))}
    tags = sorted({tag for _, tags in different for tag in tags})
    code_of = {tag: code for code, tag in enumerate(tags, start=1)}
    codes = [[*([0] if own else []), *(code_of[tag] for tag in of)] for own, of in different]
    terms = (Term(WITH_NOTE, mark("With a note")), *(Term(tag, tag) for tag in tags))
    lengths = np.array([len(of) for of in codes], np.int64)
    each = several(lengths, np.array([*chain.from_iterable(codes)], np.int32), terms)
    # of thousands a step each would be what a note that is written waits for
    rows = (labels or Labels()).rows(table, label_of)
    shown = np.argsort(rows, kind="stable")[np.count_nonzero(rows < 0) :]
    which = np.array([different[label] for label in label_of.values()], np.int64)
    place, entries = each.entries_of(which[shown])
    made = few(rows[shown][place], entries, terms, len(table))
    return before if isinstance(before, Few) and made.holds_what(before) else made
