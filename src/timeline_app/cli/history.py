"""`timeline-app undo` and `redo`: one step of one's own, by a new act."""

import click

from timeline_app.cli.given import Given, Refused, Word, answer_json, with_given
from timeline_app.words.tr import tr

_past = click.option(
    "--past",
    is_flag=True,
    help=tr("Leave what somebody else has changed since as it is, and take the next one."),
)


@click.command(cls=Word, help=tr("Take back what you wrote last, by a new act."))
@_past
@with_given
def undo(given: Given, past: bool) -> None:
    """Takes one step back."""
    with given.open_notebook() as notebook:
        act = notebook.undo(past=past)
    if act is None:
        raise Refused(tr("There is nothing to undo in {path}.", path=given.notebook))
    answer_json({"undone": tr(act.label), "act": act.id})


@click.command(cls=Word, help=tr("Do again what was taken back last."))
@_past
@with_given
def redo(given: Given, past: bool) -> None:
    """Takes one step forward again."""
    with given.open_notebook() as notebook:
        act = notebook.redo(past=past)
    if act is None:
        raise Refused(tr("There is nothing to redo in {path}.", path=given.notebook))
    answer_json({"redone": tr(act.label), "act": act.id})
