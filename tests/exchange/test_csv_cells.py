"""Cells of tables that spreadsheets open."""

import pytest

from timeline_app.exchange.csv_cells import plain_cell


@pytest.mark.parametrize("text", ["=1+1", "+1", "-x", "@x", "\tx", "'=x", "-INFINITY", "-1,5"])
def test_what_could_be_a_formula_is_marked(text: str) -> None:
    assert plain_cell(text) == "'" + text


@pytest.mark.parametrize("text", ["", "A", "-1", "-0.25", "1e-05", "-2.5e-7", "Ақорда", "'so'"])
def test_the_rest_stands_as_it_is(text: str) -> None:
    assert plain_cell(text) == text
