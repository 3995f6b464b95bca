"""A judgement: what one thinks of a record, with the reason."""

from timeline_app.model.written.fields import long_text
from timeline_app.model.written.kind import Field, Kind, Steps
from timeline_app.model.written.letters import one_of
from timeline_app.words.tr import mark

JUDGEMENTS = {
    "agree": mark("Agree"),
    "doubt": mark("Doubt"),
    "wrong": mark("Wrong"),
    "needs-source": mark("Needs a source"),
}

KIND = Kind(
    name="judgement",
    word="judge",
    title=mark("Judgement"),
    help=mark("Judge records: agree, doubt, wrong, needs a source."),
    steps=Steps(
        add=mark("judge"),
        edit=mark("change judgement"),
        remove=mark("remove judgement"),
        restore=mark("bring back judgement"),
        absent=mark("There is no judgement “{id}” in this notebook."),
    ),
    fields=(
        Field(
            "judgement",
            mark("agree, doubt, wrong or needs-source."),
            one_of(*JUDGEMENTS, synonyms={"needs a source": "needs-source"}),
            ("--judgement", "--judgment", "--verdict", "--as"),
            metavar="J",
            needed=True,
            title=mark("Judgement"),
            choices=JUDGEMENTS,
        ),
        long_text(mark("The reason."), mark("Reason")),
    ),
    once=(),
)
