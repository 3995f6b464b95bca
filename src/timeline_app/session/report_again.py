"""A report shown again: its view reopened, its numbers found anew and compared."""

from collections.abc import Callable
from dataclasses import replace

from timeline_app.dataclass import dataclass
from timeline_app.exchange.report_kept import Kept, Number
from timeline_app.model.annotation import Written
from timeline_app.model.report import Table
from timeline_app.model.written.catalogue import BY_NAME
from timeline_app.session.report_numbers import measure_of, tables_of
from timeline_app.session.session import Session
from timeline_app.session.snapshot import Snapshot
from timeline_app.session.views import Reopened, reopen
from timeline_app.words.tr import tr, trn

CLOSE = 1e-9
"""Sums of the same numbers differ by less on any computer."""


@dataclass(frozen=True, slots=True)
class Again:
    """How a report compares with what is shown now: the view, and how many of its numbers differ.

    `tables` are the numbers found now; `remark` says what has changed, empty where nothing has.
    """

    view: Reopened
    told: int
    differing: int
    tables: tuple[Table, ...]

    @property
    def same(self) -> bool:
        """Whether sentence, counts and numbers are all the same."""
        return self.view.same and not self.differing

    @property
    def remark(self) -> str:
        """What has changed, in words."""
        if not self.differing:
            return self.view.remark
        numbers = trn(
            "{n} of its {told} numbers is another now.",
            "{n} of its {told} numbers are others now.",
            self.differing,
            told=self.told,
        )
        return " ".join(filter(None, (self.view.remark, numbers)))


def show_again(session: Session, kept: Kept) -> Callable[[], Again]:
    """Shows the view of a report; the job that comes back finds its numbers anew, on any thread."""
    weighing = kept.weighing
    with session.together():
        reopened = reopen(session, view_in(kept))
        session.measure_by(replace(measure_of(weighing), months=session.snapshot.measure.months))
        if weighing.periods is not None and _is_brushed(session.snapshot, weighing.periods[0]):
            session.set_second(*weighing.periods[1])
    now = session.snapshot

    def job() -> Again:
        tables = tables_of(now, kept.weighing)
        return Again(reopened, len(kept.numbers), _differing(kept.numbers, tables), tables)

    return job


def _is_brushed(now: Snapshot, days: tuple[int, int]) -> bool:
    span = now.filter.span
    return span is not None and (span.first, span.last) == days


def view_in(kept: Kept) -> Written:
    """The view of a report, as a saved one; it stands in no notebook."""
    state = {name: value for name, value in kept.view.items() if isinstance(value, str)}
    state.setdefault("name", tr("Report"))
    return Written("", BY_NAME["view"].name, None, state, "", "", "", "")


def _differing(told: tuple[Number, ...], tables: tuple[Table, ...]) -> int:
    """How many numbers are others than they were, by their place; a report may be of another
    language."""
    now = [one.value for table in tables for one in table.figures]
    paired = zip((value for *_, value in told), now, strict=False)
    return sum(not _alike(a, b) for a, b in paired) + abs(len(told) - len(now))


def _alike(was: float | None, is_: float | None) -> bool:
    if was is None or is_ is None:
        return was is is_
    return abs(was - is_) <= CLOSE * max(1.0, abs(was))
