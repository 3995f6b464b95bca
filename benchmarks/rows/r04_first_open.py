"""4. A new archive opened for the first time, against sqlite3 reading six of its columns."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

from benchmarks.child import plain_peer
from benchmarks.goal import at_most
from benchmarks.made import named, synthetic
from benchmarks.rounds import Figures, interleaved
from benchmarks.row import Line, Plan, Row
from benchmarks.sittings import environment, spawned

PEER = "sqlite3 and fromiter"


def measure(plan: Plan) -> Iterator[Line]:
    """From the first frame to everything loaded, with an empty cache folder each time."""
    size = min(plan.largest, 1_000_000)
    archive = synthetic(size)
    with ExitStack() as stack:
        peer = stack.enter_context(plain_peer("read_columns", "fromiter", archive))
        mine = _anew(plan.cache / "anew", archive)
        of = interleaved({"ours": mine, PEER: peer}, plan.rounds)
    why = of.why.get("ours", "") or of.why.get(PEER, "")
    yield Line(named(size), of.of("ours"), at_most(3), PEER, of.of(PEER), why)


def _anew(folder: Path, archive: Path) -> Callable[[], Figures]:
    open_it = spawned("sitting.py", str(archive), env=environment(folder))

    def turn() -> Figures:
        shutil.rmtree(folder, ignore_errors=True)
        figures = open_it()
        return {"s": figures["loaded"] - figures["first"]}

    return turn


ROW = Row(4, "first open of a new archive", measure)
