"""All benchmarks: one a file, one line here."""

from collections.abc import Callable

from benchmarks import build, first_frame, opening, parse, search
from benchmarks.result import Result

BENCHMARKS: dict[str, Callable[[int], Result]] = {
    first_frame.NAME: first_frame.measure,
    parse.NAME: parse.measure,
    build.NAME: build.measure,
    opening.NAME: opening.measure,
    search.NAME: search.measure,
}
