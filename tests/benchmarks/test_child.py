"""A child process: ready, a turn when asked, and its last word where it fails."""

import sys
from pathlib import Path

import pytest

from benchmarks import child
from benchmarks.child import Child
from benchmarks.row import MissingError

SERVES = """
from benchmarks.children.serving import serve
turns = iter((1.0, 2.0))
serve(lambda: {"s": next(turns)}, width=7)
"""


def test_it_takes_a_turn_when_asked_and_then_ends() -> None:
    with Child([sys.executable, "-c", SERVES]) as one:
        assert one() == {"s": 1.0} and one() == {"s": 2.0}
        assert one.told == {"width": 7}
        with pytest.raises(MissingError, match="StopIteration"):
            one()


def test_one_that_fails_says_its_last_word() -> None:
    ends = "raise SystemExit('no such archive')"
    said = pytest.raises(MissingError, match="ended with 1: no such archive")
    with Child([sys.executable, "-c", ends]) as one, said:
        one()


def test_a_peer_that_is_not_installed_is_missing(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(child, "PEERS", tmp_path)
    monkeypatch.setattr(child, "_BENCH_PYTHON", tmp_path / "python")
    with pytest.raises(MissingError, match="not installed"):
        child.node_peer("falcon")
    with pytest.raises(MissingError, match="not installed"):
        child.python_peer("read_columns")
