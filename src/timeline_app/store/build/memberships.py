"""Who was in which organisation, from when, and as far as the source knows."""

import re
from pathlib import Path

from timeline_app.store.build import fields
from timeline_app.store.build.actors import Actors
from timeline_app.store.build.dating import dated
from timeline_app.store.build.fields import Row
from timeline_app.store.build.problems import FieldError, Problems
from timeline_app.store.build.rows import Rows
from timeline_app.store.build.set_editions import SetEditions, known_day
from timeline_app.store.build.taking import take_table
from timeline_app.words.tr import tr

COLUMNS = ("org", "org_code", "state", "start", "end", "status", "precision", "source")
_DAY = re.compile(r"\b\d{4}-\d\d-\d\d\b")
_DATA_END = re.compile(r"data end in (\d{4})")


def write_memberships(
    path: Path, actors: Actors, editions: SetEditions, rows: Rows, problems: Problems
) -> None:
    """Adds the memberships of a file.

    Where no end is given the span is censored: the source stops telling, not the membership. It is
    known from the edition of the data set it is from, else from a day that its source names.
    """

    def take(row: Row, line: int) -> None:
        org, code = fields.needed_text(row, "org", 400), fields.text(row, "org_code", 60)
        iso3 = fields.needed_text(row, "state", 10)
        start, end = fields.needed_text(row, "start", 200), fields.text(row, "end", 200)
        begun = dated(start, "start").outer
        ended = dated(end, "end").outer if end else None
        if ended and ended.last < begun.first:
            said = tr("the end, {end}, lies before the start, {start}", end=end, start=start)
            raise FieldError("end", said)
        rest = [fields.text(row, f, 400) for f in ("status", "precision", "source")]
        day = _DAY.search(rest[2])
        known_from = editions.of(rest[2]).known_from or known_day(day[0] if day else "")
        known_to = _DATA_END.search(rest[2])
        organisation = actors.named(org, "organisation", code=code)
        state = actors.named(iso3, "state", iso3)
        rows.add(
            "membership",
            rows.count("membership") + 1,
            organisation,
            org,
            state,
            start,
            end,
            begun.first,
            begun.last,
            ended.first if ended else None,
            ended.last if ended else None,
            int(not end),
            known_to[1] if known_to and not end else "",
            *rest,
            known_from,
        )

    take_table(path, problems, COLUMNS, take)
