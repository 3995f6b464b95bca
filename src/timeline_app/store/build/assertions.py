"""Assertions: what sources say of one field of a record where they differ."""

from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path

from timeline_app.store.build import fields
from timeline_app.store.build.fields import Row
from timeline_app.store.build.problems import FieldError, Problems
from timeline_app.store.build.rows import Ids, Rows
from timeline_app.store.build.sources import Sources
from timeline_app.store.build.taking import take_table
from timeline_app.words.tr import tr

COLUMNS = ("record", "field", "value", "source", "preferred", "reason")
NOT_RECORDED = "not recorded"


class Assertions:
    """Reads the list of assertions; those of one field of one record stand together."""

    def __init__(self, events: Mapping[str, int], ids: Ids, sources: Sources) -> None:
        self._events = events
        self._ids = ids
        self._sources = sources

    def write(self, path: Path, rows: Rows, problems: Problems) -> None:
        """Adds the rows. A source is named by its title or address; none is ever supplied."""
        preferred: dict[tuple[str, str], int] = defaultdict(int)

        def take(row: Row, line: int) -> None:
            record, name = fields.identifier(row, "record"), fields.needed_text(row, "field", 60)
            if not self._ids.taken(record):
                why = tr("no record has the id {id}", id=record)
                problems.remark(path.name, line, "record", why)
                return
            value = fields.needed_text(row, "value", 4000)
            first = fields.text(row, "preferred").casefold() == "yes"
            preferred[(record, name)] += first
            if preferred[(record, name)] > 1:
                raise FieldError("preferred", tr("another value of the field is preferred already"))
            said = fields.text(row, "source", 4000)
            source = self._sources.named(said)
            key = rows.count("assertion") + 1
            told = (self._events.get(record), name, value, source, said or NOT_RECORDED)
            reason = fields.text(row, "reason", 4000)
            rows.add("assertion", key, record, *told, int(first), reason)

        take_table(path, problems, COLUMNS, take)
