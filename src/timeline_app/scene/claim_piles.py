"""Claims that were made on the same days share one speech mark, and a number beside it."""

import numpy as np

from timeline_app.dataclass import dataclass
from timeline_app.model.event_table import Mask
from timeline_app.scene.claim_content import ClaimContent
from timeline_app.scene.content import Rows
from timeline_app.scene.shapes import Shape


@dataclass(frozen=True, eq=False, slots=True)
class Piles:
    """`heads` are the rows that are drawn, `rows[i]` all that the i-th of them stands for, itself
    first."""

    heads: Rows
    rows: tuple[Rows, ...]

    def where(self, wanted: Mask) -> "Piles":
        """These of them."""
        rows = tuple(rows for rows, one in zip(self.rows, wanted, strict=True) if one)
        return Piles(self.heads[wanted], rows)


def piled(content: ClaimContent, rows: Rows, power: int = 0) -> Piles:
    """One pile for all claims of the same days; those of single days also where these lie in the
    same bucket of 2^power days. Ghosts are never piled with what passes."""
    if not len(rows):
        return Piles(rows, ())
    said, shape = content.said.shapes.table, content.said.shapes.shape[rows]
    passing, doubt = content.said.passing[rows], said.doubt[rows].astype(np.int64)
    near = np.isin(shape, (Shape.DAY, Shape.ABOUT))
    first = np.where(near, said.first[rows] >> power, said.first[rows])
    last = np.where(near & (power > 0), 0, said.last[rows])
    doubt = np.where(near & (power > 0), 0, doubt)
    alike = passing, near, doubt, last, first
    # What is never an arrow comes first: a pile keeps its head while arrows come and go.
    order = np.lexsort((content.rank[rows], content.arrows[rows], *alike))
    others = np.zeros(len(rows) - 1, np.bool_)
    for key in alike:
        others |= np.diff(key[order]) != 0
    groups = tuple(np.split(rows[order], np.flatnonzero(others) + 1))
    return Piles(np.array([group[0] for group in groups], np.int64), groups)
