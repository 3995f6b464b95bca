"""The outlines that ship: whole, on the earth, and no disputed line among the settled ones."""

from pathlib import Path

import numpy as np
import pytest

from timeline_app.scene.outlines import Line, Outlines, read_outlines, shipped_outlines

DISPUTED = {
    "Crimea": (32.6, 45.4, 36.6, 46.3),
    "Kashmir": (73.9, 33.0, 77.5, 35.2),
    "Aksai Chin": (77.9, 33.6, 79.8, 35.4),
    "the north of Kosovo": (20.5, 42.3, 21.5, 43.2),
    "the Golan": (35.6, 32.9, 35.85, 33.3),
    "the West Bank": (34.9, 31.5, 35.4, 32.5),
    "Western Sahara": (-12.8, 26.6, -8.9, 27.8),
    "Arunachal Pradesh": (92.3, 27.8, 96.5, 29.2),
    "Karabakh": (46.5, 39.5, 47.2, 40.3),
    "Korea": (126.8, 37.9, 128.3, 38.6),
}
"""West, south, east and north of where borders are in dispute or not settled."""


def _inside(line: Line, box: tuple[float, float, float, float]) -> int:
    """How many of a hundred points on each stretch of a line are there."""
    way = np.linspace(0, 1, 100)[:, None, None]
    on_it = (line[:-1] + way * (line[1:] - line[:-1])).reshape(-1, 2)
    x, y = on_it[:, 0], on_it[:, 1]
    return int(((box[0] < x) & (x < box[2]) & (box[1] < y) & (y < box[3])).sum())


@pytest.mark.parametrize("where", DISPUTED)
def test_what_is_in_dispute_is_never_drawn_as_settled(where: str) -> None:
    found, box = shipped_outlines(), DISPUTED[where]
    assert not sum(_inside(line, box) for line in found.borders)
    assert sum(_inside(line, box) for line in found.unsettled)


def test_every_line_is_on_the_earth_and_every_ring_is_closed() -> None:
    found = shipped_outlines()
    for lines in (found.land, found.lakes, found.borders, found.unsettled):
        assert len(lines) > 20
        for line in lines:
            assert line.shape[1] == 2
            assert (np.abs(line) <= (180.0, 90.0)).all()
    for ring in (*found.land, *found.lakes):
        assert np.allclose(ring[0], ring[-1], atol=0.011)


def _is_empty(found: Outlines) -> bool:
    return not (found.land or found.lakes or found.borders or found.unsettled)


def test_a_file_that_is_missing_or_spoilt_gives_no_outlines(tmp_path: Path) -> None:
    assert _is_empty(read_outlines(tmp_path / "none.json"))
    for text in ("", "[]", "{}", '{"unit":100,"land":[[1]]}', '{"unit":0,"land":[]}', "\x00"):
        file = tmp_path / "spoilt.json"
        file.write_text(text, "utf-8")
        assert _is_empty(read_outlines(file))


def test_steps_are_added_up_in_units(tmp_path: Path) -> None:
    file = tmp_path / "one.json"
    file.write_text('{"unit":10,"land":[[10,20,5,-5]],"lakes":[],"borders":[],"unsettled":[]}')
    assert read_outlines(file).land[0].tolist() == [[1.0, 2.0], [1.5, 1.5]]
