"""`timeline-app thesis`: like every kind, and what stands on neither side of one."""

import click

from timeline_app.cli.filters import filter_options
from timeline_app.cli.given import Given, Refused, Words, with_given
from timeline_app.cli.opening import opened
from timeline_app.cli.written import group_words
from timeline_app.cli.written_answers import Row, written_row, written_text
from timeline_app.model.annotation import Written, event_in, texts_of
from timeline_app.model.asked import Asked
from timeline_app.model.written.catalogue import BY_NAME
from timeline_app.session.asking import UnknownError, ask
from timeline_app.session.session import Session
from timeline_app.words.tr import tr, trn

THESIS = BY_NAME["thesis"]


@click.group(cls=Words, help=tr(THESIS.help))
def thesis() -> None:
    """The group, which does nothing by itself."""


@thesis.command(help=tr("One of them whole; with filters, what passes and is on neither side."))
@click.argument("id", metavar="ID")
@filter_options
@with_given
def show(given: Given, id: str, asked: Asked) -> None:
    """Shows one thesis."""
    with given.open_notebook() as notebook:
        found = notebook.one(THESIS.name, id)
    if found is None:
        raise Refused(tr(THESIS.steps.absent, id=id))
    row, text = written_row(found), written_text(found)
    if asked.about_events or asked.tags or asked.searched:
        neither = _neither(given, found, asked)
        row["neither"] = neither
        n = len(neither)
        said = trn("{n} event is on neither side.", "{n} events are on neither side.", n)
        text = f"{text}\n\n{said}"
    given.answer(row, text)


def _neither(given: Given, found: Written, asked: Asked) -> list[Row]:
    """The events that pass, and of which no record stands for or against the thesis."""
    with opened(given) as session:
        try:
            ask(session, asked)
        except UnknownError as unknown:
            raise Refused(unknown.sentence) from unknown
        sided = _sided(session, found)
        order, told = session.order(), session.snapshot.table.occurrence
        rows = [row for row in order.tolist() if int(told[row]) not in sided]
        return [{"id": e.id, "title": e.title, "edtf": e.edtf} for e in session.rows(rows)]


def _sided(session: Session, found: Written) -> set[int]:
    both = (*texts_of(found.state, "for"), *texts_of(found.state, "against"))
    events = {event for target in both if (event := event_in(target))}
    return set(session.occurrences_of(events).values())


group_words(thesis, THESIS, "add", "list", "edit", "remove", "history", "restore")
