"""What the comparison says beside its paragraph: balances, rate, each layer, what is left out."""

import math
from collections.abc import Iterator

import numpy as np

from timeline_app.analysis.engagement import PARTNERS
from timeline_app.analysis.resampling import Intervals
from timeline_app.analysis.shares import LEAST_FOR_BALANCE
from timeline_app.analysis.two_periods import Compared
from timeline_app.session.comparison import Comparison, Within
from timeline_app.session.snapshot import Snapshot
from timeline_app.session.weighing_words import Piece, comparison_pieces, signed, why_no_p
from timeline_app.words.tr import grouped, tr

NOTHING = "–"


def statement(made: Comparison) -> tuple[Piece, ...]:
    """The paragraph; while draws are made, that they are."""
    if made.found is None:
        return (Piece(tr("Months are being drawn anew…")),)
    return comparison_pieces(made.found, made.placebo, bool(made.preset))


def further(now: Snapshot, made: Comparison) -> tuple[str, ...]:
    """Lines beside it, as far as they are known."""
    found = made.found
    if found is None:
        return ()
    lines = [_balances(found), _evened(found), _rate(found)]
    lines += [_within(now, one) for one in made.within]
    lines += [_range(made), _left_out(now, made), _not_counted(made)]
    if made.measure.rule.derived:
        lines.append(tr("Vectors are derived from the actors of each event."))
    return tuple(line for line in lines if line)


def interval(of: Intervals, n: int) -> str:
    """The ends of a share in per cent; empty for none."""
    low, high = of.low[n], of.high[n]
    if not np.isfinite(low):
        return ""
    return tr("{low}–{high}", low=f"{100 * low:.0f}", high=f"{100 * high:.0f}")


def moved_words(found: Compared, n: int) -> str:
    """By how many points a share moved, with its interval."""
    value, low, high = found.moved.found[n], found.moved.low[n], found.moved.high[n]
    if not np.isfinite(value):
        return NOTHING
    if not np.isfinite(low):
        return signed(float(value))
    return tr(
        "{value} ({low} to {high})",
        value=signed(float(value)),
        low=signed(float(low)),
        high=signed(float(high)),
    )


def lean_words(made: Comparison, n: int) -> str:
    """The range of a difference when each publisher is left out in turn."""
    if not made.least or not math.isfinite(made.least[n]):
        return NOTHING
    return tr("{low} to {high}", low=signed(made.least[n]), high=signed(made.most[n]))


def holm_words(made: Comparison, n: int) -> str:
    """The p of a vector after Holm, where there may be one."""
    found = made.found
    if found is None or found.p_of is None or why_no_p(found, bool(made.preset)):
        return NOTHING
    return f"{found.p_of[n]:.3f}"


def _balances(found: Compared) -> str:
    a, b = (_balance(one) for one in (found.a.balance, found.b.balance))
    return tr("Balance, 1 for an even spread: A {a}; B {b}.", a=a, b=b)


def _balance(of: Intervals) -> str:
    value, low, high = float(of.found[0]), float(of.low[0]), float(of.high[0])
    if not math.isfinite(value):
        return tr("none under {n} events", n=LEAST_FOR_BALANCE)
    if not math.isfinite(low):
        return f"{value:.2f}"
    return tr("{value} ({low}–{high})", value=f"{value:.2f}", low=f"{low:.2f}", high=f"{high:.2f}")


def _evened(found: Compared) -> str:
    a, b = found.evened
    if not (math.isfinite(a) and math.isfinite(b)):
        return ""
    n = min(found.a.n, found.b.n)
    return tr("At {n} events each: A {a}; B {b}.", n=grouped(n), a=f"{a:.2f}", b=f"{b:.2f}")


def _rate(found: Compared) -> str:
    told = found.rate_told
    value, low, high = (float(x[0]) for x in (told.found, told.low, told.high))
    if not math.isfinite(value):
        return ""
    if found.crowds_together:
        return tr(
            "B has {n} times as many events a month as A. Busy months come together here, so no "
            "interval is given: it would be too narrow.",
            n=f"{value:.1f}",
        )
    if not math.isfinite(low):
        return tr("B has {n} times as many events a month as A.", n=f"{value:.1f}")
    return tr(
        "B has {n} times as many events a month as A ({low} to {high}).",
        n=f"{value:.1f}",
        low=f"{low:.1f}",
        high=f"{high:.1f}",
    )


def _within(now: Snapshot, one: Within) -> str:
    """What moved most within one layer."""
    found, layer = one.found, _title(now, one.layer)
    numbers = {"layer": layer, "a": grouped(found.a.n), "b": grouped(found.b.n)}
    if not np.isfinite(found.moved.found).all():
        return tr("Within {layer} ({a} and {b} events): too few to compare.", **numbers)
    most = int(np.argmax(np.abs(found.moved.found)))
    if not np.isfinite(found.moved.low[most]):
        return tr(
            "Within {layer} ({a} and {b} events): {vector} {moved} points, too few for an "
            "interval.",
            **numbers,
            vector=tr(PARTNERS[most]),
            moved=moved_words(found, most),
        )
    return tr(
        "Within {layer} ({a} and {b} events): {vector} {moved} points.",
        **numbers,
        vector=tr(PARTNERS[most]),
        moved=moved_words(found, most),
    )


def _range(made: Comparison) -> str:
    """Which differences hang on one publisher: their sign turns without it."""
    if made.found is None or not made.least:
        return ""
    turning = list(_turning(made))
    if not turning:
        return tr("No difference changes its sign when one publisher is left out.")
    return tr(
        "Left out one publisher, the difference changes its sign for: {vectors}.",
        vectors=", ".join(turning),
    )


def _turning(made: Comparison) -> Iterator[str]:
    for n, vector in enumerate(PARTNERS):
        if made.least[n] < 0 < made.most[n]:
            yield tr(vector)


def _left_out(now: Snapshot, made: Comparison) -> str:
    titles = [_title(now, layer) for layer in made.of.layers_out]
    if not titles:
        return ""
    return tr(
        "Left out, since they do not cover both periods or a machine coded them: {layers}.",
        layers=", ".join(titles),
    )


def _not_counted(made: Comparison) -> str:
    """What passes and is no engagement, by kind; of all days."""
    kinds = {term.id: tr(term.label) for term in made.of.table.terms["kind"].terms}
    left = sorted(made.of.events.left_out.items(), key=lambda one: (-one[1], one[0]))
    if not left:
        return ""
    said = (tr("{kind} {n}", kind=kinds.get(kind, kind), n=grouped(n)) for kind, n in left)
    return tr("Passes and does not count, of all days: {kinds}.", kinds=", ".join(said))


def _title(now: Snapshot, layer: str) -> str:
    layers = now.archive.edition.layers if now.archive else ()
    return next((one.title for one in layers if one.id == layer), layer)
