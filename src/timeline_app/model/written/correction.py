"""A proposed correction to a record, which leaves the archive as it is."""

from timeline_app.model.command import RefusedError, State
from timeline_app.model.written.kind import Field, Kind, Steps
from timeline_app.model.written.letters import date, line, one_of, words
from timeline_app.words.tr import mark, tr

DATE = "date"
FIELDS = {
    DATE: mark("Date"),
    "title": mark("Title"),
    "summary": mark("Summary"),
    "text": mark("Words"),
    "outcome": mark("Outcome"),
    "kind": mark("Kind"),
    "actors": mark("Actors"),
    "places": mark("Places"),
    "vectors": mark("Vectors"),
    "sources": mark("Sources"),
    "other": mark("Something else"),
}


def _settled(state: State) -> State:
    value = str(state.get("value", ""))
    if not value and not str(state.get("text", "")).strip():
        raise RefusedError(tr("A correction needs what would be right, or the reason."))
    if value and state.get("field") == DATE:
        return {**state, "value": date(value)}
    return state


KIND = Kind(
    name="correction",
    word="correct",
    title=mark("Correction"),
    help=mark("Propose corrections to records; the archive stays as it is."),
    steps=Steps(
        add=mark("propose correction"),
        edit=mark("change correction"),
        remove=mark("remove correction"),
        restore=mark("bring back correction"),
        absent=mark("There is no correction “{id}” in this notebook."),
    ),
    fields=(
        Field(
            "field",
            mark("What is wrong: date, title, summary, outcome, kind, actors, places, …"),
            one_of(*FIELDS, synonyms={"edtf": DATE, "place": "places", "actor": "actors"}),
            ("--field",),
            metavar="F",
            needed=True,
            title=mark("What is wrong"),
            choices=FIELDS,
        ),
        Field(
            "value",
            mark("What would be right."),
            words,
            ("--value", "--to"),
            title=mark("What would be right"),
        ),
        Field("was", mark("What stands there now."), words, ("--was",)),
        Field(
            "source",
            mark("Where that can be read."),
            line,
            ("--source",),
            title=mark("Where that can be read"),
        ),
        Field(
            "text",
            mark("The reason."),
            words,
            ("--text", "--reason"),
            title=mark("Reason"),
            long=True,
        ),
    ),
    on=("event", "claim", "actor", "source"),
    settled=_settled,
)
