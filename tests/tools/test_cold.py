"""Cold starts: what is forgotten is not in memory, and what is late is not let through."""

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tools.proof import cold
from tools.tree import Stop

seconds = st.floats(0.05, 5)
pairs = st.lists(st.tuples(seconds, seconds), min_size=1, max_size=9)


@given(pairs)
def test_a_load_that_hits_both_of_a_pair_alike_changes_no_ratio(
    found: list[tuple[float, float]],
) -> None:
    ours = [a / 10 for a, _ in found]
    source = [a / 10 / 1.05 for a, _ in found]
    assert "1.05 of it" in cold.verdict(ours, source, 0)


@given(pairs)
def test_one_slow_start_among_many_condemns_nothing(found: list[tuple[float, float]]) -> None:
    ours = [1.0] * (len(found) + 1) + [a for a, _ in found]
    assert "1.00 s, source 1.00 s" in cold.verdict(ours, [1.0] * len(ours), 0)


@pytest.mark.parametrize(
    ("ours", "source"), [([1.6] * 7, [1.6] * 7), ([0.9] * 7, [0.8] * 7), ([1.2] * 7, [1.0] * 7)]
)
def test_what_is_late_is_refused_with_both_times(ours: list[float], source: list[float]) -> None:
    with pytest.raises(Stop, match=rf"{ours[0]:.2f} s, source {source[0]:.2f} s"):
        cold.verdict(ours, source, 0)


def test_a_system_that_forgets_nothing_is_not_called_cold() -> None:
    assert cold.verdict([1.0], [1.0], 0.02).startswith("cold")
    assert cold.verdict([1.0], [1.0], 0.6).startswith("warm")


@pytest.mark.skipif(not hasattr(os, "posix_fadvise"), reason="only Linux is told what to forget")
def test_what_is_read_is_in_memory_and_what_is_forgotten_is_not(tmp_path: Path) -> None:
    large, small = tmp_path / "deep" / "large", tmp_path / "small"
    large.parent.mkdir()
    large.write_bytes(bytes(3 << 20))
    small.write_bytes(b"x")
    (tmp_path / "link").symlink_to(large)
    os.mkfifo(tmp_path / "pipe")
    assert cold.large_files(tmp_path) == [large]
    assert cold.in_memory([large]) == 1
    cold.forget(tmp_path)
    forgotten = cold.in_memory([large])
    if forgotten == 1:
        pytest.skip("this file system holds all it has in memory")
    assert forgotten < cold.COLD
    large.read_bytes()
    assert cold.in_memory([large]) > cold.COLD
