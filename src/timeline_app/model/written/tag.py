"""A tag that stands by itself, on what it is about."""

from timeline_app.model.written.kind import Field, Kind, Steps
from timeline_app.model.written.letters import tag
from timeline_app.words.tr import mark

KIND = Kind(
    name="tag",
    word="tag",
    title=mark("Tag"),
    help=mark("Tag events and all else that can be written on."),
    steps=Steps(
        add=mark("tag"),
        edit=mark("change tag"),
        remove=mark("remove tag"),
        restore=mark("bring back tag"),
        absent=mark("There is no tag “{id}” in this notebook."),
    ),
    fields=(Field("tag", mark("The tag."), tag, ("--tag",), needed=True, title=mark("Tag")),),
    once=("tag",),
)
