"""The table as a picture: how far every line is from its goal, on a scale of powers of ten."""

from collections.abc import Sequence
from html import escape
from math import log10
from pathlib import Path

from benchmarks.report import NOT_RUN
from benchmarks.row import Line, Measured

_LINE, _TOP, _LEFT, _WIDTH, _RIGHT = 22, 56, 560, 480, 90
_DECADES = 2.0
"""So many powers of ten to either side of the goal are shown; what is farther ends there."""


def paint(rows: Sequence[Measured], file: Path) -> None:
    """Writes an SVG: a bar a line, to the left of the goal where it is held."""
    lines = [(row, line) for row in rows for line in row.lines]
    height, width = _TOP + _LINE * len(lines) + 20, _LEFT + _WIDTH + _RIGHT
    middle = _LEFT + _WIDTH / 2
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}"'
        ' font-family="sans-serif" font-size="12">',
        f'<rect width="{width}" height="{height}" fill="#ffffff"/>',
        f'<text x="{middle}" y="22" text-anchor="middle">goal</text>',
        f'<text x="{middle - 12}" y="40" text-anchor="end" fill="#0b6e4f">held, faster</text>',
        f'<text x="{middle + 12}" y="40" fill="#a3341f">slower</text>',
        *(_bar(row, line, _TOP + n * _LINE) for n, (row, line) in enumerate(lines)),
        f'<path d="M{middle} 46V{height - 14}" stroke="#222222"/>',
        "</svg>",
    ]
    file.write_text("\n".join(parts) + "\n", encoding="utf-8")


def _bar(row: Measured, line: Line, top: int) -> str:
    words = escape(f"{row.number}. {line.what}" + (f" / {line.beside}" if line.beside else ""))
    label = f'<text x="{_LEFT - 10}" y="{top + 13}" text-anchor="end">{words}</text>'
    middle, base = _LEFT + _WIDTH / 2, top + 13
    if line.figure is None:
        return f'{label}<text x="{middle + 8}" y="{base}" fill="#666666">{NOT_RUN}</text>'
    strain = max(line.strain, 1e-9)
    reach = max(-_DECADES, min(_DECADES, log10(strain))) / _DECADES * _WIDTH / 2
    left, colour = min(middle, middle + reach), "#0b6e4f" if line.held else "#a3341f"
    bar = (
        f'<rect x="{left:.1f}" y="{top + 3}" width="{abs(reach):.1f}" height="13" fill="{colour}"/>'
    )
    said = f'<text x="{_LEFT + _WIDTH + 8}" y="{base}">{strain:.2g}x goal</text>'
    return label + bar + said
