"""`timeline-app conflict`: what two people changed apart, side by side, and settling it."""

import click

from timeline_app.cli.given import Given, Words, answer_json, with_given
from timeline_app.cli.written_answers import receipt
from timeline_app.model.act import Act
from timeline_app.model.conflict import Conflict
from timeline_app.store.acts import state_of
from timeline_app.store.clock import time_of
from timeline_app.words.tr import tr


@click.group(cls=Words, help=tr("List what was changed apart by two people, and settle it."))
def conflict() -> None:
    """The group, which does nothing by itself."""


@conflict.command("list", help=tr("All conflicts, with their sides A, B and so on."))
@with_given
def list_(given: Given) -> None:
    """Lists conflicts."""
    with given.readable_notebook() as notebook:
        found = notebook.conflicts()
        given.answer([_row(one) for one in found], "\n".join(_text(one) for one in found))


@conflict.command(help=tr("Let one side of a conflict stay, or both."))
@click.argument("conflict_id", metavar="ID")
@click.option("--take", metavar="A|B|both", required=True, help=tr("The side that stays."))
@with_given
def settle(given: Given, conflict_id: str, take: str) -> None:
    """Settles one conflict, by a new act that knows both sides."""
    with given.open_notebook() as notebook:
        answer_json(receipt(notebook.settle(conflict_id, take)))


def _row(found: Conflict) -> dict[str, object]:
    return {
        "id": found.id,
        "kind": found.kind,
        "object": found.target,
        "sides": [
            {"side": letter, **_side(act)}
            for letter, act in zip(found.letters, found.sides, strict=False)
        ],
    }


def _side(act: Act) -> dict[str, object]:
    return {
        "act": act.id,
        "author": act.author,
        "when": time_of(act.hlc),
        "removed": act.removes,
        "state": state_of(act.payload),
    }


def _text(found: Conflict) -> str:
    lines = [found.id]
    for letter, act in zip(found.letters, found.sides, strict=False):
        state = state_of(act.payload)
        words = tr("(removed)") if state is None else str(state.get("text", act.payload))
        said = (f"  {letter}", time_of(act.hlc), act.author, " ".join(words.split()))
        lines.append("  ".join(word for word in said if word.strip()))
    return "\n".join(lines)
