"""A dragged period has both its ends inside, whichever way it was drawn."""

from hypothesis import given
from hypothesis import strategies as st

from timeline_app.canvas.brush import BrushDrag, Part, part_at
from timeline_app.dates.civil import date_of, day_of
from timeline_app.model.filter import SpanClause
from timeline_app.model.view import View
from timeline_app.scene.time_scale import TimeScale

DAY = 2_456_000
SCALE = TimeScale.of(View(float(DAY), 700.0), 148.0, 700.0)
places = st.floats(DAY, DAY + 699)


@given(places, places)
def test_a_new_period_holds_the_days_under_both_ends(start: float, end: float) -> None:
    first, last = BrushDrag(Part.NEW, start, None).moved(SCALE, end, snap=False)
    assert first == int(min(start, end))
    assert last in (int(max(start, end)), max(first, int(max(start, end)) - 1))
    assert first <= last


@given(places, st.integers(0, 200), places)
def test_an_edge_moves_and_the_other_stays(start: float, days: int, to: float) -> None:
    before = SpanClause(int(start), int(start) + days)
    left = BrushDrag(Part.LEFT, float(before.first), before).moved(SCALE, to, snap=False)
    assert before.last in left or before.last + 1 in left
    right = BrushDrag(Part.RIGHT, float(before.last), before).moved(SCALE, to, snap=False)
    assert before.first in right or before.first - 1 in right
    assert left[0] <= left[1] and right[0] <= right[1]


@given(places, st.integers(0, 200), places)
def test_moved_whole_it_keeps_its_length(start: float, days: int, to: float) -> None:
    before = SpanClause(int(start), int(start) + days)
    first, last = BrushDrag(Part.WHOLE, start, before).moved(SCALE, to, snap=False)
    assert last - first == days
    assert first - before.first == round(to - start)


@given(places, places)
def test_snapped_it_holds_whole_months(start: float, end: float) -> None:
    first, last = BrushDrag(Part.NEW, start, None).moved(SCALE, end, snap=True)
    assert date_of(first)[2] == 1
    assert last == first or date_of(last + 1)[2] == 1


def test_what_lies_under_the_pointer() -> None:
    span = SpanClause(DAY + 100, DAY + 199)
    left, right = SCALE.x(float(span.first)), SCALE.x(float(span.last + 1))
    assert part_at(SCALE, span, left + 2, 12) is Part.LEFT
    assert part_at(SCALE, span, right - 2, 12) is Part.RIGHT
    assert part_at(SCALE, span, (left + right) / 2, 12) is Part.WHOLE
    assert part_at(SCALE, span, right + 30, 12) is Part.NEW
    assert part_at(SCALE, None, right, 12) is Part.NEW


def test_a_narrow_brush_can_still_be_moved_whole() -> None:
    span = SpanClause(DAY + 100, DAY + 114)
    middle = SCALE.x(float(span.first)) + 7.5
    assert part_at(SCALE, span, middle, 12) is Part.WHOLE


def test_years_are_snapped_to_where_the_ruler_shows_years() -> None:
    wide = TimeScale.of(View(float(day_of(1991, 1, 1)), 12_000.0), 148.0, 700.0)
    drag = BrushDrag(Part.NEW, float(day_of(1999, 11, 3)), None)
    first, last = drag.moved(wide, float(day_of(2004, 12, 20)), snap=True)
    assert (date_of(first), date_of(last)) == ((2000, 1, 1), (2004, 12, 31))
