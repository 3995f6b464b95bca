"""`timeline-app thesis`: like every kind, and what stands on neither side of one."""

import click

from timeline_app.cli.filters import filter_options
from timeline_app.cli.given import Given, Refused, Words, with_given
from timeline_app.cli.opening import opened
from timeline_app.cli.written import group_words
from timeline_app.cli.written_answers import Row, written_row, written_text
from timeline_app.model.annotation import Written
from timeline_app.model.asked import Asked
from timeline_app.model.written.catalogue import BY_NAME
from timeline_app.session.asking import UnknownError, ask
from timeline_app.session.sides import neither
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
        events, claims = _neither(given, found, asked)
        row |= {"neither": events, "neither_claims": claims}
        n = len(events) + len(claims)
        said = trn(
            "{n} event or claim is on neither side.",
            "{n} events and claims are on neither side.",
            n,
        )
        text = f"{text}\n\n{said}"
    given.answer(row, text)


def _neither(given: Given, found: Written, asked: Asked) -> tuple[list[Row], list[Row]]:
    """The events and the claims that pass and are on neither side."""
    with opened(given) as session:
        try:
            ask(session, asked)
        except UnknownError as unknown:
            raise Refused(unknown.sentence) from unknown
        free = neither(session, found)
        events = session.rows(free.events.tolist())
        claims = session.claim_rows(free.claims.tolist())
    return (
        [{"id": e.id, "title": e.title, "edtf": e.edtf} for e in events],
        [{"id": c.id, "speaker": c.speaker, "stated": c.stated, "text": c.text} for c in claims],
    )


group_words(thesis, THESIS, "add", "list", "edit", "remove", "history", "restore")
