"""Archives to measure with: the shipped edition, and synthetic ones, each made once and kept."""

from pathlib import Path

from timeline_app.places import shipped_archive
from timeline_app.store.build.synthetic import synthesize

SEED = 1
SIZES = (10_000, 100_000)
FOLDER = Path(__file__).parent / "made"


def synthetic(n: int) -> Path:
    """A synthetic archive of so many events; the same on every machine."""
    FOLDER.mkdir(exist_ok=True)
    made = FOLDER / f"synthetic-{n}-{SEED}.archive.sqlite"
    if not made.exists():
        synthesize(n, made, SEED)
    return made


def archives() -> dict[str, Path]:
    """What is measured on, by name; the shipped edition where it has been built."""
    shipped = {"shipped": shipped_archive()} if shipped_archive().exists() else {}
    return shipped | {f"{n // 1_000}k": synthetic(n) for n in SIZES}
