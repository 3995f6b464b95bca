"""Rounds: every variant once, by turns, so that what else the machine does hits all alike.

Processor seconds of this process are counted, since others may be at work; files are read once
before, so that no disk is waited for. Durability has its own measure.
"""

import gc
import time
from collections.abc import Callable, Mapping


def interleaved(
    variants: Mapping[str, Callable[[], object]], rounds: int
) -> dict[str, list[float]]:
    """Processor seconds of each variant, a round each; a first one warms up and is not counted."""
    seconds: dict[str, list[float]] = {name: [] for name in variants}
    for turn in range(rounds + 1):
        for name, work in variants.items():
            gc.collect()
            began = time.process_time()
            work()
            took = time.process_time() - began
            if turn:
                seconds[name].append(took)
    return seconds
