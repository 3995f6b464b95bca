"""Texts of an SVG for who opens it elsewhere: where our font is not there, others as wide as it."""

import re
from html import unescape

from timeline_app.canvas.lettering import measure
from timeline_app.look import fonts

_OURS = f'font-family="{fonts.FAMILY}"'
_OTHERS = f"font-family=\"'{fonts.FAMILY}','Source Sans Pro',sans-serif\""
_TEXT = re.compile(
    r'<text (?P<before>[^>]*font-size="(?P<size>[\d.]+)" font-weight="(?P<weight>\d+)"[^>]*)>'
    r"(?P<words>[^<]+)</text>"
)
_BOLD = 600


def portable(svg: bytes) -> bytes:
    """The same drawing, each text of which says how wide it is: a viewer that has another font
    draws it closer or wider, and nothing lies on anything else."""
    said = _TEXT.sub(_fitted, svg.decode("utf-8"))
    return said.replace(_OURS, _OTHERS).encode("utf-8")


def _fitted(found: re.Match[str]) -> str:
    """One text with its width. Sizes there are as painted; `measure` takes those at 100 %."""
    size = float(found["size"]) * 100 / fonts.percent()
    wide = measure(unescape(found["words"]), size, int(found["weight"]) >= _BOLD)
    fit = f'textLength="{wide:.2f}" lengthAdjust="spacingAndGlyphs"'
    return f"<text {found['before']} {fit}>{found['words']}</text>"
