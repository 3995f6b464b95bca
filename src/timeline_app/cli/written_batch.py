"""`add --batch`: one JSON a line in, one a line out; a refused line does not stop the rest."""

import json

from timeline_app.cli.given import Partly, Refused, answer_json, standard_input
from timeline_app.cli.targets import Targets
from timeline_app.cli.written_answers import receipt
from timeline_app.model.annotation import Target
from timeline_app.model.command import RefusedError
from timeline_app.model.written.commands import Add
from timeline_app.model.written.kind import Kind
from timeline_app.store.notebook import Notebook
from timeline_app.store.store_error import StoreError
from timeline_app.words.tr import tr, trn


def add_lines(kind: Kind, notebook: Notebook, targets: Targets) -> int:
    """Adds one a line and answers each at once; 0 where all are done.

    Raises `Partly` where some were refused, `Refused` where all were.
    """
    done = refused = 0
    for n, line in enumerate(standard_input(), start=1):
        if not line.strip():
            continue
        try:
            act = notebook.write(_command(kind, line, targets))
        except (RefusedError, StoreError) as refusal:
            refused += 1
            answer_json({"line": n, "durable": False, "error": refusal.sentence})
        else:
            done += 1
            answer_json(receipt(act))
    if not refused:
        return 0
    said = trn(
        "{n} line of the batch was refused; its answer says why.",
        "{n} lines of the batch were refused; the answer to each says why.",
        refused,
    )
    raise (Partly if done else Refused)(said)


def _command(kind: Kind, line: bytes, targets: Targets) -> Add:
    try:
        asked = json.loads(line.decode("utf-8-sig").strip())
    except (ValueError, RecursionError) as error:
        raise RefusedError(tr("This line is not JSON: {why}.", why=error)) from error
    if not isinstance(asked, dict):
        names = ", ".join(field.name for field in kind.fields)
        raise RefusedError(tr("This line is not an object with a target and {names}.", names=names))
    named = asked.get("target")
    if kind.on and not isinstance(named, str):
        raise RefusedError(tr("The target must be written in quotes."))
    return addition(kind, asked, Target.read(str(named)) if kind.on else None, targets)


def addition(kind: Kind, values: dict[str, object], target: Target | None, targets: Targets) -> Add:
    """The command that writes this, its targets looked up. Raises `RefusedError`."""
    state = kind.state(values)
    others = targets.abouts(text for _, text in kind.targets_of(state))
    kind.judge_target(target)
    if target is None:
        return Add(kind, values, others=others)
    return Add(kind, values, target, targets.about(target), others)
