"""A link from one record to another, of a kind: led to, answers, contradicts, or one's own word."""

import re

from timeline_app.model.command import RefusedError, State
from timeline_app.model.written.fields import long_text
from timeline_app.model.written.kind import Field, Kind, Steps
from timeline_app.model.written.letters import one_of, target
from timeline_app.words.tr import mark, tr

LINKS = {
    "led-to": mark("Led to"),
    "answers": mark("Answers"),
    "contradicts": mark("Contradicts"),
    "same-as": mark("Same as"),
}
_OWN_WORD = re.compile(".{1,200}")


def _settled(state: State) -> State:
    if state.get("to") == state.get("target"):
        raise RefusedError(tr("A link leads from one record to another one."))
    return state


KIND = Kind(
    name="link",
    word="link",
    title=mark("Link"),
    help=mark("Link events: led to, answers, contradicts, same as, or in your own word."),
    steps=Steps(
        add=mark("link"),
        edit=mark("change link"),
        remove=mark("remove link"),
        restore=mark("bring back link"),
        absent=mark("There is no link “{id}” in this notebook."),
    ),
    fields=(
        Field(
            "to",
            mark("Where the link leads."),
            target,
            ("--to",),
            metavar="KIND:ID",
            needed=True,
            targets=True,
            title=mark("Leads to"),
        ),
        Field(
            "link",
            mark("led-to, answers, contradicts, same-as, or your own word."),
            one_of(*LINKS, other=_OWN_WORD),
            ("--kind", "--as"),
            metavar="K",
            default="led-to",
            title=mark("Kind of link"),
            choices=LINKS,
        ),
        long_text(mark("What you have to say of it."), mark("Remark")),
    ),
    on=("event", "claim", "own-event"),
    once=("to", "link"),
    target_options=("--target", "--from"),
    settled=_settled,
)
