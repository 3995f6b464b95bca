"""Cells that no spreadsheet takes for a formula."""

import re

_FORMULA = re.compile("'*[=+\\-@\t\r]")
_NUMBER = re.compile(r"-?[0-9]+(\.[0-9]+)?(e[+-]?[0-9]+)?")


def plain_cell(text: str) -> str:
    """The text; what a spreadsheet would reckon with, and is no number, after an apostrophe."""
    formula = _FORMULA.match(text) and not _NUMBER.fullmatch(text)
    return f"'{text}" if formula else text
