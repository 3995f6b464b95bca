"""All that one can write: one file a kind, one line here."""

from timeline_app.model.written import (
    correction,
    highlight,
    judgement,
    link,
    note,
    own_event,
    star,
    tag,
    thesis,
    view,
)
from timeline_app.model.written.kind import Kind

KINDS: tuple[Kind, ...] = (
    note.KIND,
    tag.KIND,
    star.KIND,
    highlight.KIND,
    judgement.KIND,
    link.KIND,
    correction.KIND,
    own_event.KIND,
    thesis.KIND,
    view.KIND,
)

BY_NAME = {kind.name: kind for kind in KINDS}
