"""An event of one's own: it stands in the notebook, and in no edition of the archive."""

from timeline_app.model.columns import VECTORS
from timeline_app.model.written.kind import ON_ITS_OWN, Field, Kind, Steps
from timeline_app.model.written.letters import date, line, one_of, tag, words
from timeline_app.words.tr import mark

KIND = Kind(
    name="own_event",
    word="own-event",
    title=mark("Own event"),
    help=mark("Write down events of your own, beside those of the archive."),
    steps=Steps(
        add=mark("write own event"),
        edit=mark("change own event"),
        remove=mark("remove own event"),
        restore=mark("bring back own event"),
        absent=mark("There is no event of your own “{id}” in this notebook."),
    ),
    fields=(
        Field(
            "title",
            mark("What happened."),
            line,
            ("--title",),
            needed=True,
            title=mark("What happened"),
        ),
        Field(
            "edtf",
            mark("When, in EDTF."),
            date,
            ("--date", "--edtf"),
            metavar="EDTF",
            needed=True,
            title=mark("Date (EDTF)"),
        ),
        Field(
            "text",
            mark("More about it."),
            words,
            ("--text",),
            title=mark("More about it"),
            long=True,
        ),
        Field(
            "kind",
            mark("Its kind, in your own word."),
            line,
            ("--kind",),
            metavar="K",
            title=mark("Kind"),
        ),
        Field(
            "actors",
            mark("Who; can be repeated."),
            line,
            ("--actor",),
            many=True,
            title=mark("Actors"),
        ),
        Field(
            "places",
            mark("Where; can be repeated."),
            line,
            ("--place",),
            many=True,
            title=mark("Places"),
        ),
        Field(
            "vectors",
            mark("A vector; can be repeated."),
            one_of(*VECTORS),
            ("--vector",),
            metavar="V",
            many=True,
            title=mark("Vectors"),
            choices={v: v for v in VECTORS},
        ),
        Field(
            "sources",
            mark("Where it can be read; can be repeated."),
            line,
            ("--source",),
            many=True,
            title=mark("Sources"),
        ),
        Field(
            "tags", mark("A tag; can be repeated."), tag, ("--tag",), many=True, title=mark("Tags")
        ),
    ),
    on=ON_ITS_OWN,
)
