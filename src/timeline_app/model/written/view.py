"""A view that was saved by name: what was shown, in what sentence, and of which edition."""

import json

from timeline_app.model.act import canonical
from timeline_app.model.command import RefusedError
from timeline_app.model.written.fields import long_text, one_line
from timeline_app.model.written.kind import ON_ITS_OWN, Field, Kind, Steps
from timeline_app.model.written.letters import line, words
from timeline_app.words.tr import mark, tr


def _parts(text: str) -> str:
    """What is shown, as one JSON object in its canonical spelling."""
    try:
        parts = json.loads(words(text))
        if isinstance(parts, dict):
            return canonical(parts)
    except (ValueError, RecursionError):
        pass
    raise RefusedError(tr("This does not say what a view shows."))


KIND = Kind(
    name="view",
    word="view",
    title=mark("Saved view"),
    help=mark("Save views by name, and find them again."),
    steps=Steps(
        add=mark("save view"),
        edit=mark("change view"),
        remove=mark("remove view"),
        restore=mark("bring back view"),
        absent=mark("There is no saved view “{id}” in this notebook."),
    ),
    fields=(
        one_line(
            "name", mark("The name of the view."), "--name", mark("Name"), "NAME", needed=True
        ),
        long_text(mark("What you have to say of it."), mark("Remark")),
        Field("shown", "", _parts, (), needed=True),
        Field("sentence", "", words, ()),
        Field("possible", "", line, ()),
        Field("sure", "", line, ()),
        Field("total", "", line, ()),
        Field("archive", "", line, ()),
        Field("edition", "", line, ()),
        Field("content_hash", "", line, ()),
    ),
    on=ON_ITS_OWN,
    once=("name",),
)
