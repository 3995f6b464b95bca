"""Intents that compare two periods: A is the brushed one, B the second."""

from dataclasses import replace

from timeline_app.analysis.engagement import derived_vectors
from timeline_app.model.columns import VECTORS
from timeline_app.model.filter import SPAN, SpanClause
from timeline_app.session.browsing import Browsing
from timeline_app.session.lean import Lean
from timeline_app.session.measure import Measure
from timeline_app.session.vote_rule import VoteRule
from timeline_app.session.weighing import preset_periods


class Comparing(Browsing):
    """What `Browsing` shows, and a second period beside the brushed one."""

    def measure_by(self, measure: Measure) -> None:
        """Measure the balance by this."""
        if measure != self.snapshot.measure:
            self._change(measure=measure)

    def count_votes_by(self, rule: VoteRule) -> None:
        """Compare votes by this."""
        if rule != self.snapshot.vote_rule:
            self._change(vote_rule=rule)

    def lean_by(self, lean: Lean) -> None:
        """Drop this, to see whether the answer leans on it."""
        self.measure_by(replace(self.snapshot.measure, lean=lean))

    def derived_vectors(self, occurrence: int) -> tuple[str, ...]:
        """The vectors that follow from the actors of this occurrence at its days, by who belongs to
        a vector as it stands; none for one that is not shown."""
        now = self.snapshot
        rows = now.table.rows_of((occurrence,))
        if not len(rows):
            return ()
        members = now.measure.rule.members or now.vector_members
        found = derived_vectors(now.table, rows, members)[0]
        return tuple(vector for vector, held in zip(VECTORS, found, strict=True) if held)

    def set_span(self, first: int, last: int, surely: bool = False) -> None:
        """Brush the days from `first` to `last`, both inclusive, in either order; B is seen as this
        is, surely or possibly."""
        now = self.snapshot
        second = None if now.second is None else replace(now.second, surely=surely)
        if not now.preset and second == now.second:
            super().set_span(first, last, surely)
            return
        with self.together():
            super().set_span(first, last, surely)
            self._change(second=second, preset="")

    def set_second(self, first: int, last: int) -> None:
        """Compare with the days from `first` to `last`, both inclusive, in either order; seen as A
        is, surely or possibly."""
        brushed = self.asked.span
        surely = brushed is not None and brushed.surely
        second = SpanClause(min(first, last), max(first, last), surely)
        if second != self.snapshot.second:
            self._change(second=second, preset="")

    def clear_second(self) -> None:
        """Compare with nothing."""
        if self.snapshot.second is not None:
            self._change(second=None, preset="")

    def clear_clause(self, column: str) -> None:
        """Ask for anything in this column; without A there is no B."""
        with self.together():
            super().clear_clause(column)
            if column == SPAN:
                self.clear_second()

    def clear_all(self) -> None:
        """Ask for everything that the layers hold, and for every claim."""
        with self.together():
            super().clear_all()
            self.clear_second()

    def compare_preset(self, name: str) -> None:
        """Compare the months before the day of this preset with those from it on."""
        a, b = preset_periods(name)
        with self.together():
            self.set_span(a.first, a.last)
            self._change(second=SpanClause(b.first, b.last), preset=name)

    def compare_next(self) -> None:
        """Compare the brushed period with the one of its length that follows; without a brush,
        the two halves of what is in view."""
        now = self.snapshot
        span, home = now.filter.span, now.home
        if span is None:
            first, end = max(now.view.first, home.first), min(now.view.end, home.end)
            half = max(1, int(end - first) // 2)
            span = SpanClause(int(first), int(first) + half - 1)
        days = span.last - span.first + 1
        later = SpanClause(span.last + 1, span.last + days)
        if later.first >= home.end:
            later = SpanClause(span.first - days, span.first - 1)
        with self.together():
            self.set_span(span.first, span.last, span.surely)
            self.set_second(later.first, later.last)
