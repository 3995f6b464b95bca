"""Intents that reach what can be written on: what is in focus, how it looks, the way to it."""

from timeline_app.dates.edtf import parse
from timeline_app.model.annotation import OWN_EVENT, About, Passage, Target, event_in
from timeline_app.model.passages import quoted
from timeline_app.session.loading import Loading
from timeline_app.session.noted import ACTOR, CLAIM, EVENT, SOURCE
from timeline_app.session.own_events import date_of, own_event_of, target_of
from timeline_app.session.viewing import revealing
from timeline_app.store.cited import events_citing
from timeline_app.store.looks import look_of, record_of, text_of

MOST_CITING = 1000
"""So many events of a source are selected at once."""


class Reaching(Loading):
    """What `Loading` shows, and the reader's own events; each target of a note can be gone to."""

    def target_in_focus(self) -> Target | None:
        """What a note would be about: the claim selected, the reader's own event, or the record of
        the event in focus."""
        own = own_event_of(self.snapshot, self.snapshot.own_event)
        if own is not None:
            return target_of(own)
        if self.snapshot.claim is not None:
            claim = self.claim(self.snapshot.claim)
            return None if claim is None else Target(CLAIM, claim.id)
        selected = self.snapshot.selected
        event = self.event(selected[-1]) if selected else None
        return None if event is None else Target(EVENT, event.id)

    def about(self, target: Target) -> About:
        """What the target looks like now; it need not be what is selected by then."""
        own = own_event_of(self.snapshot, target.id) if target.kind == OWN_EVENT else None
        if own is not None:
            return About(title=own.said("title"), date=date_of(own))
        if target.kind == "period":
            return About(date=target.id)
        record = record_of(target)
        look = self._read(lambda r: look_of(r.archive, *record), None) if record else None
        passage = Passage.read(target.id) if target.kind == "passage" else None
        if look is None or passage is None:
            return look or About()
        kind, id_, field = passage.kind, passage.id, passage.field
        text = self._read(lambda r: text_of(r.archive, kind, id_, field), None)
        return quoted(look, text or "", passage.first, passage.end)

    def select_own_event(self, id_: str | None) -> None:
        """Select this event of the reader's own, in sight; None lets go of it."""
        if id_ == self.snapshot.own_event:
            return
        with self.together():
            self._change(own_event=id_)
            one = own_event_of(self.snapshot, id_)
            if one is not None:
                days = parse(date_of(one)).outer
                self.set_view(revealing(self.snapshot.view, days.first, days.last))

    def show_target(self, target: Target) -> None:
        """Go to what was written on: an event or a claim is selected, a period is shown, events are
        narrowed to those of an actor, those that cite a source are selected."""
        event = event_in(str(target))
        if event:
            self.select(self.occurrences_of([event]).values())
        elif target.kind == CLAIM and (claim := self.claim_named(target.id)) is not None:
            self.select_claim(claim.key)
        elif target.kind == OWN_EVENT:
            self.select_own_event(target.id)
        elif target.kind == ACTOR:
            self.set_terms("actor", [target.id])
        elif target.kind == SOURCE:
            none: list[str] = []
            ids = self._read(lambda r: events_citing(r.archive, target.id, MOST_CITING), none)
            self.select(self.occurrences_of(ids).values())
        elif target.kind == "period":
            days = parse(target.id).bounds
            first, last = max(days.first, int(self.snapshot.home.first)), days.last
            self.show_days(first, max(first, min(last, int(self.snapshot.home.end))))
