"""The list holds what passes, once each, in the order of its heading, and knows every place."""

from random import Random

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from made_tables import event_tables
from timeline_app.crossfilter.passing import Passing, all_of
from timeline_app.model.event_table import EventTable
from timeline_app.model.filter import SpanClause
from timeline_app.session import listing
from timeline_app.session.listing import (
    NOTES,
    ByDay,
    ByHeading,
    Listing,
    in_order,
    values_of,
)

headings = st.sampled_from(["day", "vector", "kind", "layer", "importance", NOTES, "unheard-of"])
chance = st.randoms(use_true_random=False)


@pytest.fixture(autouse=True, scope="module")
def small_blocks() -> object:
    """Small tables have several blocks, and some of them are beyond what is counted at once."""
    held = listing.BLOCK, listing.MOST_AT_ONCE
    listing.BLOCK, listing.MOST_AT_ONCE = 3, 2
    yield
    listing.BLOCK, listing.MOST_AT_ONCE = held


def first_label(table: EventTable, column: str, row: int) -> str:
    held = table.terms[column].of(row)
    return held[0].casefold() if held else "\U0010ffff"


def some_of(table: EventTable, random: Random) -> Passing:
    """Some rows pass, within a brush or without one."""
    mask = np.array([random.random() < 0.6 for _ in range(len(table))], np.bool_)
    base = all_of(table, mask).base
    if not len(table) or random.random() < 0.4:
        return Passing(base)
    days = sorted(int(random.choice(table.first.tolist())) for _ in range(2))
    return Passing(base, SpanClause(days[0], days[1]))


def listed(passing: Passing, column: str, down: bool, noted: frozenset[int]) -> Listing:
    values = values_of(passing.base.table, column, noted)
    if values is None:
        return ByDay(passing, down)
    found = ByHeading(passing, in_order(values, down))
    found.take_counts(found.counted())
    return found


@given(event_tables(), headings, st.booleans(), chance)
def test_what_passes_is_listed_once_and_stands_where_it_is_said_to_stand(
    table: EventTable, column: str, down: bool, random: Random
) -> None:
    passing = some_of(table, random)
    noted = frozenset(table.occurrence[::3].tolist())
    of_all = listed(passing, column, down, noted)
    rows = of_all.select(0, len(table) + 5).tolist()
    assert sorted(rows) == np.flatnonzero(passing.mask).tolist()
    for first in range(len(rows) + 2):
        assert of_all.select(first, 4).tolist() == rows[first : first + 4]
    places = {row: place for place, row in enumerate(rows)}
    assert [of_all.position(row) for row in range(len(table))] == [
        places.get(row) for row in range(len(table))
    ]


@given(event_tables(), st.sampled_from(["vector", "kind", NOTES]), st.booleans(), chance)
def test_a_list_that_is_counted_as_one_looks_says_the_same_or_nothing(
    table: EventTable, column: str, down: bool, random: Random
) -> None:
    passing = some_of(table, random)
    noted = frozenset(table.occurrence[::3].tolist())
    values = values_of(table, column, noted)
    assert values is not None
    counted, looked = (ByHeading(passing, in_order(values, down)) for _ in range(2))
    counted.take_counts(counted.counted())
    for _ in range(6):
        first, row = random.randint(0, len(table)), random.randint(0, max(len(table) - 1, 0))
        page = looked.select(first, 2).tolist()
        assert page in ([], counted.select(first, 2).tolist())
        if len(table):
            assert looked.position(row) in (None, counted.position(row))
        assert len(looked._upto) - 1 <= listing.MOST_AT_ONCE, "somebody waited for too many"
    looked.take_counts(looked.counted())
    assert looked.select(0, len(table)).tolist() == counted.select(0, len(table)).tolist()


@given(event_tables(), st.sampled_from(["vector", "state", "kind"]))
def test_terms_are_ordered_by_their_words_and_equal_ones_by_day(
    table: EventTable, column: str
) -> None:
    rows = listed(all_of(table), column, False, frozenset()).select(0, len(table)).tolist()
    keys = [(first_label(table, column, row), row) for row in rows]
    assert keys == sorted(keys)


@given(event_tables())
def test_noted_ones_come_first_when_turned_round(table: EventTable) -> None:
    noted = frozenset(table.occurrence[::2].tolist())
    rows = listed(all_of(table), NOTES, True, noted).select(0, len(table)).tolist()
    has_note = [int(table.occurrence[row]) in noted for row in rows]
    assert has_note == sorted(has_note, reverse=True)


@given(event_tables())
def test_by_day_is_the_order_of_the_table(table: EventTable) -> None:
    every = list(range(len(table)))
    assert listed(all_of(table), "day", False, frozenset()).select(0, len(table)).tolist() == every
    turned = listed(all_of(table), "day", True, frozenset()).select(0, len(table))
    assert turned.tolist() == every[::-1]
