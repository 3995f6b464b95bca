"""What is said of two actors: how often, which visits, and where the archive is silent of them."""

from timeline_app.analysis.dyad import Dyad, Silence
from timeline_app.dates.civil import iso
from timeline_app.words.tr import grouped, trn


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
        "Silent from {first} to {last}, {days} days; {n} event names one of them.",
        "Silent from {first} to {last}, {days} days; {n} events name one of them.",
        one.of_one,
        first=iso(one.first),
        last=iso(one.last),
        days=grouped(one.days),
    )
