"""The outlines as they are made: near the original, and nothing in dispute among the settled."""

import json
from itertools import pairwise
from pathlib import Path
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from tools import outlines
from tools.outlines import FINER, TOLERANCE, Line, make, simplified, steps

_lines = st.lists(st.tuples(st.floats(-170, 170), st.floats(-80, 80)), min_size=2, max_size=40)


@given(_lines)
def test_no_point_is_further_from_the_simplified_line_than_allowed(line: Line) -> None:
    short = simplified(line)
    assert (short[0], short[-1]) == (line[0], line[-1])
    rest = iter(line)
    assert all(point in rest for point in short)
    places = [line.index(point) for point in short]
    if len(set(line)) == len(line):
        for one, other in pairwise(places):
            for point in line[one + 1 : other]:
                assert outlines._away(point, line[one], line[other]) <= TOLERANCE + 1e-9


@given(_lines)
def test_steps_lead_back_to_every_point(line: Line) -> None:
    told = steps(line)
    x, y = told[:2]
    back = [(x, y)]
    for dx, dy in zip(told[2::2], told[3::2], strict=True):
        x, y = x + dx, y + dy
        back.append((x, y))
    whole = [(round(a * outlines.UNIT), round(b * outlines.UNIT)) for a, b in line]
    assert back == [p for n, p in enumerate(whole) if n == 0 or p != whole[n - 1]]


def _file(folder: Path, name: str, *shapes: tuple[str, str, list[Any]]) -> None:
    features = [
        {
            "properties": {"featurecla": kind},
            "geometry": {"type": form, "coordinates": coordinates},
        }
        for kind, form, coordinates in shapes
    ]
    (folder / name).write_text(json.dumps({"features": features}), "utf-8")


def test_lines_are_settled_only_where_nobody_claims_otherwise(tmp_path: Path) -> None:
    square = [[0, 0], [10, 0], [10, 10], [0, 10], [0, 0]]
    speck = [[20, 0], [20.1, 0], [20.1, 0.1], [20, 0.1], [20, 0]]
    south = [[x, y - 80] for x, y in square]
    _file(
        tmp_path,
        outlines.LAND,
        ("Land", "MultiPolygon", [[square], [speck]]),
        ("Land", "Polygon", [south]),
    )
    _file(tmp_path, outlines.LAKES)
    straight = [[0, float(y)] for y in range(11)]
    _file(
        tmp_path,
        outlines.BORDERS,
        (outlines.SETTLED, "LineString", straight),
        ("Disputed (please verify)", "LineString", [[5, 0], [5, 10]]),
    )
    _file(tmp_path, outlines.CLAIMS, ("Claim", "LineString", [[0.2, 4], [0.2, 5]]))
    told = json.loads(make(tmp_path))
    assert [outlines.UNIT * 10 in line for line in told["land"]] == [True]
    assert told["borders"] == [[0, 0, 0, 300], [0, 600, 0, 400]]
    assert [0, 300, 0, 300] in told["unsettled"]
    assert [500, 0, 0, 1000] in told["unsettled"]
    assert len(told["unsettled"]) == 3


def test_central_asia_is_drawn_closer() -> None:
    bent = [(60.0, 45.0), (61.0, 45.1), (62.0, 45.0)]
    far = [(x - 100, y) for x, y in bent]
    assert FINER < 0.1 < TOLERANCE
    assert simplified(bent) == bent
    assert len(simplified(far)) == 2
