"""A measure goes out as plain values and comes back the same; odd values break nothing."""

import json

from hypothesis import given
from hypothesis import strategies as st

from timeline_app.analysis.engagement import Rule
from timeline_app.model.vector_member import VectorMember
from timeline_app.session.kept_measure import measure_state, read_measure
from timeline_app.session.lean import Lean
from timeline_app.session.measure import FLOWS, Measure

KINDS = st.frozensets(st.text(max_size=6), max_size=4)
MEMBERS = st.lists(
    st.builds(
        VectorMember,
        vector=st.sampled_from(["Russia", "West"]),
        actor=st.text(min_size=1, max_size=6),
        since=st.sampled_from(["", "2004", "2004-05-01"]),
        until=st.sampled_from(["", "2020"]),
    ),
    max_size=3,
).map(tuple)
MEASURES = st.builds(
    Measure,
    rule=st.builds(Rule, KINDS, KINDS, st.booleans(), MEMBERS),
    machine_coded=st.booleans(),
    lean=st.builds(Lean, st.booleans(), st.text(max_size=5), st.text(max_size=5)),
    seed=st.integers(0, 9),
    draws=st.just(100),
    beside=st.sampled_from(FLOWS),
)
ODD = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=4),
    lambda inner: st.lists(inner, max_size=5) | st.dictionaries(st.text(max_size=3), inner),
    max_leaves=8,
)


@given(MEASURES)
def test_it_comes_back_the_same(measure: Measure) -> None:
    state = json.loads(json.dumps(measure_state(measure)))
    assert read_measure(state, measure.seed, measure.draws) == measure


@given(st.dictionaries(st.sampled_from(sorted(measure_state(Measure()))), ODD))
def test_odd_values_are_as_usual(state: dict[str, object]) -> None:
    found = read_measure(state, 1, 100)
    assert all(member.is_sound for member in found.rule.members)
    assert all(isinstance(kind, str) for kind in found.rule.out | found.rule.signs)
    assert read_measure({}, 1, 100) == Measure(draws=100)
