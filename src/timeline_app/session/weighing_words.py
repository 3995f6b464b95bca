"""What a comparison of two periods says, in one paragraph, and when it says that it cannot."""

import numpy as np

from timeline_app.analysis.engagement import PARTNERS
from timeline_app.analysis.months import LEAST_FILLED, MOST_MONTHS, Period, months_in
from timeline_app.analysis.placebo import Placebo
from timeline_app.analysis.two_periods import MOST_COMPARED, Compared
from timeline_app.dataclass import dataclass
from timeline_app.dates.spoken import span_words
from timeline_app.words.tr import grouped, mark, tr, trn

CLEAR = 0.05

CHOSEN_AFTER = "chosen after looking"
HANGS_TOGETHER = "months hang together"
TOO_FEW = "too few"
CROWDS_TOGETHER = mark("busy months come together")


def why_no_p(found: Compared, preset: bool) -> str:
    """Why the test gives no p: one of the words above; empty where it does."""
    if found.p is None:
        return TOO_FEW
    if not preset:
        return CHOSEN_AFTER
    return HANGS_TOGETHER if found.hangs_together else ""


def why_no_rate(found: Compared) -> str:
    """Why the rate has no interval: one of the words above; empty where it has."""
    if np.isfinite(found.rate_told.low[0]):
        return ""
    return CROWDS_TOGETHER if found.crowds_together else TOO_FEW


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of the paragraph; where it is a count, `list` names what it counts."""

    text: str
    list: str = ""


IN_A, IN_B, IN_BOTH = "a", "b", "both"
MONTHS_OF_A, MONTHS_OF_B = "months-a", "months-b"
PAIRS, PAIRS_AS_LARGE = "pairs", "pairs-as-large"
"""What a count in the paragraph counts."""

_MARK = "\u2063"
"""Invisible; it stands about each count while words are put together."""


def comparison_words(found: Compared, placebo: Placebo | None, preset: bool) -> str:
    """What moved, by how much, from how many, how sure; or that it cannot be said, and why."""
    return "".join(piece.text for piece in comparison_pieces(found, placebo, preset))


def comparison_pieces(found: Compared, placebo: Placebo | None, preset: bool) -> tuple[Piece, ...]:
    """The same, each count by itself."""
    parts = _paragraph(found, placebo, preset).split(_MARK)
    pieces = (Piece(text) for text in parts[::3])
    counts = (Piece(text, key) for key, text in zip(parts[1::3], parts[2::3], strict=True))
    woven = [next(pieces)]
    for count in counts:
        woven += [count, next(pieces)]
    return tuple(piece for piece in woven if piece.text)


def _count(n: int, key: str) -> str:
    return f"{_MARK}{key}{_MARK}{grouped(n)}{_MARK}"


def _paragraph(found: Compared, placebo: Placebo | None, preset: bool) -> str:
    return " ".join(
        part
        for part in (
            _from_how_many(found),
            _what_moved(found),
            _how_sure(found, preset),
            _elsewhere(placebo),
            tr("The intervals cover chance within the archive, not how it was chosen."),
        )
        if part
    )


def _from_how_many(found: Compared) -> str:
    a, b = found.a, found.b
    said = tr(
        "A ({a}): {n_a} events with a partner; B ({b}): {n_b}.",
        a=span_words(a.period.first, a.period.last),
        b=span_words(b.period.first, b.period.last),
        n_a=_count(a.n, IN_A),
        n_b=_count(b.n, IN_B),
    )
    if not found.in_both:
        return said
    neither = trn(
        "{n} may lie in both and is in neither.",
        "{n} may lie in both and are in neither.",
        found.in_both,
    )
    neither = neither.replace(grouped(found.in_both), _count(found.in_both, IN_BOTH), 1)
    return f"{said} {neither}"


def _what_moved(found: Compared) -> str:
    """The vector that moved most, with its interval where there is one."""
    moved = found.moved
    if not np.isfinite(moved.found).all():
        return tr("One of the periods holds no event with a partner, so nothing can be compared.")
    most = int(np.argmax(np.abs(moved.found)))
    numbers = {
        "vector": tr(PARTNERS[most]),
        "was": _percent(float(found.a.shares.found[most])),
        "is_": _percent(float(found.b.shares.found[most])),
    }
    if not np.isfinite(moved.low[most]):
        return tr("Most moved the share of {vector}, from {was} to {is_} per cent.", **numbers)
    return tr(
        "Most moved the share of {vector}, from {was} to {is_} per cent "
        "(by {low} to {high} points).",
        **numbers,
        low=signed(float(moved.low[most])),
        high=signed(float(moved.high[most])),
    )


def _how_sure(found: Compared, preset: bool) -> str:
    why = why_no_p(found, preset)
    if why == TOO_FEW:
        return tr(
            "It cannot be said whether this is more than chance: there are events in {a} months of "
            "A and {b} of B, and {least} are needed in each.",
            a=_count(found.a.filled, MONTHS_OF_A),
            b=_count(found.b.filled, MONTHS_OF_B),
            least=LEAST_FILLED,
        )
    if why == CHOSEN_AFTER:
        return tr("The periods were chosen after looking, so no p is given.")
    if why == HANGS_TOGETHER:
        return tr("Months hang together here, so no p is given: it would be too small.")
    p = found.p or 1.0
    if p < CLEAR:
        return tr(
            "Chance in the months would seldom move the seven as much (p = {p}).", p=f"{p:.3f}"
        )
    return tr(
        "It cannot be said that the seven moved: chance in the months would often do as much "
        "(p = {p}).",
        p=f"{p:.2f}",
    )


def _elsewhere(placebo: Placebo | None) -> str:
    if placebo is None:
        return ""
    return tr(
        "Of all {pairs} pairs of periods of these lengths, a shift as large occurred in {n}.",
        pairs=_count(placebo.pairs, PAIRS),
        n=_count(placebo.as_large, PAIRS_AS_LARGE),
    )


def _percent(share: float) -> str:
    return f"{100 * share:.0f}"


def signed(share: float) -> str:
    """A difference of shares in whole points."""
    said = f"{100 * share:+.0f}".replace("-", "−")
    return "0" if said in ("+0", "−0") else said


def too_long_words(*periods: Period) -> str:
    """Why what is asked for is not weighed: it is too long; empty where it is not."""
    if months_in(*periods) <= MOST_MONTHS:
        return ""
    return tr(
        "A period of more than {n} years is not weighed month by month; mark a shorter one.",
        n=grouped(MOST_MONTHS // 12),
    )


def too_long_to_compare(a: Period, b: Period) -> str:
    """The same of two that are to be compared."""
    if months_in(a, b) <= MOST_COMPARED:
        return ""
    return tr(
        "A and B together are longer than {n} years, too long to be compared month by month.",
        n=grouped(MOST_COMPARED // 12),
    )
