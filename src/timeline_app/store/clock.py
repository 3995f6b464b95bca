"""A hybrid logical clock: time as the computer tells it, but never back behind what is written.

A stamp is 16 hex digits, so stamps sort as text: 12 of milliseconds since 1970 (UTC), 4 of a
counter for what falls into one millisecond or is written while the computer's clock stands behind
the log.
"""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from time import time_ns

Milliseconds = Callable[[], int]

_MOST_COUNT = (1 << 16) - 1
_LAST_MS = 253_402_300_799_999
"""The last millisecond of the year 9999, after which no clock is believed."""
_BEYOND_MS = 1 << 40
"""Milliseconds that a log may run on from there: a computer's clock that stood wrong, in anybody's
log, does not use up the time that is left for all others."""
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def now_ms() -> int:
    """The computer's clock, in milliseconds since 1970."""
    return time_ns() // 1_000_000


def next_stamp(last: str, now: int) -> str:
    """The stamp after `last` (empty for none) when the computer's clock says `now` ms."""
    ms, count = read_stamp(last) if last else (0, -1)
    now = min(max(now, 0), _LAST_MS)
    if now > ms:
        return _stamp(now, 0)
    if count < _MOST_COUNT:
        return _stamp(ms, count + 1)
    return _stamp(ms + 1, 0)


def read_stamp(stamp: str) -> tuple[int, int]:
    """Milliseconds and counter of a stamp."""
    return int(stamp[:12], 16), int(stamp[12:], 16)


def is_stamp(text: str) -> bool:
    """Whether a text is a stamp that a clock can have given."""
    well = len(text) == 16 and all(sign in "0123456789abcdef" for sign in text)
    return well and read_stamp(text)[0] <= _LAST_MS + _BEYOND_MS


def time_of(stamp: str) -> str:
    """When a stamp was given, ISO 8601 in UTC to the millisecond."""
    ms, _ = read_stamp(stamp)
    try:
        moment = _EPOCH + timedelta(milliseconds=ms)
    except OverflowError:
        moment = datetime.max.replace(tzinfo=UTC)
    return moment.isoformat(timespec="milliseconds").replace("+00:00", "Z")


def _stamp(ms: int, count: int) -> str:
    return f"{ms:012x}{count:04x}"
