"""Roll calls of the United Nations General Assembly as columns: how each state voted, and when."""

import numpy as np
from numpy.typing import NDArray

from timeline_app.dataclass import dataclass
from timeline_app.dates import civil
from timeline_app.model.codes import Mask

ABSENT, ABSTAIN, NO, YES = 0, 1, 2, 3
VOTES = ("absent", "abstain", "no", "yes")
"""The words of the codes above."""

UNKNOWN = -1
_FIRST_SESSION_BEFORE = 1945
_OPENS_IN = 9


@dataclass(frozen=True, eq=False, slots=True)
class RollCalls:
    """n roll calls, by day (then id), and the votes of s states: their three-letter codes, and how
    the archive names them.

    `session` is the one recorded, else that of the day (see `session_on`). `paragraph` is 1 where
    only a part of a text was voted on, 0 where the whole was, UNKNOWN where that is not recorded.
    `vote` (n x s) holds the codes of VOTES, UNKNOWN where none is recorded.
    """

    id: tuple[str, ...]
    resolution: tuple[str, ...]
    title: tuple[str, ...]
    issues: tuple[tuple[str, ...], ...]
    day: NDArray[np.int64]
    session: NDArray[np.int64]
    paragraph: NDArray[np.int8]
    states: tuple[str, ...]
    names: tuple[str, ...]
    vote: NDArray[np.int8]

    def __len__(self) -> int:
        return len(self.id)

    def of(self, state: str) -> NDArray[np.int8]:
        """The votes (n) of the state with this three-letter code; KeyError for none."""
        if state not in self.states:
            raise KeyError(state)
        return self.vote[:, self.states.index(state)]

    def on_issue(self, issue: str) -> Mask:
        """Which are on this issue, as the data name them; case does not count."""
        wanted = issue.casefold()
        held = (any(one.casefold() == wanted for one in some) for some in self.issues)
        return np.fromiter(held, np.bool_, len(self))

    @property
    def all_issues(self) -> tuple[str, ...]:
        """The issues there are, in order."""
        return tuple(sorted({one for some in self.issues for one in some}))


def session_on(day: int) -> int:
    """The regular session in which a day falls: the first of September 1946 begins the 1st."""
    year, month, _ = civil.date_of(day)
    return year - _FIRST_SESSION_BEFORE - (month < _OPENS_IN)


def no_roll_calls() -> RollCalls:
    """What an archive without any has."""
    nothing = np.zeros(0, np.int64)
    few = np.zeros(0, np.int8)
    return RollCalls((), (), (), (), nothing, nothing, few, (), (), few.reshape(0, 0))
