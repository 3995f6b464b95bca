"""Columns that are worked out for the rows one asks for, so that nothing is kept a row."""

from collections.abc import Callable
from types import MethodType
from typing import Any, Generic, TypeVar

import numpy as np
from numpy.typing import NDArray

from timeline_app.dataclass import dataclass

Rows = NDArray[np.integer[Any]]
Of = TypeVar("Of")


@dataclass(slots=True, eq=False)
class PerRow(Generic[Of]):
    """`column[rows]`, rows as an array of numbers."""

    of: Callable[[Rows], Of]

    def __getitem__(self, rows: Rows) -> Of:
        return self.of(rows)


class ByRows(Generic[Of]):
    """Makes a method of rows such a column: `it.method[rows]`.

    The column is made whenever it is asked for. One that was kept would hold its owner, with all
    the arrays of that, until garbage is collected, which is seldom.
    """

    def __init__(self, of: Callable[[Any, Rows], Of]) -> None:
        self._of = of
        self.__doc__ = of.__doc__

    def __get__(self, owner: object, kind: type | None = None) -> PerRow[Of]:
        return PerRow(MethodType(self._of, owner))
