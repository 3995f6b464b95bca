"""A thesis, with what speaks for and against it."""

from timeline_app.model.annotation import texts_of
from timeline_app.model.command import RefusedError, State
from timeline_app.model.written.kind import ON_ITS_OWN, Field, Kind, Steps
from timeline_app.model.written.letters import target, words
from timeline_app.words.tr import mark, tr


def _settled(state: State) -> State:
    both = set(texts_of(state, "for")) & set(texts_of(state, "against"))
    if both:
        raise RefusedError(
            tr("{targets} cannot stand on both sides.", targets=", ".join(sorted(both)))
        )
    return state


KIND = Kind(
    name="thesis",
    word="thesis",
    title=mark("Thesis"),
    help=mark("Put up a thesis, with events and claims for and against it."),
    steps=Steps(
        add=mark("put up thesis"),
        edit=mark("change thesis"),
        remove=mark("remove thesis"),
        restore=mark("bring back thesis"),
        absent=mark("There is no thesis “{id}” in this notebook."),
    ),
    fields=(
        Field(
            "text",
            mark("The thesis, as a sentence."),
            words,
            ("--text",),
            needed=True,
            title=mark("Thesis"),
            long=True,
        ),
        Field(
            "for",
            mark("What speaks for it; can be repeated."),
            target,
            ("--for",),
            metavar="KIND:ID",
            many=True,
            targets=True,
            title=mark("For"),
        ),
        Field(
            "against",
            mark("What speaks against it; can be repeated."),
            target,
            ("--against",),
            metavar="KIND:ID",
            many=True,
            targets=True,
            title=mark("Against"),
        ),
    ),
    on=ON_ITS_OWN,
    settled=_settled,
)
