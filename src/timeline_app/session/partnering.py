"""How trade is divided among the vectors, read beside the reader's work."""

from contextlib import closing
from functools import lru_cache
from pathlib import Path

from timeline_app.analysis.engagement import PARTNERS
from timeline_app.analysis.partner_shares import (
    SHARE_SUFFIX,
    Chosen,
    PartnerShares,
    ToldShare,
    shares_by_source,
    told_shares,
)
from timeline_app.dataclass import dataclass
from timeline_app.model.as_known import known_series
from timeline_app.model.columns import FIVE_STATES
from timeline_app.model.series import Series
from timeline_app.session.measure import EXPORTS, IMPORTS
from timeline_app.session.snapshot import Snapshot
from timeline_app.store.archive import Archive
from timeline_app.store.file_stamp import Stamp
from timeline_app.store.series import read_observations, read_series
from timeline_app.store.store_error import StoreError
from timeline_app.words.tr import mark, tr

MEASURES = {IMPORTS: "imports from partner", EXPORTS: "exports to partner"}
"""As the data name them."""

TITLES = {IMPORTS: mark("share of imports"), EXPORTS: mark("share of exports")}


@dataclass(frozen=True, eq=False, slots=True)
class Trade:
    """The shares of `flow` that `states` (iso3) had together with each vector: by the sources that
    tell of all partners, and what others tell as shares of their own."""

    flow: str
    states: tuple[str, ...]
    lines: tuple[PartnerShares, ...]
    told: tuple[ToldShare, ...]

    def __bool__(self) -> bool:
        return bool(self.lines or self.told)


def trade_of(now: Snapshot, flow: str) -> Trade | None:
    """Of the states that are asked for, or of all five, as was known on the day that is chosen.

    It opens the archive anew, so any thread may ask. None where there is nothing to read.
    """
    if now.archive is None or flow not in MEASURES:
        return None
    asked = now.filter.terms("state")
    states = tuple(state for state in FIVE_STATES if state in asked or not asked)
    known = now.filter.known.day if now.filter.known else None
    try:
        return _read(now.archive.path, now.archive.stamp, flow, states, known) or None
    except StoreError:
        return None


def trade_words(trade: Trade, vector: int, first: float, last: float) -> str:
    """Each source's share of a vector in what lies within these days, by name; empty for none.

    A single day (`first` and `last` the same) reads the period that it lies in.
    """
    found = [
        (one.source, share) for one in trade.lines for share in [_share(one, vector, first, last)]
    ]
    told = [
        (one.source, one.share)
        for one in trade.told
        if one.vector == vector and one.first <= last and first < one.last + 1
    ]
    said = [
        tr("{share} ({source})", share=percent_words(share), source=source)
        for source, share in (*found, *told)
        if share is not None
    ]
    return (
        tr("{what}: {shares}", what=tr(TITLES[trade.flow]), shares=", ".join(said)) if said else ""
    )


def trade_said(trade: Trade) -> str:
    """Whose figures the broken steps and the hollow marks are."""
    lines = ", ".join(dict.fromkeys(one.source for one in trade.lines))
    told = ", ".join(dict.fromkeys(one.source for one in trade.told))
    what = tr(TITLES[trade.flow])
    steps = tr("broken steps: {what} ({sources})", what=what, sources=lines) if lines else ""
    marks = tr("hollow marks: {sources}", sources=told) if told else ""
    return tr("; ").join(filter(None, (steps, marks)))


def percent_words(share: float) -> str:
    """Whole per cent; a tenth where less."""
    return tr("{n} %", n=f"{100 * share:.0f}" if share >= 0.095 else f"{100 * share:.1f}")


def _share(one: PartnerShares, vector: int, first: float, last: float) -> float | None:
    if first == last:
        at = one.at(first)
        return None if at is None else float(one.shares[at, vector])
    shares, n = one.within(int(first), int(last))
    return float(shares[vector]) if n else None


@lru_cache(maxsize=8)
def _read(path: Path, stamp: Stamp, flow: str, states: tuple[str, ...], known: int | None) -> Trade:
    measure = MEASURES[flow]
    with closing(Archive.open(path)) as archive:
        archive.expect(stamp)
        every = read_series(archive)
        every = every if known is None else known_series(every, known)
        own = [one for one in every if one.entity in states and one.partner]

        def figures(series: list[Series]) -> list[Chosen]:
            return [(one, read_observations(archive, one)) for one in series]

        lines = shares_by_source(figures([one for one in own if one.measure == measure]))
        alone = len(states) == 1
        shares = [one for one in own if alone and one.measure.startswith(measure + SHARE_SUFFIX)]
        told = told_shares(figures([one for one in shares if one.vector in PARTNERS]))
    return Trade(flow, states, lines, told)
