"""The words for what one writes: `note`, `tag`, `star`, ... made from the catalogue of kinds.

What changes something answers with one line of JSON in either form: a receipt, printed only once
the act is on disk.
"""

from collections.abc import Callable
from typing import Any

import click

from timeline_app.cli.filters import filter_options
from timeline_app.cli.given import Given, Refused, Words, answer_json, with_given
from timeline_app.cli.targets import Targets
from timeline_app.cli.written_answers import (
    act_line,
    act_row,
    receipt,
    written_line,
    written_row,
    written_text,
)
from timeline_app.cli.written_batch import add_lines, addition
from timeline_app.cli.written_filter import written_asked
from timeline_app.model.annotation import Target, Written
from timeline_app.model.asked import Asked
from timeline_app.model.passages import Place
from timeline_app.model.written.catalogue import BY_NAME
from timeline_app.model.written.commands import Edit, Remove
from timeline_app.model.written.kind import Kind
from timeline_app.store.notebook import Notebook
from timeline_app.store.store_error import StoreError
from timeline_app.words.tr import tr

Word = Callable[..., Any]
Values = dict[str, object]


def words_of(kind: Kind) -> click.Group:
    """The group of words of a kind; what it does, it does by the kind's fields."""
    group = Words(name=kind.word, help=tr(kind.help))
    group_words(group, kind, *_MADE)
    return group


def group_words(group: click.Group, kind: Kind, *words: str) -> None:
    """Puts these of the words of a kind into its group."""
    for word in words:
        _MADE[word](group, kind)


def _add(group: click.Group, kind: Kind) -> None:
    @with_given
    def add(
        given: Given,
        /,
        target: str | None = None,
        event: str | None = None,
        batch: bool = False,
        **options: Any,
    ) -> int:
        values = _given_values(kind, options)
        with given.open_notebook() as notebook, Targets(given.archive, notebook) as targets:
            if batch:
                if target or event or values:
                    raise Refused(tr("With --batch everything comes from standard input."))
                return add_lines(kind, notebook, targets)
            if not values and any(field.options for field in kind.fields if not field.default):
                raise Refused(tr("Say what to write: {option} T.", option=_first_option(kind)))
            about = _target(target, event) if kind.on else None
            answer_json(receipt(notebook.write(addition(kind, values, about, targets))))
        return 0

    options = _field_options(kind)
    if kind.on:
        options = [
            click.option(
                *kind.target_options, "target", metavar="KIND:ID", help=tr("What it is about.")
            ),
            click.option("--event", metavar="ID", help=tr("The same as --target event:ID.")),
            *options,
        ]
    options.append(
        click.option(
            "--batch",
            is_flag=True,
            help=tr("Read one JSON a line from standard input, and answer line by line."),
        )
    )
    _put(group, add, tr("Write one, or many with --batch."), *options)


def _list(group: click.Group, kind: Kind) -> None:
    @filter_options
    @with_given
    def list_(given: Given, asked: Asked) -> None:
        with given.readable_notebook() as notebook:
            found = written_asked(notebook.written(kind.name), asked, given)
            places = _places(given, notebook, found)
            rows = [written_row(one, places.get(one.id)) for one in found]
            given.answer(rows, "\n".join(map(written_line, found)))

    _put(group, list_, tr("All of them, oldest first; of those events that pass the filters."))


def _show(group: click.Group, kind: Kind) -> None:
    @with_given
    def show(given: Given, id: str) -> None:
        with given.readable_notebook() as notebook:
            found = notebook.one(kind.name, id)
            places = _places(given, notebook, [found] if found else [])
            if found is None:
                raise Refused(tr(kind.steps.absent, id=id))
            given.answer(written_row(found, places.get(id)), written_text(found))

    _put(group, show, tr("One of them whole."), _id())


