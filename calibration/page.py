"""The page `docs/methods.md`: our own text, with what the trials found put in."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from calibration.trials import ALPHAS, Coverage, Outcome, error_of
from calibration.worlds import true_shares
from timeline_app.analysis.engagement import PARTNERS

PAGE = Path(__file__).resolve().parents[1] / "docs" / "methods.md"
TEXT = Path(__file__).parent / "methods.md"
LEAST_TOLD = 20
"""Of fewer intervals no part is given."""
WELL = (0.90, 0.97)
"""Coverage of a 95 % interval that is called well."""


def page(outcomes: Sequence[Outcome], trials: int, draws: int, seed: int) -> str:
    """The whole page."""
    text = TEXT.read_text("utf-8")
    said = f"{trials:,} trials a cell, {draws:,} draws, seed {seed}"
    parts = {
        "how": said,
        "tests": tests_table([one for one in outcomes if not one.world.memory]),
        "memory": memory_table([one for one in outcomes if one.world.memory]),
        "rates": rates_table([one for one in outcomes if not one.world.memory]),
        "coverage": coverage_table([one for one in outcomes if _still(one)]),
        "failures": "\n".join(f"- {line}" for line in failures(outcomes)) or "- none",
    }
    for name, made in parts.items():
        text = text.replace(f"<!--{name}-->", made)
    return text


def tests_table(outcomes: Iterable[Outcome]) -> str:
    """How often p is at most alpha where nothing moved."""
    head = ["world", "n in each", "tested", *(f"P(p ≤ {alpha:g})" for alpha in ALPHAS)]
    head.append("p withheld")
    return _table(
        head,
        (
            [
                one.world.name,
                str(one.n),
                f"{len(one.p):,} of {one.trials:,}",
                *(_part(one.rejected(alpha), len(one.p)) for alpha in ALPHAS),
                f"{sum(one.withheld) / max(len(one.p), 1):.2f}",
            ]
            for one in outcomes
        ),
    )


def memory_table(outcomes: Iterable[Outcome]) -> str:
    """How far p is too small where months remember, and how often it is withheld."""
    head = [
        "world",
        "n in each",
        "P(p ≤ 0.05), all",
        "p withheld",
        "P(p ≤ 0.05 and shown)",
        "P(p ≤ 0.05) of those shown",
    ]
    return _table(
        head,
        (
            [
                one.world.name,
                str(one.n),
                _part(one.rejected(0.05), len(one.p)),
                f"{sum(one.withheld) / max(len(one.p), 1):.2f}",
                _part(one.rejected(0.05, shown_only=True), len(one.p)),
                _part(one.rejected_of_shown(0.05), len(one.p) - sum(one.withheld)),
            ]
            for one in outcomes
        ),
    )


def rates_table(outcomes: Iterable[Outcome]) -> str:
    """How often the interval of the rate holds the truth, all of them and those that are told."""
    head = [
        "world",
        "n in each",
        "given",
        "holds the truth, all",
        "withheld",
        "holds, of those told",
    ]
    return _table(
        head,
        (
            [
                one.world.name,
                str(one.n),
                f"{one.rate.given:,}",
                _covers(one.rate),
                f"{1 - one.rate_told.given / max(one.rate.given, 1):.2f}",
                _covers(one.rate_told) if one.rate_told.given >= LEAST_TOLD else "too few",
            ]
            for one in outcomes
        ),
    )


def coverage_table(outcomes: Iterable[Outcome]) -> str:
    """How often a 95 % interval holds the truth."""
    rows = []
    for one in outcomes:
        for what, held in _covered(one):
            rows.append([one.world.name, str(one.n), what, f"{held.given:,}", _covers(held)])
    return _table(["world", "n", "interval of", "given", "holds the truth"], rows)


def failures(outcomes: Iterable[Outcome]) -> list[str]:
    """Each place where the word is not kept, in a sentence."""
    found = []
    for one in outcomes:
        where = f"{one.world.name}, n = {one.n}"
        for alpha in ALPHAS:
            part, n = one.rejected(alpha), len(one.p)
            if n and part - error_of(part, n) > alpha:
                found.append(f"{where}: p ≤ {alpha:g} in {part:.3f} of the tests")
        if not _still(one):
            continue
        for what, held in _covered(one):
            slack = error_of(held.part, held.given)
            if held.given and held.part + slack < WELL[0]:
                found.append(f"{where}: the interval of {what} holds the truth in {held.part:.3f}")
            if held.given and held.part - slack > WELL[1]:
                found.append(
                    f"{where}: the interval of {what} is wider than it need be, it holds the truth "
                    f"in {held.part:.3f}"
                )
    return found


def _still(one: Outcome) -> bool:
    """Whether no month of it remembers another: then an interval promises to hold the truth."""
    return not (one.world.memory or one.world.busy)


def _covered(one: Outcome) -> Iterable[tuple[str, Coverage]]:
    truth = true_shares(one.world)
    by_size = sorted(range(len(PARTNERS)), key=lambda n: -truth[n])
    for n in (by_size[0], by_size[1], by_size[3], by_size[-1]):
        yield f"a share of {100 * truth[n]:.0f} %", one.shares[n]
    yield f"a difference, of a share of {100 * truth[by_size[0]]:.0f} %", one.moved[by_size[0]]
    yield f"a difference, of a share of {100 * truth[by_size[-1]]:.0f} %", one.moved[by_size[-1]]
    yield "the balance", one.balance
    yield "the rate, B over A", one.rate


def _covers(held: Coverage) -> str:
    return _part(held.part, held.given) if held.given else "too few"


def _part(part: float, n: int) -> str:
    return f"{part:.3f} ± {error_of(part, n):.3f}" if n else "too few"


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)
