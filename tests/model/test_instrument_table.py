"""How an instrument stands follows from its steps, for all parties and no other way."""

from hypothesis import given
from hypothesis import strategies as st

from timeline_app.dates.day import OPEN_FUTURE
from timeline_app.model.instrument import (
    AMENDED,
    ANNOUNCED,
    IN_FORCE,
    LEFT,
    NEGOTIATED,
    OTHER,
    RATIFIED,
    SIGNED,
    SUSPENDED,
)
from timeline_app.model.instrument_table import StepDay, Stretch, no_instruments, stretches, turns

STEPS = st.lists(
    st.builds(
        lambda step, first, days, by: StepDay(step, first, first + days, by),
        st.integers(ANNOUNCED, OTHER),
        st.integers(0, 9_000),
        st.sampled_from([0, 0, 30, 365]),
        st.sampled_from(["", "", "KAZ", "RUS"]),
    ),
    max_size=8,
).map(lambda steps: sorted(steps, key=lambda s: (s.first, s.last)))


def day(step: int, on: int, by: str = "") -> StepDay:
    return StepDay(step, on, on, by)


def test_a_treaty_is_announced_then_signed_then_in_force() -> None:
    steps = [day(ANNOUNCED, 10), day(NEGOTIATED, 15), day(SIGNED, 20), day(RATIFIED, 25, "KAZ")]
    assert stretches([*steps, day(IN_FORCE, 30)], 5) == (
        Stretch(ANNOUNCED, 10, 20),
        Stretch(SIGNED, 20, 30),
        Stretch(IN_FORCE, 30, OPEN_FUTURE),
    )


def test_what_is_only_signed_is_told_to_its_last_step_and_no_further() -> None:
    assert stretches([day(SIGNED, 20), day(RATIFIED, 25, "KAZ")], 2) == (Stretch(SIGNED, 20, 25),)


def test_a_step_of_an_uncertain_day_takes_effect_on_its_last_possible_one() -> None:
    steps = [day(SIGNED, 20), StepDay(IN_FORCE, 100, 464, "")]
    assert stretches(steps, 2) == (Stretch(SIGNED, 20, 100), Stretch(IN_FORCE, 464, OPEN_FUTURE))


def test_one_of_many_that_joins_suspends_or_leaves_changes_nothing_for_the_others() -> None:
    steps = [day(IN_FORCE, 10), day(SIGNED, 20, "UZB"), day(SUSPENDED, 30, "UZB")]
    assert stretches([*steps, day(LEFT, 40, "UZB")], 6) == (Stretch(IN_FORCE, 10, OPEN_FUTURE),)


def test_one_of_two_that_leaves_ends_it_unless_more_is_told() -> None:
    gone = [day(IN_FORCE, 10), day(LEFT, 40, "KGZ")]
    assert stretches(gone, 2) == (Stretch(IN_FORCE, 10, 40),)
    stayed = [*gone, day(AMENDED, 50), day(LEFT, 60)]
    assert stretches(stayed, 2) == (Stretch(IN_FORCE, 10, 60),)


def test_what_all_suspend_goes_on_suspended_and_may_come_into_force_again() -> None:
    steps = [day(IN_FORCE, 10), day(SUSPENDED, 40)]
    assert stretches(steps, 4)[-1] == Stretch(SUSPENDED, 40, OPEN_FUTURE)
    assert stretches([*steps, day(IN_FORCE, 50)], 4)[-1] == Stretch(IN_FORCE, 50, OPEN_FUTURE)


def test_what_all_have_left_may_begin_again() -> None:
    steps = [day(IN_FORCE, 10), day(LEFT, 40), day(SIGNED, 60)]
    assert stretches(steps, 3) == (Stretch(IN_FORCE, 10, 40), Stretch(SIGNED, 60, 60))


def test_only_the_end_was_found() -> None:
    assert stretches([day(LEFT, 40, "KGZ")], 2) == ()


@given(STEPS, st.integers(0, 9))
def test_stretches_follow_each_other_and_keep_to_the_days_of_the_steps(
    steps: list[StepDay], parties: int
) -> None:
    found = stretches(steps, parties)
    known = {s.first for s in steps} | {s.last for s in steps} | {OPEN_FUTURE}
    for one in found:
        assert one.first <= one.last and {one.first, one.last} <= known
        assert one.standing in (ANNOUNCED, SIGNED, IN_FORCE, SUSPENDED)
    assert all(one.last < OPEN_FUTURE for one in found[:-1])
    assert [i for i, _ in turns(steps, parties)] == sorted({i for i, _ in turns(steps, parties)})


def test_nothing_agreed_is_an_empty_table() -> None:
    assert len(no_instruments()) == 0
    assert no_instruments().row_of(1) is None
