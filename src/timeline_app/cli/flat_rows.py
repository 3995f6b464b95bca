"""Answers as a table: what is nested becomes columns with dotted names."""

import csv
import io
from collections.abc import Iterator, Sequence
from typing import Any

import click

from timeline_app.cli.given import Given, say
from timeline_app.exchange.csv_cells import plain_cell
from timeline_app.words.tr import tr

_ASKED = "timeline_app.flat_rows"


def _keep(ctx: click.Context, _: click.Parameter, asked: bool) -> None:
    ctx.meta[_ASKED] = asked


csv_option = click.option(
    "--csv",
    is_flag=True,
    expose_value=False,
    callback=_keep,
    help=tr("Answer as a table (CSV)."),
)
"""Decorates a word whose answer `answer_rows` prints."""


def answer_rows(given: Given, answer: Any, text: str) -> None:
    """Prints a table where that was asked for, else what `Given.answer` prints."""
    if click.get_current_context().meta.get(_ASKED):
        say(as_csv(answer))
    else:
        given.answer(answer, text)


def flat(answer: Any) -> list[dict[str, str]]:
    """Rows of texts; an answer that is no list is one row. None is empty."""
    rows = answer if isinstance(answer, list) else [answer]
    return [dict(_cells("", row)) for row in rows]


def as_csv(answer: Any) -> str:
    """The table with its head, all columns that any row has, in the order of their first row."""
    rows = flat(answer)
    columns = list(dict.fromkeys(name for row in rows for name in row))
    out = io.StringIO()
    table = csv.DictWriter(out, columns, restval="", lineterminator="\n")
    table.writeheader()
    table.writerows(rows)
    return out.getvalue().removesuffix("\n")


def _cells(name: str, value: Any) -> Iterator[tuple[str, str]]:
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from _cells(f"{name}.{key}" if name else str(key), inner)
    elif isinstance(value, Sequence) and not isinstance(value, str):
        for n, inner in enumerate(value):
            yield from _cells(f"{name}.{n}" if name else str(n), inner)
    else:
        yield name, "" if value is None else plain_cell(str(value))
