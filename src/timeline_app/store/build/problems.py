"""What could not go in: nothing is dropped in silence."""

import re
from dataclasses import field

from timeline_app.dataclass import dataclass

_NO_SIGN = re.compile("[\0-\x1f\x7f\ud800-\udfff]")
_LONGEST = 1_000
"""Characters; what is longer quotes a value that nobody would read."""


class FieldError(Exception):
    """A row cannot be taken because of one field; `why` is for whoever keeps the data."""

    def __init__(self, name: str, why: str) -> None:
        super().__init__(why)
        self.name = name
        self.why = why


@dataclass(frozen=True, slots=True)
class Problem:
    """One finding. `line` counts from 1, and is 0 where it is about the whole file.

    `refused` rows are not in the archive; of the others a part was left open, and `why` says which.
    """

    file: str
    line: int
    field: str
    why: str
    refused: bool


@dataclass(slots=True)
class Problems:
    """All findings of one build, in the order in which they were met."""

    found: list[Problem] = field(default_factory=list)

    def refuse(self, file: str, line: int, name: str, why: str) -> None:
        """Notes that a row, or a file where `line` is 0, stays out."""
        self.found.append(Problem(file, line, _quotable(name), _quotable(why), refused=True))

    def remark(self, file: str, line: int, name: str, why: str) -> None:
        """Notes that a row goes in, but not all that it says."""
        self.found.append(Problem(file, line, _quotable(name), _quotable(why), refused=False))


def _quotable(text: str) -> str:
    """A text that a row of an archive can hold and a shell can print, whatever value it quotes."""
    signs = _NO_SIGN.sub("\ufffd", text)
    return signs if len(signs) <= _LONGEST else signs[: _LONGEST - 1] + "…"
