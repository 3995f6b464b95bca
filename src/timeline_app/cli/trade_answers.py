"""What `timeline-app analyse trade` answers."""

from collections.abc import Iterator
from typing import Any

from timeline_app.analysis.engagement import PARTNERS
from timeline_app.dates.civil import iso
from timeline_app.session.partnering import Trade, percent_words
from timeline_app.words.tr import tr


def trade_rows(trade: Trade, first: int, last: int) -> list[dict[str, Any]]:
    """Each period that touches these days as JSON, by source: those that tell of all partners, then
    what others tell as shares of their own (`told`), which say nothing of other vectors."""
    return [*_recorded(trade, first, last), *_told(trade, first, last)]


def _recorded(trade: Trade, first: int, last: int) -> Iterator[dict[str, Any]]:
    for line in trade.lines:
        for n, shares in enumerate(line.shares.tolist()):
            if line.first[n] <= last and line.last[n] >= first:
                yield {
                    "source": line.source,
                    "edtf": line.edtf[n],
                    "from": iso(int(line.first[n])),
                    "to": iso(int(line.last[n])),
                    "told": False,
                    "whole": float(line.whole[n]),
                    "unit": line.unit,
                    "shares": {v: _known(share) for v, share in zip(PARTNERS, shares, strict=True)},
                }


def _told(trade: Trade, first: int, last: int) -> Iterator[dict[str, Any]]:
    for one in trade.told:
        if one.first <= last and one.last >= first:
            yield {
                "source": one.source,
                "edtf": one.edtf,
                "from": iso(one.first),
                "to": iso(one.last),
                "told": True,
                "whole": None,
                "unit": "",
                "shares": {PARTNERS[one.vector]: one.share},
            }


def trade_line(row: dict[str, Any]) -> str:
    """The same in a line."""
    shares = ", ".join(
        tr("{vector} {share}", vector=tr(vector), share=percent_words(share))
        for vector, share in row["shares"].items()
        if share is not None
    )
    said = tr("{when}, {source}: {shares}", when=row["edtf"], source=row["source"], shares=shares)
    return tr("{line} (as told)", line=said) if row["told"] else said


def _known(share: float) -> float | None:
    return share if share == share else None
