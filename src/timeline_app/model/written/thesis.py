"""A thesis, with what speaks for and against it."""

from timeline_app.model.annotation import texts_of
from timeline_app.model.command import RefusedError, State
from timeline_app.model.written.fields import long_text, side
from timeline_app.model.written.kind import ON_ITS_OWN, Kind, Steps
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
        long_text(mark("The thesis, as a sentence."), mark("Thesis"), needed=True),
        side("for", mark("What speaks for it; can be repeated."), mark("For")),
        side("against", mark("What speaks against it; can be repeated."), mark("Against")),
    ),
    on=ON_ITS_OWN,
    settled=_settled,
)
