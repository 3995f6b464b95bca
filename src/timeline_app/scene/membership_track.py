"""The track of memberships: a row for each state in each organisation, as many as have room."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import field

from timeline_app.dataclass import dataclass
from timeline_app.model.membership_rows import MemberRow, member_key
from timeline_app.model.membership_table import MembershipTable
from timeline_app.scene.display_list import DisplayList, Ink, Label, Shade, Strokes
from timeline_app.scene.lane_layout import LaneBox, Level
from timeline_app.scene.membership_strokes import (
    BAND_PX,
    BandSpan,
    Hatched,
    draw_band,
    draw_other,
    outermost,
    span_of,
)
from timeline_app.scene.text_measure import Measure
from timeline_app.scene.time_scale import TimeScale
from timeline_app.scene.track import Band, TrackNeed, TrackPlace

ROW_PX = 15.0
MARGIN_PX = 4.0
LABEL_SIZE = 11.5
_LEAST_ROWS = 4
_MIDDLE_PX, LABEL_BASE_PX = 6.5, 4.0
_AIR, _INSET = 6.0, 4.0


@dataclass(frozen=True, slots=True)
class MemberLine:
    """One row in pixels: its bands, what other sources say, and its label, which stands before
    the first band or makes room for itself in one."""

    key: int
    spans: tuple[BandSpan, ...]
    others: tuple[BandSpan, ...]
    label: str
    label_x: float
    label_px: float
    y: float

    @property
    def cut(self) -> tuple[float, float]:
        """Where bands make room for the label."""
        return self.label_x - _INSET, self.label_x + self.label_px + _INSET


@dataclass(frozen=True, eq=False, slots=True)
class MembershipDrawing:
    """One frame of the track; `in_sight` counts the rows that could be drawn."""

    band: Band
    strokes: DisplayList
    hatched: tuple[Hatched, ...]
    lines: tuple[MemberLine, ...]
    in_sight: int
    row_px: float = ROW_PX

    def place_at(self, x: float, y: float) -> TrackPlace | None:
        """The row at a height, where something of it is drawn or its label stands."""
        if y not in self.band or self.band.folded:
            return None
        for line in self.lines:
            left, right = outermost((*line.spans, *line.others))
            left, right = min(left, line.label_x), max(right, line.label_x + line.label_px)
            if abs(line.y - y) <= self.row_px / 2 and left - _AIR <= x <= right + _AIR:
                return self._place(line)
        return None

    def place_of(self, key: int) -> TrackPlace | None:
        """Where this row is drawn."""
        line = next((one for one in self.lines if one.key == key), None)
        return None if line is None or self.band.folded else self._place(line)

    def _place(self, line: MemberLine) -> TrackPlace:
        scale = self.strokes.scale
        left, right = outermost((*line.spans, *line.others))
        left, right = max(left, scale.left_px), min(right, scale.right_px)
        return TrackPlace((line.key,), left, line.y - 5, right, line.y + 5, left, line.y)


Seen = dict[int, tuple[list[BandSpan], list[BandSpan]]]


@dataclass(slots=True)
class MembershipTrack:
    """The rows that may be drawn, those `chosen` before all others; it remembers which ones were
    while one pans. With larger letters rows are `grown` times as high."""

    table: MembershipTable
    rows: Sequence[MemberRow]
    measure: Measure
    chosen: tuple[int, ...] = ()
    grown: float = 1.0
    _held: tuple[int, ...] = field(default=())
    _seen: tuple[TimeScale, Seen] | None = None
    """What was in sight last: room is asked for by what is drawn then, and a brush moves no day."""

    @property
    def row_px(self) -> float:
        """How high a row is."""
        return ROW_PX * self.grown

    def key(self, row: MemberRow) -> int:
        """What names a row."""
        return member_key(self.table, row.organisation, row.state)

    def row_of(self, key: int) -> MemberRow | None:
        """The row of this name."""
        return next((row for row in self.rows if self.key(row) == key), None)

    def need(self, scale: TimeScale) -> TrackNeed:
        """Some rows at least, all at most."""
        n = len(self._in_sight(scale))
        least = max(1, min(_LEAST_ROWS, n))
        most, row = max(1, n), self.row_px
        return TrackNeed(least * row + 2 * MARGIN_PX, most * row + 2 * MARGIN_PX)

    def compose(self, scale: TimeScale, band: Band, resting: bool) -> MembershipDrawing:
        """Its picture."""
        seen = self._in_sight(scale)
        strokes, hatched, lines = Strokes(), list[Hatched](), list[MemberLine]()
        if not band.folded:
            room = max(1, int((band.height - 2 * MARGIN_PX) // self.row_px))
            for n, row in enumerate(self._chosen(seen, room, resting)):
                y = band.top + MARGIN_PX + n * self.row_px + _MIDDLE_PX * self.grown
                lines.append(self._line(row, seen[self.key(row)], y, scale))
        else:
            _draw_turns(strokes, seen.values(), band.top + band.height / 2)
        labels = []
        for line in lines:
            for span in line.spans:
                hatched += draw_band(strokes, span, line.y, scale, line.cut)
            for span in line.others:
                draw_other(strokes, span, line.y, line.cut)
            base = line.y + LABEL_BASE_PX * self.grown
            at = line.label_x, base, line.label_px, LABEL_SIZE
            labels.append(Label(line.key, 0, line.label, *at, to_right=True, slot=0))
        box = LaneBox((0,), band.top, band.height, Level.MARKS)
        frozen = strokes.frozen(scale, (box,), labels, ())
        return MembershipDrawing(band, frozen, tuple(hatched), tuple(lines), len(seen), self.row_px)

    def _in_sight(self, scale: TimeScale) -> Seen:
        """By key the bands of each row of which something is in sight, and the other sources'."""
        if self._seen is not None and self._seen[0] == scale:
            return self._seen[1]
        found: Seen = {}
        for row in self.rows:
            spans, others = (
                [s for s in (span_of(self.table, n, scale) for n in of) if s is not None]
                for of in (row.rows, row.others)
            )
            if spans or others:
                found[self.key(row)] = spans, others
        self._seen = scale, found
        return found

    def _chosen(self, seen: Mapping[int, object], room: int, resting: bool) -> list[MemberRow]:
        """The rows that tell most, in their order; while one pans the same ones."""
        inside = [row for row in self.rows if self.key(row) in seen]
        if not resting and self._held:
            return [row for row in inside if self.key(row) in self._held][:room]
        ranked = sorted(inside, key=lambda row: (self.key(row) not in self.chosen, row.rank))[:room]
        self._held = tuple(self.key(row) for row in ranked)
        return [row for row in inside if self.key(row) in self._held]

    def _line(
        self,
        row: MemberRow,
        drawn: tuple[list[BandSpan], list[BandSpan]],
        y: float,
        scale: TimeScale,
    ) -> MemberLine:
        label = label_of(self.table, row)
        width = self.measure(label, LABEL_SIZE, False)
        spans, others = drawn
        left, right = outermost([*spans, *others])
        x = left - _AIR - width
        if x < scale.left_px:
            after = right + _AIR
            within = max(left, scale.left_px) + 3 * _INSET
            x = after if right - left < width and after + width < scale.right_px else within
        x = min(max(x, scale.left_px + _INSET), scale.right_px - width)
        return MemberLine(self.key(row), tuple(spans), tuple(others), label, x, width, y)


def _draw_turns(
    strokes: Strokes, seen: Iterable[tuple[list[BandSpan], list[BandSpan]]], y: float
) -> None:
    """In a folded track: where something begins or ends."""
    for spans, _ in seen:
        for span in spans:
            for x in (span.left, *(() if span.on or span.fades else (span.right,))):
                strokes.rect(x - 1, y - BAND_PX / 2, 2, BAND_PX, Ink.INK3, Shade.FULL)


def label_of(table: MembershipTable, row: MemberRow) -> str:
    """ "CSTO, UZB"."""
    organisation = table.organisations[row.organisation]
    return f"{organisation.code or organisation.name}, {table.states[row.state].id}"
