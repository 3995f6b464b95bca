"""By what the balance is measured: what counts, over how many months, where chance begins."""

from dataclasses import field

from timeline_app.analysis.engagement import Rule
from timeline_app.analysis.months import BAND_MONTHS, DRAWS
from timeline_app.dataclass import dataclass
from timeline_app.session.lean import Lean

IMPORTS, EXPORTS = "imports", "exports"
FLOWS = ("", IMPORTS, EXPORTS)
"""Whose division among the vectors may stand beside that of engagement."""


@dataclass(frozen=True, slots=True)
class Measure:
    """What the reader chose. Layers that a machine coded count only where `machine_coded`; `lean`
    drops what an answer may lean on; `beside` is the trade that is shown with it, one of FLOWS."""

    rule: Rule = field(default_factory=Rule)
    months: int = BAND_MONTHS
    machine_coded: bool = False
    lean: Lean = field(default_factory=Lean)
    seed: int = 1
    draws: int = DRAWS
    beside: str = IMPORTS

    @property
    def counts_machine_coded(self) -> bool:
        """Whether layers that a machine coded count and are not dropped."""
        return self.machine_coded and not self.lean.by_hand
