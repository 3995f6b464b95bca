"""Unspecified figures: which numbers a pattern such as `1X` or `-156X` can stand for."""

from collections.abc import Iterator
from functools import lru_cache
from itertools import product

MONTHS = range(1, 13)
DAYS = range(1, 32)


@lru_cache(maxsize=1024)  # there are 121 patterns of two figures
def choices(pattern: str, allowed: range) -> tuple[int, ...]:
    """The numbers in `allowed` that a pattern of two figures can stand for, rising."""
    tens, units = pattern[0], pattern[1]
    return tuple(
        number
        for number in allowed
        if tens in ("X", str(number // 10)) and units in ("X", str(number % 10))
    )


def years_up(pattern: str) -> Iterator[int]:
    """The years that a pattern of four figures can stand for, rising."""
    if pattern[0] == "-":
        return (-year for year in _numbers(pattern[1:], "9876543210") if year)
    return _numbers(pattern, "0123456789")


def years_down(pattern: str) -> Iterator[int]:
    """The same years, falling."""
    if pattern[0] == "-":
        return (-year for year in _numbers(pattern[1:], "0123456789") if year)
    return _numbers(pattern, "9876543210")


def _numbers(pattern: str, order: str) -> Iterator[int]:
    places = [order if figure == "X" else figure for figure in pattern]
    return (int("".join(figures)) for figures in product(*places))
