"""Roll calls of the UN General Assembly, with every state's vote."""

import re
from collections.abc import Mapping
from pathlib import Path

from timeline_app.store.build import fields
from timeline_app.store.build.actors import Actors
from timeline_app.store.build.dating import dated
from timeline_app.store.build.fields import Row
from timeline_app.store.build.problems import FieldError, Problems
from timeline_app.store.build.rows import Ids, Rows
from timeline_app.store.build.taking import take_table
from timeline_app.words.tr import tr

COLUMNS = ("rollcall", "date", "session", "resolution")
VOTES = ("yes", "no", "abstain", "absent")
_STATE = re.compile("[A-Z]{3}")


def write_rollcalls(
    path: Path,
    actors: Actors,
    seen: Ids,
    occurrences: Mapping[str, int],
    rows: Rows,
    problems: Problems,
) -> None:
    """Adds the roll calls of a file and their ballots; a cell left empty is no ballot.

    A roll call and the event made from it share an id; that ties it to what happened.
    """

    def take(row: Row, line: int) -> None:
        id = fields.identifier(row, "rollcall")
        if where := seen.taken(f"rollcall:{id}"):
            why = tr("the id {id} stands already in {where}", id=id, where=where)
            raise FieldError("rollcall", why)
        date = dated(fields.needed_text(row, "date", 200), "date")
        said = [fields.text(row, f, 4000) for f in ("subject", "title", "issues")]
        flags = [fields.whole(row, f, 0, 1) for f in ("important", "amendment", "paragraph")]
        totals = [fields.whole(row, f, 0, 1000) for f in ("yes", "no", "abstain")]
        session = fields.whole(row, "session", 0, 100_000)
        resolution, source = fields.text(row, "resolution", 200), fields.text(row, "source", 400)
        ballots = _ballots(row)
        key = rows.count("rollcall") + 1
        when = (session, date.edtf, date.outer.first)
        told = occurrences.get(id)
        rows.add("rollcall", key, id, resolution, *when, *said, *flags, *totals, source, told)
        for iso3, vote in ballots:
            rows.add("ballot", key, actors.named(iso3, "state", iso3), vote)
        seen.take(f"rollcall:{id}", path.name, line)

    take_table(path, problems, COLUMNS, take)


def _ballots(row: Row) -> list[tuple[str, str]]:
    found = []
    for column, vote in row.items():
        if not _STATE.fullmatch(column) or not vote:
            continue
        if vote not in VOTES:
            raise FieldError(column, tr("“{vote}” is not a vote", vote=vote[:40]))
        found.append((column, vote))
    return found
