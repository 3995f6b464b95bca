"""An event of one's own: it stands in the notebook, and in no edition of the archive."""

from timeline_app.model.columns import VECTORS
from timeline_app.model.written.fields import long_text, one_line, several, tags
from timeline_app.model.written.kind import ON_ITS_OWN, Field, Kind, Steps
from timeline_app.model.written.letters import date, one_of
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
        one_line("title", mark("What happened."), "--title", mark("What happened"), needed=True),
        Field(
            "edtf",
            mark("When, in EDTF."),
            date,
            ("--date", "--edtf"),
            metavar="EDTF",
            needed=True,
            title=mark("Date (EDTF)"),
        ),
        long_text(mark("More about it."), mark("More about it")),
        one_line("kind", mark("Its kind, in your own word."), "--kind", mark("Kind"), "K"),
        several("actors", mark("Who; can be repeated."), "--actor", mark("Actors")),
        several("places", mark("Where; can be repeated."), "--place", mark("Places")),
        several(
            "vectors",
            mark("A vector; can be repeated."),
            "--vector",
            mark("Vectors"),
            one_of(*VECTORS),
            {vector: vector for vector in VECTORS},
        ),
        several(
            "sources", mark("Where it can be read; can be repeated."), "--source", mark("Sources")
        ),
        tags(),
    ),
    on=ON_ITS_OWN,
)
