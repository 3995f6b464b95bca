"""`timeline-app undo` and `redo`: one step of one's own, by a new act."""

from collections.abc import Callable

import click

from timeline_app.cli.given import Given, Refused, Word, answer_json, with_given
from timeline_app.model.act import Act
from timeline_app.store.notebook import Notebook
from timeline_app.words.tr import mark, tr

Take = Callable[[Notebook, bool], Act | None]


def _word(name: str, help_: str, told: str, absent: str, take: Take) -> click.Command:
    """A word that takes one step; its answer names the step under `told`."""

    @click.command(name, cls=Word, help=tr(help_))
    @click.option(
        "--past",
        is_flag=True,
        help=tr("Leave what somebody else has changed since as it is, and take the next one."),
    )
    @with_given
    def word(given: Given, past: bool) -> None:
        with given.open_notebook() as notebook:
            act = take(notebook, past)
        if act is None:
            raise Refused(tr(absent, path=given.notebook))
        answer_json({told: tr(act.label), "act": act.id})

    return word


undo = _word(
    "undo",
    mark("Take back what you wrote last, by a new act."),
    "undone",
    mark("There is nothing to undo in {path}."),
    lambda notebook, past: notebook.undo(past=past),
)
redo = _word(
    "redo",
    mark("Do again what was taken back last."),
    "redone",
    mark("There is nothing to redo in {path}."),
    lambda notebook, past: notebook.redo(past=past),
)
