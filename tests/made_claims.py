"""Claims made up for the tests: by a seed, or one by one."""

from collections.abc import Sequence

import numpy as np

from made_tables import DAY_0, codes_of
from timeline_app.crossfilter.cross_filter import CrossFilter
from timeline_app.dates.day import OPEN_FUTURE
from timeline_app.model.claim_table import SPEAKER, ClaimTable
from timeline_app.model.event_table import APPROXIMATE, UNCERTAIN, EventTable
from timeline_app.model.filter import SPAN, Filter, SpanClause
from timeline_app.scene.claim_content import ClaimContent, claim_content

One = tuple[int, int, int, int, int]
"""First and last day of saying, first and last day that it is about (0, 0 for none), verdict."""


def claims_of(ones: Sequence[One], predicts: bool = True) -> ClaimTable:
    """These predictions, or mere claims, in the order of their days."""
    rows = np.array(sorted(ones), np.int64).reshape(-1, 5)
    return _table(rows, np.full(len(rows), predicts), np.zeros(len(rows), np.uint8))


def made_claims(n: int, seed: int = 1) -> ClaimTable:
    """n claims over four years: many on one day, some about later days, some about earlier."""
    rng = np.random.default_rng(seed)
    first = DAY_0 + np.where(rng.random(n) < 0.3, 700, rng.integers(0, 1460, n))
    last = first + rng.choice([0, 0, 0, 30, 365], n)
    ahead = rng.choice([0, 16, 200, 2000, -300], n)
    about = np.where(ahead == 0, 0, first + ahead)
    until = np.where(ahead == 0, 0, about + rng.choice([0, 0, 90], n))
    until = np.where(ahead == 2000, rng.choice([OPEN_FUTURE, DAY_0 + 9000], n), until)
    rows = np.stack((first, last, about, until, rng.integers(0, 5, n)), 1)
    doubt = rng.choice([0, 0, APPROXIMATE, UNCERTAIN], n).astype(np.uint8)
    return _table(rows[np.lexsort((last, first))], rng.random(n) < 0.5, doubt)


def _table(rows: np.ndarray, predicts: np.ndarray, doubt: np.ndarray) -> ClaimTable:
    n, key = len(rows), np.arange(1, len(rows) + 1)
    said = EventTable(
        key=key,
        occurrence=key,
        first=rows[:, 0],
        last=rows[:, 1],
        inner_first=np.ones(n, np.int64),
        inner_last=np.zeros(n, np.int64),
        doubt=doubt,
        importance=np.zeros(n, np.int32),
        known_from=rows[:, 0],
        terms={SPEAKER: codes_of([[i % 3] for i in range(n)], ("a", "b", "c"))},
    )
    has = rows[:, 3] != 0
    verdict = rows[:, 4].astype(np.uint8)
    return ClaimTable(said, verdict, predicts, has, rows[:, 2], rows[:, 3], rows[:, 0])


def content_of_claims(claims: ClaimTable, span: SpanClause | None = None) -> ClaimContent:
    """What they show; all pass, or those of a period."""
    asked = Filter().having(SPAN, span)
    return claim_content(claims, CrossFilter(claims.said).run(asked), False)
