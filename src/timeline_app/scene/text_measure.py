"""How wide a text will be: handed in from above, since the scene knows no fonts."""

from collections.abc import Callable

Measure = Callable[[str, float, bool], float]
"""(text, size in pixels, semibold) -> width in pixels."""

ELLIPSIS = "…"


def shortened(text: str, most_px: float, size: float, measure: Measure, bold: bool = False) -> str:
    """The text, or as much of it as fits into `most_px` with an ellipsis at its end."""
    if measure(text, size, bold) <= most_px:
        return text
    low, high = 0, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        if measure(_cut(text, middle), size, bold) <= most_px:
            low = middle
        else:
            high = middle - 1
    return _cut(text, low)


def _cut(text: str, length: int) -> str:
    return text[:length].rstrip(" ,;:.-–") + ELLIPSIS
