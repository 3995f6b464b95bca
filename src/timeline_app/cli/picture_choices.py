"""What `render` draws beside what passes: tracks, one record selected, memberships behind."""

from collections.abc import Sequence, Sized

import numpy as np

from timeline_app.cli.given import Refused
from timeline_app.cli.memberships import found_organisation, found_state
from timeline_app.crossfilter.passing import Passing
from timeline_app.dataclass import dataclass
from timeline_app.model.event_table import EventTable as SpanTable
from timeline_app.model.membership_rows import member_key, member_row
from timeline_app.model.membership_table import MembershipTable
from timeline_app.session.membership_bands import MOST_BANDS
from timeline_app.session.own_events import own_events
from timeline_app.session.session import Session
from timeline_app.words.tr import tr, trn

OWN, CLAIMS, TREATIES, MEMBERSHIPS = "own", "claims", "treaties", "memberships"
TRACKS = (OWN, CLAIMS, TREATIES, MEMBERSHIPS)
"""The ids of `canvas.track_catalogue`, which a word that paints nothing must not read."""
NO_TRACK = "none"
_TRACK_OF = {"claim": CLAIMS, "instrument": TREATIES}
_KINDS = ("event", "claim", "instrument")


@dataclass(frozen=True, slots=True)
class Selected:
    """The record that is selected: its kind of `KIND:ID`, and its id as it was found."""

    kind: str
    id: str


def asked_tracks(asked: Sequence[str], session: Session) -> tuple[str, ...]:
    """The tracks that were asked for. Raises `Refused` for one of which the archive has nothing."""
    if NO_TRACK in asked:
        if set(asked) != {NO_TRACK}:
            raise Refused(tr("“none” and another track cannot both be drawn."))
        return ()
    now = session.snapshot
    there: dict[str, Sized] = {
        OWN: own_events(now),
        CLAIMS: now.claims,
        TREATIES: now.instruments,
        MEMBERSHIPS: now.memberships,
    }
    refusals = {
        OWN: tr("There are no events of your own in this notebook."),
        CLAIMS: tr("There are no claims in this archive."),
        TREATIES: tr("There are no treaties in this archive."),
        MEMBERSHIPS: tr("There are no memberships in this archive."),
    }
    for track in asked:
        if not len(there[track]):
            raise Refused(refusals[track])
    return tuple(track for track in TRACKS if track in asked)


def track_of(selected: Selected | None) -> tuple[str, ...]:
    """The track in which the record stands; none for an event."""
    track = _TRACK_OF.get(selected.kind) if selected else None
    return (track,) if track else ()


def select(session: Session, word: str) -> Selected:
    """Select what has this id, or is this KIND:ID. Raises `Refused` where nothing is it, or where
    it would not be in the picture."""
    kind, _, rest = word.partition(":")
    kinds, id = ((kind,), rest) if kind in _KINDS and rest else (_KINDS, word)
    tried = {"event": _select_event, "claim": _select_claim, "instrument": _select_instrument}
    for one in kinds:
        if tried[one](session, id):
            return Selected(one, id)
    raise Refused(tr("There is no event, claim or treaty “{id}” in this archive.", id=word))


def draw_behind(session: Session, asked: Sequence[str]) -> None:
    """Draw memberships, each asked for as ORGANISATION:ISO3, behind the lanes. Raises `Refused` or
    `UnknownError`."""
    keys = list(dict.fromkeys(_member(session.snapshot.memberships, word) for word in asked))
    if len(keys) > MOST_BANDS:
        raise Refused(
            trn(
                "At most {most} memberships are drawn behind the lanes, and {n} was asked for.",
                "At most {most} memberships are drawn behind the lanes, and {n} were asked for.",
                len(keys),
                most=MOST_BANDS,
            )
        )
    with session.together():
        for key in keys:
            session.toggle_membership_band(key)


def _member(table: MembershipTable, word: str) -> int:
    """The key of a state in an organisation."""
    organisation, colon, state = word.rpartition(":")
    if not colon:
        raise Refused(tr("“{word}” is not ORGANISATION:ISO3, as in CSTO:KGZ.", word=word))
    organisation, state = found_organisation(table, organisation), found_state(table, state)
    organisations = [one.id for one in table.organisations]
    states = [one.id for one in table.states]
    key = member_key(table, organisations.index(organisation), states.index(state))
    if member_row(table, key) is None:
        said = tr("No source of this archive tells of “{word}” as a membership.", word=word)
        raise Refused(said)
    return key


def _select_event(session: Session, id: str) -> bool:
    occurrence = session.occurrences_of([id]).get(id)
    if occurrence is None:
        return False
    now = session.snapshot
    row = now.table.row_of(occurrence)
    if row is None:
        raise Refused(tr("The event “{id}” is of a layer that is not shown.", id=id))
    if not now.passing.mask[row]:
        raise Refused(_not_passing(id))
    session.select((occurrence,))
    return True


def _select_claim(session: Session, id: str) -> bool:
    claim, now = session.claim_named(id), session.snapshot
    if claim is None:
        return False
    _refuse_hidden(now.claims.said, now.claims_passing, claim.key, id)
    session.select_claim(claim.key)
    return True


def _select_instrument(session: Session, id: str) -> bool:
    now = session.snapshot
    if id not in now.instruments.ids:
        return False
    key = int(now.instruments.key[now.instruments.ids.index(id)])
    _refuse_hidden(now.instruments.life, now.instruments_passing, key, id)
    session.select_instrument(key)
    return True


def _refuse_hidden(table: SpanTable, passing: Passing, key: int, id: str) -> None:
    if not passing.mask[np.flatnonzero(table.key == key)].any():
        raise Refused(_not_passing(id))


def _not_passing(id: str) -> str:
    return tr("“{id}” does not pass the filters, so it is not in the picture.", id=id)
