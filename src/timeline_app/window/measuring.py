"""From what is remembered between sittings to the measure of the balance, and back."""

from collections.abc import Iterable
from typing import Any

from timeline_app.analysis.engagement import Rule
from timeline_app.model.vector_member import VectorMember
from timeline_app.session.lean import Lean
from timeline_app.session.measure import Measure
from timeline_app.window.settings import Settings

_PARTED = "\t"


def measure_of(settings: Settings, lean: Lean | None = None) -> Measure:
    """What the reader chose; what is dropped to try an answer is not remembered."""
    rule = Rule(derived=settings.derived_vectors, members=members_of(settings.vector_members))
    rule = rule.counting(frozenset(settings.kinds_counted))
    rule = rule.leaving(frozenset(settings.kinds_left_out))
    counts = settings.machine_coded_counts
    beside = settings.trade_beside
    return Measure(rule, settings.band_months, counts, lean or Lean(), beside=beside)


def kinds_as_settings(rule: Rule) -> dict[str, Any]:
    """The fields that say by which kinds a rule differs from the usual one."""
    usual = Rule()
    return {
        "kinds_counted": tuple(sorted((usual.out | usual.signs) - rule.out - rule.signs)),
        "kinds_left_out": tuple(sorted(rule.out - usual.out)),
    }


def as_settings(measure: Measure) -> dict[str, Any]:
    """The fields that say what was chosen, as `measure_of` reads them."""
    return {
        **kinds_as_settings(measure.rule),
        "derived_vectors": measure.rule.derived,
        "vector_members": lines_of(measure.rule.members),
        "machine_coded_counts": measure.machine_coded,
        "band_months": measure.months,
        "trade_beside": measure.beside,
    }


def members_of(lines: Iterable[str]) -> tuple[VectorMember, ...]:
    """The members that are written so; what is none is left out."""
    parts = (line.split(_PARTED) for line in lines)
    made = (VectorMember(*part) for part in parts if len(part) == 4)
    return tuple(one for one in made if one.is_sound)


def lines_of(members: Iterable[VectorMember]) -> tuple[str, ...]:
    """How members are written into the settings."""
    return tuple(_PARTED.join((one.vector, one.actor, one.since, one.until)) for one in members)
