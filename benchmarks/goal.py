"""What a row of the table should come to, and whether it does."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Goal:
    """A bound on ours over theirs, or where `unit` is given on ours alone, in that unit."""

    most: float
    words: str
    unit: str = ""

    @property
    def is_ratio(self) -> bool:
        """Whether something else is measured in the same run."""
        return not self.unit


def at_most(ratio: float) -> Goal:
    """So many times the floor or the peer, at most."""
    return Goal(ratio, f"at most {ratio:g}x")


def faster(times: float) -> Goal:
    """At least so many times faster than the peer."""
    return Goal(1 / times, f"{times:g}x faster")


def within_ms(most: float) -> Goal:
    """So many milliseconds at most."""
    return Goal(most, f"at most {most:g} ms", "ms")
