"""The child's side of `benchmarks.child`. Knows only Python, so that peers can use it too."""

import gc
import json
import sys
import time
from collections.abc import Callable, Mapping


def serve(turn: Callable[[], Mapping[str, float]], **told: float) -> None:
    """Says that all is ready, then takes a turn for each line that is asked for."""
    print(json.dumps(told), flush=True)
    for _ in sys.stdin:
        gc.collect()
        print(json.dumps(dict(turn())), flush=True)


def timed(work: Callable[[], object]) -> Callable[[], dict[str, float]]:
    """A turn that lasts as long as the work does."""

    def turn() -> dict[str, float]:
        began = time.perf_counter()
        work()
        return {"s": time.perf_counter() - began}

    return turn


def spread(seconds: list[float]) -> dict[str, float]:
    """What many of the same come to: their middle, and how bad the bad ones are."""
    ordered = sorted(seconds)
    at = {"s": 0.5, "p95": 0.95, "p99": 0.99, "worst": 1.0}
    return {
        name: ordered[min(int(share * len(ordered)), len(ordered) - 1)]
        for name, share in at.items()
    }
