"""Every way in which a date can be known has its own mark; edge, fill and extent say how surely."""

import numpy as np
import pytest

from made_dates import CLASSES
from timeline_app.dates.edtf import parse
from timeline_app.model.codes import several
from timeline_app.model.event_table import DISPUTED, Term
from timeline_app.scene.display_list import Form, Ink, Shade
from timeline_app.window.legend import SAMPLES, Sample, drawn

FEATHERS = {Shade.NEAR, Shade.MIDDLE, Shade.FAR}


def shades(name: str) -> set[int]:
    return set(drawn(Sample(CLASSES[name], name)).rects.shade.tolist())


def forms(name: str) -> list[int]:
    return drawn(Sample(CLASSES[name], name)).glyphs.form.tolist()


def outlined(name: str) -> bool:
    return bool(len(drawn(Sample(CLASSES[name], name)).outlines))


def test_a_day_is_a_glyph_and_nothing_else() -> None:
    assert forms("day") == [Form.SOLID]
    assert not shades("day")
    assert not outlined("day")


@pytest.mark.parametrize(
    "name", [name for name in CLASSES if "about" in name and "month" not in name]
)
def test_what_is_approximate_has_feathers_and_nothing_else_has(name: str) -> None:
    assert shades(name) >= FEATHERS
    bare = name.replace("about a", "").replace(" about", "").replace("about and ", "").strip()
    if bare in CLASSES:
        assert not shades(bare) & FEATHERS


@pytest.mark.parametrize("name", [name for name in CLASSES if "uncertain" in name])
def test_what_is_uncertain_is_hollow_with_a_broken_outline(name: str) -> None:
    assert Form.SOLID not in forms(name)
    assert Form.BROKEN in forms(name)
    assert Shade.FULL not in shades(name)


@pytest.mark.parametrize(
    "name", ["some day within a month", "one of two days", "some days of a month"]
)
def test_some_day_within_is_pale_between_full_ends(name: str) -> None:
    rects = drawn(Sample(CLASSES[name], name)).rects
    pale = rects.bounds[rects.shade == Shade.PALE]
    full = rects.bounds[rects.shade == Shade.FULL]
    assert len(pale) == 1
    assert full[:, 2].tolist() == [1.5, 1.5]
    assert full[0, 0] == pale[0, 0]


def test_a_span_is_solid_and_its_glyph_is_knocked_out() -> None:
    picture = drawn(Sample(CLASSES["span"], "span"))
    assert picture.rects.shade.tolist() == [Shade.FULL]
    assert picture.glyphs.ink.tolist() == [Ink.CANVAS]


def test_outer_and_inner_share_a_line() -> None:
    rects = drawn(Sample("2014-03-0X/2014-04-0X", "")).rects
    pale, solid, *ends = rects.bounds.tolist()
    assert pale[0] < solid[0] < solid[0] + solid[2] < pale[0] + pale[2]
    assert pale[1::2] == solid[1::2]
    assert [end[2] for end in ends] == [1.5, 1.5]


@pytest.mark.parametrize(
    ("name", "direction", "pale"),
    [
        ("open start", -1, False),
        ("open end", 1, False),
        ("unknown start", -1, True),
        ("unknown end", 1, True),
    ],
)
def test_an_end_that_is_open_is_an_arrow_and_one_unknown_is_pale_too(
    name: str, direction: int, pale: bool
) -> None:
    picture = drawn(Sample(CLASSES[name], name))
    assert picture.arrows[:, 2].tolist() == [direction]
    assert picture.arrows[:, 3].tolist() == [10]
    assert (Shade.PALE in picture.rects.shade) == pale
    tip = picture.arrows[0, 0]
    assert all(abs(x - tip) > 10 for x in picture.glyphs.place[:, 0])


def test_what_sources_disagree_on_has_a_tick_under_its_glyph() -> None:
    plain, disputed = (drawn(Sample("2014-03-18", "", disputed=it)).rects for it in (False, True))
    assert len(plain) == 0
    (tick,) = disputed.bounds.tolist()
    assert tick[2] == 1
    assert disputed.ink.tolist() == [Ink.INK]


def test_no_two_marks_of_the_legend_are_drawn_alike() -> None:
    seen = []
    for sample in SAMPLES:
        picture = drawn(sample)
        looks = (
            np.unique(picture.rects.shade).tolist(), picture.glyphs.form.tolist(),
            np.unique(picture.rects.ink).tolist(), picture.glyphs.place[:, 2].tolist(),
            picture.glyphs.ink.tolist(), len(picture.outlines), picture.arrows[:, 2:].tolist(),
            len(picture.corners), sample.other,
            picture.rects.bounds[:, 2:].round(1).tolist(),
        )  # fmt: skip
        assert looks not in seen, sample.words
        seen.append(looks)


def test_every_class_can_be_told_in_days() -> None:
    for edtf in CLASSES.values():
        date = parse(edtf)
        assert date.outer.first <= date.outer.last
    codes = several(np.array([1, 0]), np.zeros(1, np.int32), (Term(DISPUTED, ""),))
    assert codes.holding({DISPUTED}).tolist() == [True, False]
