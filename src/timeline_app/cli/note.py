"""`timeline-app note`: write, list and change notes.

What changes something answers with one line of JSON in either form: a receipt, printed only once
the act is on disk.
"""

import click

from timeline_app.cli.filters import filter_options
from timeline_app.cli.given import Given, Refused, Words, answer_json, with_given
from timeline_app.cli.note_answers import (
    act_line,
    act_row,
    note_line,
    note_row,
    note_text,
    receipt,
)
from timeline_app.cli.note_batch import add_lines
from timeline_app.cli.note_filter import notes_asked
from timeline_app.cli.note_targets import Targets
from timeline_app.model.annotation import Target
from timeline_app.model.asked import Asked
from timeline_app.model.note_commands import AddNote, EditNote, RemoveNote
from timeline_app.words.tr import tr


@click.group(cls=Words, help=tr("Write, list and change notes."))
def note() -> None:
    """The group, which does nothing by itself."""


@note.command(help=tr("Write a note on a target, or many with --batch."))
@click.option("--target", metavar="KIND:ID", help=tr("What the note is about."))
@click.option("--event", metavar="ID", help=tr("The same as --target event:ID."))
@click.option("--text", metavar="T", help=tr("The words of the note."))
@click.option("--tag", "tags", metavar="T", multiple=True, help=tr("A tag; can be repeated."))
@click.option(
    "--batch",
    is_flag=True,
    help=tr("Read target, text and tags as JSON from standard input, and answer line by line."),
)
@with_given
def add(
    given: Given,
    target: str | None,
    event: str | None,
    text: str | None,
    tags: tuple[str, ...],
    batch: bool,
) -> int:
    """Writes one note, or as many as there are lines."""
    if batch:
        if target or event or text or tags:
            raise Refused(tr("With --batch everything comes from standard input."))
        with given.open_notebook() as notebook, Targets(given.archive) as targets:
            return add_lines(notebook, targets)
    about = _target(target, event)
    if text is None and not tags:
        raise Refused(tr("Say what to write: --text T."))
    with given.open_notebook() as notebook, Targets(given.archive) as targets:
        act = notebook.write(AddNote(about, text or "", tags, targets.about(about)))
    answer_json(receipt(act))
    return 0


@note.command("list", help=tr("The notes, oldest first; of those events that pass the filters."))
@filter_options
@with_given
def list_(given: Given, asked: Asked) -> None:
    """Lists notes."""
    with given.open_notebook() as notebook:
        notes = notes_asked(notebook.notes(), asked, given)
    given.answer([note_row(one) for one in notes], "\n".join(note_line(one) for one in notes))


@note.command(help=tr("One note whole."))
@click.argument("note_id", metavar="ID")
@with_given
def show(given: Given, note_id: str) -> None:
    """Shows one note."""
    with given.open_notebook() as notebook:
        found = notebook.note(note_id)
    if found is None:
        raise Refused(tr("There is no note “{id}” in {path}.", id=note_id, path=given.notebook))
    given.answer(note_row(found), note_text(found))


@note.command(help=tr("Give a note new words, or new tags in place of its old ones."))
@click.argument("note_id", metavar="ID")
@click.option("--text", metavar="T", help=tr("The words of the note."))
@click.option("--tag", "tags", metavar="T", multiple=True, help=tr("A tag; can be repeated."))
@with_given
def edit(given: Given, note_id: str, text: str | None, tags: tuple[str, ...]) -> None:
    """Changes a note."""
    if text is None and not tags:
        raise Refused(tr("Say what to write: --text T."))
    with given.open_notebook() as notebook:
        answer_json(receipt(notebook.write(EditNote(note_id, text, tags or None))))


@note.command(help=tr("Take a note away; its history stays."))
@click.argument("note_id", metavar="ID")
@with_given
def remove(given: Given, note_id: str) -> None:
    """Removes a note."""
    with given.open_notebook() as notebook:
        answer_json(receipt(notebook.write(RemoveNote(note_id))))


@note.command(help=tr("All that was done to a note, oldest first."))
@click.argument("note_id", metavar="ID")
@with_given
def history(given: Given, note_id: str) -> None:
    """Lists the acts on a note."""
    with given.open_notebook() as notebook:
        acts = notebook.history_of(note_id)
    if not acts:
        raise Refused(
            tr("There never was a note “{id}” in {path}.", id=note_id, path=given.notebook)
        )
    given.answer([act_row(act) for act in acts], "\n".join(act_line(act) for act in acts))


@note.command(help=tr("Set a note back to what it was after an act of its history."))
@click.argument("act_id", metavar="ACT")
@with_given
def restore(given: Given, act_id: str) -> None:
    """Brings an old state back."""
    with given.open_notebook() as notebook:
        answer_json(receipt(notebook.restore(act_id)))


def _target(target: str | None, event: str | None) -> Target:
    if (target is None) == (event is None):
        raise Refused(tr("Say what the note is about: --target KIND:ID or --event ID, not both."))
    return Target.read(f"event:{event}" if target is None else target)
