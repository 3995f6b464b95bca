"""The files of our own hand: landmarks' short labels, members of vectors, the edition's name."""

import json
from collections.abc import Container
from pathlib import Path

from timeline_app.dataclass import dataclass
from timeline_app.model.columns import VECTORS
from timeline_app.store.build import fields
from timeline_app.store.build.actors import Actors
from timeline_app.store.build.fields import Row
from timeline_app.store.build.folder import Folder
from timeline_app.store.build.problems import FieldError, Problems
from timeline_app.store.build.rows import Rows
from timeline_app.store.build.taking import take_table
from timeline_app.words.tr import tr

LONGEST_LABEL = 28
LABEL_COLUMNS = ("event", "label")
MEMBER_COLUMNS = ("vector", "actor", "from", "to")


@dataclass(frozen=True, slots=True)
class EditionName:
    """What an edition is called, before it is counted."""

    id: str
    title: str
    version: str
    citation: str
    summary: str


def short_labels(path: Path, known: Container[str], problems: Problems) -> dict[str, str]:
    """The short label of each landmark, by the id of its event."""
    labels: dict[str, str] = {}

    def take(row: Row, line: int) -> None:
        event, label = fields.identifier(row, "event"), fields.needed_text(row, "label")
        if len(label) > LONGEST_LABEL:
            raise FieldError("label", tr("the label is longer than {n} letters", n=LONGEST_LABEL))
        if event in labels:
            raise FieldError("event", tr("the event has a label already"))
        if event in known:
            labels[event] = label
        else:
            problems.remark(path.name, line, "event", tr("no event has the id {id}", id=event))

    take_table(path, problems, LABEL_COLUMNS, take)
    return labels


def write_vectors(
    path: Path | None, actors: Actors, rows: Rows, problems: Problems
) -> dict[int, list[str]]:
    """Adds the vectors and their members; the vectors of each actor's key."""
    for n, vector in enumerate(VECTORS):
        rows.add("vector", vector, n)
    found: dict[int, list[str]] = {}

    def take(row: Row, line: int) -> None:
        vector, name = fields.needed_text(row, "vector"), fields.needed_text(row, "actor")
        if vector not in VECTORS:
            raise FieldError("vector", tr("“{name}” is not a vector", name=vector[:60]))
        actor = actors.state(name) or actors.known(name, "organisation", code=name)
        if actor is None:
            problems.remark("vector_members.csv", line, "actor", tr("no actor has this code"))
            return
        rows.add("vector_member", vector, actor, fields.text(row, "from"), fields.text(row, "to"))
        found.setdefault(actor, []).append(vector)

    if path:
        take_table(path, problems, MEMBER_COLUMNS, take)
    return found


def edition_name(folder: Folder, problems: Problems) -> EditionName:
    """What the folder says of itself; the same name for all that say nothing."""
    path = folder.own("edition.json")
    plain = EditionName("unnamed", tr("Archive without a name"), "", "", "")
    if path is None:
        return plain
    try:
        row = json.loads(path.read_bytes())
        if not isinstance(row, dict):
            raise FieldError("", tr("the file is not a JSON object"))
        said = (fields.text(row, f) for f in ("title", "version", "citation", "summary"))
        return EditionName(fields.identifier(row), *said)
    except FieldError as bad:
        problems.refuse(path.name, 0, bad.name, bad.why)
    except (ValueError, RecursionError):
        problems.refuse(path.name, 0, "", tr("the file is not JSON"))
    return plain
