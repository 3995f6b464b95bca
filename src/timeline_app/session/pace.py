"""When what follows a hand comes: charts in its own turn of the loop while there is time, else in
the next; what takes long when it rests.

A picture that lags behind the hand is worse than a chart that does, so where both are too much for
a turn the picture comes first. How long turns take is measured as they go by.
"""

from collections.abc import Callable, Hashable
from time import perf_counter

Act = Callable[[], None]
Turn = Callable[[Act], None]
"""Does an act later."""
Rest = Callable[[Hashable, Act], None]
"""Does an act for this maker once the hand rests; of several the newest."""

MOST_S = 0.012
"""A turn of more leaves too little of the sixteen milliseconds between two pictures of a screen."""
LEAST_S = 0.009
"""Two turns that take no more together are one again."""


class Pace:
    """Times the turns in which a hand moves something."""

    def __init__(self, clock: Callable[[], float] = perf_counter) -> None:
        self._clock = clock
        self._next_turn: Turn | None = None
        self._at_rest: Turn | None = None
        self._began: float | None = None
        self._one_turn = True
        self._waiting: dict[Hashable, Act] = {}
        self._resting: dict[Hashable, Act] = {}

    def turn_by(self, next_turn: Turn, at_rest: Turn) -> None:
        """From now on there are turns: `next_turn` does an act once what was asked for before it
        has been painted, `at_rest` the newest act that it was given, once it is given no more.
        Without turns everything follows at once."""
        self._next_turn, self._at_rest = next_turn, at_rest

    def begin(self) -> None:
        """A hand is about to move something."""
        if self._next_turn is not None and self._began is None:
            self._began = self._clock()
            self._next_turn(self._over)

    def follow(self, chart: Hashable, show: Act) -> None:
        """Has the chart show what is new, now or in the next turn, and then only the newest."""
        if self._began is None or self._one_turn:
            self._waiting.pop(chart, None)
            show()
        else:
            self._waiting[chart] = show

    def rest(self, maker: Hashable, act: Act) -> None:
        """Has this done once the hand rests, and of several for one maker only the newest."""
        if self._at_rest is None:
            act()
            return
        self._resting[maker] = act
        self._at_rest(self._rested)

    def _rested(self) -> None:
        resting, self._resting = self._resting, {}
        for act in resting.values():
            act()

    def _over(self) -> None:
        """What the hand has moved is painted."""
        began, self._began = self._began, None
        now = self._clock()
        took = now - (now if began is None else began)
        # Two turns may have been found short enough since a chart was told to wait for this one.
        if self._one_turn and not self._waiting:
            self._one_turn = took <= MOST_S
            return
        waiting, self._waiting = self._waiting, {}
        for show in waiting.values():
            show()
        if waiting and self._next_turn is not None:
            self._next_turn(lambda: self._charts_over(took, now))

    def _charts_over(self, took: float, began: float) -> None:
        """What waited for it is painted too; if another move came meanwhile that is in the time,
        and the charts wait for their turn once more."""
        self._one_turn = took + self._clock() - began <= LEAST_S


def resting(_maker: Hashable, act: Act) -> None:
    """Where no hand moves anything."""
    act()
