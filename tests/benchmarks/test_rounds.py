"""Rounds: by turns, the first not counted, and who cannot run is left out with its reason."""

from benchmarks.rounds import Figures, interleaved
from benchmarks.row import MissingError


def test_everyone_has_a_turn_a_round_and_the_first_does_not_count() -> None:
    order: list[str] = []

    def of(name: str) -> Figures:
        order.append(name)
        return {"s": float(len(order))}

    result = interleaved({"a": lambda: of("a"), "b": lambda: of("b")}, 2)
    assert order == ["a", "b"] * 3
    assert result.of("a") == [3.0, 5.0] and result.of("b") == [4.0, 6.0]
    assert result.of("a", "p95") is None and result.of("c") is None


def test_who_fails_in_a_later_round_keeps_no_figure() -> None:
    turns = 0

    def fails() -> Figures:
        nonlocal turns
        turns += 1
        if turns == 3:
            raise MissingError("gone")
        return {"s": 1.0}

    result = interleaved({"a": lambda: {"s": 2.0}, "b": fails}, 4)
    assert result.of("b") is None and result.why == {"b": "gone"} and turns == 3
    assert result.of("a") == [2.0] * 4
