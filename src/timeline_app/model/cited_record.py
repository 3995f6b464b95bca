"""A record as a citation names it."""

from timeline_app.dataclass import dataclass
from timeline_app.model.claim import Claim
from timeline_app.model.records import Event, Source
from timeline_app.words.tr import mark

CITED_KINDS = (mark("event"), mark("claim"), mark("source"))
"""The kinds of record that have, or are, sources."""


@dataclass(frozen=True, slots=True)
class CitedRecord:
    """One of CITED_KINDS with what it rests on; a source rests on itself.

    `title` is what an event is called or a claim says, `date` is EDTF; a claim has its speaker,
    in whatever capacity.
    """

    kind: str
    id: str
    title: str
    date: str
    sources: tuple[Source, ...]
    speaker: str = ""
    capacity: str = ""


def of_event(event: Event) -> CitedRecord:
    """An event as it is cited."""
    return CitedRecord("event", event.id, event.title, event.edtf, event.sources)


def of_claim(claim: Claim) -> CitedRecord:
    """A claim as it is cited."""
    said = (claim.text, claim.stated, claim.sources, claim.speaker, claim.capacity)
    return CitedRecord("claim", claim.id, *said)
