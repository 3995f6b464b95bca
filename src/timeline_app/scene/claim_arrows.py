"""Predictions in pixels: an arrow from the day one was made to the days it is about.

What lies beyond an edge is said there by its year and an angle mark; where no day is named the
arrow is a short tail that ends open.
"""

from collections.abc import Sequence
from enum import IntEnum

from timeline_app.dataclass import dataclass
from timeline_app.dates.civil import date_of
from timeline_app.dates.day import is_open
from timeline_app.dates.spoken_days import year_words
from timeline_app.model.event_table import APPROXIMATE, UNCERTAIN
from timeline_app.model.verdict import OPEN, VERDICT_LABELS
from timeline_app.scene.claim_content import ClaimContent
from timeline_app.scene.text_measure import Measure
from timeline_app.scene.time_scale import TimeScale
from timeline_app.words.tr import tr

CAPTION = 12.0
DOT_RADIUS, HEAD_LONG, HEAD_HIGH = 2.5, 7.0, 9.0
TAIL_PX = 38.0
SIGN_RADIUS = 5.5
BEYOND_LEFT, BEYOND_RIGHT = "‹", "›"
_SIGN_AFTER_HEAD, _SIGN_AFTER_TAIL, _WORDS_AFTER_SIGN = 11.0, 8.0, 10.0
_LEAST_LINE = 14.0
_DOT_ON_BAR, _FEATHERS = 5.0, 9.0
_EDGE_AIR = 6.0


class End(IntEnum):
    """How an arrow ends: at the day it is about, open since none is named, or at the edge of the
    window since that day lies beyond."""

    HEAD = 0
    TAIL = 1
    EDGE = 2


@dataclass(frozen=True, slots=True)
class Arrow:
    """One prediction. `dot` is where it was made, None left of the window; the line runs from
    `start` to `stop`, rightwards or (about days before it was made) leftwards. `said` and `meant`
    are the pale extents (left, right) of days that are known no closer; empty where left == right.
    `left` to `right` is all that is drawn of it."""

    row: int
    verdict: int
    dot: float | None
    hollow: bool
    feathers: bool
    start: float
    stop: float
    end: End
    said: tuple[float, float]
    meant: tuple[float, float]
    sign: float
    caption: str
    caption_x: float
    left: float
    right: float

    @property
    def rightwards(self) -> bool:
        """It is about days after it was made, as predictions are."""
        return self.stop >= self.start

    @property
    def broken(self) -> bool:
        """Its line is broken: nobody knows yet, or no day is named."""
        return self.verdict == OPEN or self.end is End.TAIL


def arrows_of(
    content: ClaimContent,
    rows: Sequence[int],
    scale: TimeScale,
    measure: Measure,
    panning: bool = False,
) -> list[Arrow]:
    """The arrows of these predictions; one that is too short to be seen as an arrow is left out.

    While `panning` tails may slide out under the right edge."""
    found = (_Drawing(content, row, scale, measure, panning).arrow() for row in rows)
    return [arrow for arrow in found if arrow is not None]


