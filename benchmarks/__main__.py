"""`python -m benchmarks`: every goal of speed, with its floor or peer measured in the same run."""

import argparse
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from benchmarks import plot, report
from benchmarks.catalogue import ROWS
from benchmarks.kept import Unfinished
from benchmarks.made import SIZES, named
from benchmarks.row import Measured, Plan, Row, measured

DOCS = Path(__file__).resolve().parents[1] / "docs"
QUICK_SIZES, QUICK_ROUNDS = SIZES[:2], 3


def main(argv: Sequence[str] | None = None) -> int:
    """Measures, prints the table and, where everything was measured, writes it down."""
    asked = _asked(argv)
    with tempfile.TemporaryDirectory(prefix="benchmarks-") as folder:
        plan = Plan(asked.rounds, asked.sizes, Path(folder))
        if asked.rows or asked.quick:
            rows = [
                _measured(row, plan) for row in ROWS if not asked.rows or row.number in asked.rows
            ]
        else:
            rows = _all(plan)
    print(report.text(rows))
    if not asked.quick:
        _keep(rows, plan, whole_table=not asked.rows)
    return 0


def _all(plan: Plan) -> list[Measured]:
    """Every row, after those that a run which was broken off has measured already."""
    unfinished = Unfinished.at(report.RESULTS / "unfinished.json", plan, DOCS.parent)
    rows = unfinished.rows()
    for row in ROWS[len(rows) :]:
        rows.append(_measured(row, plan))
        unfinished.keep(rows)
    unfinished.end()
    return rows


def _measured(row: Row, plan: Plan) -> Measured:
    print(f"{row.number}. {row.what}", file=sys.stderr, flush=True)
    done = measured(row, plan)
    for line in done.lines:
        print("   ", *report.line_cells(done, line)[1:], sep="  ", file=sys.stderr)
    return done


def _keep(rows: Sequence[Measured], plan: Plan, whole_table: bool) -> None:
    """Everything as JSON; the page in docs/ only from a run of all rows."""
    whole = report.whole(rows, plan, [named(size) for size in plan.sizes])
    kept = report.keep(rows, whole)
    plot.paint(rows, kept.with_suffix(".svg"))
    print(kept)
    if whole_table:
        page = DOCS / "performance.md"
        page.write_text(report.markdown(rows, whole), encoding="utf-8")
        plot.paint(rows, page.with_suffix(".svg"))
        print(page)


def _asked(argv: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser("benchmarks", description=__doc__)
    parser.add_argument("--rows", type=_numbers, default=(), metavar="1,2,...")
    parser.add_argument("--rounds", type=int, default=0, help="interleaved rounds (default 7)")
    parser.add_argument("--sizes", type=_sizes, default=(), metavar="10k,100k,1M,10M")
    parser.add_argument(
        "--quick", action="store_true", help="small archives, three rounds, nothing written"
    )
    asked = parser.parse_args(argv)
    asked.rounds = asked.rounds or (QUICK_ROUNDS if asked.quick else 7)
    asked.sizes = asked.sizes or (QUICK_SIZES if asked.quick else SIZES)
    return asked


def _numbers(text: str) -> tuple[int, ...]:
    known = {row.number for row in ROWS}
    numbers = tuple(int(word) for word in text.split(","))
    if unknown := set(numbers) - known:
        raise argparse.ArgumentTypeError(f"there is no row {', '.join(map(str, unknown))}")
    return numbers


def _sizes(text: str) -> tuple[int, ...]:
    by_name = {named(size): size for size in SIZES}
    if unknown := set(text.split(",")) - by_name.keys():
        raise argparse.ArgumentTypeError(f"sizes are {', '.join(by_name)}; not {unknown}")
    return tuple(by_name[word] for word in text.split(","))


if __name__ == "__main__":
    sys.exit(main())
