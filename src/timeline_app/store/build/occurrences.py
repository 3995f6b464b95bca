"""Occurrences: what happened, once, however many records tell of it."""

from collections.abc import Iterable, Mapping
from pathlib import Path

from timeline_app.store.build import fields
from timeline_app.store.build.event_records import EventRecord
from timeline_app.store.build.fields import Row
from timeline_app.store.build.problems import Problems
from timeline_app.store.build.rows import Rows
from timeline_app.store.build.taking import take_table
from timeline_app.words.tr import tr

FOLDS_COLUMNS = ("occurrence", "record", "reason")


class Occurrences:
    """Which records belong together: by `same_as` in the data and by the reviewed folds.

    An occurrence bears the id of the record that the others point at.
    """

    def __init__(self, records: Mapping[str, EventRecord]) -> None:
        self._records = records
        self._same: dict[str, str] = {}

    def fold(self, record: str, occurrence: str) -> None:
        """Puts a record, and what is folded with it, under another."""
        root, target = self.of(record), self.of(occurrence)
        if root != target:
            self._same[root] = target

    def of(self, record: str) -> str:
        """The id of the occurrence that a record tells of."""
        root = record
        while (above := self._same.get(root)) is not None:
            root = above
        while record != root:  # so that a long chain is walked once, not again for each link
            above, self._same[record] = self._same[record], root
            record = above
        return root

    def write(self, ordered: Iterable[EventRecord], rows: Rows) -> dict[str, int]:
        """Adds a row for what happened once, in the order of its first record.

        Returns the key of what each record tells of, by the record's id.
        """
        keys: dict[str, int] = {}
        for record in ordered:
            id = self.of(record.id)
            if id not in keys:
                keys[id] = len(keys) + 1
                rows.add("occurrence", keys[id], id, self._records[id].title)
        return {id: keys[self.of(id)] for id in self._records}

    def fold_same_as(self, problems: Problems) -> None:
        """Follows `same_as` of all records."""
        for record in self._records.values():
            if not record.same_as:
                continue
            if record.same_as in self._records:
                self.fold(record.id, record.same_as)
            else:
                why = tr("no event has the id {id}", id=record.same_as)
                problems.remark(record.file, record.line, "same_as", why)

    def fold_by_review(self, path: Path, problems: Problems) -> None:
        """Follows the reviewed list of folds."""

        def take(row: Row, line: int) -> None:
            occurrence, record = (
                fields.identifier(row, "occurrence"),
                fields.identifier(row, "record"),
            )
            for name, id in (("occurrence", occurrence), ("record", record)):
                if id not in self._records:
                    why = tr("no event has the id {id}", id=id)
                    problems.remark(path.name, line, name, why)
                    return
            self.fold(record, occurrence)

        take_table(path, problems, FOLDS_COLUMNS, take)
