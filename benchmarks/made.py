"""Synthetic archives to measure with, made once and kept in the user's cache folder."""

import os
from pathlib import Path

import platformdirs

from timeline_app.store.build.synthetic import synthesize
from timeline_app.store.build.synthetic_draw import ACTORS
from timeline_app.store.schema import FORMAT

SEED = 1
MANY_ACTORS = 200_000
"""As many as a register of the news names."""
SIZES = (10_000, 100_000, 1_000_000, 10_000_000)


def named(n: int) -> str:
    """10k, 100k, 1M, 10M."""
    return f"{n // 1_000_000}M" if n >= 1_000_000 else f"{n // 1_000}k"


def archives() -> Path:
    """The folder of made archives."""
    folder = Path(platformdirs.user_cache_dir("central-asia-timeline-benchmarks", appauthor=False))
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def synthetic(n: int, claims: bool = False, actors: int = ACTORS) -> Path:
    """A synthetic archive of so many events and actors, with claims, treaties and memberships where
    those are wanted; the same on every machine."""
    what = f"synthetic-{named(n)}" + ("-claims" if claims else "")
    what += f"-of-{named(actors)}" if actors != ACTORS else ""
    made = archives() / f"{what}-seed{SEED}-format{FORMAT}.archive.sqlite"
    if not made.exists():
        print(f"making an archive of {n:,} events (once)", flush=True)
        beside = made.with_suffix(f".{os.getpid()}")
        synthesize(n, beside, SEED, claims, actors)
        beside.replace(made)
    return made
