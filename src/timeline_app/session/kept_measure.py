"""A measure as plain values, and read again from them; a stranger may have written those."""

from collections.abc import Mapping
from typing import Any

from timeline_app.analysis.engagement import Rule
from timeline_app.model.vector_member import VectorMember
from timeline_app.session.lean import Lean
from timeline_app.session.measure import FLOWS, Measure

MOST_MEMBERS = 10_000


def measure_state(measure: Measure) -> dict[str, Any]:
    """What the reader chose, as values that JSON has; chance and window stand elsewhere."""
    rule, lean = measure.rule, measure.lean
    return {
        "out": sorted(rule.out),
        "signs": sorted(rule.signs),
        "derived": rule.derived,
        "members": [[one.vector, one.actor, one.since, one.until] for one in rule.members],
        "machine_coded": measure.machine_coded,
        "one_source": lean.one_source,
        "publisher": lean.publisher,
        "language": lean.language,
        "by_hand": lean.by_hand,
        "beside": measure.beside,
    }


def read_measure(state: Mapping[str, Any], seed: int, draws: int) -> Measure:
    """What `measure_state` made; what is no such value is as usual."""
    usual = Rule()
    beside = state.get("beside")
    out, signs = _kinds(state.get("out")), _kinds(state.get("signs"))
    return Measure(
        Rule(
            usual.out if out is None else out,
            usual.signs if signs is None else signs,
            state.get("derived") is True,
            _members(state.get("members")),
        ),
        machine_coded=state.get("machine_coded") is True,
        lean=Lean(
            state.get("one_source") is True,
            _text(state.get("publisher")),
            _text(state.get("language")),
            state.get("by_hand") is True,
        ),
        seed=seed,
        draws=draws,
        beside=beside if isinstance(beside, str) and beside in FLOWS else Measure().beside,
    )


def _kinds(said: Any) -> frozenset[str] | None:
    if not isinstance(said, list):
        return None
    return frozenset(kind for kind in said if isinstance(kind, str))


def _members(said: Any) -> tuple[VectorMember, ...]:
    found = []
    for one in said[:MOST_MEMBERS] if isinstance(said, list) else ():
        if isinstance(one, list) and len(one) == 4 and all(isinstance(t, str) for t in one):
            member = VectorMember(*one)
            if member.is_sound:
                found.append(member)
    return tuple(found)


def _text(said: Any) -> str:
    return said if isinstance(said, str) else ""
