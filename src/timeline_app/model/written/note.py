"""A note: words in a small Markdown subset, with tags."""

from timeline_app.model.annotation import texts_of
from timeline_app.model.command import RefusedError, State
from timeline_app.model.written.fields import long_text, tags
from timeline_app.model.written.kind import Kind, Steps
from timeline_app.words.tr import mark, tr, trn

MOST_TAGS = 100


def _settled(state: State) -> State:
    kept = texts_of(state, "tags")
    if not str(state.get("text", "")).strip() and not kept:
        raise RefusedError(tr("A note needs some words or a tag."))
    if len(kept) > MOST_TAGS:
        raise RefusedError(trn("At most {n} tag.", "At most {n} tags.", MOST_TAGS))
    return state


KIND = Kind(
    name="note",
    word="note",
    title=mark("Note"),
    help=mark("Write, list and change notes."),
    steps=Steps(
        add=mark("write note"),
        edit=mark("edit note"),
        remove=mark("remove note"),
        restore=mark("bring back note"),
        absent=mark("There is no note “{id}” in this notebook."),
    ),
    fields=(long_text(mark("The words of the note."), mark("Note")), tags()),
    settled=_settled,
)
