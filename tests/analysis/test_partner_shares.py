"""Shares of a measure's partners, on cases worked by hand and by laws."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline_app.analysis.engagement import PARTNERS
from timeline_app.analysis.partner_shares import Chosen, shares_by_source, told_shares
from timeline_app.dates.civil import day_of
from timeline_app.model.event_table import UNDATED
from timeline_app.model.series import Observations, Series


def yearly(
    vector: str,
    amounts: dict[int, float],
    source: str = "S",
    entity: str = "KAZ",
    measure: str = "imports from partner",
    unit: str = "USD",
) -> Chosen:
    years = sorted(amounts)
    first = np.array([day_of(year, 1, 1) for year in years], np.int64)
    last = np.array([day_of(year, 12, 31) for year in years], np.int64)
    value = np.array([amounts[year] for year in years], np.float64)
    nothing = np.full(len(years), -1, np.int64)
    edtf, notes = tuple(map(str, years)), ("",) * len(years)
    series = Series(
        key=1,
        id="s",
        measure=measure,
        unit=unit,
        scale=1.0,
        entity=entity,
        entity_name=entity,
        partner=vector or "X",
        partner_name=vector or "X",
        vector=vector,
        source=source,
        vintage="",
        known_from=UNDATED,
        first=0,
        last=0,
        count=len(years),
    )
    return series, Observations(edtf, first, last, value, value, nothing, notes)


def test_shares_are_of_all_partners_those_of_no_vector_too() -> None:
    (found,) = shares_by_source(
        [
            yearly("Russia", {2012: 30, 2013: 36}),
            yearly("China", {2012: 10, 2013: 20}),
            yearly("West", {2012: 20, 2013: 4}),
            yearly("West", {2013: 20}),
            yearly("", {2012: 40, 2013: 20}),
        ]
    )
    assert found.whole.tolist() == [100, 100]
    assert found.shares[0, :3] == pytest.approx([0.3, 0.1, 0.2])
    assert found.shares[1, :3] == pytest.approx([0.36, 0.2, 0.24])
    shares, n = found.within(day_of(2012, 1, 1), day_of(2013, 12, 31))
    assert n == 2 and shares[0] == pytest.approx(0.33)
    shares, n = found.within(day_of(2012, 6, 1), day_of(2013, 12, 31))
    assert n == 1 and shares[0] == pytest.approx(0.36)
    assert found.within(day_of(2020, 1, 1), day_of(2021, 1, 1))[1] == 0
    assert found.at(day_of(2013, 7, 1)) == 1
    assert found.at(day_of(2014, 1, 1)) is None


def test_a_source_of_one_vector_tells_of_no_division() -> None:
    assert shares_by_source([yearly("Russia", {2013: 17})]) == ()
    chosen = [yearly("Russia", {2013: 17}, "A"), yearly("China", {2013: 3}, "B")]
    assert shares_by_source(chosen) == ()


def test_sources_are_never_mixed_and_units_neither() -> None:
    chosen = [
        yearly(vector, {2013: amount}, source, unit=unit)
        for vector, amount, source, unit in (
            ("Russia", 1.0, "A", "USD"),
            ("China", 3.0, "A", "USD"),
            ("Russia", 5.0, "B", "USD"),
            ("China", 5.0, "B", "USD"),
            ("Russia", 7.0, "A", "EUR"),
        )
    ]
    found = {one.source: one.shares[0, 0] for one in shares_by_source(chosen)}
    assert found == {"A": 0.25, "B": 0.5}


def test_of_several_entities_only_periods_count_that_all_have() -> None:
    chosen = [
        yearly("Russia", {2012: 1, 2013: 1}, entity="KAZ"),
        yearly("China", {2012: 3, 2013: 1}, entity="KAZ"),
        yearly("China", {2013: 2}, entity="UZB"),
    ]
    (found,) = shares_by_source(chosen)
    assert found.edtf == ("2013",)
    assert found.shares[0, 0] == 0.25


def test_what_is_told_is_kept_with_its_source_and_what_is_no_share_is_not() -> None:
    share = "imports from partner, share"
    chosen = [
        yearly("Russia", {2013: 36}, "Article", measure=share, unit="percent"),
        yearly("China", {2013: 140}, "Odd", measure=share, unit="percent"),
        yearly("West", {2013: 12}, "Other", measure=share, unit="USD"),
        yearly("Regional", {2013: 12}, "Beside", measure=share, unit="percent"),
    ]
    (found,) = told_shares(chosen)
    assert (found.source, found.vector, found.share) == ("Article", 0, 0.36)
    assert (found.first, found.last) == (day_of(2013, 1, 1), day_of(2013, 12, 31))


AMOUNTS = st.dictionaries(st.integers(1990, 1999), st.floats(-5, 1e9), max_size=6)


@given(st.lists(st.tuples(st.sampled_from([*PARTNERS, "", "Regional"]), AMOUNTS), max_size=8))
def test_shares_lie_within_0_and_1_and_sum_to_1_at_most(
    own: list[tuple[str, dict[int, float]]],
) -> None:
    for found in shares_by_source([yearly(vector, amounts) for vector, amounts in own]):
        known = found.shares[np.isfinite(found.shares).all(axis=1)]
        assert (known >= 0).all() and (known.sum(axis=1) <= 1 + 1e-9).all()
        assert (np.diff(found.first) > 0).all()
