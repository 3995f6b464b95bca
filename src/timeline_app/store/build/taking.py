"""The loop that takes in a file: each row whole, or refused with file, line and field."""

from collections.abc import Callable
from pathlib import Path

from timeline_app.store.build import fields
from timeline_app.store.build.fields import Row
from timeline_app.store.build.lines import json_lines, table_rows
from timeline_app.store.build.problems import FieldError, Problems
from timeline_app.store.build.rows import Ids
from timeline_app.words.tr import tr


def take_json(path: Path, problems: Problems, ids: Ids, take: Callable[[Row, int], None]) -> None:
    """Calls `take(row, line)` for each row whose id is new in the whole folder.

    `take` must add nothing before it raises.
    """
    for line, row in json_lines(path, problems):
        try:
            id = fields.identifier(row)
            if where := ids.taken(id):
                raise FieldError(
                    "id", tr("the id {id} stands already in {where}", id=id, where=where)
                )
            take(row, line)
            ids.take(id, path.name, line)
        except FieldError as bad:
            problems.refuse(path.name, line, bad.name, bad.why)


def take_table(
    path: Path, problems: Problems, columns: tuple[str, ...], take: Callable[[Row, int], None]
) -> None:
    """Calls `take(row, line)` for each row of a CSV file with these columns."""
    for line, row in table_rows(path, problems, columns):
        try:
            take(row, line)
        except FieldError as bad:
            problems.refuse(path.name, line, bad.name, bad.why)
