"""What every word is given: which archive, which notebook, and in which form to answer."""

import json
import os
import re
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import update_wrapper
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, Concatenate, ParamSpec, TypeVar

import click

from timeline_app import places
from timeline_app.dataclass import dataclass
from timeline_app.store.backup import back_up_if_due
from timeline_app.store.notebook import Notebook
from timeline_app.store.store_error import StoreError
from timeline_app.words.tr import tr

if TYPE_CHECKING:
    from timeline_app.session.damaged_notebook import Remains

P = ParamSpec("P")
R = TypeVar("R")
_KEY = "timeline_app.given."
_STEERING = re.compile("\r(?!\n)|[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")


class Refused(click.ClickException):
    """The word cannot be done: one sentence on standard error, exit code 2, nothing changed."""

    exit_code = 2


class Partly(click.ClickException):
    """Something was done and something was not: one sentence, exit code 1."""

    exit_code = 1


@dataclass(frozen=True, slots=True)
class Given:
    """The options that all words share, wherever in the line they stood."""

    archive: Path
    notebook: Path
    notebook_is_default: bool
    json: bool

    def open_notebook(self) -> Notebook:
        """The notebook; one that is not there is empty, and is made by the first act.

        That act makes the folder of the user's own too; that of a named one must exist. Before it
        comes a backup, where one is due.
        """
        return Notebook.open(
            self.notebook,
            create=True,
            with_folder=self.notebook_is_default,
            before_writing=_back_up,
        )

    @contextmanager
    def readable_notebook(self) -> Iterator[Notebook]:
        """The notebook, for a word that only reads and answers within.

        Of a damaged one it is what can be read; at the end `Partly` says what could not.
        """
        with self.whole_or_remains() as found:
            yield found if isinstance(found, Notebook) else found.notebook

    @contextmanager
    def whole_or_remains(self) -> "Iterator[Notebook | Remains]":
        """The same, which also tells what is known of a damaged one."""
        try:
            notebook = self.open_notebook()
        except StoreError as fault:
            # What is sound starts without it.
            from timeline_app.session.damaged_notebook import (  # noqa: PLC0415 - see above
                is_broken,
                left_of,
                nothing_left,
            )

            if not is_broken(fault):
                raise
            with left_of(self.notebook) as left:
                if left is None:
                    raise Refused(f"{fault.sentence} {nothing_left()}") from fault
                yield left
            raise Partly(f"{fault.sentence} {left.said}") from fault
        with notebook:
            yield notebook

    def answer(self, value: object, text: str) -> None:
        """Prints `value` as one line of JSON where that was asked for, else `text` (if any)."""
        if self.json:
            answer_json(value)
        elif text:
            say(text)


def _back_up(notebook: Path) -> None:
    """A backup, where one is due; that it cannot be made keeps nobody from writing."""
    try:
        back_up_if_due(notebook)
    except StoreError as fault:
        click.echo(harmless(fault.sentence), err=True)


def answer_json(value: object) -> None:
    """Prints one line of JSON, at once: a reader at the other end of a pipe may wait for it."""
    say(json.dumps(value, ensure_ascii=False))


def harmless(text: str) -> str:
    """A stranger's text without the signs that would steer a terminal; they are spelt out."""
    return _STEERING.sub(lambda sign: f"\\u{ord(sign[0]):04x}", text)


def say(text: str) -> None:
    """Prints on standard output. A closed pipe ends the word quietly with exit code 1."""
    try:
        click.echo(harmless(text))
    except BrokenPipeError:
        _give_up_output()
        raise click.exceptions.Exit(1) from None
    except OSError as fault:
        _give_up_output()
        why = fault.strerror or fault
        raise Partly(tr("The answer could not be printed: {why}.", why=why)) from fault


def standard_input() -> BinaryIO:
    """The lines that are piped in. Raises `Refused` where the program was started without any."""
    piped: BinaryIO | None = getattr(sys.stdin, "buffer", None)
    if piped is None:
        raise Refused(tr("There is no standard input to read from."))
    return piped


def _give_up_output() -> None:
    """Lets go of standard output: what its buffer still holds would fail again at the end."""
    with suppress(OSError), Path(os.devnull).open("wb") as nowhere:
        os.dup2(nowhere.fileno(), sys.stdout.fileno())


class Word(click.Command):
    """A word that takes `--archive`, `--notebook` and `--json` beside its own options."""

    def get_params(self, ctx: click.Context) -> list[click.Parameter]:
        return [*super().get_params(ctx), *_shared_options()]

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        option = super().get_help_option(ctx)
        if option is not None:
            option.callback = _print_help
        return option


class Words(Word, click.Group):
    """A group of words; they and the group itself take the shared options."""

    command_class = Word
    group_class = type


def _print_help(ctx: click.Context, _: click.Parameter, asked: bool) -> None:
    if asked and not ctx.resilient_parsing:
        say(ctx.get_help())
        ctx.exit()


def _shared_options() -> tuple[click.Option, ...]:
    return (
        _shared("archive", tr("The archive to read (default: the one that ships)."), path=True),
        _shared("notebook", tr("The notebook (default: your own)."), path=True),
        _shared("json", tr("Answer in JSON."), path=False),
    )


def _shared(name: str, words: str, *, path: bool) -> click.Option:
    def keep(ctx: click.Context, _: click.Parameter, value: object) -> None:
        if value:
            ctx.meta[_KEY + name] = value

    return click.Option(
        [f"--{name}"],
        is_flag=not path,
        type=click.Path(path_type=Path) if path else None,
        metavar="FILE" if path else None,
        expose_value=False,
        callback=keep,
        help=words,
    )


def with_given(word: Callable[Concatenate[Given, P], R]) -> Callable[P, R]:
    """Decorates a word so that its first argument is what it was `Given`."""

    def called(*args: P.args, **kwargs: P.kwargs) -> R:
        meta = click.get_current_context().meta
        notebook = meta.get(_KEY + "notebook")
        given = Given(
            archive=meta.get(_KEY + "archive") or places.shipped_archive(),
            notebook=notebook or places.default_notebook(),
            notebook_is_default=notebook is None,
            json=bool(meta.get(_KEY + "json")),
        )
        return word(given, *args, **kwargs)

    return update_wrapper(called, word)
