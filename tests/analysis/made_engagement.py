"""Occurrences made for analyses: a day and the vectors they touch."""

from collections.abc import Iterable, Sequence

import numpy as np

from timeline_app.analysis.engagement import PARTNERS, Engagement
from timeline_app.dates.civil import day_of
from timeline_app.model.columns import VECTORS


def engaged(events: Iterable[tuple[tuple[int, int], Sequence[str]]]) -> Engagement:
    """From (first day, last day) and the names of vectors, in any order of days."""
    given = sorted(events, key=lambda one: one[0])
    vectors = np.array([[v in names for v in VECTORS] for _, names in given], np.bool_)
    vectors = vectors.reshape(len(given), len(VECTORS))
    k = vectors[:, : len(PARTNERS)].sum(axis=1, keepdims=True)
    weights = np.where(vectors[:, : len(PARTNERS)], 1 / np.maximum(k, 1), 0.0)
    first, last = (np.array([days[end] for days, _ in given], np.int64) for end in (0, 1))
    return Engagement(np.arange(len(given)), first, last, vectors, weights)


def on(year: int, month: int = 1, day: int = 1) -> tuple[int, int]:
    """One day, as first and last."""
    found = day_of(year, month, day)
    return found, found
