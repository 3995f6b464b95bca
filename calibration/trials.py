"""Trials: the program's own comparison, run on made worlds, and how often it kept its word."""

from dataclasses import dataclass, field

import numpy as np

from calibration.worlds import A, B, World, events_of, true_shares
from timeline_app.analysis.engagement import PARTNERS
from timeline_app.analysis.resampling import Intervals
from timeline_app.analysis.shares import balance_of
from timeline_app.analysis.two_periods import Compared, compare

ALPHAS = (0.01, 0.05, 0.10)
SIZES = (30, 60, 120)


@dataclass
class Coverage:
    """How many intervals were given, and how many held the truth."""

    given: int = 0
    held: int = 0

    def note(self, found: Intervals, n: int, truth: float) -> None:
        """Counts one interval, if there is one."""
        low, high = float(found.low[n]), float(found.high[n])
        if np.isfinite(low) and np.isfinite(high):
            self.given += 1
            self.held += low <= truth <= high

    @property
    def part(self) -> float:
        """The part that held the truth; NaN where none was given."""
        return self.held / self.given if self.given else float("nan")


@dataclass
class Outcome:
    """Of one world and size: p values where the test was made, whether months were found to hang
    together in each of these (`withheld`), and the intervals by what they are of; `rate_told` are
    those of the rate where busy months were not found to come together."""

    world: World
    n: int
    trials: int = 0
    p: list[float] = field(default_factory=list)
    withheld: list[bool] = field(default_factory=list)
    shares: list[Coverage] = field(default_factory=lambda: [Coverage() for _ in PARTNERS])
    moved: list[Coverage] = field(default_factory=lambda: [Coverage() for _ in PARTNERS])
    balance: Coverage = field(default_factory=Coverage)
    rate: Coverage = field(default_factory=Coverage)
    rate_told: Coverage = field(default_factory=Coverage)

    def rejected(self, alpha: float, shown_only: bool = False) -> float:
        """The part of the tests with p <= alpha; of all, or of those whose p would be shown, as
        parts of all tests."""
        shown = [
            p <= alpha and not (shown_only and w)
            for p, w in zip(self.p, self.withheld, strict=True)
        ]
        return float(np.mean(shown)) if shown else float("nan")

    def rejected_of_shown(self, alpha: float) -> float:
        """The part with p <= alpha of the tests whose p would be shown; NaN where none would."""
        shown = [p <= alpha for p, w in zip(self.p, self.withheld, strict=True) if not w]
        return float(np.mean(shown)) if shown else float("nan")


def tried(world: World, n: int, trials: int, draws: int, seed: int) -> Outcome:
    """So many worlds of a kind, each compared once."""
    outcome = Outcome(world, n)
    rng = np.random.default_rng(
        [seed, n, round(100 * world.memory), round(100 * world.busy), world.clustered]
    )
    for trial in range(trials):
        _note(outcome, compare(events_of(world, n, rng), A, B, seed=trial, draws=draws))
    return outcome


def _note(outcome: Outcome, found: Compared) -> None:
    shares = np.array(true_shares(outcome.world))
    even = float(balance_of(shares, np.array(np.inf)) - 0.0)
    outcome.trials += 1
    if found.p is not None:
        outcome.p.append(found.p)
        outcome.withheld.append(found.hangs_together)
    for n, share in enumerate(shares.tolist()):
        outcome.shares[n].note(found.a.shares, n, share)
        outcome.moved[n].note(found.moved, n, 0.0)
    outcome.balance.note(found.a.balance, 0, even)
    outcome.rate.note(found.rate, 0, 1.0)
    outcome.rate_told.note(found.rate_told, 0, 1.0)


def error_of(part: float, n: int) -> float:
    """Two standard errors of a part of n trials."""
    return 2 * float(np.sqrt(max(part * (1 - part), 1e-12) / n)) if n else float("nan")
