"""A star: come back to this."""

from timeline_app.model.written.kind import Kind, Steps
from timeline_app.words.tr import mark

KIND = Kind(
    name="star",
    word="star",
    title=mark("Star"),
    help=mark("Star what you want to come back to."),
    steps=Steps(
        add=mark("star"),
        edit=mark("change star"),
        remove=mark("remove star"),
        restore=mark("bring back star"),
        absent=mark("There is no star “{id}” in this notebook."),
    ),
    once=(),
)
