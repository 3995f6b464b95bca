"""What passes every clause but the brush. It stays the same object while only the brush moves."""

from collections.abc import Callable, Mapping, Set
from dataclasses import field
from functools import cached_property
from types import MappingProxyType
from typing import Literal

import numpy as np

from timeline_app.crossfilter.chosen import Brush, Chosen
from timeline_app.crossfilter.cube import Cube
from timeline_app.crossfilter.ranked import Ranked
from timeline_app.crossfilter.tally import Sides, Tally
from timeline_app.dataclass import dataclass
from timeline_app.model.bisect import rank_by, rank_of
from timeline_app.model.codes import Codes, Ints, Mask
from timeline_app.model.event_table import UNDATED, EventTable
from timeline_app.model.filter import KNOWN, NOTES, SPAN, Clause, SpanClause


@dataclass(frozen=True, eq=False)
class Dimension:
    """Something else than a column to count by: the columns of the overview, the bars of a chart.

    Whoever draws it makes it once and asks with the same object; then it is counted as columns are.
    Where it follows from the table alone it has a `name`, by which its counts are kept; then
    `by_last` are its codes by last day, and `total` the counts of all.
    """

    codes: Codes
    name: str = ""
    by_last: Codes | None = None
    total: Ints | None = None


@dataclass(frozen=True, eq=False)
class Base:
    """The rows that pass `clauses`, none of which is a brush; `mask` marks them.

    `failing[column]` marks the rows that fail its clause. `columns` are the table's and NOTES.
    Tallies are made when first asked for, and belong to these clauses.
    """

    table: EventTable
    columns: Mapping[str, Codes]
    clauses: Mapping[str, Clause]
    failing: Mapping[str, Mask]
    mask: Mask
    sides: Sides
    _tallies: dict[str | Dimension, Tally] = field(default_factory=dict)
    _cubes: list[Cube[str | Dimension]] = field(default_factory=list)
    """The one for the days that are expected, if a worker has made it."""
    _others: dict[tuple[str, Clause], "Base"] = field(default_factory=dict)
    """What differs in one clause alone, if that was asked for."""

    # -- days to places

    def begun(self, day: int, side: Literal["left", "right"] = "right") -> int:
        """How many rows of the table begin on `day` or before ("left": before)."""
        return rank_of(self.table.first, day, side)

    def ended(self, day: int) -> int:
        """How many rows of the table end before `day`."""
        return rank_by(self.table.orders.by_last, self.table.last, day)

    # -- rows

    @cached_property
    def ranked(self) -> Ranked:
        """The passing rows by first day."""
        return Ranked(self.mask)

    @cached_property
    def ranked_by_last(self) -> Ranked:
        """The passing rows by last day."""
        by_last = self.chosen[1].mask
        return self.ranked if by_last is self.mask else Ranked(by_last)

    @cached_property
    def chosen(self) -> tuple[Chosen, Chosen]:
        """The passing rows by first and by last day."""
        chosen = Chosen(self.mask)
        if self.mask.all():  # in any order
            return chosen, chosen
        return chosen, Chosen(self.mask.take(self.sides.by_last))

    def but(self, column: str) -> Mask:
        """The rows that pass every clause but this column's, and the brush."""
        if column not in self.failing:
            return self.mask
        failing = np.zeros(len(self.table), np.bool_)
        for other, rows in self.failing.items():
            if other != column:
                failing |= rows
        return ~failing

    def same_rows(self, other: "Base") -> bool:
        """Whether it is known that the same rows pass, with the brush among the clauses and without
        it: notes alone are others."""
        sure = self.failing.get(SPAN) is other.failing.get(SPAN)
        return sure and self.table is other.table and self.mask is other.mask

    def with_clause(self, column: str, clause: Clause, passing: Callable[[], Mask]) -> "Base":
        """The same with another clause of a column, by which these rows pass; the last is kept."""
        key = (column, clause)
        if key not in self._others:
            passes = passing()
            clauses = MappingProxyType({**self.clauses, column: clause})
            failing, mask = {**self.failing, column: ~passes}, self.but(column) & passes
            made = Base(self.table, self.columns, clauses, failing, mask, self.sides)
            self._others.clear()
            self._others[key] = made
        return self._others[key]

    # -- counts

    def tally(self, of: str | Dimension, brush: Brush | None = None) -> Tally:
        """The counts of a column under all clauses but its own, or of a dimension under all; those
        at the brush will be asked for."""
        if of not in self._tallies:
            codes = self.columns[of] if isinstance(of, str) else of.codes
            if isinstance(of, Dimension) and of.by_last is not None and of.total is not None:
                self.sides.know(codes, of.by_last, of.total)
            chosen, by_last = self._counting(of)
            name = self._name(of, codes) if chosen is None else ""
            self._tallies[of] = Tally(codes, chosen, by_last, self.sides, name, brush)
        return self._tallies[of]

    def _name(self, of: str | Dimension, codes: Codes) -> str:
        """By which name the counts of all rows are kept; empty where they follow from more than
        the table, as those of notes do."""
        if isinstance(of, Dimension):
            return of.name
        return of if self.table.terms.get(of) is codes else ""

    def _counting(self, of: str | Dimension) -> tuple[Chosen | None, Chosen | None]:
        """The rows that count there, in both orders; None where nothing is asked of them."""
        if self.clauses.keys() <= {of}:
            return None, None
        if of not in self.failing:
            return self.chosen
        mask = self.but(of) if isinstance(of, str) else self.mask
        return Chosen(mask), Chosen(mask.take(self.sides.by_last))

    @cached_property
    def undated(self) -> tuple[Ranked, Ranked]:
        """The rows of which nobody can say when they were known, if they pass all else: in both
        orders."""
        mask = (self.table.known_from >= UNDATED) & self.but(KNOWN)
        return Ranked(mask), Ranked(mask.take(self.sides.by_last))

    @cached_property
    def sure(self) -> Ranked:
        """The passing rows that carry no doubt, by first day."""
        sure = self.sides.sure
        return sure if self.mask.all() else Ranked(self.mask & sure.mask)

    def settle(self, before: "Base") -> None:
        """Make what every answer needs, as a worker does before one is shown; what cannot be
        another than `before` is taken over."""
        if self.mask is before.mask:
            for part in ("chosen", "ranked", "ranked_by_last", "sure"):
                if part in before.__dict__:
                    self.__dict__[part] = before.__dict__[part]
        _ = self.ranked, self.ranked_by_last, self.sure
        if KNOWN in self.clauses:
            if "undated" in before.__dict__ and self._differs_by_the_day_known(before):
                self.__dict__["undated"] = before.undated
            _ = self.undated

    def _differs_by_the_day_known(self, other: "Base") -> bool:
        """Whether nothing but that day can be another one."""
        mine, others = (
            {column: rows for column, rows in base.failing.items() if column != KNOWN}
            for base in (self, other)
        )
        same = mine.keys() == others.keys()
        return same and all(rows is others[column] for column, rows in mine.items())

    # -- ahead of a brush

    @property
    def asked_for(self) -> tuple[str | Dimension, ...]:
        """What has been counted by so far."""
        return tuple(self._tallies)

    def take_over(self, of: str | Dimension, before: "Base", changed: Set[str]) -> None:
        """Count by this as `before` did, by its very tally, if only the own clause of the column is
        another one."""
        if changed <= ({of} if isinstance(of, str) else set()):
            self._tallies[of] = before.tally(of)

    def is_ready(self, days: Ints) -> bool:
        """Whether brushes that begin or end on these days are looked up; of notes, which are few,
        they need not be."""
        wanted = self._tallies.keys() - {NOTES}
        return any(cube.days is days and cube.of >= wanted for cube in self._cubes)

    def stay_ready(self, before: "Base") -> None:
        """Look up what `before` did but for notes, which alone are others."""
        self._cubes[:] = [cube.without(NOTES) for cube in before._cubes]

    def expect(self, days: Ints) -> None:
        """Be ready for brushes that begin or end on these days (ascending); a worker's work."""
        self._cubes[:] = [Cube(dict(self._tallies), self.sides.places(days), self.table.shelf)]

    def looked_up(self, span: SpanClause) -> dict[str | Dimension, Ints] | None:
        """What touches a brush, if that was expected: the counts of many columns."""
        for cube in self._cubes:
            counts = cube.touching(span.first, span.last)
            if counts is not None:
                return counts
        return None


def whole(table: EventTable, mask: Mask) -> Base:
    """The base where nothing is asked; `mask` marks the rows there are."""
    _ = table.lasting  # a hand asks for it
    return Base(table, table.terms, MappingProxyType({}), {}, mask, Sides(table))
