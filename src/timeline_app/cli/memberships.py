"""`timeline-app memberships`: who was in which organisation when."""

from typing import Any

import click

from timeline_app.cli.filters import some_filters
from timeline_app.cli.given import Given, Refused, Words, with_given
from timeline_app.cli.opening import opened
from timeline_app.dates.civil import iso
from timeline_app.dates.day import OPEN_FUTURE, OPEN_PAST
from timeline_app.model.asked import Asked
from timeline_app.model.event_table import UNDATED, Term
from timeline_app.model.membership_rows import passing_rows
from timeline_app.model.membership_table import MembershipTable
from timeline_app.session.asking import UnknownError, asked_days, found_term, know_by
from timeline_app.session.known_on import counted_words
from timeline_app.words.tr import mark, tr, trn

_NO_ORGANISATION = mark("There is no organisation “{asked}” with members in this archive.")
_NO_STATE = mark("There is no country “{asked}” among the members in this archive.")


@click.group(cls=Words, help=tr("List who was in which organisation when."))
def memberships() -> None:
    """The group; it does nothing by itself."""


@memberships.command(
    "list",
    help=tr(
        "The memberships, by organisation and country. Where no end is told, known_to is the last "
        "day that the source knows: the source ends, not the membership."
    ),
)
@click.option(
    "--organisation",
    "organisations",
    metavar="ID",
    multiple=True,
    help=tr("Memberships in this organisation, by its id, short name or name."),
)
@some_filters("earliest", "latest", "states", "known_on")
@with_given
def list_memberships(given: Given, asked: Asked, organisations: tuple[str, ...]) -> None:
    with opened(given) as session:
        try:
            know_by(session, asked)
            table = session.snapshot.memberships
            rows = _asked_rows(table, asked, organisations)
        except UnknownError as unknown:
            raise Refused(unknown.sentence) from unknown
        hidden = session.snapshot.undated.memberships
    found = [_listed(table, row) for row in rows]
    counted = trn("{n} membership", "{n} memberships", len(found))
    given.answer(found, "\n".join([counted_words(counted, hidden), *map(_line, found)]))


def _asked_rows(table: MembershipTable, asked: Asked, organisations: tuple[str, ...]) -> list[int]:
    states = {found_state(table, word) for word in asked.states}
    rows = passing_rows(table, states, *(asked_days(asked) or (OPEN_PAST, OPEN_FUTURE)))
    wanted = {found_organisation(table, word) for word in organisations}
    ids = [table.organisations[n].id for n in table.organisation[rows]]
    return [int(r) for r, id in zip(rows, ids, strict=True) if not wanted or id in wanted]


def found_state(table: MembershipTable, word: str) -> str:
    """The iso3 of the member with this iso3 or name. Raises `UnknownError`."""
    return found_term(word, table.states, _NO_STATE)


def found_organisation(table: MembershipTable, word: str) -> str:
    """The id of the organisation with this id, short name or name. Raises `UnknownError`."""
    by_code = {o.code.casefold(): o.id for o in table.organisations if o.code}
    terms = [Term(o.id, o.name) for o in table.organisations]
    return by_code.get(word.casefold()) or found_term(word, terms, _NO_ORGANISATION)


def _listed(table: MembershipTable, row: int) -> dict[str, Any]:
    organisation = table.organisations[table.organisation[row]]
    begun, ended, status, precision, source = table.texts[row]
    since = int(table.known_from[row])
    ends, known = bool(table.to_last[row] != OPEN_FUTURE), int(table.known_to[row])
    return {
        "organisation": organisation.id,
        "code": organisation.code,
        "name": organisation.name,
        "state": table.states[table.state[row]].id,
        "from": begun,
        "to": ended,
        "earliest": iso(int(table.from_first[row])),
        "latest": iso(int(table.to_last[row])) if ends else "unknown",
        "known_to": "" if ends or known == OPEN_FUTURE else iso(known),
        "status": status,
        "precision": precision,
        "source": source,
        "known_from": "unknown" if since >= UNDATED else iso(since),
    }


def _line(row: dict[str, Any]) -> str:
    if row["to"]:
        until = row["to"]
    elif row["known_to"]:
        until = tr("known to {day}", day=row["known_to"])
    else:
        until = tr("no end known")
    name = row["code"] or row["name"]
    return f"{name}  {row['state']}  {row['from']} – {until}  {row['status']}  [{row['source']}]"
