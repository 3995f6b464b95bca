"""`timeline-app view`: views saved by name."""

import click

from timeline_app.cli.filters import filter_options
from timeline_app.cli.given import Given, Refused, Words, answer_json, harmless, with_given
from timeline_app.cli.measuring import AskedMeasure, asked_measure, measure_options
from timeline_app.cli.opening import opened
from timeline_app.cli.written import group_words
from timeline_app.cli.written_answers import Row, receipt
from timeline_app.dates.day import is_open
from timeline_app.lanes.catalogue import GROUPINGS
from timeline_app.model.annotation import Written
from timeline_app.model.asked import Asked
from timeline_app.model.written.catalogue import BY_NAME
from timeline_app.model.written.commands import Add, Remove
from timeline_app.session.asking import UnknownError, ask, asked_days
from timeline_app.session.session import Session
from timeline_app.session.strip_ids import STRIP_IDS
from timeline_app.session.views import NUMBERS, named_view, reopen, shown_in, strip_in, values_of
from timeline_app.store.notebook import Notebook
from timeline_app.words.tr import tr

VIEW = BY_NAME["view"]
NO_STRIP = "none"


@click.group(cls=Words, help=tr(VIEW.help))
def view() -> None:
    """The group, which does nothing by itself."""


@view.command(
    help=tr(
        "Save a view: filters, lanes and what counts as engagement, with its sentence and numbers."
    )
)
@click.option("--name", required=True, metavar="NAME", help=tr("The name of the view."))
@click.option("--text", default="", metavar="T", help=tr("What you have to say of it."))
@filter_options
@click.option(
    "--group-by",
    "grouping",
    type=click.Choice([grouping.id for grouping in GROUPINGS]),
    help=tr("What the lanes are."),
)
@click.option("--b", "b", metavar="FROM/TO", help=tr("A second period beside --from and --to."))
@measure_options
@with_given
def add(
    given: Given,
    name: str,
    text: str,
    asked: Asked,
    grouping: str | None,
    b: str | None,
    measured: AskedMeasure,
) -> None:
    """Saves a view; one of that name is changed."""
    with opened(given) as session:
        try:
            ask(session, asked)
            second = asked_days(Asked(earliest=b, latest=b)) if b else None
        except UnknownError as unknown:
            raise Refused(unknown.sentence) from unknown
        session.measure_by(asked_measure(session, measured))
        if second is not None:
            session.set_second(*second)
        if grouping:
            session.group_by(grouping)
        values = values_of(session, name, text)
    with given.open_notebook() as notebook:
        answer_json(receipt(notebook.write(Add(VIEW, values))))


@view.command("list", help=tr("All saved views, oldest first."))
@with_given
def list_(given: Given) -> None:
    """Lists views."""
    with given.readable_notebook() as notebook:
        found = notebook.written(VIEW.name)
        given.answer([view_row(one) for one in found], "\n".join(map(_line, found)))


@view.command(help=tr("A view, its sentence and numbers then and now."))
@click.argument("name", metavar="NAME")
@with_given
def show(given: Given, name: str) -> None:
    """Shows one view, reopened on the archive."""
    with given.open_notebook() as notebook:
        found = _named(notebook, name)
    with opened(given) as session:
        reopened = reopen(session, found)
        now = values_of(session, name)
    numbers: Row = {n: int(now[n]) for n in NUMBERS}
    told: Row = {"sentence": now["sentence"], **numbers, "content_hash": now["content_hash"]}
    answer = {
        **view_row(found),
        "now": told,
        "same": reopened.same,
        "archive_changed": reopened.archive_changed,
        "remark": reopened.remark,
    }
    lines = (_line(found), str(now["sentence"]), reopened.remark)
    given.answer(answer, "\n".join(line for line in lines if line))


@view.command(help=tr("Take a view away; its history stays."))
@click.argument("name", metavar="NAME")
@with_given
def remove(given: Given, name: str) -> None:
    """Removes one view."""
    with given.open_notebook() as notebook:
        answer_json(receipt(notebook.write(Remove(VIEW, _named(notebook, name).id))))


group_words(view, VIEW, "history", "restore")


view_option = click.option(
    "--view",
    "view",
    metavar="NAME",
    help=tr("A saved view; filters beside it take the place of its own."),
)


strip_option = click.option(
    "--strip",
    "strip",
    type=click.Choice([*STRIP_IDS, NO_STRIP]),
    help=tr("What stands under the lanes (default: what the view was saved with), or nothing."),
)


def show_asked(session: Session, given: Given, asked: Asked, name: str | None) -> str:
    """Shows what was asked for, of a saved view where one is named; the answer is the strip that
    it was saved with, or empty.

    What has changed since it was saved is said on standard error. Raises `UnknownError`.
    """
    if name is None:
        ask(session, asked)
        return ""
    with given.open_notebook() as notebook:
        view = _named(notebook, name)
        reopened = reopen(session, view)
    ask(session, asked, onto=True)
    if reopened.remark:
        click.echo(harmless(reopened.remark), err=True)
    return strip_in(view)


def show_span(session: Session) -> None:
    """A period that was asked for fills the picture, together with the second one."""
    now, home = session.snapshot, session.snapshot.home
    spans = [span for span in (now.filter.span, now.second) if span is not None]
    if now.filter.span is None:
        return
    first, last = min(span.first for span in spans), max(span.last for span in spans)
    first = int(home.first) if is_open(first) else first
    last = int(home.end) if is_open(last) else last
    session.show_days(first, max(first, last))


def view_row(one: Written) -> Row:
    """A view as JSON."""
    return {
        "id": one.id,
        "name": one.said("name"),
        "text": one.text,
        "sentence": one.said("sentence"),
        **{name: int(one.said(name)) if one.said(name).isdigit() else None for name in NUMBERS},
        "archive": one.said("archive"),
        "edition": one.said("edition"),
        "content_hash": one.said("content_hash"),
        "shown": shown_in(one),
        "author": one.author,
        "created": one.created,
        "changed": one.changed,
    }


def _named(notebook: Notebook, name: str) -> Written:
    found = named_view(notebook.written(VIEW.name), name)
    if found is None:
        raise Refused(tr(VIEW.steps.absent, id=name))
    return found


def _line(one: Written) -> str:
    return "  ".join((one.id, one.said("name"), one.said("sentence")))
