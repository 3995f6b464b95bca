"""Makes `resources/map/outlines.json` from Natural Earth: `python3 -m tools.outlines FOLDER`.

FOLDER holds four files of Natural Earth's 1:50m set as GeoJSON (see INPUTS). What is left is
schematic: lines within a tolerance of the original, small islands and small lakes left out. A
border is settled only where Natural Earth calls it international and no claim runs near it.
"""

import json
import math
import sys
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

from tools.tree import TOP

OUT = TOP / "resources" / "map" / "outlines.json"
LAND, LAKES = "ne_50m_land.json", "ne_50m_lakes.json"
BORDERS = "ne_50m_admin_0_boundary_lines_land.json"
CLAIMS = "ne_50m_admin_0_boundary_lines_disputed_areas.json"
INPUTS = (LAND, LAKES, BORDERS, CLAIMS)

SETTLED = "International boundary (verify)"
TOLERANCE, FINER = 0.2, 0.05
"""Degrees by which a line may be off: anywhere, and within REGION."""
REGION = (44.0, 33.0, 90.0, 57.0)
"""Central Asia, where one looks closely: west, south, east and north."""
NEAR = 0.6
"""Degrees from a claim or a breakaway line within which no border counts as settled."""
LEAST_LAND, LEAST_LAKE = 1.0, 0.5
"""Square degrees under which an island or a lake is left out."""
SOUTHMOST = -58.0
UNIT = 100
"""So many steps make a degree in the file."""

Point = tuple[float, float]
Line = list[Point]


def lines_of(folder: Path, name: str) -> Iterator[tuple[dict[str, Any], Line]]:
    """Every line or ring of a file, with the properties of what it belongs to."""
    for feature in json.loads((folder / name).read_text("utf-8"))["features"]:
        for line in _parts(feature["geometry"]["coordinates"]):
            yield feature["properties"], line


def _parts(nested: Sequence[Any]) -> Iterator[Line]:
    """The lists of points, however deep they lie."""
    if isinstance(nested[0][0], int | float):
        yield [(float(point[0]), float(point[1])) for point in nested]
    else:
        for inner in nested:
            yield from _parts(inner)


def simplified(line: Line) -> Line:
    """Some points of a line, its ends among them, from which it is nowhere further away than the
    tolerance; it is parted where it is furthest (Ramer, Douglas and Peucker)."""
    kept = {0, len(line) - 1}
    open_parts = [(0, len(line) - 1)]
    while open_parts:
        first, last = open_parts.pop()
        off = {n: _off(line[n], line[first], line[last]) for n in range(first + 1, last)}
        at = max(off, key=off.__getitem__, default=first)
        if at > first and off[at] > 1:
            kept.add(at)
            open_parts += [(first, at), (at, last)]
    return [line[n] for n in sorted(kept)]


def _off(point: Point, one: Point, other: Point) -> float:
    """How far a point lies from a stretch, as a multiple of what is allowed there."""
    west, south, east, north = REGION
    inside = west <= point[0] <= east and south <= point[1] <= north
    return _away(point, one, other) / (FINER if inside else TOLERANCE)


def _away(point: Point, one: Point, other: Point) -> float:
    """How far a point lies from the stretch between two others, in degrees."""
    dx, dy = other[0] - one[0], other[1] - one[1]
    x, y = point[0] - one[0], point[1] - one[1]
    whole = dx * dx + dy * dy
    along = min(1.0, max(0.0, (x * dx + y * dy) / whole)) if whole else 0.0
    return math.hypot(x - along * dx, y - along * dy)


def area(ring: Line) -> float:
    """In square degrees."""
    pairs = pairwise(ring)
    return abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in pairs)) / 2


def rings(folder: Path, name: str, least: float) -> list[Line]:
    """The rings of a file that are large enough, the largest first."""
    every = [ring for _, ring in lines_of(folder, name) if max(y for _, y in ring) > SOUTHMOST]
    large = sorted((ring for ring in every if area(ring) >= least), key=area, reverse=True)
    return [ring for ring in map(simplified, large) if len(ring) > 3]


def borders(folder: Path) -> tuple[list[Line], list[Line]]:
    """Those that are settled, and those that are not."""
    claims = [line for _, line in lines_of(folder, CLAIMS)]
    settled: list[Line] = []
    unsettled = list(claims)
    for about, line in lines_of(folder, BORDERS):
        if about["featurecla"] != SETTLED:
            unsettled.append(line)
            continue
        for near, part in _runs(line, claims):
            (unsettled if near else settled).append(part)
    return [simplified(line) for line in settled], [simplified(line) for line in unsettled]


def _runs(line: Line, claims: list[Line]) -> Iterator[tuple[bool, Line]]:
    """A line in parts that are near a claim, or are not; each begins where the last one ends."""
    near = [_is_near(point, claims) for point in line]
    start = 0
    for n in range(1, len(line)):
        here = near[n - 1] or near[n]
        after = n + 1 < len(line) and (near[n] or near[n + 1])
        if n + 1 == len(line) or here != after:
            yield here, line[start : n + 1]
            start = n


def _is_near(point: Point, claims: list[Line]) -> bool:
    return any(
        _away(point, one, other) < NEAR
        for claim in claims
        for one, other in pairwise(claim)
        if abs(one[0] - point[0]) < 5 + NEAR and abs(one[1] - point[1]) < 5 + NEAR
    )


def steps(line: Line) -> list[int]:
    """A line as whole numbers: where it begins, then the way from each point to the next."""
    whole = [(round(x * UNIT), round(y * UNIT)) for x, y in line]
    told = list(whole[0])
    for (x, y), (x2, y2) in pairwise(whole):
        if (x, y) != (x2, y2):
            told += [x2 - x, y2 - y]
    return told


def make(folder: Path) -> str:
    """The text of the file."""
    settled, unsettled = borders(folder)
    found = {
        "land": rings(folder, LAND, LEAST_LAND),
        "lakes": rings(folder, LAKES, LEAST_LAKE),
        "borders": settled,
        "unsettled": unsettled,
    }
    told = {name: [steps(line) for line in lines] for name, lines in found.items()}
    rows = [
        f'"{name}":[\n' + ",\n".join(json.dumps(line, separators=(",", ":")) for line in lines)
        for name, lines in told.items()
    ]
    return f'{{"unit":{UNIT},\n' + "],\n".join(rows) + "]}\n"


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(f"usage: python3 -m tools.outlines FOLDER (with {', '.join(INPUTS)})")
    OUT.parent.mkdir(exist_ok=True)
    OUT.write_text(make(Path(sys.argv[1])), "utf-8")
    print(OUT, OUT.stat().st_size)
