"""How wide a text will be: handed in from above, since the scene knows no fonts."""

from collections.abc import Callable

Measure = Callable[[str, float, bool], float]
"""(text, size in pixels, semibold) -> width in pixels."""

ELLIPSIS = "…"


def shortened(text: str, most_px: float, size: float, measure: Measure, bold: bool = False) -> str:
    """The text, or as much of it as fits into `most_px` with an ellipsis at its end."""
    whole = measure(text, size, bold)
    if whole <= most_px:
        return text
    fits, wide, beyond, beyond_wide = 0, 0.0, len(text) + 1, whole
    while beyond - fits > 1:  # letters are about as wide as each other: near where that says
        share = (most_px - wide) / max(beyond_wide - wide, 1.0)
        middle = min(max(fits + round(share * (beyond - fits)), fits + 1), beyond - 1)
        width = measure(_cut(text, middle), size, bold)
        if width <= most_px:
            fits, wide = middle, width
        else:
            beyond, beyond_wide = middle, width
    return _cut(text, fits)


def _cut(text: str, length: int) -> str:
    return text[:length].rstrip(" ,;:.-–") + ELLIPSIS
