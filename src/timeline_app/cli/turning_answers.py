"""What `timeline-app analyse turns` answers."""

from typing import Any

from timeline_app.analysis.engagement import PARTNERS
from timeline_app.analysis.turning_points import LEAST_QUARTERS, Turn
from timeline_app.dates.civil import iso
from timeline_app.session.turning import Turned
from timeline_app.session.turning_words import METHOD, turning_lines
from timeline_app.words.tr import tr


def turned_answer(found: Turned) -> dict[str, Any]:
    """Turning points as JSON."""
    return {
        "from": iso(found.first),
        "quarters": found.quarters,
        "least_quarters": LEAST_QUARTERS,
        "method": tr(METHOD),
        "breaks": [
            {"on": iso(one.day), "why": one.why, "support": one.support} for one in found.breaks
        ],
        "counts": [
            {**_turn(found, one), "before": float(one.before[0]), "after": float(one.after[0])}
            for one in found.counts
        ],
        "shares": [
            {**_turn(found, one), "before": _shares(one.before), "after": _shares(one.after)}
            for one in found.shares
        ],
        "layers_left_out": list(found.of.layers_out),
        "too_few": found.few,
        "too_many": found.many,
    }


def turned_text(found: Turned) -> str:
    """The same in lines."""
    return "\n".join(turning_lines(found))


def _turn(found: Turned, one: Turn) -> dict[str, Any]:
    beside = found.beside(one)
    return {
        "on": iso(found.day(one.at)),
        "support": one.support,
        "beside_break": beside.why if beside else None,
    }


def _shares(sums: Any) -> dict[str, float | None]:
    whole = float(sums.sum())
    return {v: float(sums[n]) / whole if whole else None for n, v in enumerate(PARTNERS)}
