"""Notes and acts as the shell prints them."""

from typing import TypedDict

from timeline_app.model.act import Act
from timeline_app.model.annotation import Note
from timeline_app.model.note_commands import tags_of
from timeline_app.store.acts import state_of
from timeline_app.store.clock import time_of
from timeline_app.words.tr import tr


class Receipt(TypedDict):
    """The answer to what was written, once it is on disk."""

    act: str
    id: str
    durable: bool


def receipt(act: Act) -> Receipt:
    """The receipt for an act that is on disk."""
    return {"act": act.id, "id": act.target, "durable": True}


def note_row(note: Note) -> dict[str, object]:
    """A note as JSON."""
    return {
        "id": note.id,
        "target": str(note.target),
        "text": note.text,
        "tags": list(note.tags),
        "author": note.author,
        "created": note.created,
        "changed": note.changed,
    }


def note_line(note: Note) -> str:
    """A note as one line."""
    words = [note.id, str(note.target), _first_line(note.text), *(f"#{tag}" for tag in note.tags)]
    return "  ".join(word for word in words if word)


def note_text(note: Note) -> str:
    """A note whole."""
    rows = [
        (tr("Note"), note.id),
        (tr("About"), str(note.target)),
        (tr("Tags"), ", ".join(note.tags)),
        (tr("Author"), note.author),
        (tr("Created"), note.created),
        (tr("Changed"), note.changed),
    ]
    head = "\n".join(f"{name}: {value}" for name, value in rows if value)
    return f"{head}\n\n{note.text}" if note.text else head


def act_row(act: Act) -> dict[str, object]:
    """An act on a note as JSON; `text` is null where the act removed the note."""
    state = state_of(act.payload)
    return {
        "act": act.id,
        "when": time_of(act.hlc),
        "author": act.author,
        "label": tr(act.label),
        "undoes": act.undoes,
        "text": None if state is None else state.get("text", ""),
        "tags": list(tags_of(state or {})),
    }


def act_line(act: Act) -> str:
    """An act on a note as one line."""
    state = state_of(act.payload)
    text = tr("(removed)") if state is None else _first_line(str(state.get("text", "")))
    label = tr("took back: {label}", label=tr(act.label)) if act.undoes else tr(act.label)
    words = (act.id, time_of(act.hlc), act.author, label, text)
    return "  ".join(word for word in words if word)


def _first_line(text: str) -> str:
    lines = text.strip().splitlines()
    return f"{lines[0]} …" if len(lines) > 1 else "".join(lines)