def _edit(group: click.Group, kind: Kind) -> None:
    if not kind.fields:
        return

    @with_given
    def edit(given: Given, /, id: str, **options: Any) -> None:
        values = _given_values(kind, options)
        if not values:
            raise Refused(tr("Say what to write: {option} T.", option=_first_option(kind)))
        with given.open_notebook() as notebook, Targets(given.archive, notebook) as targets:
            read = {f.name: f.of(values) for f in kind.fields if f.name in values}
            others = targets.abouts(text for _, text in kind.targets_of(read))
            answer_json(receipt(notebook.write(Edit(kind, id, values, others))))

    words = tr("Change one: what is given takes the place of what stood there.")
    _put(group, edit, words, _id(), *_field_options(kind))


def _remove(group: click.Group, kind: Kind) -> None:
    @with_given
    def remove(given: Given, id: str) -> None:
        with given.open_notebook() as notebook:
            answer_json(receipt(notebook.write(Remove(kind, id))))

    _put(group, remove, tr("Take one away; its history stays."), _id())


def _history(group: click.Group, kind: Kind) -> None:
    @with_given
    def history(given: Given, id: str) -> None:
        with given.readable_notebook() as notebook:
            acts = notebook.history_of(id, kind.name)
            if not acts:
                raise Refused(tr(kind.steps.absent, id=id))
            given.answer([act_row(act) for act in acts], "\n".join(act_line(act) for act in acts))

    _put(group, history, tr("All that was done to one, oldest first."), _id())


def _restore(group: click.Group, kind: Kind) -> None:
    @with_given
    def restore(given: Given, act: str) -> None:
        with given.open_notebook() as notebook:
            answer_json(receipt(notebook.restore(act)))

    words = tr("Set one back to what it was after an act of its history.")
    _put(group, restore, words, click.argument("act", metavar="ACT"))


def _put(group: click.Group, word: Word, words: str, *options: Callable[[Word], Word]) -> None:
    for option in reversed(options):
        word = option(word)
    group.command(name=word.__name__.rstrip("_"), help=words)(word)


def _id() -> Callable[[Word], Word]:
    return click.argument("id", metavar="ID")


def _field_options(kind: Kind) -> list[Callable[[Word], Word]]:
    """The options that a kind's fields are given by."""
    return [
        click.option(
            *field.options,
            f"field_{field.name}",
            metavar=field.metavar,
            multiple=field.many,
            help=tr(field.words),
        )
        for field in kind.fields
        if field.options
    ]


def _given_values(kind: Kind, options: dict[str, Any]) -> Values:
    """What was given, by the names of the fields."""
    said = {field.name: options.get(f"field_{field.name}") for field in kind.fields}
    return {name: value for name, value in said.items() if value is not None and value != ()}


def _first_option(kind: Kind) -> str:
    needed = [field for field in kind.fields if field.needed]
    return (needed or kind.fields)[0].options[0]


def _places(given: Given, notebook: Notebook, found: list[Written]) -> dict[str, Place]:
    """Where the passages among these stand now; nothing where the archive cannot be read."""
    passages = [(one, one.target) for one in found if one.target and one.about.quote]
    if not passages:
        return {}
    try:
        with Targets(given.archive, notebook) as targets:
            places = {one.id: targets.place_of(at, one.about) for one, at in passages}
    except StoreError:
        return {}
    return {id_: place for id_, place in places.items() if place is not None}


def _target(target: str | None, event: str | None) -> Target:
    if (target is None) == (event is None):
        raise Refused(tr("Say what it is about: --target KIND:ID or --event ID, not both."))
    return Target.read(f"event:{event}" if target is None else target)


_MADE: dict[str, Callable[[click.Group, Kind], None]] = {
    "add": _add,
    "list": _list,
    "show": _show,
    "edit": _edit,
    "remove": _remove,
    "history": _history,
    "restore": _restore,
}

note = words_of(BY_NAME["note"])
tag = words_of(BY_NAME["tag"])
star = words_of(BY_NAME["star"])
highlight = words_of(BY_NAME["highlight"])
judge = words_of(BY_NAME["judgement"])
link = words_of(BY_NAME["link"])
correct = words_of(BY_NAME["correction"])
own_event = words_of(BY_NAME["own_event"])