class _Drawing:
    """The reckoning of one arrow."""

    def __init__(
        self, content: ClaimContent, row: int, scale: TimeScale, measure: Measure, panning: bool
    ) -> None:
        said, claims = content.said.shapes.table, content.claims
        self._row, self._scale, self._measure, self._panning = row, scale, measure, panning
        self._verdict = int(claims.verdict[row])
        self._first, self._last = int(said.first[row]), int(said.last[row])
        self._doubt = int(said.doubt[row])
        self._names_days = bool(claims.has_horizon[row])
        self._meant = (int(claims.horizon_first[row]), int(claims.horizon_last[row]))

    def arrow(self) -> Arrow | None:
        scale = self._scale
        dot, said = self._dot()
        if dot > scale.right_px:
            return None
        if not self._names_days:
            return self._tail(dot, said)
        if self._meant[1] < self._first:
            return self._backwards(dot, said)
        return self._forwards(dot, said)

    def _dot(self) -> tuple[float, tuple[float, float]]:
        """Where it was made; and the pale extent of days that are known no closer."""
        scale = self._scale
        if self._first == self._last:
            x = scale.x(self._first + 0.5)
            return x, (x, x)
        left = max(scale.x(self._first), scale.left_px - _EDGE_AIR)
        right = min(scale.x(self._last + 1), scale.right_px + _EDGE_AIR)
        if right < scale.left_px:
            return right, (right, right)
        seen = max(left, scale.left_px)
        return min(seen + _DOT_ON_BAR, (seen + right) / 2), (left, right)

    def _tail(self, dot: float, said: tuple[float, float]) -> Arrow | None:
        start = max(dot, said[1])
        room = self._scale.right_px - SIGN_RADIUS - _SIGN_AFTER_TAIL
        room += TAIL_PX + _LEAST_LINE if self._panning else 0
        stop = min(start + TAIL_PX, room)
        if dot < self._scale.left_px or stop - start < _LEAST_LINE:
            return None
        return self._made(
            dot, said, stop, End.TAIL, (stop, stop), tr(VERDICT_LABELS[self._verdict])
        )

    def _forwards(self, dot: float, said: tuple[float, float]) -> Arrow | None:
        scale, (first, last) = self._scale, self._meant
        one_day = first == last
        tip = scale.x(last + (0.5 if one_day else 1)) if not is_open(last) else float("inf")
        if tip < scale.left_px + HEAD_LONG:
            return None
        begin = max(scale.x(first), dot) if not is_open(first) else dot
        if tip + _SIGN_AFTER_HEAD + SIGN_RADIUS <= scale.right_px:
            meant = (tip, tip) if one_day else (begin, tip)
            words = tr(VERDICT_LABELS[self._verdict])
            return self._made(dot, said, tip, End.HEAD, meant, words)
        words = self._beyond(last, BEYOND_RIGHT)
        stop = scale.right_px - _EDGE_AIR - self._measure(words, CAPTION, False)
        stop -= _WORDS_AFTER_SIGN + _SIGN_AFTER_TAIL
        if stop - max(dot, scale.left_px) < _LEAST_LINE:
            return None
        meant = (stop, stop) if one_day else (min(begin, stop), stop)
        return self._made(dot, said, stop, End.EDGE, meant, words)

    def _backwards(self, dot: float, said: tuple[float, float]) -> Arrow | None:
        scale, (first, last) = self._scale, self._meant
        one_day = first == last
        tip = scale.x(first + (0.5 if one_day else 0)) if not is_open(first) else -float("inf")
        if dot < scale.left_px + _LEAST_LINE:
            return None
        end = scale.x(last + 1)
        if tip - _SIGN_AFTER_HEAD - SIGN_RADIUS >= scale.left_px:
            meant = (tip, tip) if one_day else (tip, min(end, dot))
            words = tr(VERDICT_LABELS[self._verdict])
            return self._made(dot, said, tip, End.HEAD, meant, words)
        words = self._beyond(first, BEYOND_LEFT)
        stop = scale.left_px + _EDGE_AIR + self._measure(words, CAPTION, False)
        stop += _WORDS_AFTER_SIGN + _SIGN_AFTER_TAIL
        if dot - stop < _LEAST_LINE:
            return None
        meant = (stop, stop) if one_day else (stop, max(stop, min(end, dot)))
        return self._made(dot, said, stop, End.EDGE, meant, words)

    def _beyond(self, day: int, angle: str) -> str:
        """What stands at the edge: the year, and on which side it lies."""
        if is_open(day):
            return angle
        year = year_words(date_of(day)[0])
        return f"{year} {angle}" if angle == BEYOND_RIGHT else f"{angle} {year}"

    def _start(self, dot: float, said: tuple[float, float], stop: float) -> float:
        """Where the line begins: at the day it was made, or where the days end on which it may."""
        scale = self._scale
        if said[1] > said[0]:
            dot = min(said[1], stop) if stop >= dot else max(said[0], stop)
        return min(max(dot, scale.left_px), scale.right_px)

    def _made(
        self,
        dot: float,
        said: tuple[float, float],
        stop: float,
        end: End,
        meant: tuple[float, float],
        words: str,
    ) -> Arrow:
        scale, way = self._scale, 1 if stop >= dot else -1
        width = self._measure(words, CAPTION, False)
        sign = stop + way * (_SIGN_AFTER_HEAD if end is End.HEAD else _SIGN_AFTER_TAIL)
        begin = sign + _WORDS_AFTER_SIGN if way > 0 else sign - _WORDS_AFTER_SIGN - width
        fits = scale.left_px <= begin and begin + width <= scale.right_px
        seen = dot >= scale.left_px
        wide = [dot - DOT_RADIUS if seen else scale.left_px, sign - SIGN_RADIUS, sign + SIGN_RADIUS]
        wide += [begin, begin + width] if fits else []
        wide += list(said) if said[1] > said[0] else []
        feathers = bool(self._doubt & APPROXIMATE)
        if seen:
            wide += [dot + DOT_RADIUS]
        if feathers:
            wide += [min(dot, said[0]) - _FEATHERS, max(dot, said[1]) + _FEATHERS]
        return Arrow(
            row=self._row,
            verdict=self._verdict,
            dot=dot if seen else None,
            hollow=bool(self._doubt & UNCERTAIN),
            feathers=feathers,
            start=self._start(dot, said, stop),
            stop=stop,
            end=end,
            said=said,
            meant=meant,
            sign=sign,
            caption=words if fits else "",
            caption_x=begin,
            left=max(min(wide), scale.left_px),
            right=min(max(wide), scale.right_px),
        )
