"""Intents that judge: what is weak in what is shown, and narrowing to it."""

from functools import partial
from typing import Any

import numpy as np

from timeline_app.model.filter import QUALITY, Filter
from timeline_app.model.quality import Double, Quality
from timeline_app.session.claiming import Claiming
from timeline_app.session.laying import Laid
from timeline_app.session.quality import Look, asked_check, clause_of, look_at, with_doubles
from timeline_app.session.running import Run
from timeline_app.session.snapshot import OpenArchive
from timeline_app.store.store_error import StoreError


class Judging(Claiming):
    """What `Claiming` shows, and what is weak in it; `slowly` runs what takes seconds."""

    def __init__(self, soon: Run, seek: Run, slowly: Run) -> None:
        super().__init__(soon, seek)
        self._slowly = slowly
        self._look: Look | None = None
        self._wished_check = ""

    def judge_quality(self) -> None:
        """Find what is weak in what the layers on tell, beside other work, if it is not known."""
        now = self.snapshot
        look = look_at(now, self._reading.records) if self._reading else None
        if look is None or (self._look is not None and self._look.table is now.table):
            return
        self._stop_judging()
        self._look = look
        self._slowly(look.checks, partial(self._weak, look))
        self._slowly(look.doubles, partial(self._double, look))

    def _stop_judging(self) -> None:
        """What is found from now on is of no use."""
        if self._look is not None:
            self._look.progress.stop()
            self._look = None

    def narrow(self, check: str) -> None:
        """Ask for the events of a check of quality, as soon as they are known."""
        clause = clause_of(self.snapshot.quality, check)
        if clause is not None:
            self._wished_check = ""
            self._ask(self.asked.having(QUALITY, clause))
        else:
            self._wished_check = check
            self.judge_quality()

    def weak_passing(self, quality: Quality) -> dict[str, int]:
        """How many of the events of each check pass every clause but that of quality, by its id."""
        passes = self.snapshot.passing.mask_but(QUALITY)
        return {one.check.id: int(np.count_nonzero(passes[one.rows])) for one in quality.events}

    def _ask(self, asked: Filter, **parts: Any) -> None:
        if QUALITY not in asked.clauses:
            self._wished_check = ""
        super()._ask(asked, **parts)

    def _show_table(self, opened: OpenArchive, laid: Laid, **parts: Any) -> None:
        """What was narrowed to is asked of the other table too, once it has been judged."""
        self._wished_check = asked_check(self.asked)
        self._stop_judging()
        super()._show_table(opened, laid, **parts)
        if self._wished_check:
            self.judge_quality()

    def _weak(self, look: Look, found: Quality | StoreError | None) -> None:
        if self._look is not look or found is None:
            return
        if isinstance(found, StoreError):
            self._trouble(found)
        else:
            self._judge(found)

    def _double(self, look: Look, doubles: tuple[Double, ...]) -> None:
        quality = self.snapshot.quality
        if self._look is look and quality is not None:
            self._judge(with_doubles(quality, doubles, look.table))

    def _judge(self, quality: Quality) -> None:
        """Show what was found, and narrow to what was wished for."""
        with self.together():
            self._change(quality=quality)
            if clause_of(quality, self._wished_check) is not None:
                self.narrow(self._wished_check)
