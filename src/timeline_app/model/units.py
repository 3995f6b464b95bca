"""Units of figures: which may share an axis, which begin at zero, how large numbers are said."""

import math
import re

from timeline_app.words.tr import mark, tr

_REMARKS = re.compile(r"[(\[]?\b(current|nominal|nearly)\b[)\]]?", re.IGNORECASE)
"""What a source adds to a unit without measuring by another one. Constant prices are another."""

_PERCENT = re.compile(r"%|\bper cent\b", re.IGNORECASE)
_NO_AMOUNT = re.compile(r"\b(index|indices|score|rating|rank)\b", re.IGNORECASE)

_LARGE = (
    (1e12, mark("trillion {unit}")),
    (1e9, mark("billion {unit}")),
    (1e6, mark("million {unit}")),
)
_NICE = (1.0, 1.2, 1.5, 2.0, 2.5, 3.0, 4.0, 5.0, 6.0, 8.0, 10.0)


def common_unit(unit: str) -> str:
    """The unit of the axis: "USD (current)", "current USD" and "USD" share one."""
    bare = _PERCENT.sub("percent", _REMARKS.sub("", unit))
    return " ".join(bare.split())


def begins_at_zero(unit: str) -> bool:
    """Whether a figure is an amount, whose height above zero says something; an index is not."""
    return bool(unit.strip()) and _NO_AMOUNT.search(unit) is None


def step_of_size(top: float) -> float:
    """The thousand, million, billion or trillion that figures up to `top` are counted in; or 1."""
    return next((step for step, _ in _LARGE if top >= step), 1.0)


def unit_words(unit: str, step: float) -> str:
    """ "billion USD" for a step of 1e9, the unit alone for 1."""
    words = next((tr(words, unit=unit) for size, words in _LARGE if size == step), unit)
    return " ".join(words.split())


def nice_above(value: float) -> float:
    """The nearest round number that is no lower than a positive value."""
    if value <= 0 or not math.isfinite(value):
        return 1.0
    power = 10.0 ** math.floor(math.log10(value))
    if not 0 < power < math.inf:
        return value
    return next((n * power for n in _NICE if n * power >= value * (1 - 1e-12)), 10 * power)


def number_words(number: float) -> str:
    """A number to three digits, or to all it has before the point: "19.4", "5.89", "1,204"."""
    if not number:
        return "0"
    places = 2 - math.floor(math.log10(abs(number)))
    if places <= 0:
        return f"{number:,.0f}".replace("-", "−")
    if places > 8:
        return f"{number:.2e}".replace("-", "−")
    said = f"{number:,.{places}f}".rstrip("0").rstrip(".")
    return said.replace("-", "−")
