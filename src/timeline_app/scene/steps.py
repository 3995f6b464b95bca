"""Work that is done step by step: all at once, or a step whenever there is time."""

from collections.abc import Generator
from typing import TypeVar

T = TypeVar("T")

Steps = Generator[None, None, T]
"""Stops after each of its steps; the last one answers."""


def whole(steps: Steps[T]) -> T:
    """What comes of all steps that are left, taken now."""
    while True:
        try:
            next(steps)
        except StopIteration as done:
            answer: T = done.value
            return answer
