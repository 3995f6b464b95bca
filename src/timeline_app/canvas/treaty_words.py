"""A treaty in the words of a tooltip, and for who cannot see the picture."""

from collections.abc import Sequence

from timeline_app.dates.date_error import DateError
from timeline_app.dates.spoken import date_words
from timeline_app.model.instrument import STEP_WORDS, Instrument, Step
from timeline_app.words.tr import tr, trn

MOST_STEPS, MOST_NAMES = 9, 6


def treaty_words(whole: Instrument, day: int | None = None) -> tuple[str, str]:
    """Its whole name; its parties, then its steps in order, each with its date; with a `day` those
    that were known at its end."""
    steps = [step for step in whole.steps if day is None or _known(step, day)]
    lines = [trn("{n} party", "{n} parties", len(whole.parties))] if whole.parties else []
    lines += [_step(step) for step in steps[:MOST_STEPS]]
    more = len(steps) - MOST_STEPS
    if more > 0:
        lines.append(trn("and {n} more step", "and {n} more steps", more))
    return whole.name, "\n".join(lines)


def several_treaties(names: Sequence[str]) -> tuple[str, str]:
    """How many lie upon each other, and which."""
    shown = list(names[:MOST_NAMES])
    if len(names) > len(shown):
        shown.append("…")
    shown.append(tr("A click selects one after the other."))
    return trn("{n} treaty", "{n} treaties", len(names)), "\n".join(shown)


def _known(step: Step, day: int) -> bool:
    return step.known_from is not None and step.known_from <= day


def _step(step: Step) -> str:
    try:
        when = date_words(step.edtf)
    except DateError:
        when = step.edtf
    what = tr(STEP_WORDS.get(step.step, step.step))
    if step.party:
        what = tr("{step}: {parties}", step=what, parties=step.party)
    return tr("{date}: {what}", date=when, what=what)
