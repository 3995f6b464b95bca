"""`note add --batch`: one JSON a line in, one a line out; a refused line does not stop the rest."""

import json

from timeline_app.cli.given import Partly, Refused, answer_json, standard_input
from timeline_app.cli.note_answers import receipt
from timeline_app.cli.note_targets import Targets
from timeline_app.model.annotation import Target
from timeline_app.model.command import RefusedError
from timeline_app.model.note_commands import AddNote
from timeline_app.store.notebook import Notebook
from timeline_app.store.store_error import StoreError
from timeline_app.words.tr import tr, trn


def add_lines(notebook: Notebook, targets: Targets) -> int:
    """Adds a note a line and answers each at once; 0 where all are done.

    Raises `Partly` where some were refused, `Refused` where all were.
    """
    done = refused = 0
    for n, line in enumerate(standard_input(), start=1):
        if not line.strip():
            continue
        try:
            act = notebook.write(_command(line, targets))
        except RefusedError as refusal:
            refused += 1
            answer_json({"line": n, "durable": False, "error": refusal.sentence})
        except StoreError as fault:
            refused += 1
            answer_json({"line": n, "durable": False, "error": fault.sentence})
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


def _command(line: bytes, targets: Targets) -> AddNote:
    try:
        asked = json.loads(line.decode("utf-8-sig").strip())
    except (ValueError, RecursionError) as error:
        raise RefusedError(tr("This line is not JSON: {why}.", why=error)) from error
    if not isinstance(asked, dict):
        raise RefusedError(tr("This line is not an object with target, text and tags."))
    target, text, tags = (asked.get(n, d) for n, d in (("target", ""), ("text", ""), ("tags", [])))
    if not isinstance(target, str) or not isinstance(text, str):
        raise RefusedError(tr("The target and the text must be written in quotes."))
    if not isinstance(tags, list) or not all(isinstance(tag, str) for tag in tags):
        raise RefusedError(tr("The tags must be a list of words in quotes."))
    about = Target.read(target)
    return AddNote(about, text, tuple(tags), targets.about(about))
