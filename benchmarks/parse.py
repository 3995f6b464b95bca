"""100,000 dates as text, against `date.fromisoformat` on as many plain days.

The floor reads one form of one calendar in C; EDTF has bounds, doubts, seasons and sets. All texts
are different, so that nothing is remembered from an earlier one.
"""

import random
from collections.abc import Sequence
from datetime import date

from benchmarks.result import Result
from benchmarks.rounds import interleaved
from timeline_app.dates.edtf import parse

NAME = "parse"
N = 100_000
FORMS = (
    "{y:04}-{m:02}/{z:04}-12",
    "{y:04}-{m:02}-{d:02}/{z:04}-12-31",
    "{y:04}-{m:02}-{d:02}?",
    "{y:04}-{m:02}-{d:02}~/..",
    "~{y:04}-{m:02}-{d:02}",
    "[{y:04}-{m:02}-{d:02}..{z:04}-12-31]",
    "{{{y:04}-{m:02}-{d:02},{z:04}-12}}",
    "Y{n}",
    "-{y:04}-{m:02}-{d:02}%",
    "{y:04}-{m:02}-{d:02}T10:20:30Z",
)


def measure(rounds: int) -> Result:
    """Plain days, and forms of all levels."""
    chance = random.Random(1)
    numbers = chance.sample(range(366, 3_600_000), N)
    dates = [date.fromordinal(number) for number in numbers]
    days = [day.isoformat() for day in dates]
    forms = [_formed(FORMS[n % len(FORMS)], n, day) for n, day in enumerate(dates)]
    variants = {
        "fromisoformat, days": lambda: [date.fromisoformat(day) for day in days],
        "EDTF, the same days": lambda: _read(days),
        "EDTF, forms of levels 0 to 2": lambda: _read(forms),
    }
    return Result(NAME, "fromisoformat, days", interleaved(variants, rounds))


def _formed(form: str, n: int, day: date) -> str:
    later = min(day.year + 9, date.max.year)
    return form.format(y=day.year, m=day.month, d=day.day, z=later, n=10**5 + n)


def _read(texts: Sequence[str]) -> None:
    for text in texts:
        parse(text)
