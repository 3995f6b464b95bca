"""What a notebook that was struck came to, and the ledger in which all verdicts add up."""

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Verdict:
    """Counts of one blow.

    `acknowledged` things had been told to be on disk; `lost` are those of them that are not there.
    `half` counts what is there in part, or not as it was written; `unopened` notebooks that do not
    open; `crashed` programs that ended by a fault of ours. `faults` were named in a sentence, as
    they should be.
    """

    acknowledged: int = 0
    lost: int = 0
    half: int = 0
    unopened: int = 0
    crashed: int = 0
    faults: int = 0

    @property
    def is_bad(self) -> bool:
        """Whether anything is wrong."""
        return bool(self.lost or self.half or self.unopened or self.crashed)


class Ledger:
    """A file with a line a blow, so that a sweep goes on where it was broken off."""

    def __init__(self, path: Path) -> None:
        self.path = path
        path.parent.mkdir(parents=True, exist_ok=True)

    def rounds(self) -> int:
        """How many blows are written down."""
        return sum(1 for _ in self._lines())

    def write(self, verdict: Verdict, **about: object) -> None:
        """Writes one down."""
        with self.path.open("a", encoding="utf-8") as file:
            file.write(json.dumps({**about, **asdict(verdict)}) + "\n")

    def totals(self) -> dict[str, dict[str, int]]:
        """The sums of all counts, by kind of blow."""
        sums: dict[str, Counter[str]] = {}
        for line in self._lines():
            count = sums.setdefault(str(line.get("what", "")), Counter(rounds=0))
            count["rounds"] += 1
            count.update({k: v for k, v in line.items() if isinstance(v, int) and k not in _ABOUT})
        return {what: dict(count) for what, count in sorted(sums.items())}

    def bad(self) -> list[dict[str, object]]:
        """The lines in which anything is wrong."""
        wrong = ("lost", "half", "unopened", "crashed")
        return [line for line in self._lines() if any(line.get(name) for name in wrong)]

    def _lines(self) -> Iterator[dict[str, object]]:
        if not self.path.is_file():
            return
        with self.path.open(encoding="utf-8") as file:
            for line in file:
                if line.endswith("\n"):  # the last one may have been cut short
                    yield json.loads(line)


_ABOUT = ("seed", "cut")
