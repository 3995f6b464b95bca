"""Charts follow a hand at once while there is time, and a turn later when there is none."""

from collections.abc import Callable

from hypothesis import example, given
from hypothesis import strategies as st

from timeline_app.session.pace import LEAST_S, MOST_S, Pace


class Loop:
    """A clock that stands, and turns that come when they are let."""

    def __init__(self) -> None:
        self.now = 0.0
        self.turns: list[Callable[[], None]] = []
        self.rest: Callable[[], None] | None = None
        self.pace = Pace(lambda: self.now)
        self.pace.turn_by(self.turns.append, self._at_rest)
        self.shown: list[int] = []

    def _at_rest(self, act: Callable[[], None]) -> None:
        self.rest = act

    def move(self, n: int, takes_s: float) -> None:
        """A hand moves something, which takes so long to paint."""
        self.pace.begin()
        self.pace.follow("chart", lambda: self.shown.append(n))
        self.now += takes_s

    def turn(self, takes_s: float = 0.0) -> None:
        turns, self.turns[:] = self.turns[:], []
        for act in turns:
            act()
        self.now += takes_s


def test_without_turns_all_follows_at_once() -> None:
    pace, shown = Pace(), []
    for n in range(3):
        pace.begin()
        pace.follow("chart", lambda n=n: shown.append(n))
        pace.rest("maker", lambda n=n: shown.append(-n))
    assert shown == [0, 0, 1, -1, 2, -2]


def test_while_there_is_time_charts_come_in_the_turn_of_the_hand() -> None:
    loop = Loop()
    for n in range(3):
        loop.move(n, MOST_S / 2)
        assert loop.shown[-1] == n
        loop.turn()
    assert loop.shown == [0, 1, 2]


def test_after_a_turn_that_took_too_long_they_come_in_the_next_the_newest_alone() -> None:
    loop = Loop()
    loop.move(0, 2 * MOST_S)
    assert loop.shown == [0]
    loop.turn()
    loop.move(1, MOST_S)
    loop.move(2, MOST_S)
    assert loop.shown == [0]
    loop.turn(MOST_S)
    assert loop.shown == [0, 2]
    loop.turn()
    loop.move(3, MOST_S)
    assert loop.shown == [0, 2]


def test_they_come_at_once_again_when_both_turns_are_short() -> None:
    loop = Loop()
    loop.move(0, 2 * MOST_S)
    loop.turn()
    loop.move(1, LEAST_S / 3)
    loop.turn(LEAST_S / 3)
    loop.turn()
    loop.move(2, LEAST_S / 3)
    assert loop.shown == [0, 1, 2]


def test_what_no_hand_moves_is_shown_at_once_whatever_turns_take() -> None:
    loop = Loop()
    loop.move(0, 2 * MOST_S)
    loop.turn()
    loop.pace.follow("chart", lambda: loop.shown.append(1))
    assert loop.shown == [0, 1]


@given(
    st.lists(
        st.tuples(st.sampled_from(["move", "turn"]), st.sampled_from([0.0, 0.001, 0.02])),
        max_size=20,
    )
)
@example([(act, 0.02 if n == 0 else 0.0) for n, act in enumerate(["move", "turn"] * 3)])
def test_however_moves_and_turns_come_the_newest_is_shown_at_last_and_nothing_twice(
    acts: list[tuple[str, float]],
) -> None:
    loop, moves = Loop(), 0
    for act, takes_s in acts:
        if act == "move":
            loop.move(moves, takes_s)
            moves += 1
        elif loop.turns:  # one act of a turn after the other, as the loop has its events
            loop.turns.pop(0)()
            loop.now += takes_s
    while loop.turns:
        loop.turns.pop(0)()
    assert loop.shown[-1:] == ([moves - 1] if moves else [])
    assert loop.shown == sorted(set(loop.shown))


@given(st.lists(st.tuples(st.floats(0, 0.04), st.floats(0, 0.04)), min_size=1, max_size=12))
def test_after_the_turns_the_newest_is_shown_and_nothing_twice(
    moves: list[tuple[float, float]],
) -> None:
    loop = Loop()
    for n, (takes_s, charts_s) in enumerate(moves):
        loop.move(n, takes_s)
        loop.turn(charts_s)
        assert loop.shown == list(range(n + 1))
        loop.turn()


def test_at_rest_the_newest_of_each_maker_is_done_once() -> None:
    loop, done = Loop(), []
    for n in range(3):
        loop.pace.rest("one", lambda n=n: done.append(n))
    loop.pace.rest("other", lambda: done.append(-1))
    assert not done
    assert loop.rest is not None
    loop.rest()
    loop.rest()
    assert done == [2, -1]
