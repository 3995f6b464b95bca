"""What `timeline-app analyse` says of balance and comparison in lines: the numbers of its JSON."""

from collections.abc import Iterator
from typing import Any

from timeline_app.words.tr import grouped, tr

Row = dict[str, Any]


def chance_line(seed: int, draws: int) -> str:
    """Where chance began, which every answer that draws says."""
    return tr("Chance begins at seed {seed}; {n} draws.", seed=seed, n=grouped(draws))


def balance_line(row: Row) -> str:
    """One period in a line."""
    shares = ", ".join(
        tr("{vector} {share}", vector=tr(vector), share=_share(one))
        for vector, one in row["shares"].items()
        if one["share"]
    )
    said = tr(
        "{first} to {last}: {n} events with a partner; {shares}; {balance}",
        first=row["from"],
        last=row["to"],
        n=grouped(row["n"]),
        shares=shares or tr("no share"),
        balance=_balance(row["balance"]),
    )
    if not row["layers_left_out"]:
        return said
    return tr(
        "{balance}; left out, since they do not cover all of it or are machine-coded: {layers}",
        balance=said,
        layers=", ".join(row["layers_left_out"]),
    )


def compared_lines(answer: Row) -> Iterator[str]:
    """Two periods: the sentence, each vector, balances, rate, each layer by itself."""
    yield answer["sentence"]
    for vector, moved in answer["moved"].items():
        yield _vector(answer, vector, moved)
    a, b = (_balance(answer[side]["balance"]) for side in "ab")
    evened = answer["balances_evened"]
    if None in evened:
        yield tr("All seven: A {a}; B {b}", a=a, b=b)
    else:
        same = tr("at as many events {a} and {b}", a=f"{evened[0]:.2f}", b=f"{evened[1]:.2f}")
        yield tr("All seven: A {a}; B {b}; {evened}", a=a, b=b, evened=same)
    if answer["rate"]["value"] is not None:
        yield _rate(answer["rate"])
    for one in answer["within"]:
        yield _within(one)
    if answer["layers_left_out"]:
        yield tr("Left out: {layers}", layers=", ".join(answer["layers_left_out"]))
    yield chance_line(answer["seed"], answer["draws"])


def _vector(answer: Row, vector: str, moved: Row) -> str:
    a, b = (answer[side]["shares"][vector] for side in "ab")
    said = tr("{vector}: A {a}; B {b}", vector=tr(vector), a=_share(a), b=_share(b))
    if moved["value"] is None:
        return said
    said = tr("{said}; moved {points}", said=said, points=_points(moved))
    without, p = answer["leave_one_out"][vector], answer["holm"][vector]
    if without["low"] is not None:
        ends = {"low": _signed(without["low"]), "high": _signed(without["high"])}
        said = tr("{said}; less one publisher {low} to {high}", said=said, **ends)
    return said if p is None else tr("{said}; p {p} (Holm)", said=said, p=f"{p:.3f}")


def _share(one: Row) -> str:
    if one["share"] is None:
        return tr("none")
    part = f"{100 * one['share']:.1f}"
    if one["low"] is None:
        return tr("{percent} % (n {n})", percent=part, n=grouped(one["touching"]))
    return tr(
        "{percent} % ({low} to {high}, n {n})",
        percent=part,
        low=f"{100 * one['low']:.1f}",
        high=f"{100 * one['high']:.1f}",
        n=grouped(one["touching"]),
    )


def _balance(one: Row | None) -> str:
    if one is None or one["value"] is None:
        return tr("too few for a balance")
    said = tr("balance {b}", b=f"{one['value']:.2f}")
    if one["low"] is None:
        return said
    ends = {"low": f"{one['low']:.2f}", "high": f"{one['high']:.2f}"}
    return tr("{said} ({low} to {high})", said=said, **ends)


def _points(one: Row) -> str:
    said = _signed(one["value"])
    if one["low"] is None:
        return said
    return tr(
        "{said} ({low} to {high})", said=said, low=_signed(one["low"]), high=_signed(one["high"])
    )


def _rate(one: Row) -> str:
    said = tr("B has {n} times as many events a month as A", n=f"{one['value']:.2f}")
    if one["low"] is None:
        return tr("{said}; no interval: {why}", said=said, why=tr(one["why_not"]))
    ends = {"low": f"{one['low']:.2f}", "high": f"{one['high']:.2f}"}
    return tr("{said} ({low} to {high})", said=said, **ends)


def _within(one: Row) -> str:
    """What moved most within a layer."""
    known = {v: moved for v, moved in one["moved"].items() if moved["value"] is not None}
    n = {"layer": one["layer"], "a": grouped(one["n"][0]), "b": grouped(one["n"][1])}
    if not known:
        return tr("Within {layer} ({a} and {b} events): nothing can be compared", **n)
    most = max(known, key=lambda vector: abs(known[vector]["value"]))
    return tr(
        "Within {layer} ({a} and {b} events): {vector} {moved}",
        **n,
        vector=tr(most),
        moved=_points(known[most]),
    )


def _signed(share: float) -> str:
    return f"{100 * share:+.1f}".replace("-", "−")
