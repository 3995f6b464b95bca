"""How far two states voted alike, on a case worked by hand and by laws."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline_app.analysis.agreement import DIFFER, DROP, HALF, RULES, agreements
from timeline_app.dates.civil import day_of
from timeline_app.model.roll_calls import (
    ABSENT,
    ABSTAIN,
    NO,
    UNKNOWN,
    YES,
    RollCalls,
    session_on,
)

VOTE = st.sampled_from([UNKNOWN, ABSENT, ABSTAIN, NO, YES])


def calls_of(pairs: list[tuple[int, int]], session: int = 68) -> RollCalls:
    n = len(pairs)
    return RollCalls(
        id=tuple(f"call-{i}" for i in range(n)),
        resolution=("",) * n,
        title=("",) * n,
        issues=(("nuclear",),) * n,
        day=np.full(n, day_of(2014, 3, 27), np.int64),
        session=np.full(n, session, np.int64),
        paragraph=np.zeros(n, np.int8),
        states=("KAZ", "RUS"),
        names=("Kazakhstan", "Russia"),
        vote=np.array(pairs, np.int8).reshape(n, 2),
    )


def of(pairs: list[tuple[int, int]], rule: str) -> object:
    calls = calls_of(pairs)
    every = np.ones(len(calls), np.bool_)
    return next(agreements(calls, "KAZ", "RUS", every, rule, seed=1, draws=100))


HAND = [(YES, YES), (YES, NO), (ABSTAIN, NO), (ABSTAIN, ABSTAIN), (ABSENT, NO), (UNKNOWN, NO)]


@pytest.mark.parametrize(
    ("rule", "n", "agreement"), [(HALF, 4, 2.5 / 4), (DIFFER, 4, 2 / 4), (DROP, 3, 2 / 3)]
)
def test_a_case_worked_by_hand(rule: str, n: int, agreement: float) -> None:
    found = of(HAND, rule)
    assert (found.n, found.agreement) == (n, pytest.approx(agreement))
    assert (found.both_yes, found.both_no, found.both_abstain) == (1, 0, 1)
    assert (found.one_abstains, found.opposed) == (1, 1)
    assert (found.absent, found.unrecorded) == (1, 1)
    assert (found.low, found.high) == (None, None)


@pytest.mark.parametrize(("theirs", "agreement"), [(YES, 1.0), (NO, 0.0)])
def test_where_all_are_alike_the_interval_is_no_point(theirs: int, agreement: float) -> None:
    found = of([(YES, theirs)] * 30, DIFFER)
    squared = 1.959964**2
    least = squared / (30 + squared)
    expected = (1 - least, 1.0) if agreement else (0.0, least)
    assert found.agreement == agreement
    assert (found.low, found.high) == pytest.approx(expected, rel=1e-4)


@given(st.lists(st.tuples(VOTE, VOTE), min_size=1, max_size=60), st.sampled_from(RULES))
def test_every_roll_call_is_counted_once_and_order_of_states_is_nothing(
    pairs: list[tuple[int, int]], rule: str
) -> None:
    found = of(pairs, rule)
    alike = found.both_yes + found.both_no + found.both_abstain
    parts = alike + found.one_abstains + found.opposed + found.absent + found.unrecorded
    assert parts == len(pairs)
    turned = of([(b, a) for a, b in pairs], rule)
    assert (turned.n, turned.agreement) == (found.n, found.agreement)
    if found.low is not None:
        assert 0 <= found.low <= found.agreement + 1e-9
        assert found.agreement - 1e-9 <= found.high <= 1


def test_a_state_without_votes_and_a_rule_that_is_none_are_refused() -> None:
    calls = calls_of(HAND)
    every = np.ones(len(calls), np.bool_)
    with pytest.raises(KeyError):
        next(agreements(calls, "KAZ", "FRA", every, HALF, 1, 100))
    with pytest.raises(ValueError, match="third"):
        next(agreements(calls, "KAZ", "RUS", every, "third", 1, 100))


def test_sessions_begin_in_september() -> None:
    assert session_on(day_of(2014, 3, 27)) == 68
    assert session_on(day_of(2020, 11, 5)) == 75
    assert session_on(day_of(2014, 9, 1)) == 69
