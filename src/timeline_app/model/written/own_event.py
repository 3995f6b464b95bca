"""An event of one's own: it stands in the notebook, and in no edition of the archive."""

from timeline_app.model.columns import VECTORS
from timeline_app.model.command import State
from timeline_app.model.written.fields import long_text, one_line, several, tags
from timeline_app.model.written.kind import ON_ITS_OWN, Field, Kind, Steps
from timeline_app.model.written.letters import date, line, one_of
from timeline_app.words.tr import mark

GREGORIAN = "gregorian"
CALENDARS = {
    GREGORIAN: mark("Gregorian"),
    "julian": mark("Julian"),
    "islamic-civil": mark("Islamic, civil reckoning"),
}
"""The calendars in which its date can be written."""


def gregorian(state: State) -> str:
    """Its date in EDTF as everybody counts, whatever calendar it was written in."""
    written, calendar = str(state.get("edtf") or ""), _calendar(state)
    if calendar == GREGORIAN:
        return written
    # Most is written as everybody counts, and starts without the calendars.
    from timeline_app.dates.edtf import parse  # noqa: PLC0415 - see above

    return parse(written, calendar).edtf


def in_another_calendar(state: State) -> tuple[str, str]:
    """Its date as it was written and the calendar; both empty where that is everybody's."""
    calendar = _calendar(state)
    return ("", "") if calendar == GREGORIAN else (str(state.get("edtf") or ""), calendar)


def _settled(state: State) -> State:
    return {**state, "edtf": date(str(state.get("edtf", "")), _calendar(state))}


def _calendar(state: State) -> str:
    return str(state.get("calendar") or GREGORIAN)


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
            line,
            ("--date", "--edtf"),
            metavar="EDTF",
            needed=True,
            title=mark("Date (EDTF)"),
        ),
        Field(
            "calendar",
            mark("The calendar of its date: gregorian, julian or islamic."),
            one_of(*CALENDARS, synonyms={"islamic": "islamic-civil"}),
            ("--calendar",),
            metavar="C",
            default=GREGORIAN,
            title=mark("Calendar of the date"),
            choices=CALENDARS,
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
    settled=_settled,
)
