"""Units that share an axis, and numbers in words."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline_app.model.units import (
    begins_at_zero,
    common_unit,
    nice_above,
    number_words,
    step_of_size,
    unit_words,
)


@pytest.mark.parametrize("unit", ["USD", "USD (current)", "current USD", "USD (nearly)"])
def test_dollars_of_the_day_share_an_axis(unit: str) -> None:
    assert common_unit(unit) == "USD"


@pytest.mark.parametrize(
    ("one", "other"),
    [("USD", "USD (constant prices)"), ("USD", "EUR"), ("percent of GDP", "percent of GNI")],
)
def test_other_units_do_not(one: str, other: str) -> None:
    assert common_unit(one) != common_unit(other)


def test_percent_is_one_unit_however_it_is_written() -> None:
    assert common_unit("% of GDP") == common_unit("percent of GDP") == "percent of GDP"


def test_amounts_begin_at_zero_and_indices_do_not() -> None:
    assert begins_at_zero("USD (current)")
    assert begins_at_zero("share")
    assert not begins_at_zero("index")
    assert not begins_at_zero("")


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (19.395, "19.4"),
        (5.887, "5.89"),
        (17.6, "17.6"),
        (0.6299, "0.63"),
        (-3.871, "−3.87"),
        (1204, "1,204"),
        (7, "7"),
        (0, "0"),
    ],
)
def test_three_digits(number: float, words: str) -> None:
    assert number_words(number) == words


def test_large_units() -> None:
    assert unit_words("USD", step_of_size(2.5e10)) == "billion USD"
    assert unit_words("USD", step_of_size(999)) == "USD"


@given(st.floats(1e-300, 1e300))
def test_a_round_number_is_above_and_not_far(value: float) -> None:
    nice = nice_above(value)
    assert value * (1 - 1e-9) <= nice <= value * 2


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_every_number_can_be_said(number: float) -> None:
    said = number_words(number).replace(",", "").replace("−", "-")
    assert math.isclose(float(said), number, rel_tol=0.01, abs_tol=1e-307)
