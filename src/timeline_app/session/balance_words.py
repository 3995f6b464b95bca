"""What the strip of balance says in words: of what, how sure, and what is left out."""

import numpy as np

from timeline_app.analysis.bands import Bands
from timeline_app.analysis.engagement import PARTNERS
from timeline_app.analysis.running_sums import Sums
from timeline_app.analysis.shares import LEAST_FOR_BALANCE, balance_of
from timeline_app.session.balancing import Weight
from timeline_app.session.lean import lean_words
from timeline_app.session.snapshot import Snapshot
from timeline_app.words.tr import grouped, tr, trn

NOTHING = "–"


def how_measured(weight: Weight) -> str:
    """How the bands are to be read."""
    return trn(
        "{n} month about each day; pointwise 95 % intervals; dots: single years; hatched: too few",
        "{n} months about each day; pointwise 95 % intervals; dots: single years; hatched: too few",
        weight.bands.months,
    )


def left_out_words(now: Snapshot, weight: Weight) -> str:
    """Which layers that are on are not weighed, by name; empty where all are."""
    layers = now.archive.edition.layers if now.archive else ()
    titles = [one.title for one in layers if one.id in weight.of.layers_out]
    if not titles:
        return ""
    if not weight.of.layers:
        return tr("No layer that is on can be weighed: each covers less, or was coded by a machine")
    return tr("left out: {layers}", layers=", ".join(titles))


def lean_said(now: Snapshot) -> str:
    """What is dropped, in words; empty for nothing."""
    codes = now.table.terms.get("source")
    return lean_words(now.measure.lean, codes.terms.label if codes is not None else str)


def nothing_words(weight: Weight) -> str:
    """Why there is no band; empty where there is one."""
    if not len(weight.of.events):
        return tr("No event that counts passes.")
    if not len(weight.bands.windows):
        return tr("The days that are covered are fewer than a window has.")
    return ""


def percent(share: float) -> str:
    """A share in whole per cent; a dash for none."""
    return tr("{n} %", n=f"{100 * share:.0f}") if np.isfinite(share) else NOTHING


def year_counts(weight: Weight, day: float) -> tuple[int, int] | None:
    """How many events and publishers stand behind the year of a day; None where none does."""
    years = weight.bands.years
    at = np.flatnonzero((years.first <= day) & (day < years.last + 1))
    if not len(at):
        return None
    return int(years.sums.n[at[0]]), weight.publishers[int(at[0])]


def window_at(bands: Bands, day: float) -> int | None:
    """The window about this day; None where none is."""
    middles = bands.windows.middle
    reach = max(31.0, float(middles[1] - middles[0])) if len(middles) > 1 else 31.0
    if not len(middles) or not middles[0] - reach <= day <= middles[-1] + reach:
        return None
    return int(np.abs(middles - day).argmin())


def window_words(bands: Bands, at: int, vector: int) -> str:
    """The interval of a vector's share in a window, and how many events touch it."""
    low, high = bands.low[at, vector], bands.high[at, vector]
    n = grouped(int(bands.windows.sums.touching[at, vector]))
    if np.isfinite(low):
        return tr("{low}–{high} %, n {n}", low=f"{100 * low:.0f}", high=f"{100 * high:.0f}", n=n)
    if at < bands.known:
        return tr("too few for an interval, n {n}", n=n)
    return tr("n {n}", n=n)


def period_words(sums: Sums, vector: int, name: str = "A") -> str:
    """The same of a brushed period, whose interval is in the comparison."""
    return tr("{name}: n {n}", name=name, n=grouped(int(sums.touching[0, vector])))


def balance_figure(balance: float) -> str:
    """A balance in two digits; a dash for none."""
    return f"{balance:.2f}" if np.isfinite(balance) else NOTHING


def period_balance(sums: Sums) -> float:
    """The balance of one period; NaN where the events are too few."""
    if int(sums.n[0]) < LEAST_FOR_BALANCE:
        return float("nan")
    return float(balance_of(sums.weights[0], np.asarray(sums.n[0], np.float64)))


def spoken(weight: Weight, sums: Sums, at: str) -> str:
    """Everything that is read off at one place, for who does not see it."""
    shares = [
        tr(
            "{vector} {share}, {n} events",
            vector=tr(v),
            share=percent(float(sums.shares[0, i])),
            n=grouped(int(sums.touching[0, i])),
        )
        for i, v in enumerate(PARTNERS)
    ]
    rest = tr("balance {figure}", figure=balance_figure(period_balance(sums)))
    return tr("{where}: {shares}; {balance}", where=at, shares="; ".join(shares), balance=rest)
