"""Shares of the seven partner vectors, and how evenly they are spread.

Balance is Shannon's entropy of the shares over ln 7, with the correction of Miller and Madow
(G. A. Miller, "Note on the bias of information estimates", in H. Quastler (ed.), Information
Theory in Psychology, 1955): H + (m - 1) / 2n, where m is the number of vectors with a share and n
that of occurrences. 1 is an even spread over all seven, 0 one vector alone.
"""

import numpy as np
from numpy.typing import NDArray

from timeline_app.analysis.engagement import PARTNERS

LEAST_FOR_BALANCE = 30
"""Under so many occurrences no balance is given: it would say more of n than of the vectors."""

Floats = NDArray[np.float64]


def shares_of(weights: Floats) -> Floats:
    """Sums of weights (... x 7) as shares that sum to 1; NaN where there is nothing."""
    whole = weights.sum(axis=-1, keepdims=True)
    shares: Floats = np.divide(weights, whole, out=np.full(weights.shape, np.nan), where=whole > 0)
    return shares


def balance_of(weights: Floats, n: Floats) -> Floats:
    """The balance of sums of weights (... x 7) from `n` (...) occurrences; NaN where n is 0.

    It is bound by 1, which the correction alone would pass.
    """
    shares = shares_of(weights)
    with np.errstate(divide="ignore", invalid="ignore"):
        terms = np.where(shares > 0, -shares * np.log(shares), 0.0)
        entropy = np.where(np.isnan(shares[..., 0]), np.nan, terms.sum(axis=-1))
        corrected = entropy + ((weights > 0).sum(axis=-1) - 1) / (2 * np.asarray(n, np.float64))
    bound: Floats = np.minimum(corrected / np.log(len(PARTNERS)), 1.0)
    return bound


def g_of(observed: Floats) -> Floats:
    """G of tables of weights (... x r x c): twice the sum of O ln(O/E), rows and columns as found.

    R. R. Sokal and F. J. Rohlf, Biometry, ch. 17. Weights are no counts, so its distribution is
    found by moving blocks, never from chi-square.
    """
    rows = observed.sum(axis=-1, keepdims=True)
    columns = observed.sum(axis=-2, keepdims=True)
    whole = rows.sum(axis=-2, keepdims=True)
    with np.errstate(divide="ignore", invalid="ignore"):
        expected = rows * columns / whole
        terms = np.where(observed > 0, observed * np.log(observed / expected), 0.0)
    found: Floats = 2 * np.nansum(terms, axis=(-2, -1))
    return found
