"""The checks on the quality of an archive. One check is one line of these tables.

An event is judged by all its records in the layers that are on: it is without a source when none
of them has one. Its date, and who published it, are those of the record that is shown.
"""

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from timeline_app.dataclass import dataclass
from timeline_app.model.bisect import sought_in
from timeline_app.model.event_table import EventTable
from timeline_app.model.quality import DISPUTED, Check, distinct
from timeline_app.words.tr import mark

Ints = NDArray[np.int64]

SOURCES = mark("Sources")
DATES = mark("Dates")
NAMES = mark("Places and actors")
TOLD_TWICE = mark("Told differently, or twice")
WHOLE = mark("In the whole archive, whatever layers are on")


@dataclass(frozen=True, eq=False, slots=True)
class Records:
    """The records of the layers that are on, by key, and what is shown of them."""

    keys: Ints
    told: Ints
    table: EventTable

    def told_by(self, keys: Ints) -> Ints:
        """The occurrence of each of these records, -1 for those that are not on."""
        at, known = sought_in(self.keys, keys)
        found = np.full(len(keys), -1, np.int64)
        found[known] = self.told[at[known]]
        return found


def any_record(records: Records, rows: Ints) -> Ints:
    """Events of which any record is among these."""
    told = records.told_by(rows[:, 0])
    return told[told >= 0]


def no_record(records: Records, rows: Ints) -> Ints:
    """Events of which no record is among these."""
    every = distinct(records.told)
    return every[~np.isin(every, any_record(records, rows))]


def shown_record(records: Records, rows: Ints) -> Ints:
    """Events whose shown record is among these."""
    return records.table.occurrence[np.isin(records.table.key, rows[:, 0])]


