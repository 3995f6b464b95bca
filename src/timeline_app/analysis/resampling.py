"""Intervals by resampling calendar months.

Months of the period are drawn with replacement, empty ones too; intervals are BCa (B. Efron,
"Better bootstrap confidence intervals", JASA 82, 1987), with the acceleration from leaving each
month out in turn. They cover what chance in the months would do to the figure, and nothing of how
events were chosen for the archive.
"""

from collections.abc import Iterator
from functools import lru_cache
from statistics import NormalDist

import numpy as np
from numpy.typing import NDArray

from timeline_app.analysis.months import DRAWS as DRAWS
from timeline_app.dataclass import dataclass

LEVEL = 0.95
SEED = 1

Floats = NDArray[np.float64]

_NORMAL = NormalDist()
_MOST_AT_ONCE = 2_000_000
"""So many months are drawn in one go."""
_KEPT_MONTHS = 400
"""Draws of so many months at most are kept: windows that slide over the years all use the same."""


@dataclass(frozen=True, eq=False, slots=True)
class Intervals:
    """Of f figures: what was found, and the ends of the interval of each (f); NaN for none."""

    found: Floats
    low: Floats
    high: Floats


def times_drawn(months: int, draws: int, rng: np.random.Generator) -> Floats:
    """How often each month is drawn (draws x months); every row sums to `months`."""
    return rng.multinomial(months, np.full(months, 1 / months), size=draws).astype(np.float64)


def drawn_sums(columns: Floats, draws: int, seed: int) -> Floats:
    """Sums of columns (M x c) over months drawn anew (draws x c). The same seed draws the same."""
    months = len(columns)
    if months <= _KEPT_MONTHS:
        return np.asarray(_times_kept(months, draws, seed) @ columns, np.float64)
    # Most months of centuries are empty: how often any of those is drawn need not be told apart.
    full = columns[columns.any(axis=1)]
    odds = np.append(np.full(len(full), 1 / months), 1 - len(full) / months)
    rng = np.random.default_rng(seed)
    drawn = (rng.multinomial(months, odds, part)[:, :-1] for part in parts(draws, len(odds)))
    return np.concatenate([times @ full for times in drawn])


@lru_cache(maxsize=16)
def _times_kept(months: int, draws: int, seed: int) -> Floats:
    return times_drawn(months, draws, np.random.default_rng(seed))


def parts(draws: int, months: int) -> Iterator[int]:
    """The draws in parts that find room at once, where periods are centuries long."""
    most = max(1, _MOST_AT_ONCE // max(months, 1))
    for done in range(0, draws, most):
        yield min(most, draws - done)


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


def unbiased(drawn: Floats, found: Floats) -> Floats:
    """Draws (d x f) moved by what they lose on average, for figures that fall (or rise) whenever
    months are drawn anew, as entropy does: that is no chance of the months."""
    return np.asarray(drawn - np.nanmean(drawn, axis=0) + found, np.float64)


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
