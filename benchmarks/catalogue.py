"""All benchmarks: one a file, one line here."""

from collections.abc import Callable

from benchmarks import first_frame
from benchmarks.result import Result

BENCHMARKS: dict[str, Callable[[int], Result]] = {
    first_frame.NAME: first_frame.measure,
}
