"""The table, as text, as Markdown and as JSON."""

import json
import statistics
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from benchmarks.kept import as_json
from benchmarks.machine import machine, versions
from benchmarks.row import SCALE, Line, Measured, Plan, Series

RESULTS = Path(__file__).parent / "results"
NOT_RUN = "not run"
HEADINGS = ("#", "what", "ours", "beside it", "ratio", "goal", "held")


def cells(row: Measured) -> list[str]:
    """The row by its worst line."""
    if row.worst is None:
        return [str(row.number), row.what, NOT_RUN, row.why, "", "", "no"]
    line = row.worst
    held = "yes" if row.held else "no"
    return [str(row.number), f"{row.what}: {line.what}", *_compared(line), held]


def line_cells(row: Measured, line: Line) -> list[str]:
    """One line of a row."""
    return [str(row.number), line.what, *_compared(line), "yes" if line.held else "no"]


def _compared(line: Line) -> list[str]:
    ours = NOT_RUN if line.ours is None else _middle(line.ours, line.unit)
    beside = line.beside
    if line.goal.is_ratio:
        theirs = NOT_RUN if line.theirs is None else _middle(line.theirs, line.unit)
        beside = f"{line.beside} {theirs}".strip()
    ratio = "" if line.figure is None or not line.goal.is_ratio else f"{line.figure:.3g}"
    if line.why:
        beside = f"{beside} ({line.why})"
    return [ours, beside, ratio, line.goal.words]


def _middle(series: Series, unit: str) -> str:
    value = statistics.median(series) * SCALE[unit]
    return f"{value:,.0f} {unit}" if value >= 1000 else f"{value:.3g} {unit}"


def text(rows: Sequence[Measured]) -> str:
    """The table for a terminal: a row each, then all lines."""
    table = [list(HEADINGS), *(cells(row) for row in rows)]
    widths = [max(len(row[n]) for row in table) for n in range(len(HEADINGS))]
    lines = [
        "  ".join(c.ljust(w) for c, w in zip(row, widths, strict=True)).rstrip() for row in table
    ]
    return "\n".join((*lines, "", told(rows)))


def told(rows: Sequence[Measured]) -> str:
    """How many are held."""
    return f"{sum(row.held for row in rows)} of {len(rows)} rows are held."


def markdown(rows: Sequence[Measured], whole: dict[str, Any]) -> str:
    """The page: where and when, the table, and every line of it."""
    on = whole["machine"]
    cores = f"{on['cores']} cores of {on['processor']}, {on['memory_gb']} GB, {on['system']}"
    head = [
        "# How fast it is",
        "",
        "Written by `python -m benchmarks`; no figure is by hand. How each is measured:"
        " [benchmarks.md](benchmarks.md).",
        "",
        f"Measured {whole['measured']} on {cores}; load {on['load']} when it ended; median of"
        f" {whole['rounds']} interleaved rounds; archives of {', '.join(whole['sizes'])} events.",
        "Versions: " + ", ".join(f"{k} {v}" for k, v in whole["versions"].items()) + ".",
        "",
        "A row is held when all its lines are; the first table shows the line that is farthest from"
        " its goal.",
        "",
        *_table([list(HEADINGS), *(cells(row) for row in rows)]),
        "",
        told(rows),
        "",
        "## Every line",
        "",
        *_table([list(HEADINGS), *(line_cells(row, line) for row in rows for line in row.lines)]),
        "",
        "![How far each row is from its goal](performance.svg)",
        "",
    ]
    return "\n".join(head)


def _table(rows: Sequence[Sequence[str]]) -> list[str]:
    head, *others = (f"| {' | '.join(row)} |" for row in rows)
    return [head, "|" + " --- |" * len(HEADINGS), *others]


def whole(rows: Sequence[Measured], plan: Plan, sizes: Sequence[str]) -> dict[str, Any]:
    """Everything that was measured, with what it was measured on."""
    return {
        "measured": datetime.now(UTC).isoformat(timespec="seconds"),
        "machine": machine(),
        "versions": versions(),
        "rounds": plan.rounds,
        "sizes": list(sizes),
        "rows": [as_json(row) for row in rows],
    }


def keep(rows: Sequence[Measured], whole: dict[str, Any]) -> Path:
    """Writes the JSON into the folder of results; returns the file."""
    RESULTS.mkdir(exist_ok=True)
    stamp = whole["measured"].replace(":", "").replace("+0000", "")
    file = RESULTS / f"{stamp}.json"
    file.write_text(json.dumps(whole, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    return file