def one_thing(records: Records, rows: Ints) -> Ints:
    """Events whose records have one thing only, all together, of these pairs with a thing."""
    told = records.told_by(rows[:, 0])
    things = distinct(rows[:, 1])
    of = things.searchsorted(rows[:, 1])
    width = max(len(things), 1)
    pairs = distinct((told * width + of)[told >= 0])
    events, counts = np.unique(pairs // width, return_counts=True)
    only: Ints = events[counts == 1]
    return only


@dataclass(frozen=True, slots=True)
class EventCheck:
    """`rows` selects keys of records, or pairs of a key and a thing; `rule` makes them events."""

    check: Check
    rule: Callable[[Records, Ints], Ints]
    rows: str


def _event_check(
    id: str,
    part: str,
    words: tuple[str, str, str],
    rule: Callable[[Records, Ints], Ints],
    rows: str,
) -> EventCheck:
    return EventCheck(Check(id, part, *words), rule, rows)


_CITED = (
    "FROM citation JOIN source ON source.key = citation.source WHERE typeof(record) = 'integer'"
)
_BARE = "replace(replace(replace(edtf, '~', ''), '?', ''), '%', '')"
_TO_THE_DAY = "'*[0-9]-[0-9][0-9]-[0-9][0-9]*'"

EVENT_CHECKS: tuple[EventCheck, ...] = (
    _event_check(
        "no-source",
        SOURCES,
        (
            mark("Without a source"),
            mark("without a source"),
            mark("No record of the event cites a source."),
        ),
        no_record,
        f"SELECT record {_CITED}",
    ),
    _event_check(
        "one-source",
        SOURCES,
        (
            mark("With one source only"),
            mark("with one source only"),
            mark("All records of the event together cite one source: one page, entry or report."),
        ),
        one_thing,
        f"SELECT record, source.key {_CITED}",
    ),
    _event_check(
        "one-publisher",
        SOURCES,
        (
            mark("With one publisher only"),
            mark("with one publisher only"),
            mark(
                "The record that is shown cites one publisher: one view of the event. The filter "
                "Evidence finds the same events."
            ),
        ),
        shown_record,
        "SELECT key FROM event WHERE publishers = 1",
    ),
    _event_check(
        "machine-coded",
        SOURCES,
        (
            mark("Machine-coded"),
            mark("told by machine-coded layers only"),
            mark(
                "No record of the event was compiled by hand: it comes from a register or a list."
            ),
        ),
        no_record,
        "SELECT event.key FROM event JOIN layer ON layer.id = event.layer WHERE machine_coded = 0",
    ),
    _event_check(
        "unverified",
        SOURCES,
        (
            mark("Not verified"),
            mark("not verified"),
            mark("Nobody has read the cited source for any record of the event."),
        ),
        no_record,
        "SELECT key FROM event WHERE verified = 1",
    ),
    _event_check(
        DISPUTED,
        TOLD_TWICE,
        (
            mark("Sources disagree"),
            mark("of which sources disagree"),
            mark("Two or more sources say different things of one field of a record."),
        ),
        any_record,
        "SELECT event FROM assertion WHERE typeof(event) = 'integer' "
        "GROUP BY event, record, field HAVING count(*) > 1",
    ),
    _event_check(
        "coarse",
        DATES,
        (
            mark("Dated to a month or year only"),
            mark("dated to a month or year only"),
            mark("The date names no day: a month, a season, a year or longer."),
        ),
        shown_record,
        f"SELECT key FROM event WHERE {_BARE} NOT GLOB {_TO_THE_DAY}",
    ),
    _event_check(
        "approximate",
        DATES,
        (
            mark("Approximate date"),
            mark("with an approximate date"),
            mark("The date carries a ~: it may lie somewhat earlier or later."),
        ),
        shown_record,
        "SELECT key FROM event WHERE qualifiers GLOB '*[~%]*'",
    ),
    _event_check(
        "uncertain",
        DATES,
        (
            mark("Uncertain date"),
            mark("with an uncertain date"),
            mark("The date carries a ?: its source itself doubts it."),
        ),
        shown_record,
        "SELECT key FROM event WHERE qualifiers GLOB '*[?%]*'",
    ),
    _event_check(
        "no-place",
        NAMES,
        (
            mark("Without a place"),
            mark("without a place"),
            mark("No record of the event names a place."),
        ),
        no_record,
        "SELECT event FROM event_place JOIN place ON place.key = place "
        "WHERE typeof(event) = 'integer'",
    ),
    _event_check(
        "unplaced",
        NAMES,
        (
            mark("At a place without position"),
            mark("at a place without position"),
            mark("A place is named whose latitude and longitude are not known."),
        ),
        any_record,
        "SELECT event FROM event_place JOIN place ON place.key = place "
        "WHERE typeof(event) = 'integer' AND (lat IS NULL OR lon IS NULL)",
    ),
    _event_check(
        "name-only",
        NAMES,
        (
            mark("Naming an actor known by name only"),
            mark("naming an actor known by name only"),
            mark("An actor is named of whom the archive holds the name and nothing else."),
        ),
        any_record,
        "SELECT event FROM event_actor JOIN actor ON actor.key = actor "
        "WHERE typeof(event) = 'integer' AND name_only = 1",
    ),
)


@dataclass(frozen=True, slots=True)
class RecordCheck:
    """`id` and `words` are columns; `kind` is that of the records, or empty."""

    check: Check
    kind: str
    columns: str
    rest: str


def _record_check(
    id: str, words: tuple[str, str], kind: str, columns: str, rest: str
) -> RecordCheck:
    title, meaning = words
    return RecordCheck(Check(id, WHOLE, title, "", meaning), kind, columns, rest)


RECORD_CHECKS: tuple[RecordCheck, ...] = (
    _record_check(
        "name-only-actors",
        (
            mark("Actors known by name only"),
            mark("Named in a record, and not among the actors of the archive."),
        ),
        "actor",
        "actor.id, actor.name words",
        "FROM actor WHERE name_only = 1 ORDER BY name COLLATE NOCASE, actor.id",
    ),
    _record_check(
        "unplaced-places",
        (mark("Places without position"), mark("Their latitude and longitude are not known.")),
        "place",
        "place.id, place.name words",
        "FROM place WHERE lat IS NULL OR lon IS NULL ORDER BY name COLLATE NOCASE, place.id",
    ),
    _record_check(
        "claims-without-source",
        (mark("Claims without a source"), mark("It is not said where the claim was made public.")),
        "claim",
        "claim.id, claim.text words",
        "FROM claim WHERE NOT EXISTS (SELECT 1 FROM claim_citation JOIN source "
        "ON source.key = claim_citation.source WHERE claim = claim.key) "
        "ORDER BY outer_first, claim.key",
    ),
    _record_check(
        "outcomes-without-source",
        (
            mark("Claims whose outcome has no source"),
            mark("What came of the claim is told, and the source of that is not recorded."),
        ),
        "claim",
        "claim.id, claim.text words",
        "FROM claim WHERE key IN (SELECT claim FROM claim_outcome WHERE source IS NULL) "
        "OR verdict NOT IN ('', 'open', 'not testable') "
        "AND key NOT IN (SELECT claim FROM claim_outcome WHERE claim IS NOT NULL) "
        "ORDER BY outer_first, claim.key",
    ),
    _record_check(
        "disputed-records",
        (
            mark("Other records of which sources disagree"),
            mark("Claims, figures and other records than events."),
        ),
        "",
        "assertion.record id, assertion.record words, assertion.field",
        "FROM assertion WHERE event IS NULL GROUP BY record, field HAVING count(*) > 1 "
        "ORDER BY record, field",
    ),
    _record_check(
        "problems",
        (
            mark("Rows refused or left open when the archive was made"),
            mark("Refused rows are not in the archive; of the others, a part was left open."),
        ),
        "",
        "problem.file id, problem.what words, problem.line, problem.field, problem.refused",
        "FROM problem ORDER BY refused DESC, file, line, problem.key",
    ),
)
