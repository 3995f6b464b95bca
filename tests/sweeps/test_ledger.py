"""Counts add up over runs, whatever a run that was ended left."""

from collections import Counter
from pathlib import Path

from sweeps.ledger import next_case, note, sum_of
from sweeps.watching import Tally


def stretch(first: int, n: int, *finds: tuple[int, str]) -> Tally:
    outcomes = Counter({"ok": n - len(finds)}) + Counter({"find": len(finds)})
    return Tally(first, n, outcomes, 0.5 + first, list(finds))


def test_the_next_run_goes_on_and_the_sums_add_up(tmp_path: Path) -> None:
    ledger = tmp_path / "kept" / "ledger.jsonl"
    assert next_case(ledger, "a", 1) == 0
    note(ledger, "a", 1, stretch(0, 10), "v1")
    note(ledger, "a", 1, stretch(10, 5, (12, "ü")), "v2")
    note(ledger, "b", 1, stretch(0, 7), "v2")
    note(ledger, "a", 2, stretch(0, 3), "v2")
    assert (next_case(ledger, "a", 1), next_case(ledger, "b", 1)) == (15, 7)
    total = sum_of(ledger, "a", 1)
    assert (total.cases, total.outcomes) == (15, {"ok": 14, "find": 1})
    assert (total.slowest_seconds, total.finds) == (10.5, ((12, "ü"),))


def test_a_torn_line_is_left_out_and_the_next_stands_alone(tmp_path: Path) -> None:
    ledger = tmp_path / "ledger.jsonl"
    note(ledger, "a", 1, stretch(0, 10), "v")
    with ledger.open("a") as file:
        file.write('{"subject": "a", "se')
    note(ledger, "a", 1, stretch(10, 4), "v")
    assert sum_of(ledger, "a", 1).cases == 14


def test_what_two_runs_tried_counts_once(tmp_path: Path) -> None:
    ledger = tmp_path / "ledger.jsonl"
    for _ in range(2):
        note(ledger, "a", 1, stretch(0, 10), "v")
    assert sum_of(ledger, "a", 1).cases == 10
