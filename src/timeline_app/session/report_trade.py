"""The trade of a report: how it was divided among the vectors, by each source that tells of it."""

from collections.abc import Sequence

from timeline_app.analysis.engagement import PARTNERS
from timeline_app.analysis.months import Period
from timeline_app.analysis.partner_shares import PartnerShares
from timeline_app.model.report import SHARE, Figure, Table
from timeline_app.session.measure import Measure
from timeline_app.session.partnering import TITLES, Trade, trade_of
from timeline_app.session.snapshot import Snapshot
from timeline_app.words.tr import mark, tr, trn

_NAMES = {"imports": mark("Imports by partner"), "exports": mark("Exports by partner")}


def trade_tables(
    now: Snapshot, period: Period, measure: Measure, of: str = ""
) -> tuple[Table, ...]:
    """The table of the trade that is shown beside the balance in a period; none where no figure
    lies within, unless the period is called `of`: then there are others, and that is said."""
    trade = trade_of(now, measure.beside)
    if trade is None:
        return ()
    lines = [figure for line in trade.lines for figure in _recorded(trade, line, period)]
    figures = (*lines, *_told(trade, period))
    remarks = (
        tr(
            "Shares of what a source records of all partners of {states}, in the periods that lie "
            "wholly within.",
            states=", ".join(_names(now, trade.states)),
        ),
        tr("Partners count to the vector that the archive gives them today."),
    )
    title = tr(_NAMES[trade.flow])
    if of:
        title = tr("{title} in {period}", title=title, period=of)
        if not figures:
            return (Table(title, (), (tr("No figure is for a period that lies within."),)),)
    return (Table(title, figures, remarks),) if figures else ()


def _names(now: Snapshot, states: Sequence[str]) -> list[str]:
    codes = now.table.terms.get("state")
    return [tr(codes.terms.label(state)) if codes is not None else state for state in states]


def _recorded(trade: Trade, line: PartnerShares, period: Period) -> list[Figure]:
    shares, n = line.within(period.first, period.last)
    if not n:
        return []
    what = trn(
        "{what}, {source}, {n} period",
        "{what}, {source}, {n} periods",
        n,
        what=tr(TITLES[trade.flow]),
        source=line.source,
    )
    found = zip(PARTNERS, shares.tolist(), strict=True)
    return [Figure(tr(v), what, SHARE, share) for v, share in found if share == share]


def _told(trade: Trade, period: Period) -> list[Figure]:
    """What is told as a share; its place is that of the source's words."""
    return [
        Figure(
            tr(PARTNERS[one.vector]),
            tr(
                "{what} of {when} as told, {source}",
                what=tr(TITLES[trade.flow]),
                when=one.edtf,
                source=one.source,
            ),
            SHARE,
            one.share,
        )
        for one in trade.told
        if one.first <= period.last and one.last >= period.first
    ]
