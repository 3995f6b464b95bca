"""What was known on a day is just what a source had told by then; nothing that is undated."""

from dataclasses import replace

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from tests.made_series import a_series
from timeline_app.dates.day import OPEN_FUTURE
from timeline_app.model.as_known import (
    known_instruments,
    known_memberships,
    known_series,
    undated_memberships,
)
from timeline_app.model.event_table import UNDATED, empty_table
from timeline_app.model.instrument import ANNOUNCED, IN_FORCE, OTHER, SIGNED
from timeline_app.model.instrument_table import (
    InstrumentTable,
    StepDay,
    life_of,
    no_instruments,
)
from timeline_app.model.membership_table import AsWritten, MembershipTable, no_memberships
from timeline_app.model.terms import Texts

DAYS = st.one_of(st.just(UNDATED), st.integers(0, 50))
LIVES = st.lists(
    st.lists(
        st.builds(
            lambda step, first, known: StepDay(step, first, first + 1, "", 0, known),
            st.integers(ANNOUNCED, OTHER),
            st.integers(0, 60),
            DAYS,
        ),
        min_size=1,
        max_size=6,
    ).map(lambda steps: sorted(steps, key=lambda step: step.first)),
    max_size=6,
)


def instruments(lives: list[list[StepDay]]) -> InstrumentTable:
    """A table of instruments of two parties with these steps."""
    every = [step for steps in lives for step in steps]
    keys = np.arange(len(lives), dtype=np.int64)
    reckoned = np.array([life_of(steps, 2) for steps in lives], np.int64).reshape(-1, 2)
    known = np.array([min(s.known_from for s in steps) for steps in lives], np.int64)
    life = replace(
        empty_table(),
        key=keys,
        occurrence=keys,
        first=reckoned[:, 0],
        last=reckoned[:, 1],
        known_from=known,
    )
    return InstrumentTable(
        life=life,
        ids=Texts.of(f"treaty-{key}" for key in keys),
        names=Texts.of(["A treaty"] * len(lives)),
        parties=np.full(len(lives), 2, np.int64),
        offsets=np.cumsum([0, *map(len, lives)]).astype(np.int64),
        step=np.array([s.step for s in every], np.uint8),
        step_first=np.array([s.first for s in every], np.int64),
        step_last=np.array([s.last for s in every], np.int64),
        step_doubt=np.array([s.doubt for s in every], np.uint8),
        step_by=Texts.of(s.by for s in every),
        step_known_from=np.array([s.known_from for s in every], np.int64),
    )


def memberships(known_from: list[int]) -> MembershipTable:
    n = len(known_from)
    days = np.arange(n, dtype=np.int64)
    columns = ("key", "organisation", "state", "from_first", "from_last", "to_first", "to_last")
    return replace(
        no_memberships(),
        **dict.fromkeys(columns, days),
        known_to=days,
        full=np.ones(n, np.bool_),
        precision=np.zeros(n, np.uint8),
        known_from=np.array(known_from, np.int64),
        texts=AsWritten.of((str(i), "", "", "", "") for i in range(n)),
    )


@given(LIVES, st.integers(-1, 55))
def test_a_treaty_has_the_steps_that_were_known(lives: list[list[StepDay]], day: int) -> None:
    whole = instruments(lives)
    then = known_instruments(whole, day)
    for row, steps in enumerate(lives):
        known = [step for step in steps if step.known_from <= day]
        shown = known or steps
        assert then.steps(row) == tuple(shown)
        assert (then.life.first[row], then.life.last[row]) == life_of(shown, 2)
    assert np.array_equal(then.life.known_from, whole.life.known_from)
    assert then.ids is whole.ids


@given(LIVES)
def test_when_all_was_known_it_is_the_same_object(lives: list[list[StepDay]]) -> None:
    dated = instruments([[replace(s, known_from=9) for s in steps] for steps in lives])
    assert known_instruments(dated, 9) is dated
    assert not known_instruments(no_instruments(), 9).ids


def test_a_treaty_is_not_in_force_before_that_was_told() -> None:
    table = instruments([[StepDay(SIGNED, 1, 1, "", 0, 5), StepDay(IN_FORCE, 2, 2, "", 0, 40)]])
    assert table.life.last.tolist() == [OPEN_FUTURE]
    assert known_instruments(table, 5).life.last.tolist() == [1]


@given(st.lists(DAYS, max_size=9), st.integers(-1, 55))
def test_a_membership_is_there_once_its_source_was(known_from: list[int], day: int) -> None:
    whole = memberships(known_from)
    then, undated = known_memberships(whole, day), undated_memberships(whole)
    assert then.key.tolist() == [i for i, known in enumerate(known_from) if known <= day]
    assert [told[0] for told in then.texts] == [str(key) for key in then.key]
    assert undated.key.tolist() == [i for i, k in enumerate(known_from) if k == UNDATED]
    assert then.organisations is whole.organisations


@given(st.lists(DAYS, max_size=9), st.integers(-1, 55))
def test_a_series_is_there_once_its_vintage_was(known_from: list[int], day: int) -> None:
    every = [a_series(n, known_from=known) for n, known in enumerate(known_from)]
    assert [one.key for one in known_series(every, day)] == [
        n for n, known in enumerate(known_from) if known <= day
    ]
