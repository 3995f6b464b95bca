"""Turning points in words: breaks in coverage first, and what a point beside one is worth."""

import numpy as np

from timeline_app.analysis.engagement import PARTNERS
from timeline_app.analysis.shares import shares_of
from timeline_app.analysis.turning_points import FEW_QUARTERS, MOST_QUARTERS, Turn
from timeline_app.dates.spoken_days import day_words
from timeline_app.session.turning import Turned
from timeline_app.words.tr import grouped, mark, tr, trn

METHOD = mark(
    "Optimal partitioning of calendar quarters, at least four to a part; a part more has to gain "
    "more than one cut gains in 95 of 100 deals of the months. Support: the part of draws, each of "
    "a quarter's own months, with a point within two quarters."
)


def turning_lines(found: Turned) -> list[str]:
    """Everything, a line each."""
    if found.few:
        return [
            trn(
                "Too few to look for turning points: {n} whole quarter, and {least} are needed.",
                "Too few to look for turning points: {n} whole quarters, and {least} are needed.",
                found.quarters,
                least=FEW_QUARTERS,
            )
        ]
    if found.many:
        return [
            tr(
                "Too long to look for turning points: {n} quarters, and {most} are the most, a "
                "hundred years. Mark a shorter period.",
                n=grouped(found.quarters),
                most=MOST_QUARTERS,
            )
        ]
    breaks = [
        tr("Break in coverage, {day}: {why}.", day=day_words(one.day), why=one.why)
        for one in found.breaks
    ]
    counts = [_count_words(found, one) for one in found.counts]
    shares = [_share_words(found, one) for one in found.shares]
    said = trn(
        "{n} quarter from {day} on.",
        "{n} quarters from {day} on.",
        found.quarters,
        day=day_words(found.first),
    )
    return [
        said,
        *(breaks or [tr("No break in coverage was found.")]),
        *(counts or [tr("The number of events does not turn.")]),
        *(shares or [tr("The shares of the seven do not turn.")]),
        tr(METHOD),
    ]


def _count_words(found: Turned, one: Turn) -> str:
    said = tr(
        "The number turns with the quarter of {day}: from {before} to {after} events a quarter, "
        "support {support} %.",
        day=day_words(found.day(one.at)),
        before=f"{float(one.before[0]):.1f}",
        after=f"{float(one.after[0]):.1f}",
        support=f"{100 * one.support:.0f}",
    )
    return _beside(found, one, said)


def _share_words(found: Turned, one: Turn) -> str:
    before, after = shares_of(one.before), shares_of(one.after)
    moved = np.nan_to_num(after - before)
    most = int(np.argmax(np.abs(moved)))
    said = tr(
        "The shares turn with the quarter of {day}, {vector} most, from {before} to {after} per "
        "cent; support {support} %.",
        day=day_words(found.day(one.at)),
        vector=tr(PARTNERS[most]),
        before=f"{100 * np.nan_to_num(before[most]):.0f}",
        after=f"{100 * np.nan_to_num(after[most]):.0f}",
        support=f"{100 * one.support:.0f}",
    )
    return _beside(found, one, said)


def _beside(found: Turned, one: Turn, said: str) -> str:
    if found.beside(one) is None:
        return said
    return tr("{said} It lies beside a break in coverage: the archive may have turned.", said=said)
