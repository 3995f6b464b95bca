"""The list holds what passes, once each, in the order of its heading."""

from random import Random

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from made_tables import event_tables
from timeline_app.model.event_table import EventTable
from timeline_app.session.listing import NOTES, order, values_of
from timeline_app.session.snapshot import Sorting

headings = st.sampled_from(["day", "vector", "kind", "layer", "importance", NOTES, "unheard-of"])


def first_label(table: EventTable, column: str, row: int) -> str:
    held = table.terms[column].of(row)
    return held[0].casefold() if held else "\U0010ffff"


@given(event_tables(), headings, st.booleans(), st.randoms(use_true_random=False))
def test_what_passes_is_listed_once(
    table: EventTable, column: str, down: bool, random: Random
) -> None:
    mask = np.array([random.random() < 0.6 for _ in range(len(table))], np.bool_)
    noted = frozenset(table.occurrence[::3].tolist())
    rows = order(mask, Sorting(column, down), values_of(table, column, noted))
    assert sorted(rows.tolist()) == np.flatnonzero(mask).tolist()


@given(event_tables(), st.sampled_from(["vector", "state", "kind"]))
def test_terms_are_ordered_by_their_words_and_equal_ones_by_day(
    table: EventTable, column: str
) -> None:
    everything = np.ones(len(table), np.bool_)
    rows = order(everything, Sorting(column), values_of(table, column, frozenset())).tolist()
    keys = [(first_label(table, column, row), row) for row in rows]
    assert keys == sorted(keys)


@given(event_tables())
def test_noted_ones_come_first_when_turned_round(table: EventTable) -> None:
    noted = frozenset(table.occurrence[::2].tolist())
    everything = np.ones(len(table), np.bool_)
    rows = order(everything, Sorting(NOTES, True), values_of(table, NOTES, noted))
    has_note = [int(table.occurrence[row]) in noted for row in rows]
    assert has_note == sorted(has_note, reverse=True)


@given(event_tables())
def test_by_day_is_the_order_of_the_table(table: EventTable) -> None:
    everything = np.ones(len(table), np.bool_)
    assert order(everything, Sorting(), None).tolist() == list(range(len(table)))
    assert order(everything, Sorting("day", True), None).tolist() == list(range(len(table)))[::-1]
