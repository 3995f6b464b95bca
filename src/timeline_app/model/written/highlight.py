"""A highlight: a colour, as with a marker on paper."""

import re

from timeline_app.model.written.kind import Field, Kind, Steps
from timeline_app.model.written.letters import one_of
from timeline_app.words.tr import mark

YELLOW = "yellow"
COLOURS = {
    YELLOW: mark("Yellow"),
    "orange": mark("Orange"),
    "red": mark("Red"),
    "pink": mark("Pink"),
    "purple": mark("Purple"),
    "blue": mark("Blue"),
    "green": mark("Green"),
    "grey": mark("Grey"),
}
_RGB = re.compile("#[0-9a-fA-F]{6}")

KIND = Kind(
    name="highlight",
    word="highlight",
    title=mark("Highlight"),
    help=mark("Highlight in a colour."),
    steps=Steps(
        add=mark("highlight"),
        edit=mark("change highlight"),
        remove=mark("remove highlight"),
        restore=mark("bring back highlight"),
        absent=mark("There is no highlight “{id}” in this notebook."),
    ),
    fields=(
        Field(
            "colour",
            mark("yellow, orange, red, pink, purple, blue, green, grey, or #rrggbb."),
            one_of(*COLOURS, other=_RGB),
            ("--colour", "--color"),
            metavar="C",
            default=YELLOW,
            title=mark("Colour"),
            choices=COLOURS,
        ),
    ),
    once=(),
)
