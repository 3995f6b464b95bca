"""Where the rows of the strip of balance stand, from the top: the seven shares, what is beside
them, the balance, and the evidence under it all."""

from collections.abc import Sequence

from timeline_app.analysis.engagement import PARTNERS
from timeline_app.dataclass import dataclass
from timeline_app.look import fonts

TITLE_PX, FOOT_PX, GAP_PX = 24, 5, 4
ROW_PX, LEAST_ROW_PX, WIDE_ROW_PX = 22, 15, 32
BESIDE_PX, BALANCE_PX, EVIDENCE_PX = 32, 26, 15


@dataclass(frozen=True, slots=True)
class Row:
    """A stretch of the strip, in pixels from its top as if nothing was scrolled."""

    top: float
    height: float
    most: float = 1.0
    """What fills it."""

    @property
    def bottom(self) -> float:
        """Its lower edge."""
        return self.top + self.height

    def y(self, value: float) -> float:
        """Where a value lies; what is beyond stands at the edge."""
        return self.bottom - 1 - min(max(value / self.most, 0.0), 1.0) * (self.height - 2)


@dataclass(frozen=True, slots=True)
class BalanceRows:
    """All rows; `height` is that of the whole, `seen` what of it the strip may show."""

    shares: tuple[Row, ...]
    beside: Row
    balance: Row
    events: Row
    publishers: Row
    height: int
    seen: int

    @property
    def hidden(self) -> int:
        """How far it can be scrolled."""
        return self.height - self.seen


def balance_rows(wide: bool, most_px: float, needs: Sequence[float] = ()) -> BalanceRows:
    """As high as there is room, each row as high as its letters at least.

    `needs` are the greatest shares (0 to 1) of the seven: a share is as high in each row as in
    every other, so rows compare, and those that need more get more.
    """
    rest = [fonts.scaled(px) for px in (TITLE_PX, BESIDE_PX, BALANCE_PX, EVIDENCE_PX, EVIDENCE_PX)]
    fixed = sum(rest) + FOOT_PX + 3 * GAP_PX
    wished = fonts.scaled(WIDE_ROW_PX if wide else ROW_PX)
    least = fonts.scaled(LEAST_ROW_PX)
    row = max(least, min(wished, int((most_px - fixed) / len(PARTNERS))))
    unit, heights = _shared_out(row * len(PARTNERS), least, needs or (1.0,) * len(PARTNERS))
    shares, top = [], float(rest[0])
    for height in heights:
        shares.append(Row(top, height, height / unit))
        top += height
    beside = Row(top + GAP_PX, rest[1])
    balance = Row(beside.bottom + GAP_PX, rest[2])
    events = Row(balance.bottom + GAP_PX, rest[3])
    publishers = Row(events.bottom, rest[4])
    height = int(publishers.bottom) + FOOT_PX
    seen = min(height, max(int(most_px), rest[0] + 3 * row))
    return BalanceRows(tuple(shares), beside, balance, events, publishers, height, seen)


def _shared_out(room: int, least: int, needs: Sequence[float]) -> tuple[float, list[int]]:
    """Pixels of a share of 1, and the height of each row: together `room`, none under `least`."""
    small: set[int] = set()
    while True:
        rest = [n for n in range(len(needs)) if n not in small]
        asked = sum(needs[n] for n in rest)
        unit = (room - least * len(small)) / asked if asked else float(least)
        under = {n for n in rest if needs[n] * unit < least}
        if not under or not asked:
            break
        small |= under
    heights = [least if n in small else int(needs[n] * unit) for n in range(len(needs))]
    largest = max(range(len(needs)), key=needs.__getitem__)
    heights[largest] += room - sum(heights)
    return unit, heights
