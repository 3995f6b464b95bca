"""16. A hundred thousand dates as text, none of them twice, read within five seconds."""

import random
from collections.abc import Iterator
from datetime import date
from functools import partial

from benchmarks.goal import within_ms
from benchmarks.rounds import interleaved, timed
from benchmarks.row import Line, Plan, Row
from timeline_app.dates.edtf import parse

N, MOST_MS = 100_000, 5_000
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


def measure(plan: Plan) -> Iterator[Line]:
    """Plain days, and forms of all levels."""
    numbers = random.Random(1).sample(range(366, 3_600_000), N)
    dates = [date.fromordinal(number) for number in numbers]
    texts = {
        "plain days": [day.isoformat() for day in dates],
        "forms of levels 0 to 2": [_formed(n, day) for n, day in enumerate(dates)],
    }
    of = interleaved({what: timed(partial(_read, t)) for what, t in texts.items()}, plan.rounds)
    for what in texts:
        yield Line(f"100k texts, {what}", of.of(what), within_ms(MOST_MS))


def _formed(n: int, day: date) -> str:
    later = min(day.year + 9, date.max.year)
    form = FORMS[n % len(FORMS)]
    return form.format(y=day.year, m=day.month, d=day.day, z=later, n=10**5 + n)


def _read(texts: list[str]) -> None:
    for text in texts:
        parse(text)


ROW = Row(16, "dates read", measure)
