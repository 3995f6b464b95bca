"""What is asked for: at most one clause a column; a row passes when it passes every clause."""

from collections.abc import Iterator, Mapping
from dataclasses import field
from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray

from timeline_app.dataclass import dataclass

SPAN = "day"
SECOND = "second"
"""The period that the brushed one is compared with; it lets nothing pass and is no clause."""
NOTES = "notes"
FOUND = "found"
QUALITY = "quality"
KNOWN = "known"

WITH_NOTE = "*"
"""The term of the column NOTES that every event with a note has; its other terms are tags."""


@dataclass(frozen=True, slots=True)
class SpanClause:
    """Days from `first` to `last`, both inclusive.

    A row is *possible* when its outer span touches these days; *sure* when it lies within them and
    carries no doubt. `surely` lets only the sure ones pass.
    """

    first: int
    last: int
    surely: bool = False


@dataclass(frozen=True, slots=True)
class TermsClause:
    """Rows that hold at least one of these term ids in the clause's column."""

    terms: frozenset[str]


@dataclass(frozen=True, eq=False, slots=True)
class IdsClause:
    """Rows whose occurrence number is in `occurrences` (sorted); `words` says why, in a phrase.

    `queries` are those that found them, or the id of a check of quality, so that other layers or
    notes can be asked again.
    """

    occurrences: NDArray[np.integer]
    words: str
    queries: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class KnownClause:
    """Rows that were known at the end of this day: a source of theirs had been published."""

    day: int


Clause = SpanClause | TermsClause | IdsClause | KnownClause


@dataclass(frozen=True, slots=True)
class Filter:
    """Clauses by column: an id of `COLUMNS`, or SPAN, KNOWN, NOTES (WITH_NOTE and tags), FOUND,
    QUALITY."""

    clauses: Mapping[str, Clause] = field(default_factory=lambda: MappingProxyType({}))

    def __bool__(self) -> bool:
        return bool(self.clauses)

    def __iter__(self) -> Iterator[tuple[str, Clause]]:
        return iter(self.clauses.items())

    @property
    def span(self) -> SpanClause | None:
        """The brushed period, if any."""
        clause = self.clauses.get(SPAN)
        return clause if isinstance(clause, SpanClause) else None

    @property
    def known(self) -> KnownClause | None:
        """The day on which what passes was known, if one is chosen."""
        clause = self.clauses.get(KNOWN)
        return clause if isinstance(clause, KnownClause) else None

    def terms(self, column: str) -> frozenset[str]:
        """The terms asked for in `column`; empty when it is free."""
        clause = self.clauses.get(column)
        return clause.terms if isinstance(clause, TermsClause) else frozenset()

    def having(self, column: str, clause: Clause | None) -> "Filter":
        """The same with this column's clause replaced, or removed where `clause` is None."""
        kept = {c: old for c, old in self.clauses.items() if c != column}
        empty = isinstance(clause, TermsClause) and not clause.terms
        if clause is not None and not empty:
            kept[column] = clause
        return Filter(MappingProxyType(kept))
