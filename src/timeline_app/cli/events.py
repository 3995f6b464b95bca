"""`timeline-app events`: which events there are, and what the archive says of one."""

from typing import Any

import click

from timeline_app.cli.event_json import listed, whole
from timeline_app.cli.filters import filter_options
from timeline_app.cli.given import Given, Refused, Words, with_given
from timeline_app.cli.opening import opened, refuse_problem
from timeline_app.cli.view import show_asked, view_option
from timeline_app.model.asked import Asked
from timeline_app.session.asking import UnknownError
from timeline_app.session.sentence import said
from timeline_app.words.tr import tr


@click.group(cls=Words, help=tr("List events, or show one."))
def events() -> None:
    """The group; it does nothing by itself."""


@events.command(
    "list",
    help=tr("The events that pass, by day; earliest and latest are the days they may lie on."),
)
@filter_options
@view_option
@click.option("--limit", type=click.IntRange(min=0), metavar="N", help=tr("At most so many."))
@with_given
def list_events(given: Given, asked: Asked, view: str | None, limit: int | None) -> None:
    with opened(given) as session:
        try:
            show_asked(session, given, asked, view)
        except UnknownError as unknown:
            raise Refused(unknown.sentence) from unknown
        most = session.snapshot.passing.possible if limit is None else limit
        found = listed(session, session.listed_rows(0, most))
        refuse_problem(session)
        lines = map(_line, found)
        given.answer(found, "\n".join([said(session.sentence()), *lines]))


@events.command(help=tr("Everything the archive holds on one event, and your notes on it."))
@click.argument("id", metavar="ID")
@with_given
def show(given: Given, id: str) -> None:
    with opened(given) as session:
        event = session.record(id)
        refuse_problem(session)
        if event is None:
            raise Refused(tr("There is no event “{id}” in this archive.", id=id))
        answer = whole(session, event)
        given.answer(answer, in_words(answer))


def _line(event: dict[str, Any]) -> str:
    """One event in the list, its places by the name of that day."""
    told = (event["edtf"], event["title"], ", ".join(event["places"]), f"[{event['id']}]")
    return "  ".join(filter(None, told))


def in_words(answer: dict[str, Any]) -> str:
    """The event as lines of "field: value", empty fields left out."""
    lines = []
    for name, value in answer.items():
        if isinstance(value, list | tuple):
            lines += [f"{name}: {_one(item)}" for item in value]
        elif value not in ("", None):
            lines.append(f"{name}: {value}")
    return "\n".join(lines)


def _one(item: object) -> str:
    if isinstance(item, dict):
        told = dict.fromkeys(f"{value}" for value in item.values() if value not in ("", None))
        return "; ".join(told)
    return str(item)
