"""Small folders of data in the form of `data/`, for tests of what is made from them."""

import json
from pathlib import Path
from typing import Any

Row = dict[str, Any]


def source(**more: Any) -> Row:
    """A source as events cite it."""
    return {
        "kind": "web page",
        "publisher": "An agency",
        "title": "What it printed",
        "date": "2014-05-30",
        "url": "https://example.org/printed",
        "accessed": "2026-11-23",
        "evidence": "full text",
    } | more


def event(id: str = "one", **more: Any) -> Row:
    """An event with every field of the form."""
    return {
        "id": id,
        "title": f"Event {id}",
        "start": "2014-05-29",
        "end": None,
        "kind": "visit",
        "summary": "What happened.",
        "actors": [{"name": "Kazakhstan", "type": "state", "iso3": "KAZ", "role": "host"}],
        "places": [{"name": "Astana", "lat": 51.2, "lon": 71.4}],
        "vectors": ["Russia"],
        "outcome": None,
        "sources": [source()],
        "confidence": {"independent_sources": 1, "verified": True, "basis": ["full text"]},
        "derived_from": None,
    } | more


def folder(path: Path, **files: list[Row] | str | bytes) -> Path:
    """A folder with these files: `events_2=[...]` is events_2.jsonl, a text stands as it is."""
    path.mkdir(parents=True, exist_ok=True)
    for name, held in files.items():
        if isinstance(held, list):
            lines = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in held)
            (path / f"{name}.jsonl").write_text(lines, encoding="utf-8")
        elif isinstance(held, bytes):
            (path / f"{name}.jsonl").write_bytes(held)
        else:
            (path / f"{name}.csv").write_text(held, encoding="utf-8")
    return path
