"""Whether two tables hold the same, however they hold it."""

from collections.abc import Sequence
from dataclasses import fields, is_dataclass
from typing import Any

import numpy as np

from timeline_app.model.codes import Codes

_AROUND = ("known_orders", "shelf")
"""What a table has beside what it holds."""


def same_tables(one: Any, other: Any, where: str = "") -> None:
    """Raises AssertionError where one holds what the other does not, and says where."""
    if isinstance(one, np.ndarray):
        assert np.array_equal(one, other), where
    elif isinstance(one, Codes):
        assert [*one.terms] == [*other.terms], where
        same_tables(one.rows, other.rows, where)
        same_tables(one.codes, other.codes, where)
    elif isinstance(one, dict):
        assert [*one] == [*other], where
        for name, part in one.items():
            same_tables(part, other[name], f"{where}/{name}")
    elif isinstance(one, Sequence):
        assert [*one] == [*other], where
    else:
        assert is_dataclass(one), where
        for name in (field.name for field in fields(one) if field.name not in _AROUND):
            same_tables(getattr(one, name), getattr(other, name), f"{where}/{name}")
