"""A hybrid logical clock: time as the computer tells it, but never back behind what is written.

A stamp is 16 hex digits, so stamps sort as text: 12 of milliseconds since 1970 (UTC), 4 of a
counter for what falls into one millisecond or is written while the computer's clock stands behind
the log.
"""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from time import time_ns

Milliseconds = Callable[[], int]

_MOST_MS = (1 << 48) - 1
_MOST_COUNT = (1 << 16) - 1
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def now_ms() -> int:
    """The computer's clock, in milliseconds since 1970."""
    return time_ns() // 1_000_000


def next_stamp(last: str, now: int) -> str:
    """The stamp after `last` (empty for none) when the computer's clock says `now` ms."""
    ms, count = read_stamp(last) if last else (0, -1)
    now = min(max(now, 0), _MOST_MS)
    if now > ms:
        return _stamp(now, 0)
    if count < _MOST_COUNT:
        return _stamp(ms, count + 1)
    return _stamp(ms + 1, 0)


def read_stamp(stamp: str) -> tuple[int, int]:
    """Milliseconds and counter of a stamp."""
    return int(stamp[:12], 16), int(stamp[12:], 16)


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
