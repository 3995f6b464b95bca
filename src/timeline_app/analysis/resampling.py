"""Intervals by resampling calendar months.

Months of the period are drawn with replacement, empty ones too; intervals are BCa (B. Efron,
"Better bootstrap confidence intervals", JASA 82, 1987), with the acceleration from leaving each
month out in turn. They cover what chance in the months would do to the figure, and nothing of how
events were chosen for the archive.
"""

from collections.abc import Callable
from statistics import NormalDist

import numpy as np
from numpy.typing import NDArray

from timeline_app.analysis.months import DRAWS as DRAWS
from timeline_app.analysis.months import Blocks
from timeline_app.dataclass import dataclass

LEVEL = 0.95

Floats = NDArray[np.float64]
Figure = Callable[[Floats, Floats], Floats]
"""From sums of weights (d x 7) and numbers of occurrences (d) to figures (d x f)."""

_NORMAL = NormalDist()


@dataclass(frozen=True, eq=False, slots=True)
class Intervals:
    """Of f figures: what was found, and the ends of the interval of each (f); NaN for none."""

    found: Floats
    low: Floats
    high: Floats


def times_drawn(months: int, draws: int, rng: np.random.Generator) -> Floats:
    """How often each month is drawn (draws x months); every row sums to `months`."""
    return rng.multinomial(months, np.full(months, 1 / months), size=draws).astype(np.float64)


def jackknifed(blocks: Blocks, figure: Figure) -> Intervals:
    """The figures of these months, two standard errors either side; none where they are too few.

    The errors come from leaving each month out in turn (J. Tukey 1958; B. Efron and C. Stein, "The
    jackknife estimate of variance", Annals of Statistics 9, 1981). For figures whose bias grows as
    months are drawn anew, of which a bootstrap says too little: see `docs/methods.md`.
    """
    weights, n, months = blocks.weights.sum(axis=0), blocks.n.sum(), len(blocks)
    found = figure(weights[None], n[None])[0]
    if not blocks.enough:
        nothing = np.full(found.shape, np.nan)
        return Intervals(found, nothing, nothing)
    left_out = figure(weights - blocks.weights, n - blocks.n)
    away = left_out - left_out.mean(axis=0)
    error = np.sqrt((months - 1) / months * (away**2).sum(axis=0))
    half = _NORMAL.inv_cdf((1 + LEVEL) / 2) * error
    return Intervals(found, found - half, found + half)


def bca(found: Floats, drawn: Floats, left_out: Floats, level: float = LEVEL) -> Intervals:
    """Ends from draws (d x f) of what was found (f) and of leaving each block out (M x f)."""
    low, high = np.full(found.shape, np.nan), np.full(found.shape, np.nan)
    for n in range(len(found)):
        of_n = drawn[:, n][np.isfinite(drawn[:, n])]
        if not np.isfinite(found[n]) or not len(of_n):
            continue
        bias = _bias(of_n, found[n])
        skew = _acceleration(left_out[:, n])
        ends = [
            _NORMAL.cdf(bias + (bias + z) / (1 - skew * (bias + z)))
            for z in (_NORMAL.inv_cdf((1 - level) / 2), _NORMAL.inv_cdf((1 + level) / 2))
        ]
        low[n], high[n] = np.quantile(of_n, ends)
    return Intervals(found, low, high)


def _bias(drawn: Floats, found: float) -> float:
    """How far the middle of the draws lies from what was found, in normal deviates; ties halve."""
    below = (np.sum(drawn < found) + 0.5 * np.sum(drawn == found)) / len(drawn)
    least = 0.5 / len(drawn)
    return _NORMAL.inv_cdf(min(max(float(below), least), 1 - least))


def _acceleration(left_out: Floats) -> float:
    known = left_out[np.isfinite(left_out)]
    away = known.mean() - known if len(known) else known
    spread = float((away**2).sum()) ** 1.5
    return float((away**3).sum()) / (6 * spread) if spread > 0 else 0.0
