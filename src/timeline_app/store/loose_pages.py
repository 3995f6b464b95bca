"""The rows of a SQLite file that can still be read, page by page, without asking SQLite.

Every leaf of a table or an index is read as if it stood alone, whatever became of the pages that
lead to it. What comes out is only a guess that the reader must judge: an act by its hash.

The form of a page is that of https://www.sqlite.org/fileformat2.html, which has not changed since
2004.
"""

from collections.abc import Iterator

from timeline_app.dataclass import dataclass
from timeline_app.store.sqlite_header import HEADER

_TABLE_LEAF, _INDEX_LEAF, _INDEX_BRANCH = 13, 10, 2
_SIZES = tuple(1 << power for power in range(9, 17))


@dataclass(frozen=True, slots=True)
class LooseRow:
    """A row of a table, or (`of_index`) of an index; its values as far as they are texts."""

    of_index: bool
    values: tuple[str | None, ...]


def page_size(content: bytes) -> int:
    """The size of a page in bytes, by the header if that makes sense, else what is usual."""
    told = int.from_bytes(content[16:18]) if len(content) >= HEADER else 0
    told = 65536 if told == 1 else told
    return told if told in _SIZES else 4096


def loose_rows(content: bytes) -> Iterator[LooseRow]:
    """Every row in every leaf of a file; those that make no sense are left out."""
    size = page_size(content)
    for start in range(0, len(content), size):
        page = content[start : start + size]
        yield from _rows_of_page(content, page, size, HEADER if start == 0 else 0)


def _rows_of_page(content: bytes, page: bytes, size: int, at: int) -> Iterator[LooseRow]:
    kind = page[at] if at < len(page) else 0
    if kind not in (_TABLE_LEAF, _INDEX_LEAF, _INDEX_BRANCH):
        return
    cells = int.from_bytes(page[at + 3 : at + 5])
    first = at + (12 if kind == _INDEX_BRANCH else 8)
    for n in range(min(cells, size // 4)):
        pointer = int.from_bytes(page[first + 2 * n : first + 2 * n + 2])
        try:
            record = _payload(content, page, size, kind, pointer)
            yield LooseRow(kind != _TABLE_LEAF, tuple(_texts(record)))
        except (IndexError, ValueError):  # UnicodeError is a ValueError
            continue


def _payload(content: bytes, page: bytes, size: int, kind: int, at: int) -> bytes:
    """The record of a cell, gathered from the pages that it runs over onto."""
    at += 4 if kind == _INDEX_BRANCH else 0
    length, at = _varint(page, at)
    if kind == _TABLE_LEAF:
        _, at = _varint(page, at)
    if length > len(content):
        raise ValueError(length)
    here = _kept_here(length, size, kind)
    record = bytearray(page[at : at + here])
    overflow = int.from_bytes(page[at + here : at + here + 4]) if here < length else 0
    for _ in range(len(content) // size):
        if len(record) >= length or not overflow:
            break
        start = (overflow - 1) * size
        record += content[start + 4 : start + size][: length - len(record)]
        overflow = int.from_bytes(content[start : start + 4])
    if len(record) < length:
        raise ValueError(length)
    return bytes(record)


def _kept_here(length: int, size: int, kind: int) -> int:
    """How many bytes of a record of this length lie on its own page."""
    most = size - 35 if kind == _TABLE_LEAF else (size - 12) * 64 // 255 - 23
    if length <= most:
        return length
    least = (size - 12) * 32 // 255 - 23
    fitting = least + (length - least) % (size - 4)
    return fitting if fitting <= most else least


def _texts(record: bytes) -> Iterator[str | None]:
    """The columns of a record; None for those that are no text."""
    head, at = _varint(record, 0)
    if head > len(record):
        raise ValueError(head)
    where = head
    while at < head:
        kind, at = _varint(record, at)
        length = (0, 1, 2, 3, 4, 6, 8, 8, 0, 0, 0, 0)[kind] if kind < 12 else (kind - 12) // 2
        if where + length > len(record):
            raise ValueError(length)
        is_text = kind >= 13 and kind % 2 == 1
        yield record[where : where + length].decode("utf-8") if is_text else None
        where += length


def _varint(held: bytes, at: int) -> tuple[int, int]:
    """A number of up to nine bytes, and where it ends."""
    value = 0
    for n in range(9):
        byte = held[at + n]
        if n == 8:
            return (value << 8) | byte, at + 9
        value = (value << 7) | (byte & 0x7F)
        if byte < 0x80:
            break
    return value, at + n + 1
