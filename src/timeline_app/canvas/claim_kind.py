"""The track of claims: what was said by whom, and predictions as arrows with what came of them."""

from collections.abc import Sequence

import numpy as np
from PySide6.QtGui import QPainter

from timeline_app.canvas.claim_overlay import paint_over_claims
from timeline_app.canvas.claim_painter import paint_claims
from timeline_app.canvas.claim_words import claim_captions, claim_spoken, claim_tip, pile_tip
from timeline_app.canvas.lettering import measure, text_size
from timeline_app.canvas.track_kind import TrackHead, TrackKind, TrackOverlay
from timeline_app.crossfilter.either import count_in_second, mask_of_either
from timeline_app.dates.day import is_open
from timeline_app.look.glyphs import CLAIM
from timeline_app.look.tokens import Tokens
from timeline_app.model.claim_table import ClaimTable
from timeline_app.model.filter import FOUND
from timeline_app.scene.claim_content import CLAIMS, ClaimContent, claim_content
from timeline_app.scene.claim_drawing import ClaimDrawing
from timeline_app.scene.claim_track import ClaimTrack
from timeline_app.scene.labels import Words
from timeline_app.scene.track import Track, TrackPlace
from timeline_app.session.session import Session
from timeline_app.session.snapshot import Snapshot
from timeline_app.words.tr import mark, tr

_MOST_TOLD = 6


class ClaimKind(TrackKind[ClaimDrawing]):
    """Claims by the keys of the archive."""

    id = CLAIMS
    title = mark("Claims")

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._titles: dict[int, str] = {}
        self._claims: ClaimTable | None = None
        self._shown: Snapshot | None = None
        self._content: ClaimContent | None = None
        self._track = ClaimTrack(Words(self._texts, measure, text_size))

    def track(self, snapshot: Snapshot) -> Track[ClaimDrawing] | None:
        if not len(snapshot.claims):
            return None
        if snapshot.claims is not self._claims:
            self._titles.clear()
            self._claims = snapshot.claims
        if self._shown is None or self.differs(self._shown, snapshot):
            found = FOUND in snapshot.filter.clauses
            passing, before = snapshot.claims_passing, self._content
            content = self._content = claim_content(
                snapshot.claims, passing, found, before, snapshot.second
            )
            self._track.show(content, _row_of(snapshot, snapshot.claim))
            self._shown = snapshot
        return self._track

    def differs(self, before: Snapshot, after: Snapshot) -> bool:
        return (
            before.claims is not after.claims
            or before.claims_passing is not after.claims_passing
            or before.second != after.second
            or before.claim != after.claim
        )

    def head(self, snapshot: Snapshot, drawn: ClaimDrawing) -> TrackHead:
        passing = snapshot.claims_passing
        second = count_in_second(passing, snapshot.second)
        captions = claim_captions(drawn)
        return TrackHead(CLAIM, tr(self.title), passing.possible, captions, second)

    def paint(self, painter: QPainter, drawn: ClaimDrawing, tokens: Tokens) -> None:
        paint_claims(painter, drawn, tokens)

    def paint_over(
        self, painter: QPainter, drawn: ClaimDrawing, over: TrackOverlay, tokens: Tokens
    ) -> None:
        row = -1 if over.selected is None else drawn.row_of(over.selected)
        title = self._texts([row])[0] if row >= 0 else ""
        paint_over_claims(painter, drawn, over, title, tokens)

    def selected(self, snapshot: Snapshot) -> int | None:
        return snapshot.claim

    def tip(self, place: TrackPlace) -> tuple[str, str]:
        if len(place.keys) > 1:
            told = self._session.claim_rows(place.keys[:_MOST_TOLD])
            return pile_tip(told, len(place.keys))
        claim = self._session.claim(place.keys[0])
        return ("", "") if claim is None else claim_tip(claim)

    def spoken(self, snapshot: Snapshot) -> str:
        claim = None if snapshot.claim is None else self._session.claim(snapshot.claim)
        return "" if claim is None else claim_spoken(claim)

    def press(self, place: TrackPlace) -> None:
        """Of several the first is selected, and with each further click the next."""
        keys, now = place.keys, self._session.snapshot.claim
        at = keys.index(now) + 1 if now in keys else 0
        self._session.select_claim(keys[at % len(keys)])

    def let_go(self) -> None:
        self._session.select_claim(None)

    def days(self, snapshot: Snapshot, key: int) -> tuple[int, int]:
        """From the day it was made to the last day it is about."""
        row, claims = _row_of(snapshot, key), snapshot.claims
        if row is None:
            return int(snapshot.home.first), int(snapshot.home.end)
        days = [int(claims.said.first[row]), int(claims.said.last[row])]
        if claims.has_horizon[row]:
            days += [int(claims.horizon_first[row]), int(claims.horizon_last[row])]
        known = [day for day in days if not is_open(day)] or [int(snapshot.home.first)]
        return min(known), max(known)

    def step(self, snapshot: Snapshot, step: int) -> None:
        self._session.step_claim(step)

    def enter(self, snapshot: Snapshot, day: int) -> bool:
        rows = np.flatnonzero(mask_of_either(snapshot.claims_passing, snapshot.second))
        if not len(rows):
            return False
        nearest = rows[np.abs(snapshot.claims.said.first[rows] - day).argmin()]
        self._session.select_claim(int(snapshot.claims.key[nearest]))
        return True

    def _texts(self, rows: Sequence[int]) -> list[str]:
        """The title of each row of the table of claims, or its text."""
        keys = [int(self._claims.key[row]) for row in rows] if self._claims is not None else []
        missing = [key for key in keys if key not in self._titles]
        if missing:
            read = {row.key: row.title or row.text for row in self._session.claim_rows(missing)}
            self._titles |= {key: read.get(key, "") for key in missing}
        return [self._titles[key] for key in keys]


def _row_of(snapshot: Snapshot, key: int | None) -> int | None:
    rows = np.flatnonzero(snapshot.claims.key == (-1 if key is None else key))
    return int(rows[0]) if len(rows) else None
