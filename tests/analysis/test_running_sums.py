"""Sums that were made ahead are those of adding up what lies in a period."""

import numpy as np
import pytest
from hypothesis import given

from analysis.made_engagement import engaged, on
from analysis.test_months import PERIODS, SPANS
from timeline_app.analysis.months import Period, blocks_of
from timeline_app.analysis.running_sums import RunningSums


def over(sums: RunningSums, period: Period) -> tuple[list[float], list[int], int, int]:
    found = sums.over(np.array([period.first]), np.array([period.last]))
    return (
        found.weights[0].tolist(),
        found.touching[0].tolist(),
        int(found.n[0]),
        int(found.every[0]),
    )


@given(SPANS, PERIODS)
def test_they_are_those_of_the_months(
    spans: list[tuple[tuple[int, int], list[str]]], period: Period
) -> None:
    events = engaged(spans)
    blocks = blocks_of(events, period)
    weights, touching, n, every = over(RunningSums(events), period)
    np.testing.assert_allclose(weights, blocks.weights.sum(axis=0), atol=1e-12)
    assert touching == blocks.touching.sum(axis=0).tolist()
    assert (n, every) == (blocks.n.sum(), blocks.every.sum())


def test_a_small_case_by_hand() -> None:
    three = ["Russia", "China", "Iran"]
    sums = RunningSums(
        engaged([(on(2014), ["Russia"]), (on(2014), three), (on(2014), ["Multilateral"])])
    )
    day = on(2014)[0]
    weights, touching, n, every = over(sums, Period(day, day))
    assert weights == [4 / 3, 1 / 3, 0, 0, 1 / 3, 0, 0]
    assert (n, every, touching[8]) == (2, 3, 1)
    found = sums.over(np.array([day, day + 1]), np.array([day, day + 1]))
    assert found.shares[0, 0] == pytest.approx(2 / 3)
    assert np.isnan(found.shares[1]).all()
    assert found.beside[0].tolist() == [0, 1 / 3]
    assert np.isnan(found.beside[1]).all()


@given(SPANS, PERIODS, PERIODS)
def test_of_two_periods_what_may_lie_in_both_is_in_neither(
    spans: list[tuple[tuple[int, int], list[str]]], a: Period, b: Period
) -> None:
    events = engaged(spans)
    found = RunningSums(events).over_two((a.first, a.last), (b.first, b.last))
    in_a, in_b = (events.touching(one.first, one.last) for one in (a, b))
    for sums, mask in zip(found, (in_a & ~in_b, in_b & ~in_a), strict=True):
        only = events.among(mask)
        np.testing.assert_allclose(sums.weights[0], only.weights.sum(axis=0), atol=1e-12)
        assert sums.touching[0].tolist() == only.vectors.sum(axis=0).tolist()
        assert (sums.n[0], sums.every[0]) == (only.with_partner.sum(), len(only))
