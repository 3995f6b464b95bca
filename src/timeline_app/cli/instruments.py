"""`timeline-app instruments`: treaties with the steps of their life."""

from dataclasses import asdict
from typing import Any

import click
import numpy as np

from timeline_app.cli.events import in_words
from timeline_app.cli.filters import some_filters
from timeline_app.cli.given import Given, Refused, Words, with_given
from timeline_app.cli.opening import opened
from timeline_app.dates.civil import iso
from timeline_app.model.asked import Asked
from timeline_app.model.instrument import LEFT, STEPS
from timeline_app.model.instrument_table import InstrumentTable, turns
from timeline_app.session.asking import UnknownError, ask
from timeline_app.session.known_on import counted_words
from timeline_app.words.tr import tr, trn


@click.group(cls=Words, help=tr("List treaties and other instruments, or show one."))
def instruments() -> None:
    """The group; it does nothing by itself."""


@instruments.command(
    "list",
    help=tr(
        "The instruments whose life touches the dates, by their first step. A life reaches from "
        "the first step found to the last, and on without an end where it is in force."
    ),
)
@some_filters("earliest", "latest", "vectors", "states", "surely", "known_on")
@with_given
def list_instruments(given: Given, asked: Asked) -> None:
    with opened(given) as session:
        try:
            ask(session, asked)
        except UnknownError as unknown:
            raise Refused(unknown.sentence) from unknown
        table, passing = session.snapshot.instruments, session.snapshot.instruments_passing
        hidden = passing.undated
        found = [_listed(table, row) for row in np.flatnonzero(passing.mask).tolist()]
    counted = trn("{n} instrument", "{n} instruments", len(found))
    lines = (f"{i['earliest']} – {i['latest']}  {i['name']}  [{i['id']}]" for i in found)
    given.answer(found, "\n".join([counted_words(counted, hidden), *lines]))


@instruments.command(help=tr("One instrument with its parties, its steps and their sources."))
@click.argument("id", metavar="ID")
@with_given
def show(given: Given, id: str) -> None:
    with opened(given) as session:
        table = session.snapshot.instruments
        key = int(table.key[table.ids.index(id)]) if id in table.ids else None
        whole = None if key is None else session.instrument(key)
    if whole is None:
        raise Refused(tr("There is no instrument “{id}” in this archive.", id=id))
    answer = asdict(whole)
    del answer["key"]
    for step in answer["steps"]:
        step["earliest"], step["latest"] = iso(step.pop("first")), iso(step.pop("last"))
        known = step["known_from"]
        step["known_from"] = "unknown" if known is None else iso(known)
    given.answer(answer, in_words(answer | {"steps": _in_short(answer["steps"])}))


def _listed(table: InstrumentTable, row: int) -> dict[str, Any]:
    """One instrument as `list` answers it; `standing` is the last that is told of it."""
    steps = table.steps(row)
    standing = [STEPS[s] for _, s in turns(steps, int(table.parties[row]))]
    left = steps[-1].step == LEFT and not standing
    return {
        "id": table.ids[row],
        "name": table.names[row],
        "earliest": iso(int(table.life.first[row])),
        "latest": iso(int(table.life.last[row])),
        "standing": standing[-1] if standing else STEPS[LEFT] if left else "",
        "parties": int(table.parties[row]),
        "steps": len(steps),
        "vectors": list(table.life.terms["vector"].of(row)),
        "states": list(table.life.terms["state"].of(row)),
    }


def _in_short(steps: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Without the sources, which are many; they are in the JSON."""
    named = ("edtf", "step", "party", "event")
    return [{name: step[name] for name in named} for step in steps]
