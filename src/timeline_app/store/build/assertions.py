"""Assertions: what sources say of one field of a record where they differ."""

from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path

from timeline_app.dataclass import dataclass
from timeline_app.store.build import fields
from timeline_app.store.build.fields import Row
from timeline_app.store.build.problems import FieldError, Problems
from timeline_app.store.build.rows import Ids, Rows
from timeline_app.store.build.sources import Sources
from timeline_app.store.build.taking import take_table
from timeline_app.words.tr import tr

COLUMNS = ("record", "field", "value", "source", "preferred", "reason")
NOT_RECORDED = "not recorded"


@dataclass(slots=True)
class _Asserted:
    """What stands so far of one field of one record; `line` is where it first stood."""

    line: int
    values: int = 0
    preferred: int = 0


class Assertions:
    """Reads the list of assertions; those of one field of one record stand together."""

    def __init__(self, events: Mapping[str, int], ids: Ids, sources: Sources) -> None:
        self._events = events
        self._ids = ids
        self._sources = sources
        self._asserted: dict[tuple[str, str], _Asserted] = defaultdict(lambda: _Asserted(0))

    def write(self, path: Path, rows: Rows, problems: Problems) -> None:
        """Adds the rows. A source is named by its title or address; none is ever supplied."""

        def take(row: Row, line: int) -> None:
            record, name = fields.identifier(row, "record"), fields.needed_text(row, "field", 60)
            if not self._ids.taken(record):
                why = tr("no record has the id {id}", id=record)
                problems.remark(path.name, line, "record", why)
                return
            value = fields.needed_text(row, "value", 4000)
            said = fields.text(row, "source", 4000)
            reason = fields.text(row, "reason", 4000)
            first = fields.text(row, "preferred").casefold() == "yes"
            self._count(record, name, line, first)
            source = None if said == NOT_RECORDED else self._sources.named(said)
            key = rows.count("assertion") + 1
            told = (self._events.get(record), name, value, source, said or NOT_RECORDED)
            rows.add("assertion", key, record, *told, int(first), reason)

        take_table(path, problems, COLUMNS, take)
        self._look(path, problems)

    def _count(self, record: str, name: str, line: int, first: bool) -> None:
        held = self._asserted[(record, name)]
        if first and held.preferred:
            raise FieldError("preferred", tr("another value of the field is preferred already"))
        held.line = held.line or line
        held.values += 1
        held.preferred += first

    def _look(self, path: Path, problems: Problems) -> None:
        """Remarks on what is no conflict, and on conflicts in which nothing is preferred."""
        for (record, name), held in self._asserted.items():
            about = {"record": record, "name": name}
            if held.values < 2:
                why = tr("of “{name}” of {record} only one value is given", **about)
                problems.remark(path.name, held.line, "value", why)
            elif not held.preferred:
                why = tr("no value of “{name}” of {record} is preferred", **about)
                problems.remark(path.name, held.line, "preferred", why)
