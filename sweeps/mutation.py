"""Files spoilt by chance: the same number of a case always spoils the same way."""

from collections.abc import Callable
from random import Random

Change = Callable[[bytearray, Random], None]

_BYTES = (b"\0", b"\xff", b"\x7f", b"\x80", b"\xff\xff\xff\xff", b"\x7f\xff\xff\xff", bytes(16))
_WORDS = (
    *(b'"', b"\\", b"\n", b"\r", b",", b"{", b"[", b"null", b"true", b"1e999", b"-0", b"NaN"),
    *(b"9" * 400, b"[" * 3000, b'{"a":' * 1500, b"a" * 70_000, b"\xef\xbb\xbf", b"\xed\xa0\x80"),
    *(b"\\ud800", b"\\u0000", b"\xe2\x80\xae", b"<b>", b"=1+1", b"'; DROP TABLE event; --"),
    *(b"2014-02-30", b"Y99999999999", b"0000", b"-0000", b"../..", b"[..2014]", b"1985/1984"),
    *(b"CREATE", b"TABLE", b"STRICT", b"fts5", b"event", b"NOT NULL", b"rowid", b"PRIMARY KEY"),
)
_MOST_AT_ONCE = 6
_LONGEST_PIECE = _PAGE = 4096


def mutated(raw: bytes, random: Random, *, in_place: bool = False) -> bytes:
    """`raw` with one to a few changes of any kind; `in_place`, of those that move nothing.

    Pages that moved make a whole file senseless, and the first look at it would find no other.
    """
    spoilt = bytearray(raw)
    for _ in range(random.choice((1, 1, 1, 2, 3, _MOST_AT_ONCE))):
        random.choice(_IN_PLACE if in_place else _CHANGES)(spoilt, random)
    return bytes(spoilt[: len(raw)] if in_place else spoilt)


def _at(spoilt: bytearray, random: Random) -> int:
    """Anywhere; one time in four among the first 200 bytes, where headers are."""
    near = random.randrange(4) == 0
    return random.randrange(max(1, min(len(spoilt), 200) if near else len(spoilt)))


def _piece(spoilt: bytearray, random: Random) -> tuple[int, int]:
    start = _at(spoilt, random)
    return start, start + random.randint(1, random.choice((1, 4, 64, _LONGEST_PIECE)))


def _flip(spoilt: bytearray, random: Random) -> None:
    if spoilt:
        spoilt[_at(spoilt, random)] ^= 1 << random.randrange(8)


def _set(spoilt: bytearray, random: Random) -> None:
    raw, at = random.choice(_BYTES), _at(spoilt, random)
    spoilt[at : at + len(raw)] = raw


def _insert(spoilt: bytearray, random: Random) -> None:
    at = _at(spoilt, random)
    spoilt[at:at] = random.choice(_WORDS)


def _write_over(spoilt: bytearray, random: Random) -> None:
    word, at = random.choice(_WORDS), _at(spoilt, random)
    spoilt[at : at + len(word)] = word


def _cut_out(spoilt: bytearray, random: Random) -> None:
    start, end = _piece(spoilt, random)
    del spoilt[start:end]


def _double(spoilt: bytearray, random: Random) -> None:
    start, end = _piece(spoilt, random)
    spoilt[start:start] = spoilt[start:end]


def _move(spoilt: bytearray, random: Random) -> None:
    start, end = _piece(spoilt, random)
    piece, at = spoilt[start:end], _at(spoilt, random)
    spoilt[at : at + len(piece)] = piece


def _cut_off(spoilt: bytearray, random: Random) -> None:
    del spoilt[_at(spoilt, random) :]


def _swap_pages(spoilt: bytearray, random: Random) -> None:
    pages = len(spoilt) // _PAGE
    if pages > 1:
        one, other = (random.randrange(pages) * _PAGE for _ in range(2))
        held = spoilt[one : one + _PAGE]
        spoilt[one : one + _PAGE] = spoilt[other : other + _PAGE]
        spoilt[other : other + _PAGE] = held


_IN_PLACE: tuple[Change, ...] = (_flip, _flip, _set, _set, _write_over, _move, _swap_pages)
_CHANGES: tuple[Change, ...] = (*_IN_PLACE, _insert, _insert, _cut_out, _double, _cut_off)
