"""What the program remembers between two sittings: one frozen record, one JSON file.

A file that is damaged, foreign or from a newer version costs nothing but itself: every field that
cannot be understood falls back to its default, and the others are kept.
"""

import json
from dataclasses import asdict, fields
from pathlib import Path
from typing import Any

from timeline_app.dataclass import dataclass
from timeline_app.model.window_months import LEAST_MONTHS, MOST_MONTHS
from timeline_app.places import user_settings

VERSION = 1
FILE = "settings.json"

THEMES = ("system", "light", "dark")
WHEELS = ("zoom", "scroll")
STRIPS = ("counts", "balance", "votes", "series")
SMALLEST_TEXT, LARGEST_TEXT = 90, 200
TRADES = ("", "imports", "exports")
RECENT = 8
MONTHS = (LEAST_MONTHS, MOST_MONTHS)


@dataclass(frozen=True, slots=True)
class Settings:
    """All settings. Paths are texts; `geometry` and `splits` are kept by screen ("1920x1080").
    `kinds_counted` and `kinds_left_out` are by which kinds what counts as engagement differs from
    the usual; `vector_members` holds who belongs to a vector (see `measuring`), where that is not
    as the archive says."""

    theme: str = "system"
    text_percent: int = 100
    wheel: str = "zoom"
    letter_keys: bool = True
    grouping: str = "vector"
    strip: str = "counts"
    kinds_counted: tuple[str, ...] = ()
    kinds_left_out: tuple[str, ...] = ()
    derived_vectors: bool = False
    machine_coded_counts: bool = False
    band_months: int = 36
    trade_beside: str = "imports"
    vector_members: tuple[str, ...] = ()
    facets_shown: bool = True
    detail_shown: bool = True
    dock_shown: bool = True
    hidden_tracks: tuple[str, ...] = ("memberships", "treaties")
    organisations: tuple[str, ...] = ()
    archive: str = ""
    notebook: str = ""
    recent_archives: tuple[str, ...] = ()
    recent_notebooks: tuple[str, ...] = ()
    first_run_done: bool = False
    geometry: tuple[tuple[str, str], ...] = ()
    splits: tuple[tuple[str, tuple[int, ...]], ...] = ()
    sitting: tuple[tuple[str, str], ...] = ()


def settings_file() -> Path:
    """Where the settings lie."""
    return user_settings() / FILE


def load(path: Path) -> Settings:
    """The settings in `path`; defaults for whatever is not there or cannot be understood."""
    try:
        written = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError, RecursionError):
        return Settings()
    if not isinstance(written, dict):
        return Settings()
    return Settings(**{f.name: _read(f.name, written) for f in fields(Settings)})


def save(path: Path, settings: Settings) -> None:
    """Writes the settings whole, or leaves the old file. Raises OSError where it cannot.

    What is no file, as /dev/null, takes no settings: a fresh file in its place would be its end.
    """
    if path.exists() and not path.is_file():
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh = path.with_suffix(".new")
    text = json.dumps({"version": VERSION, **asdict(settings)}, ensure_ascii=False, indent=1)
    fresh.write_text(text, "utf-8")
    fresh.replace(path)


def with_recent(old: tuple[str, ...], path: str) -> tuple[str, ...]:
    """The list of recent files with `path` at its head."""
    return (path, *(p for p in old if p != path))[:RECENT]


def _read(name: str, written: dict[str, Any]) -> Any:
    default = getattr(Settings(), name)
    value = written.get(name, default)
    if name == "theme":
        return value if value in THEMES else default
    if name == "strip":
        return value if value in STRIPS else default
    if name == "trade_beside":
        return value if value in TRADES else default
    if name == "wheel":
        return value if value in WHEELS else default
    if isinstance(default, bool):
        return value if isinstance(value, bool) else default
    if name == "band_months":
        return value if type(value) is int and MONTHS[0] <= value <= MONTHS[1] else default
    if isinstance(default, int):
        right = isinstance(value, int) and SMALLEST_TEXT <= value <= LARGEST_TEXT
        return value if right else default
    if isinstance(default, str):
        return value if isinstance(value, str) else default
    if name == "splits":
        return _pairs(value, _whole_numbers)
    if name in ("geometry", "sitting"):
        return _pairs(value, _text)
    return tuple(v for v in value if isinstance(v, str)) if isinstance(value, list) else default


def _pairs(value: Any, read: Any) -> tuple[tuple[str, Any], ...]:
    if not isinstance(value, list | tuple):
        return ()
    pairs = [p for p in value if isinstance(p, list | tuple) and len(p) == 2]
    both = [(key, read(v)) for key, v in pairs if isinstance(key, str)]
    return tuple((key, v) for key, v in both if v is not None)


def _text(value: Any) -> str | None:
    return value if isinstance(value, str) else None


def _whole_numbers(value: Any) -> tuple[int, ...] | None:
    whole = isinstance(value, list | tuple) and all(type(v) is int and v >= 0 for v in value)
    return tuple(value) if whole else None
