"""What one wrote as a table (CSV): a row each, a column for every field of every kind.

A list stands in one cell, parted by semicolons. A cell that a spreadsheet would take for a formula
begins with an apostrophe, which goes again when it is read.
"""

import csv
import io
import re
from collections.abc import Mapping, Sequence

from timeline_app.exchange.entries import entry
from timeline_app.exchange.handed_on import Taken, Unread, WrittenFormat
from timeline_app.model.annotation import Written
from timeline_app.model.command import RefusedError
from timeline_app.model.written.catalogue import BY_NAME, KINDS
from timeline_app.words.tr import mark, tr

_LOOK = ("archive", "edition", "title", "date", "quote", "before", "after")
_ABOUT = tuple(f"about_{name}" for name in _LOOK)
_HEAD = ("kind", "id", "target")
_WHO_AND_WHEN = ("author", "created", "changed")
_NAMES = dict.fromkeys(field.name for kind in KINDS for field in kind.fields)
_FIELDS = {name: f"event_{name}" if name in (*_HEAD, *_WHO_AND_WHEN) else name for name in _NAMES}
"""The column of each field; an own event has a kind of its own."""
COLUMNS = (*_HEAD, *_FIELDS.values(), *_WHO_AND_WHEN, *_ABOUT)
_FORMULA = re.compile("'*[=+\\-@\t\r]")
_LARGEST_CELL = 1 << 26


def write(written: Sequence[Written]) -> str:
    """All of it as rows under a heading."""
    out = io.StringIO()
    table = csv.DictWriter(out, COLUMNS, lineterminator="\r\n")
    table.writeheader()
    for one in written:
        row = {column: _cell(one.state.get(name)) for name, column in _FIELDS.items()}
        look = one.about.as_state()
        row |= {f"about_{name}": _cell(look.get(name)) for name in _LOOK}
        row |= {"kind": one.kind, "id": one.id, "target": str(one.target or "")}
        row |= {"author": _cell(one.author), "created": one.created, "changed": one.changed}
        table.writerow(row)
    return "\ufeff" + out.getvalue()


def read(text: str) -> Taken:
    """The rows of such a table. Raises `RefusedError` where it is none."""
    csv.field_size_limit(_LARGEST_CELL)
    table = csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline=""))
    written: list[Written] = []
    unread: list[Unread] = []
    try:
        if not {"kind", "id"} <= set(table.fieldnames or ()):
            raise RefusedError(tr("This table lacks the columns kind and id."))
        for row in table:
            try:
                written.append(_taken(row))
            except RefusedError as refusal:
                unread.append(Unread(tr("line {n}", n=table.line_num), refusal.sentence))
    except csv.Error as error:
        raise RefusedError(tr("This is no table: {why}.", why=error)) from error
    return Taken(tuple(written), tuple(unread))


def _taken(row: Mapping[str, str | None]) -> Written:
    cells = {name: _text(value) for name, value in row.items() if isinstance(value, str)}
    kind = BY_NAME.get(cells.get("kind", ""))
    fields: dict[str, object] = {}
    for field in kind.fields if kind else ():
        cell = cells.get(_FIELDS[field.name], "")
        fields[field.name] = _parts(cell) if field.many else cell
    return entry(
        cells.get("id", ""),
        cells.get("kind", ""),
        cells.get("target", ""),
        fields,
        about={name: cell for name in _LOOK if (cell := cells.get(f"about_{name}", ""))},
        others={},
        author=cells.get("author", ""),
        created=cells.get("created", ""),
        changed=cells.get("changed", ""),
    )


def _cell(value: object) -> str:
    if isinstance(value, list):
        each = (str(one).replace("\\", "\\\\").replace(";", "\\;") for one in value)
        text = "; ".join(each)
    else:
        text = value if isinstance(value, str) else ""
    return f"'{text}" if _FORMULA.match(text) else text


def _text(cell: str) -> str:
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell[1:]) else cell


def _parts(cell: str) -> list[str]:
    """The texts of a list, each of which is one line without spaces around it."""
    found = re.findall(r"((?:[^;\\]|\\.)*)(?:;|$)", cell, re.DOTALL)
    each = (re.sub(r"\\(.)", r"\1", part, flags=re.DOTALL).strip() for part in found)
    return [part for part in each if part]


FORMAT = WrittenFormat(
    "csv",
    mark("Table (CSV)"),
    (".csv",),
    write,
    read,
    (
        mark("The history of each note, and what was removed."),
        mark("What was begun and not saved."),
        mark("What the further ends of links and theses looked like."),
    ),
)
