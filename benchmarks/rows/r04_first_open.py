"""4. A new archive opened for the first time, against sqlite3 reading six of its columns; and how
late a tick of a millisecond comes in the window meanwhile."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

from benchmarks.child import plain_peer
from benchmarks.goal import at_most, within_ms
from benchmarks.made import named, synthetic
from benchmarks.rounds import Figures, interleaved
from benchmarks.row import Line, Plan, Row
from benchmarks.sittings import environment, spawned

PEER, TICKING = "sqlite3 and fromiter", "ticking"


def measure(plan: Plan) -> Iterator[Line]:
    """From the first frame to everything loaded, with an empty cache folder each time. Ticks cost
    time, so they come in sittings of their own; the worst of all rounds is told beside."""
    size = min(plan.largest, 1_000_000)
    archive, name, folder = synthetic(size), named(size), plan.cache / "anew"
    with ExitStack() as stack:
        peer = stack.enter_context(plain_peer("read_columns", "fromiter", archive))
        mine, ticking = opened_anew(folder, archive), opened_anew(folder, archive, "--tick")
        of = interleaved({"ours": mine, TICKING: ticking, PEER: peer}, plan.rounds)
    why = of.why.get("ours", "") or of.why.get(PEER, "")
    yield Line(name, of.of("ours"), at_most(3), PEER, of.of(PEER), why)
    worst = of.of(TICKING, "worst")
    said = of.why.get(TICKING, "") if worst is None else f"worst {max(worst) * 1000:.3g} ms"
    late = of.of(TICKING, "p99")
    yield Line(f"{name}, lateness of a tick, p99", late, within_ms(16), why=said)


def opened_anew(folder: Path, archive: Path, *words: str) -> Callable[[], Figures]:
    """A sitting that keeps its things in this folder, which is emptied before each turn."""
    open_it = spawned("sitting.py", str(archive), *words, env=environment(folder))

    def turn() -> Figures:
        shutil.rmtree(folder, ignore_errors=True)
        figures = open_it()
        return {**figures, "s": figures["loaded"] - figures["first"]}

    return turn


ROW = Row(4, "first open of a new archive", measure)
