"""Rows of the real data, spoilt anywhere: they go in or are refused; nothing stops the build."""

import copy
import csv
import io
import json
import tempfile
from functools import cache
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from timeline_app.store.build.edition import NothingToBuildError, build

DATA = Path(__file__).resolve().parents[2] / "data"
ROWS_A_FILE = 4

Place = tuple[str | int, ...]

_odd = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(),
    st.text(max_size=300),
    st.sampled_from(
        ["", "2014-13-45", "2014/2013", "..", "Y-1000000000", "x" * 30_000, "\0", "KAZ"]
    ),
    st.sampled_from(
        [[], {}, [None], [[]], [{}], {"name": 5}, ["a"] * 3, {"terms": [{"office": []}]}]
    ),
)


@cache
def _rows() -> dict[str, list[dict[str, Any]]]:
    found = {}
    for path in sorted(DATA.glob("*.jsonl")):
        with path.open(encoding="utf-8") as file:
            lines = [json.loads(line) for line in file]
        found[path.name] = lines[:: max(1, len(lines) // ROWS_A_FILE)][:ROWS_A_FILE]
    return found


@cache
def _tables() -> dict[str, list[list[str]]]:
    found = {}
    for path in sorted(DATA.glob("*.csv")):
        with path.open(encoding="utf-8", newline="") as file:
            rows = list(csv.reader(file))
        found[path.name] = [rows[0], *rows[1 :: max(1, len(rows) // ROWS_A_FILE)][:ROWS_A_FILE]]
    return found


def _places(held: object, at: Place = ()) -> list[Place]:
    """Where in a row a value can stand."""
    parts: list[tuple[str | int, object]] = []
    if isinstance(held, dict):
        parts = list(held.items())
    elif isinstance(held, list):
        parts = list(enumerate(held[:2]))
    return [place for key, part in parts for place in ((*at, key), *_places(part, (*at, key)))]


def _spoil(row: Any, place: Place, value: object) -> None:
    for key in place[:-1]:
        row = row[key]
    row[place[-1]] = value


@settings(max_examples=25)
@given(st.data())
def test_no_value_anywhere_stops_the_build(data: st.DataObject) -> None:
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made, "data")
        folder.mkdir()
        for name, rows in copy.deepcopy(_rows()).items():
            for row in rows:
                _spoil(row, data.draw(st.sampled_from(_places(row))), data.draw(_odd))
            lines = "\n".join(json.dumps(row, ensure_ascii=False) for row in rows)
            (folder / name).write_bytes(lines.encode("utf-8", "surrogatepass"))
        for name, table in copy.deepcopy(_tables()).items():
            if name == "terms.csv":
                continue
            for cells in table[1:]:
                cells[data.draw(st.integers(0, len(cells) - 1))] = str(data.draw(_odd))
            text = io.StringIO()
            csv.writer(text).writerows(table)
            (folder / name).write_bytes(text.getvalue().encode("utf-8", "surrogatepass"))
        given_events = sum(
            len(r) for n, r in _rows().items() if n.startswith(("events", "derived"))
        )
        try:
            report = build(folder, Path(made, "made.archive.sqlite"))
        except NothingToBuildError:
            return
        refused = [p for p in report.refused if p.file.startswith(("events", "derived"))]
        assert report.events + len(refused) >= given_events
