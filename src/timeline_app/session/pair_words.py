"""What is said of two actors: how often, which visits, and where the archive is silent of them."""

from timeline_app.analysis.dyad import Dyad, Silence
from timeline_app.dates.spoken_days import days_words
from timeline_app.words.tr import grouped, trn


def told_words(found: Dyad) -> str:
    """All that is said of the two: how often, and under it each silence."""
    silences = "\n".join(map(silence_words, found.silences))
    return f"{pair_words(found)}\n\n{silences}".strip()


def pair_words(found: Dyad) -> str:
    """How often, how many a year, and the visits by what is known of them."""
    return trn(
        "{n} event names both, {rate} a year; visits of state {state}, of a level not told "
        "{unknown}; who went to whom is not recorded.",
        "{n} events name both, {rate} a year; visits of state {state}, of a level not told "
        "{unknown}; who went to whom is not recorded.",
        len(found.rows),
        rate=f"{found.rate:.1f}",
        state=found.visits["state"],
        unknown=found.visits["unknown"],
    )


def silence_words(one: Silence) -> str:
    """A silence beside how much the archive tells of one of the two alone."""
    return trn(
        "{period}: silent for {days} days; {n} event names one of them.",
        "{period}: silent for {days} days; {n} events name one of them.",
        one.of_one,
        period=days_words(one.first, one.last, short=True),
        days=grouped(one.days),
    )
