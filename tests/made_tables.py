"""Tables made up for the tests: by hypothesis for the laws, by a seed for the walks."""

import numpy as np
from hypothesis import strategies as st

from timeline_app.model.codes import several
from timeline_app.model.event_table import APPROXIMATE, UNCERTAIN, UNDATED, Codes, EventTable, Term
from timeline_app.model.fold import fold
from timeline_app.model.record_table import HAND_CURATED, MACHINE_CODED, SEED, RecordTable

LAYERS = ("curated", "seed", "register")
VECTOR_IDS = ("Russia", "China", "West", "Iran")
STATE_IDS = ("KAZ", "UZB", "RUS", "CHN", "USA")
KIND_IDS = ("visit", "summit", "vote")
DAY_0 = 2_449_000


def codes_of(rows: list[list[int]], ids: tuple[str, ...]) -> Codes:
    """A column from the codes of each row."""
    flat = np.array([code for row in rows for code in row], np.int32)
    lengths = np.array([len(row) for row in rows], np.int64)
    return several(lengths, flat, tuple(Term(i, i.title()) for i in ids))


def made_records(n: int, seed: int = 1) -> RecordTable:
    """n records over some thousand days, some of them of one occurrence."""
    rng = np.random.default_rng(seed)
    first = DAY_0 + rng.integers(0, 4000, n)
    last = first + rng.choice([0, 0, 0, 1, 30, 365], n)
    doubt = rng.choice([0, 0, 0, APPROXIMATE, UNCERTAIN, APPROXIMATE | UNCERTAIN], n)
    layer = rng.integers(0, len(LAYERS), n)
    dating = np.random.default_rng(seed + 1)
    published = last + dating.choice([-20, 0, 1, 1, 40, 2000], n)

    def several(ids: tuple[str, ...], most: int) -> Codes:
        rows = [
            sorted(rng.choice(len(ids), rng.integers(0, most + 1), replace=False).tolist())
            for _ in range(n)
        ]
        return codes_of(rows, ids)

    def one(ids: tuple[str, ...]) -> Codes:
        return codes_of([[int(code)] for code in rng.integers(0, len(ids), n)], ids)

    sure = doubt == 0
    return RecordTable(
        key=np.arange(1, n + 1),
        occurrence=rng.integers(1, max(2, n), n),
        layer=layer.astype(np.int32),
        first=first,
        last=last,
        inner_first=np.where(sure, first, 1),
        inner_last=np.where(sure, last, 0),
        doubt=doubt.astype(np.uint8),
        importance=rng.integers(0, 100, n).astype(np.int32),
        known_from=np.where(dating.random(n) < 0.2, UNDATED, published),
        terms={
            "vector": several(VECTOR_IDS, 2),
            "state": several(STATE_IDS, 3),
            "kind": one(KIND_IDS),
            "layer": codes_of([[int(code)] for code in layer], LAYERS),
        },
        layers=LAYERS,
        standing=(HAND_CURATED, SEED, MACHINE_CODED),
    )


def made_table(n: int, seed: int = 1) -> EventTable:
    """What the records of every layer show."""
    return fold(made_records(n, seed), frozenset(LAYERS))


def record_tables() -> st.SearchStrategy[RecordTable]:
    """Record tables of any small size, none included."""
    return st.builds(made_records, st.integers(0, 60), st.integers(0, 10_000))


def event_tables() -> st.SearchStrategy[EventTable]:
    """Event tables of any small size, none included."""
    return st.builds(made_table, st.integers(0, 60), st.integers(0, 10_000))
