"""The filter options of the shell, as one decorator; their meaning is the session's."""

from collections.abc import Callable
from dataclasses import fields
from functools import update_wrapper
from typing import Any, TypeVar

import click

from timeline_app.model.asked import Asked
from timeline_app.model.columns import DISPUTED
from timeline_app.words.tr import mark, tr

F = TypeVar("F", bound=Callable[..., Any])


_MANY = (
    ("--vector", "vectors", "V", mark("Events of this vector.")),
    ("--state", "states", "ISO3", mark("Events with this country.")),
    ("--actor", "actors", "ID", mark("Events with this actor.")),
    ("--kind", "kinds", "K", mark("Events of this kind.")),
    ("--layer", "layers", "ID", mark("Events of this layer.")),
    ("--tag", "tags", "T", mark("What bears this tag.")),
    ("--search", "searched", "TEXT", mark("What holds these words.")),
)


def filter_options(word: F) -> F:
    """Decorates a word so that it takes all filters and gets them as `asked: Asked`."""
    return some_filters(*(field.name for field in fields(Asked)))(word)


def some_filters(*names: str) -> Callable[[F], F]:
    """The same for those of the filters, by their field of `Asked`, that the word understands."""

    def decorated(word: F) -> F:
        def called(*args: Any, **kwargs: Any) -> Any:
            given = {name: kwargs.pop(name) for name in names}
            return word(*args, asked=Asked(**given), **kwargs)

        wrapped: Any = update_wrapper(called, word)
        for name, option in reversed(_options().items()):
            wrapped = option(wrapped) if name in names else wrapped
        return wrapped  # type: ignore[no-any-return]  # click's decorators hide the word's own type

    return decorated


def _options() -> dict[str, Callable[[Any], Any]]:
    return {
        "earliest": click.option(
            "--from", "earliest", metavar="EDTF", help=tr("From this date on.")
        ),
        "latest": click.option(
            "--to", "latest", metavar="EDTF", help=tr("Up to and with this date.")
        ),
        **{
            name: click.option(option, name, metavar=metavar, multiple=True, help=tr(words))
            for option, name, metavar, words in _MANY
        },
        "evidence": click.option(
            "--evidence",
            multiple=True,
            type=click.Choice(["none", "one", "several", DISPUTED]),
            help=tr("Events by how many publishers stand behind them, or whose sources disagree."),
        ),
        "verified": click.option(
            "--verified",
            multiple=True,
            type=click.Choice(["yes", "no"]),
            help=tr("Verified events, or those that are not."),
        ),
        "surely": click.option(
            "--surely/--possibly",
            default=False,
            help=tr("Only what lies surely within the dates, or all that possibly does (default)."),
        ),
        "known_on": click.option(
            "--known-on",
            metavar="EDTF",
            help=tr("Only what had been published by the end of this date."),
        ),
    }
